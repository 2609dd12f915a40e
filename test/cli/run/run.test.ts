import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { generated, results } from "../../mesh/golden-data.ts";
import { Workspace } from "../call.ts";

const space = new Workspace();
const file = space.file.bind(space);
const run = (args: readonly string[], stdin = "") => space.call(["run", ...args], { stdin });

const root = join(import.meta.dirname, "../../..");
const post = join(root, "examples/mesh-demo/routes/ottl.yaml");
const exposition = join(root, "fixtures/mesh/exposition.txt");
const golden = join(root, "fixtures/mesh/golden");

const settings = (filter: string, job = "static_configs: [{targets: ['10.0.0.1:9090']}]") => `receivers:
  prometheus:
    config:
      scrape_configs:
        - job_name: app
          ${job}
processors:
  filter/one:
${filter}
exporters:
  prometheusremotewrite:
    endpoint: http://127.0.0.1/
service:
  pipelines:
    metrics:
      receivers: [prometheus]
      processors: [filter/one]
      exporters: [prometheusremotewrite]
`;
const dropping = (condition: string, more = "") =>
  settings(`${more}    metrics:\n      metric:\n        - '${condition}'`);

const points = (...names: string[]) => ({
  resourceMetrics: [
    {
      resource: { attributes: [{ key: "service.name", value: { stringValue: "app" } }] },
      scopeMetrics: [
        {
          metrics: names.map((name) => ({
            name,
            gauge: { dataPoints: [{ asDouble: 1, timeUnixNano: "1000000000" }] },
          })),
        },
      ],
    },
  ],
});

