import { describe, expect, test } from "vitest";
import { createFilter } from "../../src/collector/filter/create-filter.ts";
import { createPipeline } from "../../src/collector/pipeline/pipeline.ts";
import { counter, dataPoint, gauge, histogram, payload, resource } from "../../src/testing.ts";
import "../../src/vitest.ts";
import { failureMessage } from "./failure-message.ts";

const mesh = createFilter(
  `processors:
  filter/mesh:
    error_mode: ignore
    metrics:
      metric:
        - 'not(name == "response_total" or IsMatch(name, "response_latency_ms.*") or name == "tcp_open_connections" or name == "tcp_read_bytes_total" or name == "tcp_write_bytes_total")'
`,
  "filter/mesh",
  { file: "collector.yaml" },
);
const leak = histogram("control_response_latency_ms", { direction: "inbound" });

describe("a filter over metrics", () => {
  test("keeps and drops records, payloads and lists", () => {
    const kept = [counter("response_total"), histogram("response_latency_ms"), gauge("tcp_open_connections")];
    expect(mesh).toKeep(counter("response_total"));
    expect(mesh).toDrop(counter("tcp_open_total"));
    expect(mesh).toKeep(kept);
    expect(mesh).toKeep(payload(...kept));
    expect(mesh).toDrop([gauge("up"), payload(gauge("process_start_time_seconds"))]);
    expect(mesh).not.toKeep(payload(...kept, gauge("up")));
    expect(mesh).not.toDrop(payload(...kept, gauge("up")));
    expect(mesh).toKeep(dataPoint(counter("response_total")));
  });

  test("names the condition, its place and the sub-expression that kept a metric", () => {
    expect(failureMessage(() => expect(mesh).toDrop(leak))).toMatchInlineSnapshot(`
      "
      ✗ kept: in filter/mesh metrics.metric[0], IsMatch(name, "response_latency_ms.*") matched at 8..27 of "control_response_latency_ms" (IsMatch is unanchored)

      histogram control_response_latency_ms{direction="inbound"}

      collector.yaml:6:44 · processors.filter/mesh.metrics.metric[0]
        ✗ not
          ✓ or
            ✗ name == "response_total"                 name = "control_response_latency_ms"
            ✓ IsMatch(name, "response_latency_ms.*")   name = "control_response_latency_ms", matched at 8..27
            · name == "tcp_open_connections"           not evaluated
            · name == "tcp_read_bytes_total"           not evaluated
            · name == "tcp_write_bytes_total"          not evaluated
      "
    `);
  });

  test("says why a metric that was to be kept is dropped", () => {
    expect(
      failureMessage(() => expect(mesh).toKeep(gauge("up", {}, { resource: { pod: "ad-1" } }))),
    ).toMatchInlineSnapshot(`
      "
      ✗ dropped: in filter/mesh metrics.metric[0], none of its 5 alternatives is true where name = "up"

      gauge up of {pod="ad-1"}

      collector.yaml:6:16 · processors.filter/mesh.metrics.metric[0]
        ✓ not
          ✗ or
            ✗ name == "response_total"                 name = "up"
            ✗ IsMatch(name, "response_latency_ms.*")   name = "up"
            ✗ name == "tcp_open_connections"           name = "up"
            ✗ name == "tcp_read_bytes_total"           name = "up"
            ✗ name == "tcp_write_bytes_total"          name = "up"
      "
    `);
  });

  test("says the same where the opposite was asked", () => {
    expect(failureMessage(() => expect(mesh).not.toDrop(gauge("up")))).toBe(
      failureMessage(() => expect(mesh).toKeep(gauge("up"))),
    );
  });

  test("groups the records of a payload that differ by what decided", () => {
    const given = payload(
      gauge("up"),
      leak,
      histogram("response_latency_ms", [{}, {}]),
      histogram("route_response_latency_ms"),
    );
    expect(failureMessage(() => expect(mesh).toDrop(given))).toMatchInlineSnapshot(`
      "
      ✗ 3 kept of 4 metrics

      1. histogram control_response_latency_ms{direction="inbound"}
         kept: in filter/mesh metrics.metric[0], IsMatch(name, "response_latency_ms.*") matched at 8..27 of "control_response_latency_ms" (IsMatch is unanchored)

         collector.yaml:6:44 · processors.filter/mesh.metrics.metric[0]
           ✗ not
             ✓ or
               ✗ name == "response_total"                 name = "control_response_latency_ms"
               ✓ IsMatch(name, "response_latency_ms.*")   name = "control_response_latency_ms", matched at 8..27
               · name == "tcp_open_connections"           not evaluated
               · name == "tcp_read_bytes_total"           not evaluated
               · name == "tcp_write_bytes_total"          not evaluated

         and for the same reason:
         histogram response_latency_ms, 2 data points
         histogram route_response_latency_ms
      "
    `);
  });

  test("counts records and reasons that are too many to tell", () => {
    const alike = Array.from({ length: 14 }, (_, i) => counter("response_total", { i }));
    expect(failureMessage(() => expect(mesh).toDrop(alike))).toMatchInlineSnapshot(`
      "
      ✗ 14 kept of 14 metrics

      1. sum response_total{i=0}
         kept: in filter/mesh metrics.metric[0], name == "response_total" is true where name = "response_total"

         collector.yaml:6:16 · processors.filter/mesh.metrics.metric[0]
           ✗ not
             ✓ or
               ✓ name == "response_total"                 name = "response_total"
               · IsMatch(name, "response_latency_ms.*")   not evaluated
               · name == "tcp_open_connections"           not evaluated
               · name == "tcp_read_bytes_total"           not evaluated
               · name == "tcp_write_bytes_total"          not evaluated

         and for the same reason:
         sum response_total{i=1}
         sum response_total{i=2}
         sum response_total{i=3}
         sum response_total{i=4}
         sum response_total{i=5}
         sum response_total{i=6}
         sum response_total{i=7}
         sum response_total{i=8}
         sum response_total{i=9}
         sum response_total{i=10}
         … 3 more
      "
    `);
    const conditions = Array.from({ length: 8 }, (_, i) => `name == "m${i}"`);
    const several = createFilter({ metrics: { metric: conditions } });
    const different = conditions.map((_, i) => gauge(`m${i}`));
    const message = failureMessage(() => expect(several).toKeep(different));
    expect(message).toMatch(/^\n✗ 8 dropped of 8 metrics\n/);
    expect(message).toMatch(/\n… and 3 more for other reasons\n$/);
  });
});

