import { describe, expect, test } from "vitest";
import { createFilter } from "../../src/collector.ts";
import * as core from "../../src/core.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import {
  check,
  condition,
  conditions,
  infer,
  type StandardOptions,
  statement,
  statements,
  value,
  values,
} from "../../src/index.ts";
import { thrown } from "./thrown.ts";

describe("what callers without types may give", () => {
  const refusal = (run: () => unknown) => {
    const { phase, diagnostics, message } = thrown(run);
    return { phase, code: diagnostics[0].code, message };
  };
  const invalid = (message: string) => ({
    phase: "configuration",
    code: "invalid_option",
    message: expect.stringContaining(message),
  });
  const text = "true" as unknown as string[];

  test("is refused where a list is given as a text, or a text is none", () => {
    const list = invalid('option texts must be an array of texts, found "true"');
    for (const context of ["log", "inferred"]) {
      expect(refusal(() => statements(context, text))).toEqual(list);
      expect(refusal(() => conditions(context, text))).toEqual(list);
      expect(refusal(() => values(context, text))).toEqual(list);
      const number = 5 as unknown as string;
      expect(refusal(() => condition(context, number))).toEqual(invalid("option text must be a text"));
      expect(refusal(() => check(context, number))).toEqual(invalid("option text must be a text"));
    }
  });

  test("is refused where inference is asked about something else than lists of texts", () => {
    const asked = (texts: unknown) => refusal(() => infer(texts as object));
    expect(asked(null)).toEqual(invalid("option texts must be an object, found null"));
    expect(asked({ statements: "x" })).toEqual(
      invalid('option statements must be an array of texts, found "x"'),
    );
    expect(asked({ values: [5] })).toEqual(invalid("option values must be an array of texts"));
  });

  test("is refused where an option is of another type", () => {
    for (const context of ["log", "inferred"]) {
      const withOptions = (options: unknown) =>
        refusal(() => condition(context, "log.body == nil", options as StandardOptions));
      expect(withOptions({ pathContextNames: "prependd" })).toEqual(
        invalid('option pathContextNames must be true, false or "prepend", found "prependd"'),
      );
      expect(withOptions({ pathContextNames: null })).toEqual(invalid("found null"));
      expect(withOptions({ signal: "profiles" })).toEqual(
        invalid('option signal must be metrics, traces or logs, found "profiles"'),
      );
      expect(withOptions({ signal: 5 })).toEqual(invalid("found a number"));
      expect(withOptions({ inferFrom: 5 })).toEqual(invalid("option inferFrom must be an array of texts"));
    }
  });
});

describe("options that do not exist", () => {
  const refusal = (run: () => unknown) => {
    const { phase, source, diagnostics } = thrown(run);
    return [
      phase,
      ...diagnostics.map(({ code, span, label }) => [code, source.slice(span.start, span.end), label]),
    ];
  };
  const slip = { compatability: "0.118.0" } as StandardOptions;
  const refused = ["configuration", ["unknown_option", "compatability", 'did you mean "compatibility"?']];

  test("are refused by whatever takes options, the one that is near is named", () => {
    for (const context of ["log", "inferred"]) {
      expect(refusal(() => condition(context, "log.body == nil", slip))).toEqual(refused);
      expect(refusal(() => conditions(context, ["log.body == nil"], slip))).toEqual(refused);
      expect(refusal(() => value(context, "log.body", slip))).toEqual(refused);
      expect(refusal(() => values(context, ["log.body"], slip))).toEqual(refused);
      expect(refusal(() => statement(context, "set(log.body, 1)", slip))).toEqual(refused);
      expect(refusal(() => statements(context, ["set(log.body, 1)"], slip))).toEqual(refused);
      expect(refusal(() => check(context, "log.body == nil", slip))).toEqual(refused);
    }
    expect(refusal(() => infer({ conditions: ["log.body == nil"] }, slip))).toEqual(refused);
    expect(refusal(() => core.condition("log", "true", { functions: [], ...slip }))).toEqual(refused);
  });

  test("are refused where no text is", () => {
    expect(refusal(() => conditions("log", [], slip))).toEqual(refused);
    expect(refusal(() => infer({ condition: ["true"] } as object))).toEqual([
      "configuration",
      ["unknown_option", "condition", 'did you mean "conditions"?'],
    ]);
  });

  test("are those of other functions, too", () => {
    const ofList = { errorMode: "ignore" } as StandardOptions;
    expect(refusal(() => condition("log", "true", ofList))).toMatchObject([
      "configuration",
      ["unknown_option", "errorMode", undefined],
    ]);
    expect(() => conditions("log", ["true"], ofList)).not.toThrow();
    expect(refusal(() => statements("log", [], { combine: "or" } as StandardOptions))).toMatchObject([
      "configuration",
      ["unknown_option", "combine", undefined],
    ]);
    expect(check("log", "body", { kind: "value" })).toEqual([]);
    expect(refusal(() => conditions("log", [], { kind: "value" } as StandardOptions))).toMatchObject([
      "configuration",
      ["unknown_option", "kind", undefined],
    ]);
  });
});

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
