import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { Workspace } from "./call.ts";

const space = new Workspace();
const printed = (signal: string) => `fixtures/debug-exporter/${signal}.txt`;

/** What `explain` prints, without the headings of single records where only they matter. */
async function explain(...args: readonly string[]) {
  const { code, stdout, stderr } = await space.call(["explain", ...args], { columns: 10_000 });
  return { code, stdout: stripVTControlCharacters(stdout).replaceAll("\u00a0", " "), stderr };
}

const config = space.file(
  "collector.yaml",
  `receivers: { otlp: }
processors:
  transform/spans:
    error_mode: ignore
    trace_statements:
      - statements:
          - set(span.attributes["slow"], true) where span.kind == SPAN_KIND_CLIENT
          - set(span.attributes["n"], ParseJSON(span.name))
      - context: spanevent
        conditions: ['name == "exception"']
        statements:
          - delete_key(attributes, "exception.message")
          - delete_key(attributes, "nothing")
  filter/spans:
    error_mode: ignore
    traces:
      span: ['status.code == STATUS_CODE_OK']
      spanevent: ['name == ""']
  transform/logs:
    error_mode: propagate
    log_statements:
      - context: log
        conditions: [severity_number >= SEVERITY_NUMBER_ERROR, 'IsMap(body) and body["level"] == "warn"']
        statements: ['set(attributes["alert"], ParseJSON(body))']
exporters: { debug: }
service:
  pipelines:
    traces: { receivers: [otlp], processors: [transform/spans, filter/spans], exporters: [debug] }
    logs: { receivers: [otlp], processors: [transform/logs], exporters: [debug] }
`,
);