describe("a filter over data points", () => {
  const points = createFilter({
    metrics: { datapoint: ['attributes["code"] == "500"', "value_double > 9.5"] },
  });
  const ok = { attributes: { code: "200" } };
  const bad = { attributes: { code: "500" } };

  test("drops a metric where it drops all points, and keeps it where it keeps all", () => {
    expect(points).toDrop(counter("c", [bad, { ...ok, value: 10 }]));
    expect(points).toKeep(counter("c", [ok, ok]));
    expect(points).not.toDrop(counter("c", [bad, ok]));
    expect(points).not.toKeep(counter("c", [bad, ok]));
    expect(points).toDrop(dataPoint(counter("c", [ok, bad]), 1));
  });

  test("tells which points of a metric differ, and every condition that was asked", () => {
    expect(failureMessage(() => expect(points).toDrop(counter("c", [bad, ok])))).toMatchInlineSnapshot(`
      "
      ✗ kept: none of the 2 conditions of filter is true

      sum c{code="200"}
      (1 of 2 data points)

      metrics.datapoint[0]
        ✗ attributes["code"] == "500"   attributes["code"] = "200"

      metrics.datapoint[1]
        ✗ value_double > 9.5   value_double = 1.0
      "
    `);
  });

  test("drops a metric that has no points to begin with", () => {
    expect(points).toDrop(gauge("empty", []));
    expect(failureMessage(() => expect(points).toKeep(gauge("empty", [])))).toMatchInlineSnapshot(`
      "
      ✗ dropped: filter removes a metric without data points (metrics.datapoint)

      gauge empty, 0 data points
      "
    `);
    expect(points).toKeep({ metric: { name: "of no kind" } });
  });
});

