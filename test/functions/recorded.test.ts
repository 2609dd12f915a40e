import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { toLower, toUpper } from "../../src/core/letter-case.ts";
import { OttlError } from "../../src/diagnostics/ottl-error.ts";
import { condition } from "../../src/engine/standard.ts";
import { isPrintable } from "../../src/functions/lib/quote.ts";
import { outcome } from "./outcome.ts";

function recorded<T>(name: string): T {
  return JSON.parse(
    readFileSync(new URL(`../../fixtures/functions/${name}.json`, import.meta.url), "utf8"),
  ) as T;
}

test.each(recorded<[string, unknown][]>("parse-json"))(
  "ParseJSON reads %j as the reference does",
  (text, expected) => {
    expect(outcome('ParseJSON(attributes["text"])', text)).toEqual(expected);
  },
);

test.each(recorded<[string, unknown][]>("broken-texts"))(
  "%s is what it is to the reference",
  (text, expected) => {
    expect(outcome(text)).toEqual(expected);
  },
);

test.each(recorded<[string, string, boolean][]>("versions"))(
  "%s exists in %s: %s",
  (name, version, exists) => {
    const { diagnostics } = refusal(`${name}()`, version);
    expect(diagnostics.map(({ code }) => code).includes("function_not_in_version")).toBe(!exists);
  },
);

/** Why a call without arguments is refused: it always is. */
function refusal(text: string, version: string): OttlError {
  try {
    condition("metric", text, { compatibility: version });
  } catch (error) {
    if (error instanceof OttlError) return error;
    throw error;
  }
  throw new Error(`${text} is accepted`);
}

test.each(recorded<["ToUpperCase" | "ToLowerCase", string, string][]>("letter-case"))(
  "%s changes exactly the characters that the reference changes",
  (name, before, after) => {
    const change = name === "ToUpperCase" ? toUpper : toLower;
    const changed = new Map([...before].map((from, i) => [from, [...after][i]]));
    const differences: string[] = [];
    for (let point = 0; point < 0x110000; point++) {
      const from = String.fromCodePoint(point);
      if (point >= 0xd800 && point <= 0xdfff) continue;
      if (change(from) !== (changed.get(from) ?? from)) differences.push(point.toString(16));
    }
    expect(differences).toEqual([]);
    expect(changed.size).toBeGreaterThan(1400);
  },
);

test("quotes leave exactly the characters as they are that the reference leaves", () => {
  const printable = new Set<number>();
  for (const [first, last] of recorded<[number, number][]>("printable")) {
    for (let point = first; point <= last; point++) printable.add(point);
  }
  const differences: string[] = [];
  for (let point = 0; point < 0x110000; point++) {
    if (isPrintable(String.fromCodePoint(point)) !== printable.has(point))
      differences.push(point.toString(16));
  }
  expect(differences).toEqual([]);
  expect(printable.size).toBeGreaterThan(140_000);
});