describe("a span", () => {
  test("is told with each statement, what it changed, and which group did not open", async () => {
    const { stdout } = await explain(
      config,
      "--input",
      printed("traces"),
      "--where",
      'span.name == "GET /cart"',
      "--limit",
      "1",
    );
    expect(stdout).toMatchInlineSnapshot(`
      "3 records of 6 through traces: 2 changed, 1 dropped

      CHANGED  span "GET /cart"{http.status_code=503, url="http://cart:8080/?a=1&b=(2)", tags=["a", 2]} of {service.name="cart", note="two\\nlines"}
        fixtures/debug-exporter/traces.txt resourceSpans[0].scopeSpans[0].spans[0]
        changed by transform/spans trace_statements[0].statements[0] (attributes["slow"]), transform/spans trace_statements[1].statements[0] (attributes["exception.message"]); kept by filter/spans traces.span[0]: status.code == STATUS_CODE_OK is false where status.code = 2 (STATUS_CODE_ERROR)
        transform/spans: changed
          trace_statements[0]: context span, inferred from span.attributes at collector.yaml:7:17
            collector.yaml:7:13 · trace_statements[0].statements[0]
              ✓ set(span.attributes["slow"], true)
                span.attributes["slow"] = nil
                → attributes["slow"]: absent → true
              where
                ✓ span.kind == SPAN_KIND_CLIENT   ← decided
                  span.kind = 3 (SPAN_KIND_CLIENT, int)
            collector.yaml:8:39 · trace_statements[0].statements[1]
              ! set(span.attributes["n"], ParseJSON(span.name))   fails: not JSON at byte 0: expected a value
                span.attributes["n"] = nil
                ParseJSON(span.name) fails: not JSON at byte 0: expected a value
                  span.name = "GET /cart" (string)
              → error_mode ignore: the error is logged, the next statement runs
          trace_statements[1]: context spanevent, as its group trace_statements[1] says
            on events[0]
              opened: name == "exception" is true where name = "exception"
                collector.yaml:10:23
                  ✓ name == "exception"   ← decided
                    name = "exception" (string)
              collector.yaml:12:13 · trace_statements[1].statements[0]
                ✓ delete_key(attributes, "exception.message")
                  attributes = {"exception.message": "timed out\\nat line 7"} (map)
                  → attributes["exception.message"]: "timed out\\nat line 7" → absent
              collector.yaml:13:13 · trace_statements[1].statements[1]
                ✓ delete_key(attributes, "nothing")   changes nothing
                  attributes = {} (map)
            on events[1]
              not opened: name == "exception" is false where name = ""
                collector.yaml:10:23
                  ✗ name == "exception"   ← decided
                    name = "" (string)
        filter/spans: kept
          collector.yaml:17:15 · traces.span[0]
            context span, as all of traces.span
            ✗ status.code == STATUS_CODE_OK   ← decided
              status.code = 2 (STATUS_CODE_ERROR, int)

      … 2 more records: choose with --where, group with --summary, or raise --limit
      "
    `);
  });

  test("that is dropped behind a change is told by the filter", async () => {
    const { stdout } = await explain(config, "--input", printed("traces"), "--where", 'name == "inner"');
    expect(stdout).toContain("DROPPED  span inner of {service.name=");
    expect(stdout).toContain(
      "dropped by filter/spans traces.span[0]: status.code == STATUS_CODE_OK is true where status.code = 1 (STATUS_CODE_OK)",
    );
  });

  test("is grouped by the statements that changed it", async () => {
    const { stdout } = await explain(config, "--input", printed("traces"), "--summary");
    expect(stdout).toMatchInlineSnapshot(`
      "6 records of 6 through traces: 2 changed, 2 dropped, 2 kept

      2 records changed
        1 since set(span.attributes["slow"], true) changes attributes["slow"]; delete_key(attributes, "exception.message") changes attributes["exception.message"]; status.code == STATUS_CODE_OK is false
          collector.yaml:7:13 · transform/spans trace_statements[0].statements[0]
          collector.yaml:12:13 · transform/spans trace_statements[1].statements[0]
          collector.yaml:17:15 · filter/spans traces.span[0]
          GET /cart
        1 since set(span.attributes["slow"], true) changes attributes["slow"]; delete_key(attributes, "exception.message") changes attributes["exception.message"]; status.code == STATUS_CODE_OK is false; name == "" is false
          collector.yaml:7:13 · transform/spans trace_statements[0].statements[0]
          collector.yaml:12:13 · transform/spans trace_statements[1].statements[0]
          collector.yaml:17:15 · filter/spans traces.span[0]
          collector.yaml:18:20 · filter/spans traces.spanevent[0]
          exception

      2 records dropped
        1 since name == "" is true
          collector.yaml:18:20 · filter/spans traces.spanevent[0]
          ""
        1 since status.code == STATUS_CODE_OK is true
          collector.yaml:17:15 · filter/spans traces.span[0]
          inner

      2 records kept
        2 since set(span.attributes["slow"], true) does not run: span.kind == SPAN_KIND_CLIENT is false; set(span.attributes["n"], ParseJSON(span.name)) fails: not JSON at byte 0: expected "true"; status.code == STATUS_CODE_OK is false
          collector.yaml:7:54 · transform/spans trace_statements[0].statements[0]
          collector.yaml:8:39 · transform/spans trace_statements[0].statements[1]
          collector.yaml:17:15 · filter/spans traces.span[0]
          two lines, ""
      "
    `);
  });
});

test("an event goes, and its span stays", async () => {
  const where = 'spanevent.name == ""';
  const { stdout } = await explain(config, "--input", printed("traces"), "--where", where);
  expect(stdout).toContain('DROPPED  span event "" in span "GET /cart" of');
  expect(stdout).toContain("resourceSpans[0].scopeSpans[0].spans[0].events[1]");
  expect(stdout).toContain('dropped by filter/spans traces.spanevent[0]: name == "" is true where name = ""');
});

