import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { filterFunctions, standardFunctions } from "../../src/functions/index.ts";
import { condition, OttlError, statement } from "../../src/index.ts";

function finding(run: () => unknown): Diagnostic {
  try {
    run();
  } catch (error) {
    if (error instanceof OttlError && error.diagnostics[0] !== undefined) return error.diagnostics[0];
    throw error;
  }
  throw new Error("nothing was found");
}

const inCondition = (text: string, options: object = {}) => finding(() => condition("log", text, options));
const repaired = (text: string) => {
  const { fix } = inCondition(text);
  return fix && text.slice(0, fix.span.start) + fix.text + text.slice(fix.span.end);
};

test("a path that a gate keeps away needs the gate; before the gate it is not in the version", () => {
  const path = 'otelcol.client.addr == "x"';
  const gates = ["-ottl.contexts.enableOTelColContext"];
  const { code, message } = inCondition(path, { compatibility: "0.150.0", gates });
  expect([code, message]).toEqual([
    "gate_needed",
    'path "otelcol.client.addr" needs the feature gate ottl.contexts.enableOTelColContext',
  ]);
  expect(inCondition(path, { compatibility: "0.146.0" }).message).toMatch(/it appeared in 0\.147\.0$/);
  expect(inCondition("log.event_name == nil", { compatibility: "0.118.0" }).message).toMatch(/in 0\.128\.0$/);
});

test("a thousand wrong paths in one text are told of in well under two seconds", () => {
  const paths = Array.from({ length: 1001 }, (_, i) => `foo${i} == 1`);
  const start = performance.now();
  expect(inCondition(paths.join(" or ")).code).toBe("unknown_path");
  expect(performance.now() - start).toBeLessThan(2000);
});

test.for(["a", "attributes", "resource", "cache"])(
  "an endless path that begins with %s has a short message",
  (first) => {
    const { message, label, hint } = inCondition(`${first}${".b".repeat(20_000)} == 1`);
    expect(`${message}${label}${hint}`.length).toBeLessThan(1000);
  },
);

test.for([
  ["attributes.foo == 1", 'attributes["foo"] == 1'],
  ['resource.attributes.service.name == "a"', 'resource.attributes["service.name"] == "a"'],
  ['attributes["a"].b.c["d"] == 1', 'attributes["a"]["b.c"]["d"] == 1'],
  ['attributes["a"] == null', 'attributes["a"] == nil'],
  ["len(body) == 1", "Len(body) == 1"],
  ['isMatch(body, "a")', 'IsMatch(body, "a")'],
] as const)("%s is repaired to %s", ([text, right]) => {
  expect(repaired(text)).toBe(right);
  expect(() => condition("log", right)).not.toThrow();
});

test.for(["severity_text.a == 1", 'attributes.a["b"].c == 1'])("no key repairs %s", (text) => {
  expect(inCondition(text).code).toBe("extra_path_sections");
  expect(repaired(text)).toBeUndefined();
});

test("a name that only a converter has, but for its case, is no editor's", () => {
  expect(inCondition("len(body) == 1").code).toBe("unknown_function");
  expect(inCondition("set(body, 1) == 1").code).toBe("converter_expected");
});

test("functions that the version, the gates or the context lack are not suggested", () => {
  const { label, hint } = inCondition("XXH12(body) == 1", { compatibility: "0.118.0" });
  expect(label ?? "").not.toContain("XXH128");
  expect(hint).not.toContain("XXH");
  expect(inCondition("XXH12(body) == 1").label).toBe('did you mean "XXH128"?');
  expect(inCondition("MapEch(body) == 1").hint).not.toContain("MapEach");
});

test("the nearest functions are listed first, and the others counted", () => {
  const hint = inCondition('IsMacth(body, "a")').hint ?? "";
  expect(hint).toMatch(/^converters: IsMatch, .*, … and \d+ more$/);
  expect(hint.split(", ")).toHaveLength(9);
});

test.for(["copy_metric", "ParseCEF"])("only the transform processor has %s", (name) => {
  const functions = [...standardFunctions, ...filterFunctions];
  const found = [finding(() => condition("metric", `${name}(name) == 1`, { functions }))];
  if (name === "copy_metric")
    found.push(finding(() => statement("metric", 'copy_metric("a")', { functions })));
  for (const { code, hint } of found) {
    expect([code, hint]).toEqual(["unknown_function", "only the transform processor has it"]);
  }
});

test("only a connector has AdjustedCount", () => {
  const { code, hint } = finding(() => condition("span", "AdjustedCount() == 1"));
  expect([code, hint]).toEqual(["unknown_function", "only the signal_to_metrics connector has it"]);
});

test("a converter in place of an editor is repaired only where there is such an editor", () => {
  const found = (text: string) => finding(() => statement("log", text));
  expect(found('Set(body, "x")').fix?.text).toBe("set");
  expect(found("SHA256(body)")).toMatchObject({
    code: "editor_expected",
    hint: expect.stringMatching(/^write/),
  });
  expect(found("SHA256(body)").fix).toBeUndefined();
});
