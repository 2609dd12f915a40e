import { Failure } from "../../core/failure.ts";
import { deepestXml } from "../../core/limits.ts";
import * as t from "../../core/types.ts";
import { defineFunction, optional, param } from "../define-function.ts";
import { formerXml, type XmlDialect, xmlToday } from "../lib/xml/dialect.ts";
import { serialize } from "../lib/xml/serialize.ts";
import { addChild, parseDocument, removeAttribute, XmlNode } from "../lib/xml/tree.ts";
import { compileXPath } from "../lib/xpath/xpath.ts";

export const convertAttributesToElementsXML = defineFunction({
  kind: "converter",
  name: "ConvertAttributesToElementsXML",
  category: "xml",
  summary:
    "An XML document whose attributes have become elements, behind what else is in their elements; those with a prefix stay, too.",
  params: [
    param("target", t.string, "The document."),
    optional("x_path", t.stringLiteral, "The XPath 1.0 of the attributes.", "//@*"),
  ],
  returns: t.string,
  since: "0.112.0",
  examples: [
    {
      source: 'ConvertAttributesToElementsXML("<a id=\\"1\\" n=\\"2\\"><b/></a>")',
      result: "<a><b></b><id>1</id><n>2</n></a>",
    },
    {
      source: 'ConvertAttributesToElementsXML("<a id=\\"1\\"><b id=\\"2\\"/></a>", x_path="/a/@id")',
      result: '<a><b id="2"></b><id>1</id></a>',
    },
    { source: 'ConvertAttributesToElementsXML("a")', error: "invalid_xml" },
    { source: 'ConvertAttributesToElementsXML("<a/>", "//@")', error: "call_refused" },
    { source: "ConvertAttributesToElementsXML(1)", error: "argument_type" },
  ],
  create: attributesToElements(xmlToday),
  formerly: formerXml(attributesToElements),
});

/* @__NO_SIDE_EFFECTS__ */
function attributesToElements(dialect: XmlDialect) {
  return (_: unknown, xPath?: string) => {
    const select = compileXPath(xPath || "//@*");
    return (target: string): string => {
      const document = parseDocument(target, dialect);
      for (const { kind, parent, data, first } of select(document)) {
        if (kind !== "attribute" || parent === undefined) continue;
        const element = new XmlNode("element", data);
        addChild(element, new XmlNode("text", first?.data ?? ""));
        addChild(parent, element);
        removeAttribute(parent, data);
      }
      return serialize(document, dialect);
    };
  };
}

export const convertTextToElementsXML = defineFunction({
  kind: "converter",
  name: "ConvertTextToElementsXML",
  category: "xml",
  summary:
    "An XML document in which each text that has another text or an element beside it is put into an element.",
  params: [
    param("target", t.string, "The document."),
    optional(
      "x_path",
      t.stringLiteral,
      "The XPath 1.0 of the elements in which this is done, at any depth.",
      "/",
    ),
    optional("element_name", t.stringLiteral, "The name of the new elements.", "value"),
  ],
  returns: t.string,
  since: "0.112.0",
  examples: [
    {
      source: 'ConvertTextToElementsXML("<a>1<b>2</b></a>")',
      result: "<a><value>1</value><b>2</b></a>",
    },
    {
      source: 'ConvertTextToElementsXML("<a>1<b>2<c/></b></a>", x_path="/a/b", element_name="text")',
      result: "<a>1<b><text>2</text><c></c></b></a>",
    },
    { source: 'ConvertTextToElementsXML("a")', error: "invalid_xml" },
    { source: 'ConvertTextToElementsXML("<a/>", "]")', error: "call_refused" },
    { source: "ConvertTextToElementsXML(1)", error: "argument_type" },
  ],
  create: textToElements(xmlToday),
  formerly: formerXml(textToElements),
});

/* @__NO_SIDE_EFFECTS__ */
function textToElements(dialect: XmlDialect) {
  return (_: unknown, xPath?: string, elementName?: string) => {
    const select = compileXPath(xPath || "/");
    return (target: string): string => {
      const document = parseDocument(target, dialect);
      for (const node of select(document)) wrapTexts(node, elementName || "value");
      return serialize(document, dialect);
    };
  };
}

/** Wraps the texts that are not alone, in a node and in all elements in it. */
function wrapTexts(top: XmlNode, name: string): void {
  const open = [{ node: top, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next;
    if (node.kind !== "element" && node.kind !== "document") continue;
    if (depth > deepestXml) throw new Failure("xml_too_deep", { limit: deepestXml });
    const texts: XmlNode[] = [];
    let elements = 0;
    for (let child = node.first; child !== undefined; child = child.next) {
      if (child.kind === "text") texts.push(child);
      if (child.kind !== "element") continue;
      elements++;
      open.push({ node: child, depth: depth + 1 });
    }
    if (elements + texts.length > 1) for (const text of texts) wrap(text, name);
  }
}

/** Makes an element of a text, around a copy of it. */
function wrap(text: XmlNode, name: string): void {
  const inner = new XmlNode("text", text.data);
  text.kind = "element";
  text.data = name;
  text.first = inner;
  text.last = inner;
}
