import { z } from "zod";
import { actionNames, actionSchema } from "../src/collector/attributes/action-config.ts";
import { attributesSchema } from "../src/collector/attributes/attributes-config.ts";
import { convertedTypes } from "../src/collector/attributes/convert-value.ts";
import { filterSchema, groupSchema } from "../src/collector/filter/config.ts";
import { filterSignals } from "../src/collector/filter/filter-signals.ts";
import { statementGroupSchema, transformSchema } from "../src/collector/transform/config.ts";
import { statementSettings } from "../src/collector/transform/signals.ts";
import { errorModes } from "../src/engine/conditions.ts";

/** One of some words in any case, or what the environment says; editors offer the words. */
function word(words: readonly string[]) {
  const inAnyCase = words.map((one) => one.replace(/[a-z]/g, (c) => `[${c}${c.toUpperCase()}]`));
  return z.union([z.enum(words), z.string().regex(new RegExp(`^(?:${inAnyCase.join("|")})$|\\$\\{`))]);
}

const mode = word(errorModes).optional();
const severalTexts = z.array(z.string());

/** The lists of conditions of each signal, of texts or of groups whose context is one of the signal's. */
const conditions = Object.fromEntries(
  filterSignals.map(({ flat, contexts }) => {
    const group = groupSchema.extend({ context: word(contexts).optional(), error_mode: mode });
    return [flat, z.union([severalTexts, z.array(group)]).optional()];
  }),
);

const statements = Object.fromEntries(
  statementSettings.map(({ setting, contexts }) => {
    const group = statementGroupSchema.extend({ context: word(contexts).optional(), error_mode: mode });
    return [setting, z.union([severalTexts, z.array(group)]).optional()];
  }),
);

const action = actionSchema.unwrap().extend({
  action: word(actionNames),
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
    const { $schema: _, ...definition } = z.toJSONSchema(schema, {
      io: "input",
      unrepresentable: "any",
      override: ({ jsonSchema }) => mayBeNothing(jsonSchema),
    });
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

/** Settings that are not the same as absent where nothing is written behind them. */
const neverNothing: ReadonlySet<string> = new Set([
  "action",
  "actions",
  "context",
  "error_mode",
  ...filterSignals.map(({ flat }) => flat),
  ...statementSettings.map(({ setting }) => setting),
]);

function mayBeNothing({ properties = {} }: z.core.JSONSchema.BaseSchema): void {
  for (const [name, given] of Object.entries(properties))
    if (typeof given === "object" && !neverNothing.has(name) && !takesNothing(given))
      properties[name] = { anyOf: [given, { type: "null" }] };
}

function takesNothing({ type, anyOf, ...others }: z.core.JSONSchema.BaseSchema): boolean {
  if (anyOf !== undefined) return anyOf.some(takesNothing);
  return type === undefined ? Object.keys(others).length === 0 : [type].flat().includes("null");
}
