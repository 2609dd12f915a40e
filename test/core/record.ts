/**
 * Writes `fixtures/core/*.json` from the reference: `OTTLKIT_REFERENCE=<program> npx node test/core/record.ts`. The program
 * speaks the JSON lines of the protocol.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { ask, type Reply } from "./ask-reference.ts";
import { doubles, numberTexts } from "./number-texts.ts";
import { payload, specimens } from "./specimens.ts";

const folder = new URL("../../fixtures/core/", import.meta.url);
function evaluate(kind: "condition" | "value", texts: readonly string[]): Reply[] {
  return ask(
    texts.map((text) => ({ op: "eval", kind, context: "exemplar", pathContextNames: true, text, payload })),
  );
}

function save(name: string, content: Readonly<Record<string, unknown>>): void {
  const lines = Object.entries(content).map(([key, value]) => {
    const rows = Array.isArray(value)
      ? `[\n${value.map((row) => `  ${JSON.stringify(row)}`).join(",\n")}\n ]`
      : undefined;
    return ` ${JSON.stringify(key)}: ${rows ?? JSON.stringify(value)}`;
  });
  writeFileSync(new URL(`${name}.json`, folder), `{\n${lines.join(",\n")}\n}\n`);
}

const expressions = specimens.map((specimen) => specimen.expression);
const pairs = expressions.flatMap((left) => expressions.map((right) => [left, right] as const));

function verdict(reply: Reply): string {
  if (reply.panic !== undefined) return "P";
  const value = reply.results?.[0]?.value;
  if (value === undefined || !("bool" in value)) throw new Error(`no verdict: ${JSON.stringify(reply)}`);
  return value.bool === true ? "T" : "F";
}

function rows<T>(cells: readonly T[]): T[][] {
  return expressions.map((_, i) => cells.slice(i * expressions.length, (i + 1) * expressions.length));
}

function recordComparisons(): void {
  const matrix = (operator: string) =>
    rows(
      evaluate(
        "condition",
        pairs.map(([a, b]) => `${a} ${operator} ${b}`),
      ).map(verdict),
    ).map((row) => row.join(""));
  const operators = ["==", "!=", "<", "<=", ">", ">="];
  save("comparisons", Object.fromEntries(operators.map((operator) => [operator, matrix(operator)])));
}

/** Any expression as an operand: only paths, converters and numbers may be one. */
const operand = (expression: string) => `Coalesce([${expression}])`;

function outcome(reply: Reply): unknown {
  const result = reply.results?.[0];
  if (result === undefined) throw new Error(`no result: ${JSON.stringify(reply)}`);
  if (result.error !== undefined) return result.error.includes("divide by 0") ? "division by zero" : "error";
  return result.value;
}

function recordCalculations(): void {
  const matrix = (operator: string) =>
    rows(
      evaluate(
        "value",
        pairs.map(([a, b]) => `${operand(a)} ${operator} ${operand(b)}`),
      ).map(outcome),
    ).map(sparse);
  save("calculations", {
    ...Object.fromEntries(["+", "-", "*", "/"].map((operator) => [operator, matrix(operator)])),
    negated: [
      sparse(
        evaluate(
          "value",
          expressions.map((a) => `-${operand(a)}`),
        ).map(outcome),
      ),
    ],
  });
}

/** The cells that are no plain error, by their column. */
function sparse(row: readonly unknown[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(row.map((cell, i) => [String(i), cell]).filter(([, cell]) => cell !== "error"));
}

function recordConversions(): void {
  const converters = ["String", "Int", "Double", "Bool"];
  const convert = (texts: readonly string[]) =>
    converters.map((name) =>
      evaluate(
        "value",
        texts.map((text) => `${name}(${operand(text)})`),
      ).map(outcome),
    );
  const transposed = (columns: readonly unknown[][], count: number) =>
    Array.from({ length: count }, (_, i) => columns.map((column) => column[i]));
  const quoted = numberTexts.map((text) => JSON.stringify(text).replace("\\u0000", "\\x00"));
  const numbers = doubles().map((value) => (Object.is(value, -0) ? "-0.0" : plainNotation(value)));
  save("conversions", {
    specimens: transposed(convert(expressions), expressions.length),
    texts: transposed(convert(quoted), quoted.length).map((row, i) => [numberTexts[i], ...row]),
    doubles: transposed(convert(numbers), numbers.length).map((row, i) => [numbers[i], row[0], row[1]]),
  });
}

/** A double as the language can write it: an exponent needs a fraction before it. */
function plainNotation(value: number): string {
  const text = String(value);
  return /[.]/.test(text) ? text : text.includes("e") ? text.replace("e", ".0e") : `${text}.0`;
}

mkdirSync(folder, { recursive: true });
save("specimens", { specimens });
recordComparisons();
recordCalculations();
recordConversions();
