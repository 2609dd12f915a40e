import { Failure } from "../../core/failure.ts";
import { deepestValue } from "../../core/limits.ts";
import * as t from "../../core/types.ts";
import { ListValue, MapValue, type Value } from "../../core/values.ts";
import { defineFunction, param } from "../define-function.ts";
import { list, map } from "../lib/example-values.ts";
import { formerXml, type XmlDialect, xmlToday } from "../lib/xml/dialect.ts";
import { parseDocument, type XmlNode } from "../lib/xml/tree.ts";

export const parseSimplifiedXML = defineFunction({
  kind: "converter",
  name: "ParseSimplifiedXML",
  category: "xml",
  summary:
    "The elements of an XML document as a map by name: the text of those that have no elements, maps of the others, and lists where a name occurs more than once; attributes, empty elements and text beside elements are left out.",
  params: [param("target", t.string, "The document.")],
  returns: t.map,
  since: "0.112.0",
  examples: [
    {
      source: 'ParseSimplifiedXML("<a><b>1</b><c>2</c><c>3</c></a>")',
      result: map({ a: map({ b: "1", c: list(["2", "3"]) }) }),
    },
    { source: 'ParseSimplifiedXML("<a/>")', result: map({}) },
    { source: 'ParseSimplifiedXML("<a>")', error: "invalid_xml" },
    { source: "ParseSimplifiedXML(1)", error: "argument_type" },
  ],
  create: createFor(xmlToday),
  formerly: formerXml(createFor),
});

/* @__NO_SIDE_EFFECTS__ */
function createFor(dialect: XmlDialect) {
  return () => (target: string) => simplify(parseDocument(target, dialect), 1);
}

/** The elements in a node, by name. */
function simplify(parent: XmlNode, depth: number): MapValue {
  if (depth > deepestValue) throw new Failure("value_too_deep", { limit: deepestValue });
  const counts = new Map<string, number>();
  const elements: XmlNode[] = [];
  for (let child = parent.first; child !== undefined; child = child.next) {
    if (child.kind !== "element") continue;
    elements.push(child);
    counts.set(child.data, (counts.get(child.data) ?? 0) + 1);
  }
  const entries = new Map<string, Value>();
  const lists = new Map<string, Value[]>();
  for (const element of elements) {
    if (element.first === undefined) continue;
    const isRepeated = counts.get(element.data) !== 1;
    const items = lists.get(element.data) ?? [];
    if (isRepeated && !lists.has(element.data)) {
      lists.set(element.data, items);
      entries.set(element.data, new ListValue(items, "slice")); // is filled by the elements to come
    }
    const value = leafText(element) || simplify(element, depth + (isRepeated ? 2 : 1));
    if (value instanceof MapValue && value.size === 0) continue;
    if (isRepeated) items.push(value);
    else entries.set(element.data, value);
  }
  return MapValue.of(entries);
}

/** The first text or CDATA of an element that has no elements. */
function leafText(element: XmlNode): string {
  let text: string | undefined;
  for (let child = element.first; child !== undefined; child = child.next) {
    if (child.kind === "element") return "";
    if (child.kind === "text" || child.kind === "cdata") text ??= child.data;
  }
  return text ?? "";
}