describe("a log record", () => {
  test("rejects its payload where a statement fails under propagate", async () => {
    const { stdout } = await explain(
      config,
      "--input",
      printed("logs"),
      "--where",
      "log.severity_number == 17",
    );
    expect(stdout).toMatchInlineSnapshot(`
      "1 log record of 6 through logs: 1 error

      ERROR  log record payment.failed ERROR "payment failed\\n  at pay (cart.js:10)\\nTimestamp: no"…{user.id="u-1", retry=true} of {service.name="cart"}
        fixtures/debug-exporter/logs.txt resourceLogs[0].scopeLogs[0].logRecords[0]
        its payload is rejected by transform/logs log_statements[0].statements[0]: set(attributes["alert"], ParseJSON(body)) failed: not JSON at byte 0: expected a value
        transform/logs: rejects the payload
          log_statements[0]: context log, as its group log_statements[0] says
            opened: severity_number >= SEVERITY_NUMBER_ERROR is true where severity_number = 17 (SEVERITY_NUMBER_ERROR)
              collector.yaml:23:22
                ✓ severity_number >= SEVERITY_NUMBER_ERROR   ← decided
                  severity_number = 17 (SEVERITY_NUMBER_ERROR, int)
            collector.yaml:24:48 · log_statements[0].statements[0]
              ! set(attributes["alert"], ParseJSON(body))   fails: not JSON at byte 0: expected a value
                attributes["alert"] = nil
                ParseJSON(body) fails: not JSON at byte 0: expected a value
                  body = "payment failed\\n  at pay (cart.js:10)\\nTimestamp: none" (string)
              → error_mode propagate: the whole payload is rejected
      "
    `);
  });

  test("is told to be unchanged where no condition opens the group", async () => {
    const file = space.file(
      "logs.json",
      '{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"severityNumber":9,"body":{"stringValue":"a"}}]}]}]}',
    );
    const { stdout } = await explain(config, "--input", file);
    expect(stdout).toMatchInlineSnapshot(`
      "1 log record of 1 through logs: 1 unchanged

      UNCHANGED  log record severity 9 "a"
        logs.json resourceLogs[0].scopeLogs[0].logRecords[0]
        transform/logs log_statements[0] is not opened: none of its 2 conditions is true
        transform/logs: unchanged
          log_statements[0]: context log, as its group log_statements[0] says
            not opened: none of its 2 conditions is true
              collector.yaml:23:22
                ✗ severity_number >= SEVERITY_NUMBER_ERROR   ← decided
                  severity_number = 9 (SEVERITY_NUMBER_INFO, int)
              collector.yaml:23:65
                ✗ and
                  ✗ IsMap(body)   ← decided
                    body = "a" (string)
                  · body["level"] == "warn"   not evaluated, since IsMap(body) is false
      "
    `);
  });

  test("is told in JSON", async () => {
    const { stdout } = await explain(
      config,
      "--input",
      printed("logs"),
      "--where",
      "severity_number == SEVERITY_NUMBER_FATAL4",
      "--format",
      "json",
    );
    const [record] = JSON.parse(stdout).records;
    expect(record.verdict).toBe("error");
    expect(record.steps[0].groups[0]).toMatchObject({
      group: "log_statements[0]",
      context: "log",
      opened: true,
      conditions: [{ condition: "log_statements[0].conditions[0]", value: true, line: 23 }],
      statements: [
        {
          statement: "log_statements[0].statements[0]",
          line: 24,
          ran: false,
          error: { code: "type_mismatch" },
          effect: "error_mode propagate: the whole payload is rejected",
        },
      ],
    });
  });
});

describe("the pipeline", () => {
  test("is that of the signal of the inputs", async () => {
    for (const signal of ["traces", "logs"])
      expect((await explain(config, "--input", printed(signal))).stdout).toMatch(
        new RegExp(`^\\d \\w.* through ${signal}: `),
      );
  });

  test("is that of the condition where inputs have several, and the others are left out", async () => {
    const { stdout, stderr } = await explain(
      config,
      "--input",
      printed("logs"),
      "--input",
      printed("traces"),
      "--where",
      'span.name == "inner"',
    );
    expect(stdout).toMatch(/^1 span of 6 spans and events through traces: 1 dropped/);
    expect(stderr).toContain(
      "logs.txt: 1 payload of other signals is left out, since the pipeline has traces: choose another with --pipeline",
    );
  });

  test("that is not there is missed by name", async () => {
    const { code, stderr } = await explain(config, "--input", printed("metrics"));
    expect([code, stderr]).toEqual([2, expect.stringContaining("the service has no pipeline of metrics")]);
  });
});

