import { describe, expect, test } from "vitest";
import { condition, value } from "../../src/index.ts";
import { counter, dataPoint, gauge, histogram, resource } from "../../src/testing.ts";
import "../../src/vitest.ts";
import { failureMessage } from "./failure-message.ts";

describe("a condition", () => {
  const rule = condition(
    "datapoint",
    'metric.name == "response_total" and (attributes["status_code"] != "200" or not(attributes["grpc_status"] == "14"))',
  );
  const point = (attributes: Readonly<Record<string, string>>) =>
    dataPoint(counter("response_total", attributes));

  test("evaluates to true or false", () => {
    expect(rule).toEvaluateTo(true, point({ status_code: "500" }));
    expect(rule).toEvaluateTo(false, point({ status_code: "200", grpc_status: "14" }));
    expect(rule).not.toEvaluateTo(true, point({ status_code: "200", grpc_status: "14" }));
    expect(condition("resource", 'attributes["a"] == 1')).toEvaluateTo(true, resource({ a: 1 }));
  });

  test("that comes out otherwise shows the value of every part", () => {
    const given = point({ status_code: "200", grpc_status: "14" });
    expect(failureMessage(() => expect(rule).toEvaluateTo(true, given))).toMatchInlineSnapshot(`
      "
      ✗ false: none of its 2 alternatives is true where attributes["status_code"] = "200", attributes["grpc_status"] = "14"

        ✗ and
          ✓ metric.name == "response_total"         metric.name = "response_total"
          ✗ or
            ✗ attributes["status_code"] != "200"    attributes["status_code"] = "200"
            ✗ not
              ✓ attributes["grpc_status"] == "14"   attributes["grpc_status"] = "14"
      "
    `);
  });

  test("that fails is neither true nor false", () => {
    const failing = condition("metric", 'name == "x" or Len(resource.attributes["k"]) > 1');
    const message = failureMessage(() => expect(failing).toEvaluateTo(true, gauge("y")));
    expect(message).toMatchInlineSnapshot(`
      "
      ✗ Len(resource.attributes["k"]) > 1 failed: a value of type nil has no length

        ! or
          ✗ name == "x"                         name = "y"
          ! Len(resource.attributes["k"]) > 1   resource.attributes["k"] = nil: a value of type nil has no length
      "
    `);
    expect(failureMessage(() => expect(failing).toEvaluateTo(false, gauge("y")))).toBe(message);
    expect(failureMessage(() => expect(failing).not.toEvaluateTo(true, gauge("y")))).toBe(message);
  });
});

describe("a value expression", () => {
  test("evaluates to a value: ints are bigints, lists arrays, maps objects", () => {
    const record = histogram("a_b", {}, { values: [1, 2], resource: { k: { x: [1, 2.5, "s"] } } });
    expect(value("metric", "Len(name)")).toEvaluateTo(3n, record);
    expect(value("metric", "Double(Len(name))")).toEvaluateTo(3, record);
    expect(value("metric", 'Split(name, "_")')).toEvaluateTo(["a", "b"], record);
    expect(value("metric", 'resource.attributes["k"]')).toEvaluateTo({ x: [1n, 2.5, "s"] }, record);
    expect(value("metric", 'resource.attributes["none"]')).toEvaluateTo(null, record);
    expect(value("metric", 'resource.attributes["k"]')).toEvaluateTo({ x: expect.any(Array) }, record);
    expect(value("metric", "Len(name)")).not.toEvaluateTo(3, record);
    expect(value("metric", "{}")).not.toEvaluateTo({ a: null }, record);
  });

  test("of another value shows those of its parts", () => {
    const given = gauge("a_b", {}, { unit: "s" });
    const text = 'Concat([ToUpperCase(name), unit], Substring("-+", 0, Len(data_points)))';
    expect(
      failureMessage(() => expect(value("metric", text)).toEvaluateTo("a", given)),
    ).toMatchInlineSnapshot(`
      "
      ✗ Concat([ToUpperCase(name), unit], Substring("-+", 0, Len(data_points))) is "A_B-s" (string)

        Concat([ToUpperCase(name), unit], Substring("-+", 0, Len(data_points))) = "A_B-s" (string)
          ToUpperCase(name) = "A_B" (string)
            name = "a_b" (string)
          unit = "s" (string)
          Substring("-+", 0, Len(data_points)) = "-" (string)
            Len(data_points) = 1 (int)
              data_points = 1 item (telemetry)
      "
    `);
  });

  test("of the other kind of number says how to write it", () => {
    const length = value("metric", "Len(name)");
    expect(failureMessage(() => expect(length).toEvaluateTo(2, gauge("ab")))).toContain(
      ": an int is written 2n",
    );
    const double = value("metric", "Double(Len(name))");
    expect(failureMessage(() => expect(double).toEvaluateTo(2n, gauge("ab")))).toContain(
      "is 2.0 (double): a double is written without n",
    );
  });

  test("that fails has no value, expected or not", () => {
    const failing = value("metric", "Len(data_points) / Len(unit)");
    const message = failureMessage(() => expect(failing).toEvaluateTo(1n, gauge("a")));
    expect(message).toMatchInlineSnapshot(`
      "
      ✗ Len(data_points) / Len(unit) failed: division by zero

        Len(data_points) / Len(unit) failed: division by zero
          Len(data_points) = 1 (int)
            data_points = 1 item (telemetry)
          Len(unit) = 0 (int)
            unit = "" (string)
      "
    `);
    expect(failureMessage(() => expect(failing).not.toEvaluateTo(1n, gauge("a")))).toBe(message);
  });
});

test("only conditions and value expressions can be evaluated, for records", () => {
  const asked = expect("name" as unknown as ReturnType<typeof value>);
  expect(() => asked.toEvaluateTo("x", gauge("x"))).toThrow(
    "the argument of expect must be a condition or a value expression, found a string",
  );
  const record = undefined as unknown as object;
  expect(() => expect(value("metric", "name")).toEvaluateTo("x", record)).toThrow(
    "the record must be an object, found nothing",
  );
});
