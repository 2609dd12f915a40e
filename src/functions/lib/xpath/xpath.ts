import { XmlNode } from "../xml/tree.ts";
import { buildQuery } from "./build.ts";
import { parseXPath } from "./expression.ts";
import { Navigator } from "./navigator.ts";

/** A compiled XPath: tells the nodes that it selects in a document, attributes as nodes of their own. */
export type XPath = (document: XmlNode) => readonly XmlNode[];

/**
 * Compiles an XPath 1.0 with the functions and the answers of the Go module `antchfx/xpath` (also where these are not
 * XPath's); one that says a value selects nothing. Throws `invalid_xpath`, and when it is used `xpath_failed`.
 */
export function compileXPath(source: string): XPath {
  const query = buildQuery(parseXPath(source));
  return (document) => {
    if (query.type === "boolean") return [];
    const running = query.clone();
    const here = Navigator.at(document);
    const nodes: XmlNode[] = [];
    for (let node = running.select(here); node !== undefined; node = running.select(here)) {
      here.moveTo(node);
      nodes.push(found(here));
    }
    return nodes;
  };
}

function found(here: Navigator): XmlNode {
  if (here.type !== "attribute") return here.node;
  const node = new XmlNode("attribute", here.name);
  node.parent = here.node;
  node.first = new XmlNode("text", here.value);
  return node;
}