test("a metric is told with the data points that a statement changed", async () => {
  const metrics = space.file(
    "metrics.yaml",
    `receivers: { otlp: }
processors:
  transform:
    metric_statements:
      - statements: ['set(metric.description, "") where metric.name == "response_total"']
      - context: datapoint
        statements: ['set(attributes["x"], 1) where value_int > 5']
exporters: { debug: }
service: { pipelines: { metrics: { receivers: [otlp], processors: [transform], exporters: [debug] } } }
`,
  );
  const { stdout } = await explain(
    metrics,
    "--input",
    printed("metrics"),
    "--where",
    'metric.name == "response_total"',
  );
  expect(stdout).toMatchInlineSnapshot(`
    "1 metric of 7 through metrics: 1 changed

    CHANGED  sum response_total, 2 data points of {k8s.pod.name="ad-1", note="two\\nlines (with brackets)", replicas=9007199254740993, load=1.0e-7, ready=true, digest=0x0102…
      fixtures/debug-exporter/metrics.txt resourceMetrics[0].scopeMetrics[0].metrics[0]
      changed by transform metric_statements[0].statements[0] (description), transform metric_statements[1].statements[0] (attributes["x"])
      transform: changed
        metric_statements[0]: context metric, inferred from metric.description at metrics.yaml:5:27
          metrics.yaml:5:23 · metric_statements[0].statements[0]
            ✓ set(metric.description, "")
              metric.description = "All responses.\\nOf both directions." (string)
              → description: "All responses.\\nOf both directions." → ""
            where
              ✓ metric.name == "response_total"   ← decided
                metric.name = "response_total" (string)
        metric_statements[1]: context datapoint, as its group metric_statements[1] says
          on sum.dataPoints[0]
            metrics.yaml:7:23 · metric_statements[1].statements[0]
              ✓ set(attributes["x"], 1)
                attributes["x"] = nil
                → attributes["x"]: absent → 1
              where
                ✓ value_int > 5   ← decided
                  value_int = 9007199254740993 (int)
          on sum.dataPoints[1]
            metrics.yaml:7:53 · metric_statements[1].statements[0]
              ✗ set(attributes["x"], 1)   does not run, since its condition is not true
              where
                ✗ value_int > 5   ← decided
                  value_int = 0 (int)
    "
  `);
});

test("a record is told with what an attributes processor changes of it, and filters after it see that", async () => {
  const actions = "[{ key: env, value: prod, action: insert }, { key: secret, action: delete }]";
  const processors = `attributes: { actions: ${actions} }\n  filter: { logs: { log_record: ['attributes["env"] == "prod"'] } }`;
  const pipeline = "{ receivers: [otlp], processors: [attributes, filter], exporters: [debug] }";
  const text = `receivers: { otlp: }\nprocessors:\n  ${processors}\nexporters: { debug: }\nservice: { pipelines: { logs: ${pipeline} } }`;
  const logRecords = [{ attributes: [{ key: "secret", value: { stringValue: "x" } }] }];
  const payload = { resourceLogs: [{ scopeLogs: [{ logRecords }] }] };
  const input = space.file("secret.json", JSON.stringify(payload));
  const { stdout } = await explain(space.file("attributes.yaml", text), "--input", input);
  expect(stdout).toContain("DROPPED");
  expect(stdout).toContain(`  attributes: changed
    log.attributes["secret"]: "x" → absent
    log.attributes["env"]: absent → "prod"
  filter: dropped
`);
});
