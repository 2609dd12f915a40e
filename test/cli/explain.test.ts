import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { Workspace } from "./call.ts";

const space = new Workspace();
const explain = (...args: string[]) => space.call(["explain", ...args]);
const root = join(import.meta.dirname, "../..");

const collector = (processors: string, names: string) => `receivers:
  otlp:
  prometheus:
    config: { scrape_configs: [{ job_name: app, static_configs: [{ targets: ["10.0.0.1:9090"] }] }] }
processors:
${processors}
exporters:
  debug:
service:
  pipelines:
    metrics: { receivers: [otlp, prometheus], processors: [${names}], exporters: [debug] }
`;
const config = space.file(
  "collector.yaml",
  collector(
    `  batch:
  resource/cluster: { attributes: [{ action: upsert, key: cluster, value: blue }] }
  filter/mesh:
    error_mode: silent
    metrics:
      metric:
        - ParseJSON(description)["a"] == "b"
        - >-
          not(name == "response_total"
          or IsMatch(name, "latency")) and type != METRIC_DATA_TYPE_SUMMARY`,
    "batch, resource/cluster, filter/mesh",
  ),
);
const scrape = space.file(
  "scrape.txt",
  "# TYPE response_total counter\nresponse_total 10\n# TYPE process_open_fds gauge\nprocess_open_fds 7\n",
);
const fds = ["--input", scrape, "--where", 'name == "process_open_fds"'];

describe("a record", () => {
  test("is told with every processor, condition, value and type", async () => {
    const { code, stdout, stderr } = await space.call(["explain", config, ...fds], { columns: 10_000 });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stripVTControlCharacters(stdout).replaceAll("\u00a0", " ")).toMatchInlineSnapshot(`
      "1 metric of 7 through metrics: 1 dropped

      DROPPED  gauge process_open_fds of {service.name="app", server.address="10.0.0.1", service.instance.id="10.0.0.1:9090", server.port="9090", url.scheme="http"}
        scrape.txt resourceMetrics[0].scopeMetrics[0].metrics[1]
        dropped by filter/mesh metrics.metric[1]: all of its 2 parts are true where name = "process_open_fds", type = 1 (METRIC_DATA_TYPE_GAUGE)
        batch: not run by ottlkit: the record passes as it is
        resource/cluster: changed
          resource.attributes["cluster"]: absent → "blue"
        filter/mesh: dropped
          collector.yaml:12:11 · metrics.metric[0]
            context metric, as all of metrics.metric
            ! ParseJSON(description)["a"] == "b"   fails   ← decided
              ParseJSON(description)["a"] fails: not JSON at byte 0: expected a value
                description = "" (string)
            → error_mode silent: the error is not even logged and counts as no match, the next condition of the list is asked
          collector.yaml:14:11 · metrics.metric[1]
            context metric, as all of metrics.metric
            ✓ and   ← decided
              ✓ not
                ✗ or
                  ✗ name == "response_total"
                    name = "process_open_fds" (string)
                  ✗ IsMatch(name, "latency")
                    name = "process_open_fds" (string)
              ✓ type != METRIC_DATA_TYPE_SUMMARY
                type = 1 (METRIC_DATA_TYPE_GAUGE, int)
      "
    `);
  });

  test("that is kept and changed is told with what was short-circuited", async () => {
    const { stdout } = await explain(config, "--input", scrape, "--where", 'name == "response_total"');
    expect(stdout).toContain("1 metric of 7 through metrics: 1 changed");
    expect(stdout).toContain("changed by resource/cluster; none of the 2 conditions that were asked is true");
    expect(stdout.replace(/\s+/g, " ")).toContain(
      '· IsMatch(name, "latency") not evaluated, since name == "response_total" is true',
    );
  });

  test("has an error where its payload is rejected, by itself or by another record", async () => {
    const folder = join(root, "fixtures/questions/payload-rejected");
    const { stdout } = await space.call([
      "why",
      join(folder, "collector.yaml"),
      "--input",
      join(folder, "payload.json"),
      "--format",
      "json",
    ]);
    const { records, verdicts } = JSON.parse(stdout);
    expect(verdicts).toEqual({ error: 2 });
    expect(records.map(({ why }: { why: string }) => why.slice(0, 75))).toEqual([
      "its payload is rejected by filter/strict, because of another record: " +
        `${folder}/collector.yaml`.slice(0, 6),
      "its payload is rejected by filter/strict metrics.metric[0]: ParseJSON(descr",
    ]);
  });

  test("is unchanged where no processor has anything to do with it", async () => {
    const plain = space.file("plain.yaml", collector("  batch:", "batch"));
    const { stdout } = await explain(plain, ...fds);
    expect(stdout).toContain("UNCHANGED  gauge process_open_fds");
    expect(stdout).toContain("batch: not run by ottlkit");
  });

  test("is told on 60 columns and in colours without lines that are cut", async () => {
    const { stdout } = await space.call(["explain", config, ...fds], { columns: 60 });
    const lines = stripVTControlCharacters(stdout).split("\n");
    const long = lines.filter(
      (line) => line.length > 60 && !/^DROPPED/.test(line) && line.trim().includes(" "),
    );
    expect(long).toEqual([]);
    expect(stdout).toContain("\x1b[1mDROPPED");
  });
});

