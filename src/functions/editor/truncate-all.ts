import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { byteLength } from "../../core/utf8.ts";
import type { MapValue, Value } from "../../core/values.ts";
import { defineFunction, optional, param } from "../define-function.ts";
import { map, resourceWith } from "../lib/example-values.ts";
import { truncate } from "../lib/truncate.ts";

export const truncateAll = defineFunction({
  kind: "editor",
  name: "truncate_all",
  category: "editor",
  summary: "Cuts the texts in a map that are longer than so many bytes.",
  params: [
    param("target", t.place(t.map), "The path of the map."),
    param("limit", t.intLiteral, "How many bytes a text may have."),
    optional("utf8_safe", t.boolLiteral, "Whether no character is cut in two.", true, "0.148.0"),
    optional(
      "truncation_marker",
      t.stringLiteral,
      "What ends a text that was cut, within the limit.",
      "",
      "0.157.0",
    ),
  ],
  returns: t.any,
  since: "0.104.0",
  examples: [
    {
      source: "truncate_all(attributes, 3)",
      result: map({ user: "ada", city: "Zü" }),
      data: resourceWith({ user: "ada l.", city: "Zürich" }),
    },
    {
      source: 'truncate_all(attributes, 5, utf8_safe=false, truncation_marker="...")',
      result: map({ city: "Be..." }),
      data: resourceWith({ city: "Berlin" }),
    },
    { source: 'truncate_all(attributes, 2, truncation_marker="...")', error: "call_refused" },
  ],
  create: (_, limit, utf8Safe, marker) => truncation(limit, utf8Safe, marker),
  formerly: [{ without: "utf8_truncation", create: (_, limit: bigint) => truncation(limit, false) }],
});

function truncation(limit = 0n, utf8Safe = true, marker = ""): (target: t.Place<MapValue>) => null {
  const bytes = byteLength(marker);
  if (bytes > limit) {
    const expected = `no longer than the limit, ${limit}`;
    throw new Failure("argument_value", { argument: "truncation_marker", expected, found: `${bytes} bytes` });
  }
  return (target) => {
    const cut = (value: Value) =>
      typeof value === "string" ? truncate(value, Number(limit), marker, utf8Safe) : value;
    target.set(target.get().mapValues(cut));
    return null;
  };
}
