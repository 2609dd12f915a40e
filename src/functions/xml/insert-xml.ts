import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";
import { formerXml, type XmlDialect, xmlToday } from "../lib/xml/dialect.ts";
import { serialize } from "../lib/xml/serialize.ts";
import { addChild, parseDocument, XmlNode } from "../lib/xml/tree.ts";
import { compileXPath } from "../lib/xpath/xpath.ts";

export const insertXML = defineFunction({
  kind: "converter",
  name: "InsertXML",
  category: "xml",
  summary: "An XML document with another one at the end of each element that an XPath selects.",
  params: [
    param("target", t.string, "The document; an empty text is a document without elements."),
    param("x_path", t.stringLiteral, "The XPath 1.0; `/` is the document itself."),
    param("sub_document", t.string, "The document that is put in."),
  ],
  returns: t.string,
  since: "0.111.0",
  examples: [
    { source: 'InsertXML("<a/>", "/a", "<b/>")', result: "<a><b></b></a>" },
    { source: 'InsertXML("", "/", "<a/>")', result: "<a></a>" },
    { source: 'InsertXML("<a>1</a>", "/a/text()", "<b/>")', error: "xml_target" },
    { source: 'InsertXML("<a/>", "/a", "b")', error: "invalid_xml" },
    { source: 'InsertXML("<a/>", "a::b", "<b/>")', error: "call_refused" },
    { source: 'InsertXML("<a/>", "/a", 1)', error: "argument_type" },
  ],
  create: createFor(xmlToday),
  formerly: formerXml(createFor),
});

/* @__NO_SIDE_EFFECTS__ */
function createFor(dialect: XmlDialect) {
  return (_: unknown, xPath = "") => {
    const select = compileXPath(xPath);
    return (target: string, _xPath: string, subDocument: string): string => {
      const document = target === "" ? new XmlNode("element", "") : parseDocument(target, dialect);
      const inserted = parseDocument(subDocument, dialect);
      for (const node of select(document)) {
        if (node.kind !== "element" && node.kind !== "document") {
          throw new Failure("xml_target", { kind: node.kind });
        }
        insert(inserted, node);
      }
      return serialize(document, dialect);
    };
  };
}

/** Adds the children of a document, which keeps them: what is added to several nodes shows in all of them. */
function insert(document: XmlNode, parent: XmlNode): void {
  const added = new Set<XmlNode>();
  let next: XmlNode | undefined;
  for (let child = document.first; child !== undefined; child = next) {
    if (added.has(child)) throw new Failure("endless_xml"); // it was there before, and follows itself now
    added.add(child);
    next = child.next;
    addChild(parent, child);
  }
}
