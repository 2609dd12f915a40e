import { describe, expect, test } from "vitest";
import { createFilter } from "../../src/collector.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { OttlError } from "../../src/diagnostics/ottl-error.ts";
import { check, condition, conditions } from "../../src/index.ts";

const thrown = (run: () => unknown): OttlError => {
  try {
    run();
  } catch (error) {
    return error as OttlError;
  }
  throw new Error("nothing was thrown");
};

describe("gates", () => {
  const withGates = (gates: readonly string[], compatibility?: string) =>
    thrown(() =>
      condition("metric", "true", { gates, ...(compatibility === undefined ? {} : { compatibility }) }),
    );

  test("that are unknown are refused with the nearest one", () => {
    const { phase, source, diagnostics } = withGates(["-ottl.functions.enableLamda"]);
    expect({ phase, source }).toEqual({ phase: "configuration", source: "-ottl.functions.enableLamda" });
    expect(diagnostics).toMatchObject([
      {
        code: "unknown_gate",
        span: { start: 1, end: 27 },
        label: 'did you mean "ottl.functions.enableLambda"?',
      },
    ]);
    expect(diagnostics[0].hint).toContain("gates of 0.165.0: ottl.functions.enableLambda, ");
  });

  test("of other versions are refused with their versions", () => {
    expect(withGates(["ottl.functions.enableLambda"], "0.118.0").message).toContain("it appeared in 0.155.0");
    expect(withGates(["ottl.PanicDuplicateName"]).message).toContain("it was there from 0.141.0 to 0.161.0");
  });

  test("that are stable cannot be switched off", () => {
    expect(withGates(["-ottl.PanicDuplicateName"], "0.161.0").diagnostics).toMatchObject([
      { code: "gate_stays_on" },
    ]);
    expect(() =>
      condition("metric", "true", { compatibility: "0.161.0", gates: ["ottl.PanicDuplicateName"] }),
    ).not.toThrow();
  });

  test("are checked by processors, too", () => {
    expect(() => createFilter({ metrics: { metric: ["true"] } }, { gates: ["nope"] })).toThrow(
      'there is no feature gate "nope" in version 0.165.0',
    );
  });
});

describe("a version before 0.118.0", () => {
  const compatibility = "0.117.0";
  const warnings = (run: (onWarning: (warning: Diagnostic) => void) => unknown): readonly Diagnostic[] => {
    const found: Diagnostic[] = [];
    run((warning) => found.push(warning));
    return found;
  };
  const expected = [{ code: "version_not_modelled", severity: "warning" }];

  test("is warned of once for each thing that is made", () => {
    const texts = ["true", "false"];
    const settings = { metrics: { metric: texts } };
    const yaml = `processors: { filter: ${JSON.stringify(settings)} }`;
    for (const make of [
      (onWarning: (warning: Diagnostic) => void) => condition("metric", "true", { compatibility, onWarning }),
      (onWarning: (warning: Diagnostic) => void) => conditions("metric", texts, { compatibility, onWarning }),
      (onWarning: (warning: Diagnostic) => void) => createFilter(settings, { compatibility, onWarning }),
      (onWarning: (warning: Diagnostic) => void) =>
        createFilter(yaml, "filter", { compatibility, onWarning }),
    ])
      expect(warnings(make)).toMatchObject(expected);
  });

  test("is told by check beside what is wrong", () => {
    expect(check("metric", "true", { compatibility })).toMatchObject(expected);
    expect(check("metric", "nope == 1", { compatibility })).toMatchObject([
      ...expected,
      { code: "unknown_path", severity: "error" },
    ]);
  });

  test("is no oddity from 0.118.0 on", () => {
    expect(check("metric", "true", { compatibility: "0.118.0" })).toEqual([]);
    expect(
      warnings((onWarning) => condition("metric", "true", { compatibility: "v0.118.0", onWarning })),
    ).toEqual([]);
  });
});
