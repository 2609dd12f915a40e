import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OttlError, recordsOf } from "../../src/index.ts";
import type { MetricRecord, MetricsData } from "../../src/shapes/records.ts";
import { isJsonText } from "../../src/testing/parse-payloads.ts";
import { fromExposition, gauge, payload } from "../../src/testing.ts";
import { loadFixtures } from "../../src/testing-node.ts";

const scrape = '# TYPE response_total counter\nresponse_total{status_code="200"} 5\n';

function names(data: MetricsData): (string | null | undefined)[] {
  return ([...recordsOf("metric", data)] as MetricRecord[]).map(({ metric }) => metric?.name);
}

describe("a payload of an exposition", () => {
  test("has the metrics of the text and no others", () => {
    expect(names(fromExposition(scrape))).toEqual(["response_total"]);
    expect(names(fromExposition(`${scrape}# TYPE up gauge\nup 1\n`))).toEqual(["response_total", "up"]);
  });

  test.for([
    ["up 0\n", [["up", 0]]],
    ['{"up"} 0\n', [["up", 0]]],
    ["up:rate5m 2\n", [["up:rate5m", 2]]],
    ["", []],
  ] as const)("has nothing about the scrape that the text does not tell itself: %j", ([text, told]) => {
    const values = [...recordsOf("metric", fromExposition(text))].flatMap(
      ({ metric }) => metric?.gauge?.dataPoints?.map((point) => [metric.name, point?.asDouble]) ?? [],
    );
    expect(values).toEqual(told);
  });

  test("has the series of the scrape about itself where they are wanted", () => {
    const all = names(fromExposition(scrape, { synthetic: true }));
    expect(all).toHaveLength(6);
    expect(all).toContain("scrape_samples_scraped");
  });

  test("comes from a target", () => {
    const discovered = { __meta_kubernetes_pod_name: "ad-1" };
    const options = { job: "mesh", instance: "10.0.0.1:4191", labels: { layer: "mesh" }, discovered };
    const [record] = recordsOf("datapoint", fromExposition(scrape, { ...options, time: new Date(5) }));
    expect(JSON.stringify(record)).toContain('{"key":"k8s.pod.name","value":{"stringValue":"ad-1"}}');
    expect(JSON.stringify(record)).toContain('{"key":"layer","value":{"stringValue":"mesh"}}');
    expect(JSON.stringify(record)).toContain('"timeUnixNano":"5000000"');
  });

  test("is read as OpenMetrics where that is wanted, not because the text ends as that does", () => {
    const text = '# TYPE a counter\na_total 1 # {trace_id="ab"} 1\n# EOF\n';
    expect(names(fromExposition(text, { format: "openmetrics" }))).toEqual(["a_total"]);
    expect(() => fromExposition(text)).toThrow(OttlError);
    expect(names(fromExposition("# TYPE a untyped\n\na 1 1700000000000\n# EOF\n"))).toEqual(["a"]);
  });

  test("is refused at the place of the first malformed line", () => {
    const error = caught(() => fromExposition('a 1\nb{c="d} 2\n', { file: "mesh.prom" }));
    expect(error.toString()).toMatchInlineSnapshot(`
      "error[exposition_quote]: the quoted label value has no end
        at mesh.prom:2:5
        |
      2 | b{c="d} 2
        |     ^^^^^"
    `);
  });
});

test("a text is JSON unless its first brace holds the quoted name of a metric", () => {
  for (const text of ['{"a": 1}', "\ufeff [1]", "{}", '{"a\\"}: 1', "{'a'}"])
    expect(isJsonText(text)).toBe(true);
  for (const text of ['{"a"} 1', ' {"a\\"b" , c="d"} 1', "a 1", "# {", ""])
    expect(isJsonText(text)).toBe(false);
});

test("a text of 10 MB in quotes can be told to be JSON", () => {
  expect(isJsonText(`{"${"x".repeat(10_000_000)}": 1}`)).toBe(true);
  expect(isJsonText(`{"${"\\n".repeat(5_000_000)}"} 1`)).toBe(false);
});

