import { expect, test } from "vitest";
import {
  condition,
  Duration,
  ListValue,
  MapValue,
  SpanId,
  Telemetry,
  Timestamp,
  type Value,
} from "../../src/index.ts";
import { because } from "../../src/testing/because.ts";
import { describeRecord } from "../../src/testing/describe-record.ts";
import { showValue } from "../../src/testing/show-value.ts";
import { gauge, resource } from "../../src/testing.ts";

const nested = (depth: number): Value => (depth === 0 ? 1n : new ListValue([nested(depth - 1)], "slice"));

test.for<readonly [Value, string]>([
  [null, "nil"],
  [true, "true"],
  [14n, "14"],
  [14, "14.0"],
  [-0, "-0.0"],
  [1e21, "1.0e+21"],
  [1e-7, "1.0e-7"],
  [0.1, "0.1"],
  [Number.NaN, "NaN"],
  ['a "b"\n', '"a \\"b\\"\\n"'],
  ["\u001b[31m\u009b", '"\\u001b[31m\\u009b"'],
  ["x".repeat(70), `"${"x".repeat(60)}"…`],
  [new Uint8Array([1, 255]), "0x01ff"],
  [new ListValue(["a", 1n], "slice"), '["a", 1]'],
  [
    new ListValue(
      Array.from({ length: 23 }, () => 1n),
      "slice",
    ),
    `[${"1, ".repeat(20)}…`.slice(0, 59).concat("…"),
  ],
  [MapValue.of([["k", null]]), '{"k": nil}'],
  [nested(50), "[[[[…]]]]"],
  [new Timestamp(1_500_000_000n), "1970-01-01T00:00:01.5Z"],
  [new Timestamp(10n ** 21n), "1000000000000000000000ns since 1970"],
  [new Duration(1_500_000_000n), "1.5s"],
  [new SpanId("00f067aa0ba902b7"), "00f067aa0ba902b7"],
  [new Telemetry("pmetric.NumberDataPointSlice", [], 2), "2 items"],
  [new Telemetry("byte", 7), "7"],
])("a value is shown on one line, %#", ([value, shown]) => {
  expect(showValue(value)).toBe(shown);
});

test("of a long text the part that matched is shown", () => {
  const name = `${"a".repeat(300)}needle${"b".repeat(300)}`;
  const { decidedBy } = condition("metric", 'IsMatch(name, "needle")').explain(gauge(name));
  expect(because(decidedBy)).toBe(
    `IsMatch(name, "needle") matched at 300..306 of …"${"a".repeat(20)}needle${"b".repeat(34)}"… (IsMatch is unanchored)`,
  );
});

test("a match at the begin says nothing of anchors", () => {
  const { decidedBy } = condition("metric", 'IsMatch(name, "^a")').explain(gauge("ab"));
  expect(because(decidedBy)).toBe('IsMatch(name, "^a") matched at 0..1 of "ab"');
});

test("records are called by kind, name and attributes, and odd ones do no harm", () => {
  expect(describeRecord(gauge("up", { a: 1, b: "x" }, { resource: { pod: "ad-1" } }))).toBe(
    'gauge up{a=1, b="x"} of {pod="ad-1"}',
  );
  expect(describeRecord(gauge("up", { "a\nb": 1, "k8s.pod": 2, "": 3 }))).toBe(
    'gauge up{"a\\nb"=1, k8s.pod=2, ""=3}',
  );
  expect(describeRecord(gauge("\u001b[31m"))).toBe('gauge "\\u001b[31m"');
  expect(describeRecord(gauge("", [{}, {}]))).toBe('gauge "", 2 data points');
  expect(describeRecord(gauge("x".repeat(500)))).toHaveLength(160);
  expect(describeRecord(resource())).toBe("resource {}");
  const unreadable = { metric: { gauge: [] } } as unknown as Parameters<typeof describeRecord>[0];
  expect(describeRecord(unreadable)).toBe("a record that cannot be read");
});
