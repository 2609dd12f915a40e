import { expect, test } from "vitest";
import { condition, type Diagnostic, lint, OttlError } from "../../src/index.ts";

const codes = (found: readonly Diagnostic[]) => found.map(({ code }) => code);

test("a text that is wrong gets its errors and nothing else", () => {
  const found = lint("metric", 'nmae == "up" or name != "a" or name != "b"');
  expect(codes(found)).toEqual(["unknown_path"]);
  expect(lint("metric", 'name == "').map(({ severity }) => severity)).toEqual(["error"]);
});

test("texts of one list get a list of findings each", () => {
  const found = lint("metric", ['name == "up"', "name ==", 'metric.name == "up"', 'unit == "s"']);
  expect(found.map((one) => one.map(({ code }) => code))).toEqual([
    [],
    ["unexpected_end"],
    ["duplicate_condition"],
    [],
  ]);
});

test("findings are in the order of their places", () => {
  const found = lint("log", 'IsMatch(severity_text, "^a$") and severity_number == "WARN" and body != "x"');
  expect(found.map(({ span }) => span.start)).toEqual(
    found.map(({ span }) => span.start).toSorted((a, b) => a - b),
  );
  expect(found.length).toBe(2);
});

test("the severity of a rule is chosen", () => {
  const severities = (severity: "info" | "error") =>
    lint("log", "severity_text == nil", { rules: { never_nil: severity } }).map((one) => one.severity);
  expect(severities("error")).toEqual(["error"]);
  expect(severities("info")).toEqual(["info"]);
});

test("a chain that a longer one holds, folded away or not, is told once", () => {
  const found = lint("metric", '(true or unit == "s" or unit == "s") or name == "b"');
  expect(codes(found)).toEqual(["constant_condition", "duplicate_condition"]);
});

test("statements with an inferred context have one together", () => {
  const texts = ['set(log.severity_number, "WARN")', 'set(resource.attributes["a"], 1)'];
  const [first, second] = lint("inferred", texts, { kind: "statement" });
  expect(first?.map(({ code }) => code)).toEqual(["write_type"]);
  expect(second).toEqual([]);
});

test("a wrong text of a list with an inferred context leaves the others their own", () => {
  const [first, second] = lint("inferred", ["log.body ==", "log.severity_text == nil"]);
  expect(first?.map(({ code }) => code)).toEqual(["unexpected_end"]);
  expect(second?.map(({ code }) => code)).toEqual(["never_nil"]);
});

test.each([
  [{ rules: { never_nill: "off" } }, /codes of lint rules \(did you mean "never_nil"\?\)/],
  [
    { rules: { never_nil: "loud" } },
    /option rules.never_nil must be off, info, warning or error|rules\.never_nil/,
  ],
  [{ rules: [] }, /option rules must be an object/],
  [{ configuration: {} }, /configuration\.component/],
  [{ configuration: { component: "filter", errorMode: "x" } }, /configuration\.errorMode/],
  [{ kind: "x" }, /kind/],
])("unusable options are refused: %j", (options, message) => {
  const call = () => lint("metric", "true", options as object);
  expect(call).toThrow(OttlError);
  expect(call).toThrow(message);
});

test.each([
  "response_latency_ms",
  "k8s\\\\.pod\\\\.cpu",
  "k8s.pod.cpu",
  "k8s\\\\.pod\\\\..*",
  "kube-.+",
  "a-(b|c)-d.*|e_.*",
  "http_server_|go_",
  "k8s\\\\.",
])("what the pattern %s is told to match besides, it matches", (pattern) => {
  const text = `IsMatch(name, "${pattern}")`;
  const [found] = lint("metric", text);
  expect(found?.code).toBe("unanchored_match");
  const [, name = ""] = /in "(.*)", too$/.exec(found?.message ?? "") ?? [];
  expect(name).toMatch(/^x/);
  expect(condition("metric", text).matches({ metric: { name } })).toBe(true);
});

test("a chain of thousands of operands is looked at in time", () => {
  const chain = Array.from({ length: 3_000 }, (_, i) => `attributes["a${i}"] != "${i}"`).join(" or ");
  const started = performance.now();
  expect(lint("log", chain).length).toBe(3_000);
  expect(performance.now() - started).toBeLessThan(5_000);
});

test("a list of long conditions is looked at in time", () => {
  const list = Array.from({ length: 200 }, (_, i) =>
    Array.from({ length: 40 }, (_, j) => `(name == "a${i}x${j}" and unit == "u${i}")`).join(" or "),
  );
  const started = performance.now();
  expect(lint("metric", list).flat()).toEqual([]);
  expect(performance.now() - started).toBeLessThan(20_000);
});

test("a list of thousands of conditions is looked at in time", () => {
  const list = Array.from(
    { length: 2_000 },
    (_, i) => `IsMatch(name, "^(a${i}|b${i}|c${i})") or unit == "u${i}"`,
  );
  const started = performance.now();
  expect(
    lint("metric", [...list, list[0] as string])
      .flat()
      .map(({ code }) => code),
  ).toEqual(["duplicate_condition"]);
  expect(performance.now() - started).toBeLessThan(20_000);
});