describe("fixtures of files", () => {
  let cwd: string;

  beforeAll(() => {
    cwd = mkdtempSync(join(tmpdir(), "fixtures-"));
    const otlp = (name: string) => JSON.stringify(payload(gauge(name)));
    const files: Record<string, string | Uint8Array> = {
      "one.json": JSON.stringify(payload(gauge("a")), null, 2),
      "mesh.txt": scrape,
      "looks-like.json": scrape,
      "quoted.prom": '{"http.server.duration", k="v"} 1\n',
      "sub/lines.jsonl": `${otlp("b")}\n\n${otlp("c")}\n`,
      "sub/marked.json": `\ufeff${otlp("d")}`,
      "[odd] name.json": otlp("e"),
      "broken/cut.json": `{"resourceMetrics": [{"resource": `,
      "broken/line.jsonl": `${otlp("b")}\n{"resourceMetrics": [}\n`,
      "broken/profiles.jsonl": `${otlp("b")}\n  {"resourceProfiles": []}\n`,
      "broken/list.json": "[]",
      "broken/shape.json": '\n{"resourceMetrics": [{"scopeMetrics": {}}]}',
      "broken/page.html": "<html>\n",
      "broken/empty.json": " \n",
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(cwd, name)), { recursive: true });
      writeFileSync(join(cwd, name), text);
    }
    mkdirSync(join(cwd, "links"));
    symlinkSync("loop", join(cwd, "links", "loop"));
  });

  afterAll(() => rmSync(cwd, { recursive: true }));

  test("are told apart by what the files hold, in the order of their names", () => {
    const fixtures = loadFixtures(["*", "sub/**", "one.json"], { cwd });
    expect(
      fixtures.map(({ file, index, kind, payload: data }) => [file, index, kind, ...names(data)]),
    ).toEqual([
      ["[odd] name.json", 0, "otlp", "e"],
      ["looks-like.json", 0, "scrape", "response_total"],
      ["mesh.txt", 0, "scrape", "response_total"],
      ["one.json", 0, "otlp", "a"],
      ["quoted.prom", 0, "scrape", "http.server.duration"],
      ["sub/lines.jsonl", 0, "otlp", "b"],
      ["sub/lines.jsonl", 1, "otlp", "c"],
      ["sub/marked.json", 0, "otlp", "d"],
    ]);
  });

  test("may be one file, whatever its name, anywhere", () => {
    expect(loadFixtures("[odd] name.json", { cwd })).toHaveLength(1);
    expect(loadFixtures(join(cwd, "mesh.txt"), { instance: "10.0.0.1:1" })).toMatchObject([
      { kind: "scrape" },
    ]);
  });

  test.for([
    ["a pattern that matches nothing", "no/*.json", "fixture_not_matched"],
    ["a file that is not there", "none.json", "fixture_not_matched"],
    ["a folder", "sub", "fixture_is_directory"],
    ["JSON that is cut off", "broken/cut.json", "payload_not_json"],
    ["a broken line", "broken/line.jsonl", "payload_not_json"],
    ["another signal", "broken/profiles.jsonl", "fixture_signal"],
    ["JSON that is no payload", "broken/list.json", "fixture_signal"],
    ["a payload of another shape", "broken/shape.json", "record_shape"],
    ["what is neither JSON nor a scrape", "broken/page.html", "exposition_line_start"],
    ["an empty file", "broken/empty.json", "fixture_empty"],
  ] as const)("are refused for %s", async ([, pattern, code]) => {
    const error = caught(() => loadFixtures(pattern, { cwd }));
    expect(error.code).toBe(code);
    const drawn = error.toString().replaceAll(cwd, "<folder>");
    await expect(`${drawn}\n`).toMatchFileSnapshot(
      `../../fixtures/testing/${pattern.replace(/\W+/g, "-")}.txt`,
    );
  });

  test.for([
    ["a link that leads to itself", "loop", "loop cannot be read: its link leads to itself"],
    ["a name that is too long", "a".repeat(5000), /^a+ cannot be read: its name is too long$/],
    ["what is no pattern", 5, "a pattern must be a text, found 5"],
  ] as const)("are refused for %s", ([, pattern, message]) => {
    const error = caught(() => loadFixtures(pattern as string, { cwd: join(cwd, "links") }));
    expect(error.message).toMatch(message);
  });

  test.skipIf(process.getuid?.() === 0)("are refused for a file that may not be read", () => {
    writeFileSync(join(cwd, "secret"), "a 1\n");
    chmodSync(join(cwd, "secret"), 0);
    expect(caught(() => loadFixtures("secret", { cwd })).message).toBe(
      "secret cannot be read: permission denied",
    );
  });
});

function caught(run: () => unknown): OttlError {
  try {
    run();
  } catch (error) {
    if (error instanceof OttlError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
