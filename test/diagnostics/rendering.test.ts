/**
 * Each code has a file in `fixtures/diagnostics`: a line of JSON that says what the text is (`kind`, `context`,
 * `record`, `options`), the text, a line `---`, and what is printed. `npx vitest run -u` writes the last part anew.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lintMessages } from "../../src/diagnostics/codes/lint.ts";
import { messages } from "../../src/diagnostics/messages.ts";
import { check, condition, formatDiagnostics, OttlError, statement, value } from "../../src/index.ts";

const folder = join(import.meta.dirname, "../../fixtures/diagnostics");
const codes = Object.keys(messages);
/** What no text with a record in JSON raises; other tests do. */
const elsewhere = new Set([
  "unknown_option",
  "version_not_modelled",
  "payload_not_json",
  "payload_kind",
  "payload_shape",
  "value_not_writable",
  "path_not_of_kind",
  "path_readonly",
  "record_frozen",
  "record_unreadable",
  "evaluation_too_deep",
  "value_nesting_too_deep",
  "value_too_deep",
  "value_too_large",
  "invalid_xpath",
  "xml_limit",
  "xml_too_deep",
]);

test.for(codes.filter((code) => !elsewhere.has(code)))("%s is drawn as its fixture shows", async (code) => {
  const file = join(folder, `${code}.txt`);
  expect(existsSync(file), `fixtures/diagnostics/${code}.txt exists`).toBe(true);
  const [head, source] = partsOf(readFileSync(file, "utf8"));
  const drawn = draw(JSON.parse(head), source);
  expect(drawn).toContain(`[${code}]`);
  await expect(`${head}\n${source}\n---\n${drawn}\n`).toMatchFileSnapshot(file);
});

test("nothing of a drawing is obeyed by a terminal, whatever the text names", () => {
  const text = 'Time(body, "%\x1b") == nil';
  const [found] = check("log", text);
  expect(found?.message).toContain("\x1b");
  expect(formatDiagnostics(text, check("log", text))).not.toMatch(/[^\P{Cc}\n]/u);
});

test("every fixture is of a code", () => {
  const names = readdirSync(folder).map((name) => name.replace(/\.txt$/, ""));
  const all = [...codes, ...Object.keys(lintMessages)];
  expect(names.filter((name) => !all.includes(name))).toEqual([]);
});

interface Head {
  readonly kind: "condition" | "value" | "statement";
  readonly context: string;
  readonly record?: object;
  readonly options?: object;
}

function partsOf(text: string): readonly [head: string, source: string] {
  const newline = text.indexOf("\n");
  const end = text.indexOf("\n---\n");
  return [text.slice(0, newline), text.slice(newline + 1, end)];
}

function draw({ kind, context, record, options }: Head, source: string): string {
  try {
    if (kind === "statement") return String(statement(context, source, options).execute(record ?? {}));
    if (kind === "condition") return String(condition(context, source, options).matches(record ?? {}));
    return String(value(context, source, options).evaluate(record ?? {}));
  } catch (error) {
    if (error instanceof OttlError) return error.toString();
    throw error;
  }
}
