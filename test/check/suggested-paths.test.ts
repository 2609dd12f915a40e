import { expect, test } from "vitest";
import { contexts } from "../../src/contexts/index.ts";
import { pathNames } from "../../src/contexts/path-names.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { condition, OttlError } from "../../src/index.ts";

function finding(context: string, path: string, options: object = {}): Diagnostic | undefined {
  try {
    condition(context, `${path} == nil`, options);
    return undefined;
  } catch (error) {
    if (!(error instanceof OttlError)) throw error;
    return error.diagnostics[0];
  }
}

const suggested = (label = "") => [...label.matchAll(/"([^"]+)"/g)].map(([, path]) => path ?? "");

/** The paths of every context, with its name and without, but not again those of the contexts above it. */
const names = Object.values(contexts).flatMap((context) => {
  const own = pathNames({ ...context, higher: [] }, { pathContextNames: false });
  return [...own, ...own.map((path) => `${context.name}.${path}`)];
});
const written = [...new Set(names)].flatMap((path) => [
  path,
  `metric.${path}`,
  `${path}["x"]`,
  path.replace(/(.)(.)$/, "$2$1"),
]);
const settings = [{}, { pathContextNames: true }, { compatibility: "0.118.0" }];

test.for(Object.keys(contexts))(
  "whatever is suggested for a path of context %s is accepted there",
  (context) => {
    let seen = 0;
    for (const [at, options] of settings.entries()) {
      // Each setting has its share of the texts: all of them take minutes.
      for (const path of written.filter((_, i) => i % settings.length === at)) {
        const { code, label } = finding(context, path, options) ?? {};
        if (code !== "unknown_path" && code !== "missing_context") continue;
        const keys = /\[.*/.exec(path)?.[0] ?? "";
        for (const one of suggested(label)) {
          seen++;
          expect(finding(context, one + keys, options)?.code, `${one} for ${path}`).toBeUndefined();
        }
      }
    }
    expect(seen).toBeGreaterThan(5);
  },
);

test.for([
  ["metric", 'metric.attributes["x"]', ["scope.attributes", "resource.attributes"]],
  ["metric", 'attributes["x"]', ["scope.attributes", "resource.attributes"]],
  ["metric", 'metric.scope.attributes["x"]', ["scope.attributes"]],
  ["metric", "metric.nmae", ["metric.name"]],
  ["datapoint", "nmae", ["metric.name", "scope.name"]],
  ["datapoint", 'attribtues["x"]', ["attributes"]],
  ["metric", 'datapoint.attributes["x"]', []],
] as const)("in context %s, %s may stand for %j", ([context, path, meant]) => {
  expect(suggested(finding(context, path)?.label)).toEqual(meant);
});

test.for([
  // Of several contexts that have a path, those that reach this one are named alone, if there are any.
  ["metric", "attributes", "context datapoint has this path; "],
  ["metric", "metric.attributes", "context datapoint has this path; "],
  ["metric", "datapoint.flags", "context datapoint has this path; "],
  ["resource", "name", "contexts scope, metric, span and spanevent have this path; "],
  ["resource", "metric.type", "context metric has this path; "],
  [
    "datapoint",
    "name",
    "contexts span and spanevent have this path; paths of context datapoint: metric.name, scope.name, attributes, ",
  ],
] as const)("in context %s, a further word on %s begins with %j", ([context, path, begin]) => {
  expect(finding(context, path)?.hint?.startsWith(begin)).toBe(true);
});

test("a context that the name says is told where names are required", () => {
  const options = { pathContextNames: true };
  expect(finding("metric", "datapoint.flags", options)).toMatchObject({
    code: "unknown_context",
    hint: "context datapoint has this path; paths begin with metric, scope, instrumentation_scope, resource, otelcol",
  });
});

test("a list of valid paths is short, and its rest is counted", () => {
  const hint = finding("datapoint", "foo")?.hint ?? "";
  expect(hint).toMatch(/^paths of context datapoint: attributes, .*, … and 35 more$/);
  expect(hint.split(", ")).toHaveLength(9);
});
