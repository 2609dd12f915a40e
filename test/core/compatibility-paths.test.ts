import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contexts } from "../../src/contexts/index.ts";
import { resolvePath } from "../../src/contexts/resolve.ts";
import { capabilities, compatibility } from "../../src/core/compatibility.ts";
import { condition } from "../../src/index.ts";
import { pathNode } from "../contexts/fixture.ts";

const table = JSON.parse(
  readFileSync(new URL("../../fixtures/contexts/lifetimes.json", import.meta.url), "utf8"),
) as { readonly contexts: Record<string, string>; readonly paths: Record<string, string> };

const before = (version: string): string => {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return `${major}.${minor - 1}.0`;
};

/** Whether a version takes a path where a text must name contexts. */
function takes(path: string, version: string): boolean {
  const [context = ""] = path.split(".");
  const over = contexts[context === "otelcol" ? "log" : context];
  if (over === undefined) throw new Error(`there is no context ${context}`);
  const { has } = compatibility(version);
  return !("problem" in resolvePath(over, pathNode(path), { pathContextNames: true, has }));
}

test.each(Object.entries(table.paths))("the path %s is there since %s", (path, since) => {
  expect(takes(path, since)).toBe(true);
  expect(takes(path, before(since))).toBe(false);
});

test("the contexts that came later are those of the table", () => {
  const later = Object.values(contexts).flatMap(({ name, since }) =>
    since === undefined ? [] : [[name, capabilities[since].since] as const],
  );
  expect(Object.fromEntries(later)).toEqual(table.contexts);
});

test.each(Object.entries(table.contexts))(
  "texts over the context %s are refused before %s",
  (name, since) => {
    expect(() => condition(name, "true", { compatibility: before(since) })).toThrow(
      `context ${name} does not exist in version ${before(since)}: it appeared in ${since}`,
    );
    expect(() => condition(name, "true", { compatibility: since })).not.toThrow();
  },
);
