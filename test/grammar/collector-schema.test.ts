import { readFileSync } from "node:fs";
import glob from "fast-glob";
import { expect, test } from "vitest";
import { z } from "zod";
import { plain } from "../../src/documents/plain.ts";
import { parseYaml } from "../../src/documents/yaml.ts";

const root = new URL("../../", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), "utf8");
const schema = z.fromJSONSchema(JSON.parse(read("grammar/collector.schema.json")));

function isValid(yaml: string): boolean {
  const { node } = parseYaml({ text: yaml });
  if (node === undefined) return false;
  // As JSON has it: ints are bigints in documents, and maps have no prototypes.
  const json = JSON.stringify(plain(node), (_, value) => (typeof value === "bigint" ? Number(value) : value));
  return schema.safeParse(JSON.parse(json)).success;
}

/** A question about keys that no version has. */
const wrong = ["fixtures/questions/before-rollout/collector.yaml"];
const files = glob
  .sync("{fixtures/questions,examples}/**/*.yaml", { cwd: root.pathname })
  .filter((name) => /^processors:/m.test(read(name)));

test("there are configurations", () => expect(files.length).toBeGreaterThan(25));

test.for(files)("%s is as the schema says", (name) => {
  expect(isValid(read(name))).toBe(!wrong.includes(name));
});

const processors = (settings: string) => `processors:\n  ${settings}\n`;

test.for([
  "filter: { error_mode: Ignore, logs: { log_record: 'body == nil' } }",
  "filter/a: { error_mode: '${env:MODE}', metrics: { metric: }, traces: }",
  "filter: { log_conditions: [{ context: LOG, conditions: ['body == nil'] }] }",
  "transform: { profile_statements: [{ context: profile, statements: [] }] }",
  "transform/a:",
  "resource: { attributes: [{ action: UPSERT, key: a, value: 1 }] }",
  "batch: { anything: 1 }",
])("%s passes", (settings) => {
  expect(isValid(processors(settings))).toBe(true);
});

test.for([
  "filter: { eror_mode: ignore }",
  "filter: { error_mode: ignored }",
  "filter: { metrics: { metrics: ['true'] } }",
  "filter: { traces: { span: [1] } }",
  "filter: { log_conditions: [{ context: span, conditions: ['true'] }] }",
  "filter/a: []",
  "transform: { error_mode: }",
  "transform: { log_statements: }",
  "transform: { log_statements: 'set(log.body, 1)' }",
  "transform: { log_statements: [{ context: logs, statements: [] }] }",
  "transform: { log_statements: [{ context: log, statement: [] }] }",
  "transform: { log_statements: ['set(log.body, 1)', { context: log, statements: [] }] }",
  "resource: { attributes: [{ action: set, key: a, value: 1 }] }",
  "attributes: { actions: [{ key: a, value: 1 }] }",
])("%s fails", (settings) => {
  expect(isValid(processors(settings))).toBe(false);
});
