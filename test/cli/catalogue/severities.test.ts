import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { allCodes, codeFacts } from "../../../src/cli/catalogue/code-facts.ts";
import { lintMessages } from "../../../src/diagnostics/codes/lint.ts";

const src = join(import.meta.dirname, "../../../src");
const sources = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.startsWith("lint"))
  .map((name) => readFileSync(join(src, name), "utf8"));

/** How the code tells what is no error. */
const tellings = [
  /\.warn\([^;]*?"(?<code>[a-z_]+)",[^;]*?\);/g,
  /\.texts\([^;]*?"(?<code>[a-z_]+_split_text)"\)/g,
  /(?:makeDiagnostic|#add)\("(?<code>[a-z_]+)"[^;]*?severity: "(?<severity>warning|info)"/g,
  /const (?<made>\w+) = makeDiagnostic\("(?<code>[a-z_]+)"[^;]*;[^;]*\.\.\.\k<made>\b[^;]*severity: "(?<severity>warning|info)"/g,
];

test("what `ottlkit codes` calls a warning or an information is told as such, and nothing else is", () => {
  const told = sources.flatMap((text) =>
    tellings.flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ groups = {} }) => `${groups.code} ${groups.severity ?? "warning"}`),
    ),
  );
  // Some are told only where nothing depends on it, and refused elsewhere.
  const refused = sources.flatMap((text) =>
    [...text.matchAll(/\.refuse\([^;]*?"(?<code>[a-z_]+)",/g)].map(
      ({ groups = {} }) => `${groups.code} warning`,
    ),
  );
  const shown = allCodes()
    .filter((code) => !Object.hasOwn(lintMessages, code))
    .map(codeFacts)
    .filter(({ severity }) => severity !== "error")
    .map(({ code, severity }) => `${code} ${severity}`);
  expect(shown.sort()).toEqual([...new Set(told)].filter((one) => !refused.includes(one)).sort());
});
