import { type Group, group } from "./group.ts";
import { ofOneTarget, together } from "./targets.ts";

const about: Readonly<Record<string, readonly [good: string, about: string]>> = {
  IsString: ['"a"', "Whether a value is a string."],
  IsInt: ["1", "Whether a value is a 64-bit integer."],
  IsDouble: ["1.5", "Whether a value is a 64-bit float."],
  IsBool: ["true", "Whether a value is a boolean."],
  IsMap: ['{"k": 1}', "Whether a value is a map."],
  IsList: ["[1]", "Whether a value is a list."],
  IsEmpty: ['""', "Whether a value is nil, a zero or an empty collection."],
};

/** The functions that ask for the type of a value. */
export const predicates: readonly Group[] = Object.entries(about).map(([name, [good, text]]) =>
  group(
    `functions/${name}`,
    text,
    { kind: "condition" },
    together(ofOneTarget(name, good), {
      "is a boolean value": [
        { text: `${name}(${good})`, kind: "value" },
        { text: `${name}(attributes["v"])`, kind: "value", data: "values" },
        `${name}(${good}) == true`,
        `${name}(${good}) != true`,
        `not ${name}(${good})`,
        `${name}(${good}) == "true"`,
        `${name}(${name}(${good}))`,
      ],
      "answers in the metric context": [
        { text: `${name}(metadata)`, context: "metric", data: "shapes" },
        { text: `${name}(name)`, context: "metric", data: "shapes" },
        { text: `${name}(type)`, context: "metric", data: "shapes" },
        { text: `${name}(aggregation_temporality)`, context: "metric", data: "shapes" },
        { text: `${name}(is_monotonic)`, context: "metric", data: "shapes" },
        { text: `${name}(metadata["deep"]["x"])`, context: "metric", data: "shapes" },
      ],
      "answers in the resource and scope contexts": [
        { text: `${name}(attributes["nested"])`, context: "resource", data: "shapes" },
        { text: `${name}(dropped_attributes_count)`, context: "resource", data: "shapes" },
        { text: `${name}(schema_url)`, context: "scope", data: "shapes" },
        { text: `${name}(version)`, context: "scope", data: "shapes" },
      ],
    }),
  ),
);