describe("a condition that fails", () => {
  const config = { metrics: { metric: ['name == "a"', 'Len(resource.attributes["k"]) == 1'] } };

  test("is told where error_mode let it pass", () => {
    const filter = createFilter({ ...config, error_mode: "ignore" });
    expect(filter).toKeep(gauge("b"));
    expect(failureMessage(() => expect(filter).toDrop(gauge("b")))).toMatchInlineSnapshot(`
      "
      ✗ kept: none of the 2 conditions of filter is true; in filter metrics.metric[1], Len(resource.attributes["k"]) == 1 failed: a value of type nil has no length (error_mode ignore)

      gauge b

      metrics.metric[0]
        ✗ name == "a"   name = "b"

      metrics.metric[1]
        ! Len(resource.attributes["k"]) == 1   resource.attributes["k"] = nil: a value of type nil has no length
      "
    `);
  });

  test("rejects the payload under propagate, which is neither kept nor dropped", () => {
    const filter = createFilter({ ...config, error_mode: "propagate" });
    const messages = [
      failureMessage(() => expect(filter).toKeep(gauge("b"))),
      failureMessage(() => expect(filter).toDrop(gauge("b"))),
      failureMessage(() => expect(filter).not.toKeep([gauge("a"), gauge("b")])),
      failureMessage(() => expect(filter).not.toDrop([gauge("a"), gauge("b")])),
    ];
    expect(messages[0]).toMatchInlineSnapshot(`
      "
      ✗ rejected: in filter metrics.metric[1], Len(resource.attributes["k"]) == 1 failed: a value of type nil has no length (error_mode propagate)

      gauge b

      metrics.metric[0]
        ✗ name == "a"   name = "b"

      metrics.metric[1]
        ! Len(resource.attributes["k"]) == 1   resource.attributes["k"] = nil: a value of type nil has no length
      "
    `);
    expect(messages[1]).toBe(messages[0]);
    for (const message of messages.slice(2)) expect(message).toContain("(1 of 2 metrics)");
  });
});

test("a filter may have nothing to ask of a record, and then keeps it", () => {
  const filter = createFilter({ metrics: { datapoint: ["value_double > 1.5"] } });
  expect(failureMessage(() => expect(filter).toDrop(resource({ a: 1 })))).toMatchInlineSnapshot(`
    "
    ✗ kept: filter has no condition for it

    resource {a=1}
    "
  `);
});

test("an operand that is not reached because of its neighbours is only counted where there are many", () => {
  const names = Array.from({ length: 9 }, (_, i) => `name == "m${i}"`);
  const filter = createFilter({ metrics: { metric: [names.join(" or "), "true and unit == nil"] } });
  expect(failureMessage(() => expect(filter).toKeep(gauge("m1")))).toMatchInlineSnapshot(`
    "
    ✗ dropped: in filter metrics.metric[0], name == "m1" is true where name = "m1"

    gauge m1

    metrics.metric[0]
      ✓ or
        ✗ name == "m0"   name = "m1"
        ✓ name == "m1"   name = "m1"
        · name == "m2"   not evaluated
        · name == "m3"   not evaluated
        · name == "m4"   not evaluated
        · 4 more         not evaluated
    "
  `);
  expect(failureMessage(() => expect(filter).toDrop(gauge("x")))).toContain(
    "· true          known beforehand",
  );
});

