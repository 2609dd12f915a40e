import { rewritten, storable } from "../../core/data.ts";
import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { ListValue, type Value } from "../../core/values.ts";
import { defineFunction, optional, param } from "../define-function.ts";
import { list, resourceWith } from "../lib/example-values.ts";

export const append = defineFunction({
  kind: "editor",
  name: "append",
  category: "editor",
  summary: "Adds values to the end of a list; a path with one value becomes a list that begins with it.",
  params: [
    param("target", t.place(t.any), "The path of the list."),
    optional("value", t.lazy(t.any), "One value.", null),
    optional("values", t.literalListOf(t.any), "Several values, put behind `value`.", null),
  ],
  returns: t.any,
  since: "0.104.0",
  examples: [
    {
      source: 'append(attributes["tags"], "blue")',
      result: list(["red", "blue"]),
      data: resourceWith({ tags: ["red"] }),
    },
    {
      source: 'append(attributes["tags"], value="blue", values=["green", 1])',
      result: list(["red", "blue", "green", 1n]),
      data: resourceWith({ tags: "red" }),
    },
    { source: 'append(attributes["tags"])', error: "call_refused" },
  ],
  create(_, knownValue, knownValues) {
    if (knownValue === null && knownValues === null) {
      throw new Failure("argument_value", {
        argument: "value",
        expected: "given, or values",
        found: "neither",
      });
    }
    return (target, value, values) => {
      const items = itemsOf(target.get());
      if (value !== null) items.push(storable(value()));
      for (const one of values ?? []) items.push(storable(one));
      target.set(new ListValue(items, "slice"));
      return null;
    };
  },
});

function itemsOf(value: Value): Value[] {
  if (value === null) return [];
  if (!(value instanceof ListValue)) return [storable(value)];
  switch (value.origin) {
    case "slice":
      return value.items.map(rewritten);
    case "uint64":
    case "bytes":
      return [storable(value)]; // always fails
    default:
      return value.items.map(storable);
  }
}
