import { Failure } from "../../core/failure.ts";
import { deepestValue } from "../../core/limits.ts";
import * as t from "../../core/types.ts";
import { ListValue, MapValue, type Value } from "../../core/values.ts";
import { defineFunction, param } from "../define-function.ts";
import { list, map } from "../lib/example-values.ts";
import { trimSpace } from "../lib/trim-space.ts";
import { type Attribute, type Name, XmlReader } from "../lib/xml/xml-reader.ts";

export const parseXML = defineFunction({
  kind: "converter",
  name: "ParseXML",
  category: "xml",
  summary:
    "The first element of an XML document as a map: its `tag` and, where there are any, its text as `content`, its `attributes` and its elements as `children`, each such a map.",
  params: [param("target", t.string, "The document; nothing may follow the element, not even a line end.")],
  returns: t.map,
  since: "0.104.0",
  examples: [
    {
      source: 'ParseXML("<a id=\\"1\\"> x <b/></a>")',
      result: map({
        tag: "a",
        content: "x",
        attributes: map({ id: "1" }),
        children: list([map({ tag: "b" })]),
      }),
    },
    { source: 'ParseXML("<a></b>")', error: "invalid_xml" },
    { source: "ParseXML(1)", error: "argument_type" },
  ],
  evaluate(target) {
    const reader = new XmlReader(target, false);
    for (;;) {
      const token = reader.next();
      if (token === undefined)
        throw new Failure("invalid_xml", { reason: "the document has no element", line: reader.line });
      if (token.kind !== "start") continue;
      const element = readElement(reader, token.name, token.attributes, 1);
      if (reader.atEnd) return element;
      throw new Failure("invalid_xml", { reason: "something follows the element", line: reader.line });
    }
  },
});

/** Reads an element to its end tag. */
function readElement(
  reader: XmlReader,
  name: Name,
  attributes: readonly Attribute[],
  depth: number,
): MapValue {
  if (2 * depth > deepestValue) throw new Failure("value_too_deep", { limit: deepestValue }); // a list and a map each
  let content = "";
  const children: MapValue[] = [];
  for (let token = reader.next(); token !== undefined && token.kind !== "end"; token = reader.next()) {
    if (token.kind === "text") content += trimSpace(token.text);
    if (token.kind === "start") children.push(readElement(reader, token.name, token.attributes, depth + 1));
  }
  const entries: [string, Value][] = [["tag", name.local]];
  if (content !== "") entries.push(["content", content]);
  if (attributes.length > 0) {
    const values = new Map(attributes.map((attribute) => [attribute.name.local, attribute.value]));
    entries.push(["attributes", MapValue.of(values)]);
  }
  if (children.length > 0) entries.push(["children", new ListValue(children, "slice")]);
  return MapValue.of(entries);
}