describe("a pipeline", () => {
  const pipeline = createPipeline(
    `processors:
  filter/a:
    metrics:
      metric: ['name == "a"']
  resource:
    attributes: [{ key: layer, value: mesh, action: insert }]
  filter/b:
    metrics:
      datapoint: ['resource.attributes["layer"] == "mesh" and value_double > 1.5']
service:
  pipelines:
    metrics:
      receivers: [otlp]
      processors: [filter/a, resource, batch, filter/b]
      exporters: [otlp]
`,
    { file: "collector.yaml" },
  );

  test("keeps what all of its filters keep", () => {
    expect(pipeline).toKeep(gauge("b"));
    expect(pipeline).toDrop([gauge("a"), gauge("b", {}, { value: 2 }), gauge("b", [])]);
    expect(pipeline).not.toDrop(gauge("b", [{ value: 2 }, { value: 1 }]));
  });

  test("names the filter that decided", () => {
    expect(
      failureMessage(() => expect(pipeline).toKeep([gauge("a"), gauge("b", {}, { value: 2 })])),
    ).toMatchInlineSnapshot(`
      "
      ✗ 2 dropped of 2 data points

      1. gauge a
         dropped: in filter/a metrics.metric[0], name == "a" is true where name = "a"

         collector.yaml:4:17 · processors.filter/a.metrics.metric[0]
           ✓ name == "a"   name = "a"

      2. gauge b
         dropped: in filter/b metrics.datapoint[0], all of its 2 parts are true where resource.attributes["layer"] = "mesh", value_double = 2.0

         collector.yaml:4:17 · processors.filter/a.metrics.metric[0]
           ✗ name == "a"   name = "b"

         collector.yaml:9:20 · processors.filter/b.metrics.datapoint[0]
           ✓ and
             ✓ resource.attributes["layer"] == "mesh"   resource.attributes["layer"] = "mesh"
             ✓ value_double > 1.5                       value_double = 2.0
      "
    `);
  });
});

describe("what cannot be judged", () => {
  test.for<readonly [string, unknown, unknown, string]>([
    [
      "no filter",
      {},
      gauge("up"),
      "the argument of expect must be a filter or a pipeline, found an empty object",
    ],
    ["no record", mesh, "up", "the record must be a record or a payload, found a string"],
    [
      "a metric without its record",
      mesh,
      gauge("up").metric,
      "the record must be a record such as { metric } or a payload, found an object with name, gauge",
    ],
    [
      "an empty list",
      mesh,
      [],
      "the record must be something that holds metrics, spans or log records, found nothing in it",
    ],
    [
      "an empty payload",
      mesh,
      payload(),
      "the record must be something that holds metrics, spans or log records, found nothing in it",
    ],
    [
      "a payload of another shape",
      mesh,
      { resourceMetrics: {} },
      "the record's resourceMetrics must be an array, found object",
    ],
  ])("is refused, with not as well: %s", ([, filter, record, message]) => {
    const asked = expect(filter as typeof mesh);
    expect(() => asked.toKeep(record as typeof leak)).toThrow(message);
    expect(() => asked.not.toDrop(record as typeof leak)).toThrow(message);
  });

  test("is told apart from a record that only cannot be read", () => {
    const record = { metric: { name: 5 } } as unknown as typeof leak;
    expect(failureMessage(() => expect(mesh).toDrop(record))).toMatchInlineSnapshot(`
      "
      ✗ kept: in filter/mesh metrics.metric[0], name == "response_total" failed: the record's metric.name must be a string, found 5 (error_mode ignore)

      metric "", 0 data points

      collector.yaml:6:16 · processors.filter/mesh.metrics.metric[0]
        ! not
          ! or
            ! name == "response_total"                 the record's metric.name must be a string, found 5
            · IsMatch(name, "response_latency_ms.*")   not evaluated
            · name == "tcp_open_connections"           not evaluated
            · name == "tcp_read_bytes_total"           not evaluated
            · name == "tcp_write_bytes_total"          not evaluated
      "
    `);
  });
});
