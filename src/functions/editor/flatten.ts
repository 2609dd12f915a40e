import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { defineFunction, optional, param } from "../define-function.ts";
import { map, resourceWith } from "../lib/example-values.ts";
import { flattenMap } from "../lib/flatten-map.ts";

export const flatten = defineFunction({
  kind: "editor",
  name: "flatten",
  category: "editor",
  summary: "Lifts the entries of the maps and lists in a map to its top, their keys joined by dots.",
  params: [
    param("target", t.place(t.map), "The path of the map."),
    optional("prefix", t.stringLiteral, "What every key begins with, before a dot.", ""),
    optional(
      "depth",
      t.intLiteral,
      "How many levels are lifted; all where it is absent.",
      9_223_372_036_854_775_807n,
    ),
    optional(
      "resolve_conflicts",
      t.boolLiteral,
      "Whether a key that is there already gets a number behind it, instead of being overwritten.",
      false,
      "0.122.0",
    ),
  ],
  returns: t.any,
  since: "0.104.0",
  examples: [
    {
      source: "flatten(attributes)",
      result: map({ "user.name": "ada", "tags.0": "blue" }),
      data: resourceWith({ user: { name: "ada" }, tags: ["blue"] }),
    },
    {
      source: 'flatten(attributes, prefix="app", depth=1, resolve_conflicts=true)',
      result: map({ "app.tags": "blue", "app.tags.0": "green", "app.tags.1": "red" }),
      data: resourceWith({ tags: ["blue", "green", "red"] }),
    },
    { source: "flatten(attributes, depth=0)", error: "call_refused" },
  ],
  create(_, __, depth = 1n) {
    if (depth < 1n) {
      throw new Failure("argument_value", {
        argument: "depth",
        expected: "at least 1",
        found: String(depth),
      });
    }
    return (target, prefix, __, resolveConflicts) => {
      target.set(flattenMap(target.get(), { prefix, depth, resolveConflicts }));
      return null;
    };
  },
});
