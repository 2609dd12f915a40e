import { expect, test } from "vitest";
import type { PathCapability } from "../../src/contexts/define-context.ts";
import { contexts } from "../../src/contexts/index.ts";
import { pathNames } from "../../src/contexts/path-names.ts";
import { resolveField, resolvePath } from "../../src/contexts/resolve.ts";
import { compatibility } from "../../src/core/compatibility.ts";
import { contextOf, fixture, type PathCase, pathNode } from "./fixture.ts";

const { texts, cases } = fixture<{ readonly texts: readonly string[]; readonly cases: readonly PathCase[] }>(
  "paths",
);

const problem = (context: string, text: string, pathContextNames = false) => {
  const resolved = resolvePath(contextOf(context), pathNode(text), { pathContextNames });
  if (!("problem" in resolved)) throw new Error(`${text} is taken`);
  const { code, span, params, valid, word } = resolved.problem;
  return { code, at: text.slice(span.start, span.end), params, valid: valid(), word };
};

test.each(cases)(
  "context $context takes the paths that the reference takes (names $pathContextNames, $version)",
  (one) => {
    const { has } = compatibility(one.version);
    const options = {
      pathContextNames: one.pathContextNames,
      has: (capability: PathCapability) => has(capability),
    };
    const taken = texts.filter(
      (text) => !("problem" in resolvePath(contextOf(one.context), pathNode(text), options)),
    );
    expect(taken).toEqual(one.taken);
  },
);

test("a mistyped path comes with what could stand there", () => {
  const { valid, ...rest } = problem("metric", "metric.nmae");
  expect(rest).toEqual({
    code: "unknown_path",
    at: "metric.nmae",
    params: { path: "metric.nmae", context: "metric" },
    word: "metric.nmae",
  });
  expect(valid).toContain("name");
  expect(valid).toContain("scope.version");
});

test("each reason for refusing a path has its place in the text", () => {
  expect(problem("metric", "name", true)).toMatchObject({
    code: "missing_context",
    valid: ["metric.name", "scope.name"],
  });
  expect(problem("metric", "datapoint.flags", true)).toMatchObject({
    code: "unknown_context",
    at: "datapoint",
  });
  expect(problem("metric", "name.x")).toMatchObject({ code: "extra_path_sections", at: "x" });
  expect(problem("metric", 'unit["x"]')).toMatchObject({ code: "path_not_indexable", at: 'unit["x"]' });
  expect(problem("datapoint", 'positive["x"].offset')).toMatchObject({
    code: "path_not_indexable",
    at: 'positive["x"]',
  });
  expect(problem("metric", "resource.cache")).toMatchObject({
    code: "cache_of_other_context",
    params: { path: "resource.cache", replacement: "metric.cache" },
  });
});

test("every listed path is a path", () => {
  for (const context of Object.values(contexts)) {
    for (const pathContextNames of [false, true]) {
      for (const text of pathNames(context, { pathContextNames })) {
        const resolved = resolvePath(context, pathNode(text), { pathContextNames });
        expect(resolved, `${context.name}: ${text}`).not.toHaveProperty("problem");
      }
    }
  }
});

test("names of JavaScript's own objects are no paths", () => {
  for (const name of ["constructor", "toString", "__proto__", "hasOwnProperty"]) {
    expect(problem("metric", name).code).toBe("unknown_path");
  }
});

test("a field is found by its name alone", () => {
  expect(resolveField(contextOf("metric"), "data_points")).toMatchObject({
    owner: "metric",
    type: "any",
    keys: [],
  });
  expect(() => resolveField(contextOf("resource"), "data_points")).toThrow(RangeError);
});
