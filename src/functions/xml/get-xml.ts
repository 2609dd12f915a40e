import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";
import { formerXml, type XmlDialect, xmlToday } from "../lib/xml/dialect.ts";
import { serialize } from "../lib/xml/serialize.ts";
import { addChild, parseDocument, XmlNode } from "../lib/xml/tree.ts";
import { compileXPath } from "../lib/xpath/xpath.ts";

export const getXML = defineFunction({
  kind: "converter",
  name: "GetXML",
  category: "xml",
  summary:
    "The elements and the texts that an XPath selects in an XML document, one behind the other; attributes and CDATA become text, all else is left out.",
  params: [
    param("target", t.string, "The document; an empty text gives an empty one."),
    param("x_path", t.stringLiteral, "The XPath 1.0."),
  ],
  returns: t.string,
  since: "0.111.0",
  examples: [
    { source: 'GetXML("<a><b>1</b><b>2</b></a>", "/a/b")', result: "<b>1</b><b>2</b>" },
    { source: 'GetXML("<a id=\\"1 &amp; 2\\"/>", "//@id")', result: "1 &amp; 2" },
    { source: 'GetXML("<a>", "/a")', error: "invalid_xml" },
    { source: 'GetXML("<a/>", "/a[")', error: "call_refused" },
    { source: 'GetXML(1, "/")', error: "argument_type" },
  ],
  create: createFor(xmlToday),
  formerly: formerXml(createFor),
});

/* @__NO_SIDE_EFFECTS__ */
function createFor(dialect: XmlDialect) {
  return (_: unknown, xPath = "") => {
    const select = compileXPath(xPath);
    return (target: string): string => {
      if (target === "") return "";
      const result = new XmlNode("document", "");
      for (const node of select(parseDocument(target, dialect))) {
        if (node.kind === "element" || node.kind === "text") addChild(result, node);
        else if (node.kind === "attribute" || node.kind === "cdata") {
          addChild(result, new XmlNode("text", node.first?.data ?? node.data));
        }
      }
      return serialize(result, dialect);
    };
  };
}
