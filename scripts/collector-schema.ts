import { z } from "zod";
import { actionNames, actionSchema } from "../src/collector/attributes/action-config.ts";
import { attributesSchema } from "../src/collector/attributes/attributes-config.ts";
import { convertedTypes } from "../src/collector/attributes/convert-value.ts";
import { filterSchema, groupSchema } from "../src/collector/filter/config.ts";
import { filterSignals } from "../src/collector/filter/filter-signals.ts";
import { statementGroupSchema, transformSchema } from "../src/collector/transform/config.ts";
import { errorModes } from "../src/engine/conditions.ts";

const mode = z.enum(errorModes).optional();
const severalTexts = z.array(z.string());

/** The lists of conditions of each signal, of texts or of groups whose context is one of the signal's. */
const conditions = Object.fromEntries(
  filterSignals.map(({ flat, contexts }) => {
    const group = groupSchema.extend({ context: z.enum(contexts).optional(), error_mode: mode });
    return [flat, z.union([severalTexts, z.array(group)]).optional()];
  }),
);

const statements = Object.fromEntries(
  [
    ["metric_statements", "metric", "datapoint", "exemplar"],
    ["trace_statements", "span", "spanevent"],
    ["log_statements", "log"],
    ["profile_statements", "profile"],
  ].map(([list = "", ...contexts]) => {
    const context = z.enum(["resource", "scope", ...contexts]).optional();
    const group = statementGroupSchema.extend({ context, error_mode: mode });
    return [list, z.union([severalTexts, z.array(group)]).optional()];
  }),
);

const action = actionSchema.unwrap().extend({
  action: z.enum(actionNames),
  converted_type: z.enum(convertedTypes).nullish(),
});

const settings = {
  attributes: attributesSchema.unwrap().extend({ actions: z.array(action) }),
  filter: filterSchema.extend({ error_mode: mode, ...conditions }),
  resource: z.strictObject({ attributes: z.array(action) }),
  transform: transformSchema.extend({ error_mode: mode, ...statements }),
};

/** The JSON Schema of what ottlkit runs of a Collector's configuration, for editors: other components may be anything. */
export function collectorSchemaDocument(): string {
  const definitions = Object.entries(settings).map(([type, schema]) => {
    const { $schema: _, ...definition } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
    return [type, definition] as const;
  });
  const processors = Object.keys(settings).map((type) => [
    `^${type}(/.*)?$`,
    { anyOf: [{ $ref: `#/$defs/${type}` }, { type: "null" }] },
  ]);
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "A Collector's configuration, as far as ottlkit runs its processors",
    type: "object",
    properties: { processors: { type: "object", patternProperties: Object.fromEntries(processors) } },
    $defs: Object.fromEntries(definitions),
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
