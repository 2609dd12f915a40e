import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { toLower, toUpper } from "../../src/functions/lib/letter-case.ts";
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