describe("outputs", () => {
  test("names are those that arrive, one a line", async () => {
    const { code, stdout, stderr } = await run([post, "--input", exposition, "--output", "names"]);
    expect(code).toBe(0);
    expect(stderr.split("\n").filter((line) => !line.includes("[component_not_defined]"))).toEqual([""]);
    expect(stdout.trimEnd().split("\n")).toEqual(results["v0.161.0"].ottl?.list);
  });

  test.each(["0.118.0", "0.161.0"] as const)(
    "series are those that version %s sends, line by line",
    async (version) => {
      const config = join(golden, "config/ottl.json");
      const input = join(golden, "exposition-S.txt");
      const { stdout } = await run([
        config,
        "--input",
        input,
        "--output",
        "series",
        "--compatibility",
        version,
      ]);
      expect(stdout.trimEnd().split("\n")).toEqual(generated.series(version, "ottl"));
    },
  );

  test("otlp is one payload a line, as a file exporter writes", async () => {
    const config = file("drop-b.yaml", dropping('name == "b"'));
    const input = file("two.jsonl", `${JSON.stringify(points("a", "b"))}\n${JSON.stringify(points("b"))}\n`);
    const { stdout } = await run([config, "--input", input, "--output", "otlp"]);
    expect(stdout).toBe(`${JSON.stringify(points("a"))}\n`);
  });

  test("json tells names and series as data", async () => {
    const config = file("drop-b.yaml", dropping('name == "b"'));
    const input = file("a.json", JSON.stringify(points("a", "b")));
    const options = [config, "--input", input, "--format", "json"];
    expect(JSON.parse((await run([...options, "--output", "names"])).stdout)).toEqual(["a"]);
    expect(JSON.parse((await run([...options, "--output", "series"])).stdout)).toEqual([
      { name: "a", labels: { job: "app" }, value: 1, time: 1000 },
    ]);
    const summary = JSON.parse((await run(options)).stdout);
    expect(summary).toMatchObject({
      pipelines: ["metrics"],
      families: 2,
      metrics: 2,
      dataPoints: 2,
      series: 1,
    });
    expect(summary.filters[0].groups).toEqual([
      expect.objectContaining({ verdict: "kept", counts: { a: 1 } }),
      expect.objectContaining({ verdict: "dropped", counts: { b: 1 } }),
    ]);
  });

  test("the summary tells what each evaluation error did, and silent tells nothing", async () => {
    const input = file("names.json", JSON.stringify(points("a", "abcd")));
    const said = async (mode: string) =>
      run([
        file(`${mode}.yaml`, dropping('Substring(name, 0, 2) == "ab"', `    error_mode: ${mode}\n`)),
        "--input",
        input,
      ]);
    const ignoring = await said("ignore");
    expect(ignoring.code).toBe(0);
    expect(ignoring.stdout).toContain("1 evaluation error");
    expect(ignoring.stdout).toContain("first for a at resourceMetrics[0].scopeMetrics[0].metrics[0]");
    expect(ignoring.stdout).toContain("ignore.yaml:12:12");
    const silent = await said("silent");
    expect(silent.stdout).not.toContain("evaluation error");
    expect(silent.stdout).toMatch(/^1 name out/m);
    const propagating = await said("propagate");
    expect(propagating.code).toBe(1);
    expect(propagating.stdout).toContain("1 payload rejected");
    expect(propagating.stdout).toMatch(/^0 names out/m);
  });

  test("without a summary, evaluation errors and what is not exported are warned of", async () => {
    const config = file("ab.yaml", dropping('Substring(name, 0, 2) == "ab"', "    error_mode: ignore\n"));
    const delta = { aggregationTemporality: 1, isMonotonic: true, dataPoints: [{ asInt: "1" }] };
    const input = JSON.stringify({
      resourceMetrics: [
        { scopeMetrics: [{ metrics: [{ name: "a" }, { name: "b" }, { name: "delta", sum: delta }] }] },
      ],
    });
    const names = await run([config, "--input", file("ab.json", input), "--output", "names"]);
    expect(names.code).toBe(0);
    expect(names.stderr).toMatch(/^warning: ab\.yaml:12:12 2 evaluation errors: .*, or alike$/m);
    expect(names.stderr).toMatch(/^warning: not exported: .*"delta"$/m);
  });

  test("data points that are dropped are told with what dropped them", async () => {
    const config = file(
      "points.yaml",
      settings('    metrics:\n      datapoint: [\'attributes["code"] == "200"\']'),
    );
    const input = file("codes.txt", 'a{code="200"} 1\na{code="500"} 2\nb{code="200"} 3\n');
    const { stdout } = await run([config, "--input", input]);
    expect(stdout).toContain('2 by attributes["code"] == "200" is true');
    expect(stdout).toContain("1 metric dropped: no data point is left");
  });

  test("metrics of very many names are counted, and few are named", async () => {
    const config = file("up.yaml", dropping('not IsMatch(name, "up")'));
    const names = Array.from({ length: 1200 }, (_, i) => [`up${i}`, `x_up${i}`]).flat();
    const input = file("many.json", JSON.stringify(points(...names)));
    const { stdout } = await run([config, "--input", input]);
    expect(stdout).toContain("2,400 metrics kept\n");
    expect(stdout).toContain("  2,400 by ");
    expect(stdout).toContain("    up0, x_up0, up1, … 997 more, and others\n");
    expect(stdout.replace(/\n +/g, " ")).toContain("x_up18, x_up19, … 1,180 more through: ");
  });

  test("a metric of a name that is emptied by one reason and stays by another is counted once", async () => {
    const config = file(
      "twice.yaml",
      settings("    metrics: { metric: ['unit == \"s\"'], datapoint: ['value_int == 1'] }"),
    );
    const metric = (value: string, unit: string) => ({
      name: "a",
      unit,
      gauge: { dataPoints: [{ asInt: value }] },
    });
    const input = JSON.stringify({
      resourceMetrics: [
        { scopeMetrics: [{ metrics: [metric("1", ""), metric("2", ""), metric("1", "s")] }] },
      ],
    });
    const { stdout } = await run([config, "--input", file("twice.json", input)]);
    expect(stdout).toContain("1 metric kept\n");
    expect(stdout).toContain("1 metric dropped: no data point is left\n");
  });

  test("the summary shows nothing of a metric's name that a terminal would obey", async () => {
    const config = file("drop-b.yaml", dropping('name == "b"'));
    const { stdout } = await run([config, "--input", file("red.txt", '{"\u001b[31mred\u0007"} 1\n')]);
    expect(stdout).toMatch(/^ {2,4}.*\[31mred/m);
    expect(stdout).not.toMatch(/[^\P{Cc}\n]/u);
  });

  test("the share of buckets and the labels are counted", async () => {
    const { stdout } = await run([post, "--input", exposition]);
    expect(stdout).toContain("130 of 154 series are buckets (84 %)");
    expect(stdout).toMatch(/\d+ to \d+ labels a series; with most values: le 26/);
  });
});

describe("inputs", () => {
  test("each file is a target: its address is that of --target, in order, else its base name", async () => {
    const config = file("any.yaml", settings("    {}", "kubernetes_sd_configs: [{role: pod}]"));
    const inputs = [file("one.txt", "a 1\n"), file("two.txt", "a 2\n")];
    const { stdout } = await run([
      config,
      ...inputs.flatMap((input) => ["--input", input]),
      ...["--target", "h:1", "--label", "zone=x", "--label", "__hidden=y", "--output", "series"],
    ]);
    const series = stdout.split("\n").filter((line) => line.startsWith("a{"));
    expect(series).toEqual([
      expect.stringMatching(/^a\{instance="h:1",job="app",.*zone="x"\} 1$/),
      expect.stringMatching(/^a\{instance="two\.txt",job="app",.*zone="x"\} 2$/),
    ]);
  });

  test("a single static target is the address, with its labels", async () => {
    const config = file(
      "static.yaml",
      settings("    {}", "static_configs: [{targets: ['h:9'], labels: {zone: y}}]"),
    );
    const { stdout } = await run([config, "--input", file("x.txt", "a 1\n"), "--output", "series"]);
    expect(stdout).toMatch(/^a\{instance="h:9",.*zone="y"\} 1$/m);
  });

  test("a given __meta_ label makes all relabel rules run", async () => {
    const scrape = [post, "--input", exposition, "--output", "names"];
    const named = await run([...scrape, "--label", "__meta_kubernetes_pod_container_name=linkerd-proxy"]);
    expect(named.stdout).toContain("response_total");
    const other = await run([...scrape, "--label", "__meta_kubernetes_pod_container_name=app"]);
    expect(other).toMatchObject({ code: 0, stdout: "" });
    expect(other.stderr).toContain(
      'relabel_configs[0] of job linkerd-mesh (keep): __meta_kubernetes_pod_container_name is "app"',
    );
    const { stdout } = await run([
      post,
      "--input",
      exposition,
      "--label",
      "__meta_kubernetes_pod_container_name=app",
    ]);
    expect(stdout).toMatch(/not\s+scraped,\s+relabel_configs\[0\]\s+of\s+job\s+linkerd-mesh\s+\(keep\)/);
    const without = await run([post, "--input", exposition]);
    expect(without.stdout).toContain("skipped: relabel_configs[0] of job linkerd-mesh (keep)");
  });

  test("globs, standard input and OpenMetrics are read, and what they hold decides what they are", async () => {
    const config = file("any.yaml", settings("    {}"));
    file("glob/a.json", "m 1\n");
    file("glob/b.txt", JSON.stringify(points("o")));
    const globbed = await run([
      config,
      "--input",
      file("glob/c", "n 1\n").replace(/c$/, "*"),
      "--output",
      "names",
    ]);
    expect(globbed.stdout.split("\n")).toEqual(expect.arrayContaining(["m", "n", "o"]));
    const piped = await run([config, "--input", "-", "--output", "names"], "p 1\n");
    expect(piped.stdout).toContain("p\n");
    const open = await run(
      [config, "--input", "-", "--openmetrics", "--output", "names"],
      "# TYPE q counter\nq_total 1\n# EOF\n",
    );
    expect(open.stdout).toContain("q_total\n");
  });

  test.each([
    ["2026-01-31T12:00:00Z", 1_769_860_800_000],
    ["1769860800.5", 1_769_860_800_500],
  ])("--time %s is the time of the scrape", async (time, milliseconds) => {
    const config = file("any.yaml", settings("    {}"));
    const { stdout } = await run(
      [config, "--input", "-", "--time", time, "--output", "series", "--format", "json"],
      "a 1\n",
    );
    expect(JSON.parse(stdout)[0].time).toBe(milliseconds);
  });
});

describe("what cannot be used", () => {
  const config = () => file("any.yaml", settings("    {}"));
  const input = () => file("a.txt", "a 1\n");

  test.each<[string, () => readonly string[], number, string | RegExp]>([
    ["no configuration", () => [], 2, "run needs a Collector configuration"],
    ["an empty input", () => [config(), "--input", ""], 2, "an --input is empty"],
    ["no input", () => [config()], 2, "run needs an --input"],
    [
      "a configuration that is not there",
      () => ["nowhere.yaml", "--input", input()],
      2,
      "nowhere.yaml cannot be read",
    ],
    [
      "an input that is not there",
      () => [config(), "--input", "nowhere.txt"],
      2,
      "there is no file nowhere.txt",
    ],
    ["an input that is a directory", () => [config(), "--input", root], 2, "is a directory"],
    ["a pattern without a match", () => [config(), "--input", "no*where"], 2, "no file matches no*where"],
    ["an unknown option", () => [config(), "--inptu", "x"], 2, 'no option --inptu: did you mean "input"?'],
    [
      "an unknown output",
      () => [config(), "--input", input(), "--output", "all"],
      2,
      "--output is one of summary",
    ],
    [
      "a second configuration that is not there",
      () => [config(), "more", "--input", input()],
      2,
      "more cannot be read: there is no such file",
    ],
    [
      "a label without a value",
      () => [config(), "--input", input(), "--label", "x"],
      2,
      "--label is key=value",
    ],
    ["an odd time", () => [config(), "--input", input(), "--time", "soon"], 2, "--time is RFC 3339"],
    [
      "more targets than inputs",
      () => [config(), "--input", input(), "--target", "a", "--target", "b"],
      2,
      "2 targets for 1 input",
    ],
    ["an unknown version", () => [config(), "--input", input(), "--compatibility", "9.9.9"], 2, "9.9.9"],
    [
      "an unknown pipeline",
      () => [config(), "--input", input(), "--pipeline", "metric"],
      2,
      'did you mean "metrics"?',
    ],
    [
      "an unknown job",
      () => [config(), "--input", input(), "--job", "ap"],
      2,
      'there is no scrape job "ap", only "app"',
    ],
    ["an empty configuration", () => [file("empty.yaml", ""), "--input", input()], 2, "empty.yaml:1:1"],
    [
      "tabs",
      () => [file("tabs.yaml", "receivers:\n\tprometheus:\n"), "--input", input()],
      2,
      "YAML may not be indented with tabs",
    ],
    [
      "an unknown key",
      () => [file("key.yaml", settings("    metrcis: {}")), "--input", input()],
      2,
      /key\.yaml:9:5[\s\S]*did you mean "metrics"\?/,
    ],
    [
      "a wrong type",
      () => [file("type.yaml", settings("    metrics: {metric: 5}")), "--input", input()],
      2,
      "type.yaml:9:23",
    ],
    [
      "an invalid pattern",
      () => [file("pattern.yaml", dropping('IsMatch(name, "a(")')), "--input", input()],
      2,
      /pattern\.yaml:11:\d+/,
    ],
    [
      "a truncated payload",
      () => [config(), "--input", file("cut.json", '{"resourceMetrics": [')],
      1,
      "cut.json:1:22",
    ],
    [
      "a payload of logs",
      () => [config(), "--input", file("logs.json", '{"resourceLogs": []}')],
      2,
      "error[no_pipeline_of_signal]: the service has no pipeline of logs",
    ],
    ["a list", () => [config(), "--input", file("list.json", "[1]")], 1, "list.json"],
  ])("%s is refused clearly, with nothing on standard output", async (_, args, expected, message) => {
    const { code, stdout, stderr } = await run(args());
    expect({ code, stdout }).toEqual({ code: expected, stdout: "" });
    expect(stderr).toMatch(message instanceof RegExp ? message : "");
    if (typeof message === "string") expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^ {4}at .*:\d+/m);
  });

  test("all conditions that do not compile are told, each at its place", async () => {
    const lists = `    metrics:
      metric:
        - nmae == "a"
        - >-
          name == "b" and
          IsMatch(name)
      datapoint: ["value_int == ", 'metric.name == "x"']`;
    const { code, stderr } = await run([file("three.yaml", settings(lists)), "--input", input()]);
    expect(code).toBe(2);
    expect(stderr.match(/at three\.yaml:\d+:\d+ · \S+/g)).toEqual([
      "at three.yaml:11:11 · processors.filter/one.metrics.metric[0]",
      expect.stringMatching(/^at three\.yaml:14:\d+ · processors\.filter\/one\.metrics\.metric\[1\]$/),
      expect.stringMatching(/^at three\.yaml:15:\d+ · processors\.filter\/one\.metrics\.datapoint\[0\]$/),
    ]);
  });

  test("a malformed scrape line fails its scrape, whose own series go on", async () => {
    const args = [
      config(),
      "--input",
      file("bad.txt", "a 1\nb{x= 2\n"),
      "--input",
      input(),
      "--output",
      "series",
    ];
    const { code, stdout, stderr } = await run(args);
    expect(code).toBe(1);
    expect(stderr).toContain("bad.txt:2:6");
    expect(stderr).toContain("b{x= 2");
    const summary = await run(args.slice(0, -2));
    expect(summary.stdout).toContain("the scrape failed at line 2");
    expect(stdout).toMatch(/^up\{instance="10\.0\.0\.1:9090".*\} [01]$/m);
    expect(stdout.match(/^a\{/gm)).toHaveLength(1);
  });

  test("inputs that share an address are warned of", async () => {
    const filter = "    metrics: {metric: ['name == \"b\"']}";
    const config = file("any-target.yaml", settings(filter, "kubernetes_sd_configs: [{role: pod}]"));
    const inputs = ["--input", file("pod1/m.txt", "a 1\n"), "--input", file("pod2/m.txt", "a 2\n")];
    const { stderr } = await run([config, ...inputs, "--output", "names"]);
    expect(stderr).toBe(
      "warning: pod1/m.txt and pod2/m.txt are scraped as one target, m.txt, and their series become one: tell them apart with --target\n",
    );
    const apart = await run([config, ...inputs, "--target", "a", "--target", "b", "--output", "names"]);
    expect(apart.stderr).toBe("");
  });

  test("undefined components pass data through, but not with --strict and not filters", async () => {
    const named = (list: string) => settings("    {}").replace("[filter/one]", list);
    const input = file("a.txt", "a 1\n");
    const lenient = await run([file("batch.yaml", named("[batch, filter/one]")), "--input", input]);
    expect(lenient.code).toBe(0);
    expect(lenient.stdout).toContain("[component_not_defined]");
    expect(lenient.stdout).toContain("passed through: batch");
    const strict = await run([
      file("batch.yaml", named("[batch, filter/one]")),
      "--input",
      input,
      "--strict",
    ]);
    expect(strict.code).toBe(2);
    expect(strict.stderr).toContain("batch.yaml:17:20");
    for (const id of ["filter/two", "transform", "resource/x", "attributes"]) {
      const { code, stderr } = await run([file("undefined.yaml", named(`[${id}]`)), "--input", input]);
      expect({ id, code }).toEqual({ id, code: 2 });
      expect(stderr).toContain(`the processor "${id}" of the pipeline is not defined`);
    }
  });
});
