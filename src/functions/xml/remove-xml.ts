import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";
import { formerXml, type XmlDialect, xmlToday } from "../lib/xml/dialect.ts";
import { serialize } from "../lib/xml/serialize.ts";
import { parseDocument, removeAttribute, removeNode, type XmlNode } from "../lib/xml/tree.ts";
import { compileXPath } from "../lib/xpath/xpath.ts";

export const removeXML = defineFunction({
  kind: "converter",
  name: "RemoveXML",
  category: "xml",
  summary:
    "An XML document without the elements, the attributes, the texts, the comments and the CDATA that an XPath selects.",
  params: [
    param("target", t.string, "The document; an empty text stays one."),
    param("x_path", t.stringLiteral, "The XPath 1.0."),
  ],
  returns: t.string,
  since: "0.111.0",
  examples: [
    { source: 'RemoveXML("<a><b>1</b><c/></a>", "/a/b")', result: "<a><c></c></a>" },
    {
      source: 'RemoveXML("<a id=\\"1\\" x:id=\\"2\\" xmlns:x=\\"u\\"/>", "//@*[local-name() = \'id\']")',
      result: '<a x:id="2" xmlns:x="u"></a>',
    },
    { source: 'RemoveXML("text", "/a")', error: "invalid_xml" },
    { source: 'RemoveXML("<a/>", "")', error: "call_refused" },
    { source: 'RemoveXML(1, "/")', error: "argument_type" },
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
      const document = parseDocument(target, dialect);
      select(document).forEach(remove);
      return serialize(document, dialect);
    };
  };
}

function remove(node: XmlNode): void {
  switch (node.kind) {
    case "element":
    case "comment":
    case "cdata":
      removeNode(node);
      break;
    case "text":
      node.data = "";
      break;
    case "attribute":
      if (node.parent !== undefined) removeAttribute(node.parent, node.data);
      break;
    default:
  }
}