describe("--where", () => {
  test.each([
    ['metric.name == "up"', 1],
    ['resource.attributes["service.name"] == "app"', 7],
    ['attributes["x"] == nil and value_double == 7.0', 1],
    ["datapoint.value_double > 5", 2],
  ])("selects by %s", async (where, count) => {
    const { stdout } = await explain(
      config,
      "--input",
      scrape,
      "--where",
      where,
      "--format",
      "json",
      "--time",
      "0",
    );
    const { selected, records } = JSON.parse(stdout);
    expect([selected, records.length]).toEqual([count, count]);
  });

  test("that selects nothing, and one that fails on records, are told", async () => {
    expect(await explain(config, "--input", scrape, "--where", 'name == "x"')).toEqual({
      code: 1,
      stdout: "",
      stderr: "note: no record is selected, of 7 metrics or data points\n",
    });
    const { stderr } = await explain(config, "--input", scrape, "--where", 'ParseJSON(name)["x"] == 1');
    expect(stderr).toMatch(/^note: --where fails on 7 records, which are not selected: .+\n/);
  });

  test("that is wrong is shown at its place", async () => {
    const { code, stderr } = await explain(config, "--input", scrape, "--where", "nmae == 1");
    expect(code).toBe(2);
    expect(stderr).toContain("ottlkit: --where cannot be used\nerror[unknown_path]");
    expect(stderr).toContain('did you mean "name"?');
    expect((await explain(config, "--input", scrape, "--where", 'span.name == "a"')).stderr).toContain(
      "--where is about span",
    );
  });
});

describe("the answer", () => {
  test("as JSON has the deciding condition and the tree with values and types", async () => {
    const { stdout } = await explain(config, ...fds, "--format", "json");
    const [record] = JSON.parse(stdout).records;
    expect(record).toMatchObject({
      input: "scrape.txt",
      verdict: "dropped",
      decidedBy: {
        processor: "filter/mesh",
        list: "metrics.metric",
        condition: "metrics.metric[1]",
        file: "collector.yaml",
        line: 14,
        column: 11,
        value: true,
      },
    });
    const [, changed, filter] = record.steps;
    expect(changed.changes).toEqual([{ path: 'resource.attributes["cluster"]', after: "blue" }]);
    const [failing, deciding] = filter.conditions;
    expect(failing).toMatchObject({
      errorMode: "silent",
      effect:
        "error_mode silent: the error is not even logged and counts as no match, the next condition of the list is asked",
      tree: { error: { code: "invalid_json" } },
    });
    expect(deciding.tree.children[0].children[0].children[0].children[0]).toEqual({
      text: "name",
      kind: "path",
      evaluated: true,
      value: "process_open_fds",
      type: "string",
    });
  });

  test("in groups counts the records of each verdict and decider", async () => {
    const { stdout } = await explain(config, "--input", scrape, "--summary", "--format", "json");
    const { groups, verdicts } = JSON.parse(stdout);
    expect(verdicts).toEqual({ changed: 1, dropped: 6 });
    expect(
      groups.map((group: { records: number; names: object }) => [group.records, Object.keys(group.names)[0]]),
    ).toEqual([
      [1, "response_total"],
      [6, "process_open_fds"],
    ]);
    const pretty = await explain(config, "--input", scrape, "--summary");
    expect(pretty.stdout).toContain("6 metrics dropped\n  6 since not(name ==");
    expect(pretty.stdout.replace(/\s+/g, " ")).toContain(
      " collector.yaml:14:11 · filter/mesh metrics.metric[1] ",
    );
  });

  test("in full is limited, which is told", async () => {
    const { stdout } = await explain(config, "--input", scrape, "--limit", "2");
    expect(stdout).toContain("… 5 more records: choose with --where");
    expect(stdout.match(/^(CHANGED|DROPPED) /gm)).toHaveLength(2);
  });

  test("agrees with what the pipeline lets through", async () => {
    const mesh = join(root, "fixtures/mesh/exposition.txt");
    const { stdout } = await explain(config, "--input", mesh, "--format", "json", "--time", "0");
    const run = await space.call(["run", config, "--input", mesh, "--output", "otlp", "--time", "0"]);
    const kept = JSON.parse(stdout)
      .records.filter(({ verdict }: { verdict: string }) => verdict !== "dropped")
      .map(({ name }: { name: string }) => name);
    expect(kept.length).toBeGreaterThan(3);
    const out = JSON.parse(run.stdout).resourceMetrics.flatMap(
      (resource: { scopeMetrics: { metrics: { name: string }[] }[] }) =>
        resource.scopeMetrics.flatMap(({ metrics }) => metrics.map(({ name }) => name)),
    );
    expect(kept).toEqual(out);
  });
});

