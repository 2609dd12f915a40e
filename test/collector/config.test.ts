import { expect, test } from "vitest";
import { z } from "zod";
import { decode } from "../../src/collector/config.ts";
import { readConfiguration } from "../../src/collector/configuration.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { OttlError } from "../../src/diagnostics/ottl-error.ts";
import { reference as variable } from "../documents/reference.ts";

const schema = z.strictObject({
  error_mode: z.enum(["ignore", "silent", "propagate"]).default("propagate"),
  metrics: z
    .strictObject({ metric: z.array(z.string()).optional(), datapoint: z.array(z.string()).optional() })
    .optional(),
  groups: z
    .array(
      z.union([
        z.string(),
        z.strictObject({ context: z.string().optional(), conditions: z.array(z.string()) }),
      ]),
    )
    .optional(),
  labels: z.record(z.string(), z.string()).optional(),
  limit: z.int().min(1).optional(),
  ratio: z.number().optional(),
  on: z.boolean().optional(),
  big: z.bigint().optional(),
  value: z.unknown().optional(),
  name: z.string().optional(),
});

type Options = Parameters<typeof readConfiguration>[1];

function read(text: string, options: Options = {}): unknown {
  return decode(schema, readConfiguration(text, options), "processors.filter/mesh");
}

function errorOf(run: () => unknown): OttlError {
  try {
    run();
  } catch (error) {
    if (error instanceof OttlError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

/** Each finding as code, what is underlined, and its setting below the component. */
function findings(text: string, options: Options = {}): string[] {
  const { diagnostics } = errorOf(() => read(text, options));
  return diagnostics.map(
    ({ code, span, setting = "" }) =>
      `${code} ${text.slice(span.start, span.end)} ${setting.replace("processors.filter/mesh", "")}`,
  );
}

test("settings are read with their types", () => {
  const text =
    "metrics: {metric: ['a']}\nlimit: 3\nratio: 2\non: true\nbig: 9223372036854775807\nvalue: [1, 1.5]\n";
  expect(read(text)).toEqual({
    error_mode: "propagate",
    metrics: { metric: ["a"] },
    limit: 3,
    ratio: 2,
    on: true,
    big: 9223372036854775807n,
    value: [1n, 1.5],
  });
});

test("null is the same as absent", () => {
  expect(read("error_mode:\nmetrics:\ngroups: ~\nlimit: null\n")).toEqual({ error_mode: "propagate" });
});

test("an unknown setting is told with the one that was meant and all there are", () => {
  const { diagnostics } = errorOf(() => read("metrics:\n  metrc: []\n"));
  expect(diagnostics[0]).toMatchObject({
    code: "unknown_key",
    label: 'did you mean "metric"?',
    hint: "valid settings: datapoint, metric",
  });
});

test("all that is wrong is told at once, in the order of the text", () => {
  const text =
    "error_mod: ignore\nmetrics:\n  metric: [1, true]\n  datapoint: a\nlimit: 0\nratio: x\non: 1\n";
  expect(findings(text)).toEqual([
    "unknown_key error_mod .error_mod",
    "wrong_type 1 .metrics.metric[0]",
    "wrong_type true .metrics.metric[1]",
    "wrong_type a .metrics.datapoint",
    "invalid_setting 0 .limit",
    "wrong_type x .ratio",
    "wrong_type 1 .on",
  ]);
});

test("of alternatives the one that fits best says what is wrong", () => {
  const text =
    "groups:\n  - {context: 5, conditions: [a]}\n  - {contxt: a, conditions: []}\n  - {context: a}\n  - 5\n";
  expect(findings(text)).toEqual([
    "wrong_type 5 .groups[0].context",
    "unknown_key contxt .groups[1].contxt",
    "missing_key {context: a} .groups[2].conditions",
    "wrong_type 5 .groups[3]",
  ]);
  expect(errorOf(() => read("groups: [5]")).message).toBe("expected a text or a map, found the number 5");
});

test("a word that is none of those allowed is told with them", () => {
  const [finding] = errorOf(() => read("error_mode: ignor")).diagnostics;
  expect(finding).toMatchObject({ code: "invalid_value", label: 'did you mean "ignore"?' });
  expect(finding.message).toBe('"ignor" is not "ignore" or "silent" or "propagate"');
});

test("a number is no text, with the repair", () => {
  expect(errorOf(() => read("name: 12")).diagnostics[0].hint).toBe("put it in quotes to make it a text");
});

test("a text setting gets the text of a variable, another one its value", () => {
  const env = { NUMBER: "0123", LIST: "[a, b]" };
  const reference = (name: string) => variable(`env:${name}`);
  const text = `name: ${reference("NUMBER")}\nlimit: ${reference("NUMBER")}\nvalue: ${reference("NUMBER")}\n`;
  expect(read(text, { env })).toMatchObject({ name: "0123", limit: 83, value: 83n });
  expect(read(`name: ${reference("LIST")}`, { env })).toMatchObject({ name: "[a, b]" });
  expect(read(`metrics:\n  metric: ${reference("LIST")}`, { env })).toMatchObject({
    metrics: { metric: ["a", "b"] },
  });
  expect(findings(`limit: ${reference("LIST")}`, { env })).toEqual([
    `wrong_type ${reference("LIST")} .limit`,
  ]);
});

test("a variable that is not set gives a warning and nothing", () => {
  const warnings: Diagnostic[] = [];
  const text = `name: ${variable("env:GONE")}`;
  expect(read(text, { onWarning: (warning) => warnings.push(warning) })).toMatchObject({ name: "" });
  expect(
    warnings.map(({ code, severity, span }) => [code, severity, text.slice(span.start, span.end)]),
  ).toEqual([["expand_unset", "warning", variable("env:GONE")]]);
});

test("keys that objects have by nature are unknown settings, or keys of a map", () => {
  expect(findings("__proto__: {a: 1}\nconstructor: 1\n")).toEqual([
    "unknown_key __proto__ .__proto__",
    "unknown_key constructor .constructor",
  ]);
  const { labels } = read("labels: {constructor: a, toString: b}") as { labels: Record<string, string> };
  expect(Object.entries(labels)).toEqual([
    ["constructor", "a"],
    ["toString", "b"],
  ]);
  read("labels: {__proto__: a}\nvalue: {__proto__: {polluted: 1}}");
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test("the file's name and the text go with the error", () => {
  const error = errorOf(() => read("limit: x", { file: "collector.yaml" }));
  expect([error.phase, error.file, error.source]).toEqual(["configuration", "collector.yaml", "limit: x"]);
  expect(error.toString()).toContain("collector.yaml:1:8 · processors.filter/mesh.limit");
});

test("what is no map of settings is refused", () => {
  const code = (text: string, options?: Options) => errorOf(() => readConfiguration(text, options)).code;
  expect(["", "# nothing\n", "~", "[a]", "a", "1: a", "a: 'b"].map((text) => code(text))).toEqual([
    "empty_configuration",
    "empty_configuration",
    "empty_configuration",
    "configuration_kind",
    "configuration_kind",
    "configuration_key_kind",
    "yaml_quote_open",
  ]);
  expect(code("a: 1", { compatibility: "9" })).toBe("malformed_version");
  expect(code("a: $1", { compatibility: "0.104.0" })).toBe("expand_dollar_rejected");
});

test("many unknown keys are each told at their place", () => {
  const keys = Array.from({ length: 20_000 }, (_, i) => `unknown${i}: 1\n`).join("");
  const { diagnostics } = errorOf(() => read(keys));
  expect(diagnostics).toHaveLength(20_000);
  expect(diagnostics.at(-1)?.span.start).toBe(keys.lastIndexOf("unknown"));
});
