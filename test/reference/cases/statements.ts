import { type Group, group } from "./group.ts";

const statement = { kind: "statement", context: "datapoint", data: "edited" } as const;

export const statements: readonly Group[] = [
  group("statements/conditions", "The condition of a statement, and what it may be.", statement, {
    "runs the editor where its condition holds": [
      'set(attributes["x"], 1) where true',
      'set(attributes["x"], 1) where false',
      'set(attributes["x"], 1) where attributes["a"] == 1',
      'set(attributes["x"], 1) where attributes["a"] != nil and not IsString(attributes["a"])',
      'set(attributes["x"], 1) where IsMatch(attributes["s"], "h.llo")',
      'set(attributes["x"], 1) where attributes["s"]["k"] == 1',
      'set(attributes["x"], 1) where true or attributes["s"]["k"] == 1',
      'set(attributes["x"], 1) where Len(attributes["b"]) > 1',
      'set(attributes["x"], 1) where IsMatch(attributes["s"], "(")',
      'set(attributes["x"], 1) where attributes["a"]',
      'set(attributes["x"], 1) where',
      'set(attributes["x"], 1) if true',
      "where true",
    ],
    "is one editor": [
      'Set(attributes["x"], 1)',
      'Len(attributes["s"])',
      "set",
      'set(attributes["x"], 1)["k"]',
      'set(attributes["x"], 1) set(attributes["y"], 1)',
      'set(attributes["x"], 1),',
      'set(attributes["x"], set(attributes["y"], 1))',
      'nope(attributes["x"])',
      'attributes["x"] = 1',
      "",
    ],
    "sees what it changes": [
      'set(attributes["a"], attributes["a"] + 1)',
      'set(attributes["s"], Concat([attributes["s"], attributes["s"]], "-"))',
      'set(attributes["a"], 2) where attributes["a"] == 1',
      'set(metric.name, Concat([metric.name, "x"], ""))',
      'set(resource.attributes["n"], resource.attributes["n"] + 1)',
      'set(metric.description, "text") where metric.description == ""',
      'set(resource.attributes["seen"], true) where resource.attributes["seen"] == nil',
      'delete_key(resource.attributes, "n") where resource.attributes["n"] == 7',
    ],
    "has a cache for each record": [
      'set(cache["x"], attributes["a"])',
      'set(cache["x"], cache["x"])',
      'set(cache, attributes["map"])',
      "set(cache, attributes)",
      'merge_maps(cache, resource.attributes, "insert")',
      'set(attributes["x"], cache)',
    ],
  }),
];