describe("inputs", () => {
  const printed = readFileSync(join(root, "fixtures/debug-exporter/metrics.txt"), "utf8");

  test("may be the text of the debug exporter, plain or in a JSON log", async () => {
    const log = `${JSON.stringify({ msg: printed.slice(printed.indexOf("ResourceMetrics #0"), printed.lastIndexOf("\t{")) })}\n`;
    for (const [name, text] of [
      ["printed.log", printed],
      ["json.log", log],
    ] as const) {
      const { code, stdout, stderr } = await explain(
        config,
        "--input",
        space.file(name, text),
        "--where",
        'metric.name == "sizes"',
      );
      expect([name, code]).toEqual([name, 0]);
      expect(stdout).toContain("DROPPED  exponential histogram sizes");
      expect(stderr).toContain(`note: ${name}: the debug exporter prints doubles with six decimals`);
    }
  });

  test("that are cut are refused with place and reason", async () => {
    const cut = space.file("cut.log", printed.slice(0, printed.indexOf("IsMonotonic")));
    const { code, stderr } = await explain(config, "--input", cut);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error\[debug_text_cut\]: .*expected "-> IsMonotonic:"(.|\n)*at cut\.log:\d+:1/);
    const broken = space.file("broken.txt", 'a{b="c 1\n');
    expect(await explain(config, "--input", broken)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("error[exposition_quote]"),
    });
    const json = space.file("broken.json", '{"resourceMetrics": [');
    expect((await explain(config, "--input", json)).stderr).toContain("error[payload_not_json]");
  });

  test("are read from standard input", async () => {
    const { stdout } = await space.call(["why", config, "--input", "-"], { stdin: "up 1\n" });
    expect(stdout).toContain("- resourceMetrics[0]");
  });
});

describe("use", () => {
  test("a later configuration is laid over an earlier one, and each place is in its file", async () => {
    const base = space.file(
      "base.yaml",
      `receivers: { otlp: {} }
processors: { filter/a: { error_mode: ignore } }
exporters: { debug: {} }
service: { pipelines: { logs: { receivers: [otlp], processors: [filter/a], exporters: [debug] } } }
`,
    );
    const more = space.file(
      "more.yaml",
      `processors:\n  filter/a: { logs: { log_record: ['body == "x"'] } }\n`,
    );
    const input = space.file(
      "x.json",
      '{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"body":{"stringValue":"x"}}]}]}]}',
    );
    const { code, stdout } = await space.call(["explain", base, more, "--input", input]);
    expect(code).toBe(0);
    expect(stdout).toContain("DROPPED  log record");
    expect(stdout).toContain("more.yaml:2:37 · logs.log_record[0]\n");
  });

  test.each([
    [[], "explain needs a Collector configuration"],
    [[config], "explain needs an --input"],
    [[config, "--input", scrape, "--wher", "a"], "explain has no option --wher: did you mean"],
    [[config, "--input", scrape, "--limit", "0"], "--limit is a number from 1 on"],
    [[config, "--input", scrape, "--format", "yaml"], "--format is one of pretty, json"],
    [[config, "--input", "none.txt"], "there is no file none.txt"],
    [[config, "x", "--input", scrape], '"x" is one argument too many'],
  ])("that is wrong is told: %j", async (args, message) => {
    const { code, stderr } = await explain(...args);
    expect([code, stderr.split("\n")[0]]).toEqual([2, expect.stringContaining(message)]);
  });

  test("is shown", async () => {
    expect((await explain("--help")).stdout).toMatch(/^usage: ottlkit explain/);
  });
});
