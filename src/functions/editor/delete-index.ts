import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { ListValue } from "../../core/values.ts";
import { defineFunction, optional, param } from "../define-function.ts";
import { list, resourceWith } from "../lib/example-values.ts";

export const deleteIndex = defineFunction({
  kind: "editor",
  name: "delete_index",
  category: "editor",
  summary: "Deletes one value of a list, or those of a range.",
  params: [
    param("target", t.place(t.list), "The path of the list."),
    param("start_index", t.int, "The index of the first value that goes."),
    optional("end_index", t.int, "The index behind the last value that goes.", null),
  ],
  returns: t.any,
  since: "0.145.0",
  examples: [
    { source: 'delete_index(attributes["tags"], 0)', result: list(["green", "red"]), data: withTags() },
    { source: 'delete_index(attributes["tags"], 0, end_index=2)', result: list(["red"]), data: withTags() },
    { source: 'delete_index(attributes["tags"], 3)', error: "range_out_of_bounds", data: withTags() },
    { source: 'delete_index(attributes["tags"], "0")', error: "argument_type" },
  ],
  evaluate(target, start, givenEnd) {
    const { items } = target.get();
    const end = givenEnd ?? start + 1n;
    const length = BigInt(items.length);
    const isWhole = start === 0n && end === length;
    if (!isWhole && (start < 0n || start >= length || end < start || end > length)) {
      throw new Failure("range_out_of_bounds", { start, end, length: items.length });
    }
    target.set(new ListValue([...items.slice(0, Number(start)), ...items.slice(Number(end))], "slice"));
    return null;
  },
});

/* @__NO_SIDE_EFFECTS__ */
function withTags() {
  return resourceWith({ tags: ["blue", "green", "red"] });
}
