import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { describe, expect, test } from "vitest";
import { Workspace } from "../call.ts";

const space = new Workspace();
const file = space.file.bind(space);
const run = (args: readonly string[], stdin = "") => space.call(["run", ...args], { stdin });

const configuration = `receivers: { otlp: {} }
connectors: { count: {} }
processors:
  transform/redact:
    error_mode: ignore
    log_statements:
      - context: log
        conditions: ['IsMatch(body, "card")']
        statements:
          - replace_pattern(body, "card \\\\d+", "card ****")
          - set(attributes["severe"], true) where severity_number > 20
      - context: log
        conditions: ['body == "never"']
        statements: ['set(attributes["y"], 1)']
  filter/noise:
    error_mode: ignore
    logs: { log_record: ['severity_number < SEVERITY_NUMBER_INFO'] }
    traces: { span: ['name == "health"'], spanevent: ['name == "noise"'] }
exporters: { debug: {} }
service:
  pipelines:
    logs: { receivers: [otlp], processors: [transform/redact, filter/noise], exporters: [debug, count] }
    traces: { receivers: [otlp], processors: [filter/noise], exporters: [debug] }
`;

const log = (severityNumber: number, body: string) => ({ severityNumber, body: { stringValue: body } });
const logs = (...logRecords: object[]) => ({
  resourceLogs: [{ resource: {}, scopeLogs: [{ scope: {}, logRecords }] }],
});
const spans = (...given: object[]) => ({
  resourceSpans: [{ resource: {}, scopeSpans: [{ scope: {}, spans: given }] }],
});
const line = (payload: object) => `${JSON.stringify(payload)}\n`;

const someLogs = logs(log(5, "x"), log(9, "card 4711 ok"));
const someSpans = spans({ name: "health" }, { name: "GET /", events: [{ name: "noise" }, { name: "e2" }] });
const leftLogs = logs(log(9, "card **** ok"));
const leftSpans = spans({ name: "GET /", events: [{ name: "e2" }] });

describe("payloads of several signals", () => {
  const config = file("collector.yaml", configuration);
  const input = file("in.jsonl", line(someLogs) + line(someSpans));

  test("go through the pipelines of their signals", async () => {
    const { code, stdout } = await run([config, "--input", input, "--output", "otlp"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: line(leftLogs) + line(leftSpans) });
  });

  test("may be in one object", async () => {
    const { stdout } = await run(
      [config, "--input", "-", "--output", "otlp"],
      line({ ...someSpans, ...someLogs }),
    );
    expect(stdout).toBe(line(leftSpans) + line(leftLogs));
  });

  test("are told with what each statement and condition did", async () => {
    const { stdout } = await run([config, "--input", input]);
    expect(stdout).toContain("2 spans, 2 span events, 2 log records in\n");
    expect(stdout).toContain("logs: transform/redact runs its statements (error_mode ignore)\n");
    expect(stdout).toContain("log_statements[0]: its conditions let in 1 of 2 log records\n");
    expect(stdout).toContain("collector.yaml:10:13  replace_pattern(body, ");
    expect(stdout).toContain("    ran on 1 log record, changed it: body\n");
    expect(stdout).toContain("    ran on none of 1 log record: its condition never held\n");
    expect(stdout.replace(/\n +/g, " ")).toContain(
      '! log_statements[1]: none of its conditions holds for any of 2 log records: body == "never"',
    );
    expect(stdout).toContain('1 span event dropped\n  1 by name == "noise" is true\n');
    expect(stdout).toContain("1 span, 1 span event, 1 log record out\n");
    expect(stdout).toContain("connectors, which lead to other pipelines: count\n");
  });

  test("are told with what fails: all of it, or only where its condition holds", async () => {
    const set = "set(log.body, Int(log.body))";
    const statements = [set, `${set} where log.severity_number == 5`];
    const failing = file(
      "failing.yaml",
      `processors: { transform: { error_mode: ignore, log_statements: ${JSON.stringify(statements)} } }
receivers: { otlp: }
exporters: { debug: }
service: { pipelines: { logs: { receivers: [otlp], processors: [transform], exporters: [debug] } } }
`,
    );
    const { stdout } = await run([failing, "--input", "-"], line(someLogs));
    expect(stdout).toContain("    ran on none of 2 log records: it failed on all\n");
    expect(stdout.replace(/\n +/g, " ")).toContain(
      "ran on none of 2 log records: it failed on 1, its condition held for no other",
    );
  });

  test("are told as data", async () => {
    const { stdout } = await run([config, "--input", input, "--format", "json"]);
    const summary = JSON.parse(stdout);
    expect(summary).toMatchObject({
      pipelines: ["logs", "traces"],
      spans: 2,
      spanEvents: 2,
      logRecords: 2,
      left: { spans: 1, spanEvents: 1, logRecords: 1 },
      connectors: ["count"],
    });
    expect(summary.transforms[0].groups[0]).toMatchObject({
      tried: 2,
      opened: 1,
      statements: [
        { ran: 1, changed: 1, failed: 0, paths: { body: 1 } },
        { ran: 0, changed: 0, failed: 0, paths: {} },
      ],
    });
  });

  test("are told of the pipelines that something went through, else of that which it would", async () => {
    const both = file(
      "both.yaml",
      configuration.replace(
        "    traces: { receivers",
        "    metrics: { receivers: [otlp], processors: [filter/noise], exporters: [debug] }\n    traces: { receivers",
      ),
    );
    const pipelinesOf = async (stdin: string) => {
      const { stdout } = await run([both, "--input", "-", "--format", "json"], stdin);
      return JSON.parse(stdout).pipelines;
    };
    expect(await pipelinesOf(line(someLogs))).toEqual(["logs"]);
    expect(await pipelinesOf(line(someSpans) + line(someLogs))).toEqual(["traces", "logs"]);
    expect(await pipelinesOf('{"resourceMetrics":[]}')).toEqual(["metrics"]);
  });

  test("are passed over where another pipeline is asked for", async () => {
    const { code, stdout, stderr } = await run([
      config,
      "--input",
      input,
      "--pipeline",
      "traces",
      "--output",
      "otlp",
    ]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: line(leftSpans) });
    expect(stderr).toContain("warning: 1 payload of logs passed over: no pipeline takes it\n");
  });

  test("are told from scrapes, which no pipeline of other signals takes", async () => {
    const { code, stderr } = await run([config, "--input", file("none.txt", "up 1\n")]);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /none\.txt is no OTLP JSON, so it is taken for a scrape, and the configuration has no pipeline/,
    );
  });

  test("go through what several files make of the configuration", async () => {
    const more = file(
      "more.yaml",
      "processors: { filter/noise: { logs: { log_record: ['body == nil'] } } }\n",
    );
    const { stdout } = await run([config, more, "--input", input, "--output", "otlp"]);
    expect(stdout).toBe(line(logs(log(5, "x"), log(9, "card **** ok"))) + line(leftSpans));
  });
});

describe("lines of JSON", () => {
  const config = file("lines.yaml", configuration);
  const broken = `${line(someLogs)}\n{"resourceLogs": [}\n${line(someSpans)}`;

  test("are run up to one that is no payload, which is told with its number", async () => {
    const input = file("broken.jsonl", broken);
    const { code, stdout, stderr } = await run([config, "--input", input, "--output", "otlp"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: line(leftLogs) });
    expect(stderr).toContain("broken.jsonl:3:19\n");
  });

  test("that are nested so deep that they cannot be written are rejected by themselves", async () => {
    const deep = `${'{"arrayValue":{"values":['.repeat(6000)}${"]}}".repeat(6000)}`;
    const input = file(
      "deep.jsonl",
      `${line(logs(log(9, "here"))).replace('{"stringValue":"here"}', deep)}${line(someSpans)}`,
    );
    const { code, stdout, stderr } = await run([config, "--input", input, "--output", "otlp"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: line(leftSpans) });
    expect(stderr).toContain(
      "error: 1 payload rejected, nothing of it goes on: the data is nested deeper than 1000 levels",
    );
  });

  test("may be left out where they are no payloads", async () => {
    const input = file("broken.jsonl", broken);
    const options = [config, "--input", input, "--on-bad-line", "skip"];
    const { code, stdout, stderr } = await run([...options, "--output", "otlp"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: line(leftLogs) + line(leftSpans) });
    expect(stderr).toContain("broken.jsonl:3:19\n");
    expect((await run(options)).stdout).toContain("broken.jsonl: 2 payloads of OTLP, 1 line left out\n");
  });

  test("may be left out where they come first", async () => {
    const input = file("cut.jsonl", `\n{"resourceLogs": [{"sco\n${line(someLogs)}${line(someSpans)}`);
    const options = [config, "--input", input, "--output", "otlp"];
    const skipped = await run([...options, "--on-bad-line", "skip"]);
    expect(skipped).toMatchObject({ code: 0, stdout: line(leftLogs) + line(leftSpans) });
    expect(skipped.stderr).toContain("cut.jsonl:2:20\n");
    expect(await run(options)).toMatchObject({ code: 1, stdout: "" });
  });

  test.runIf(existsSync("/proc/self/fd"))("do not stay open where the run ends early", async () => {
    const input = file("open.jsonl", `${line(someLogs)}{\n${line(someLogs).repeat(2000)}`);
    const open = () => readdirSync("/proc/self/fd").length;
    const before = open();
    for (let i = 0; i < 5; i++) expect((await run([config, "--input", input])).code).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(open() - before).toBeLessThan(5);
  });

  test("keep bytes that are no UTF-8, ends of Windows and a mark at the begin", async () => {
    const bytes = Buffer.concat([
      Buffer.from("\ufeff"),
      Buffer.from(JSON.stringify(logs(log(9, "?")))),
      Buffer.from("\r\n"),
      Buffer.from(JSON.stringify(someSpans)),
    ]);
    bytes[bytes.indexOf("?")] = 0xff;
    const input = file("bytes.jsonl", "");
    writeFileSync(input, bytes);
    const to = file("bytes-out.jsonl", "");
    expect((await run([config, "--input", input, "--output", "otlp", "--to", to])).code).toBe(0);
    expect(readFileSync(to, "utf8")).toContain('"body":{"stringValue":"\\udcff"}');
  });
});

test("a summary of a payload without records says that nothing came", async () => {
  const config = file("empty.yaml", configuration);
  const { code, stdout } = await run([config, "--input", "-"], line(logs()));
  expect(code).toBe(0);
  expect(stdout).toMatch(/^nothing in\n/);
  expect(stdout).toContain("\nnothing out\n");
  expect(stdout).not.toContain("metric");
});

describe("an output file", () => {
  const config = file("to.yaml", configuration);

  test("holds what standard output would", async () => {
    const to = file("out.jsonl", "before");
    const { code, stdout } = await run(
      [config, "--input", "-", "--output", "otlp", "--to", to],
      line(someLogs),
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(readFileSync(to, "utf8")).toBe(line(leftLogs));
    expect(existsSync(`${to}.partial`)).toBe(false);
  });

  test("stays as it is where the run ends early, and what was written is beside it", async () => {
    const to = file("out.jsonl", "before");
    const { code, stderr } = await run(
      [config, "--input", "-", "--output", "otlp", "--to", to],
      `${line(someLogs)}{\n`,
    );
    expect(code).toBe(1);
    expect(readFileSync(to, "utf8")).toBe("before");
    expect(readFileSync(`${to}.partial`, "utf8")).toBe(line(leftLogs));
    expect(stderr).toContain("note: what was written before is in out.jsonl.partial\n");
  });

  test("is that which a link leads to, with its permissions", async () => {
    const kept = file("kept.jsonl", "before");
    chmodSync(kept, 0o640);
    const link = `${kept}.link`;
    symlinkSync("kept.jsonl", link);
    await run([config, "--input", "-", "--output", "otlp", "--to", link], line(someLogs));
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(kept, "utf8")).toBe(line(leftLogs));
    expect(statSync(kept).mode & 0o777).toBe(0o640);
  });

  test("that is a device stays one", async () => {
    const device = file("device", "");
    rmSync(device);
    symlinkSync("/dev/null", device);
    const { code } = await run([config, "--input", "-", "--output", "otlp", "--to", device], line(someLogs));
    expect(code).toBe(0);
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
    expect(existsSync("/dev/null.partial")).toBe(false);
  });

  test("leaves nothing beside it where nothing was written", async () => {
    const to = file("none.txt", "before");
    const { code, stderr } = await run([config, "--input", "-", "--to", to], `${line(someLogs)}{\n`);
    expect(code).toBe(1);
    expect(stderr).not.toContain("note:");
    expect(existsSync(`${to}.partial`)).toBe(false);
    expect(readFileSync(to, "utf8")).toBe("before");
  });

  test("that cannot be written is told", async () => {
    const { code, stderr } = await run([config, "--input", "-", "--to", "/nowhere/out.txt"], line(someLogs));
    expect(code).toBe(2);
    expect(stderr).toContain("ottlkit: /nowhere/out.txt cannot be written: ");
    expect(await run([config, "--input", "-", "--to", space.folder], line(someLogs))).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/cannot be written: it is a directory\n$/),
    });
    expect(existsSync(`${space.folder}.partial`)).toBe(false);
    expect(await run([config, "--input", "-", "--to", ""], line(someLogs))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("the name after --to is empty\n"),
    });
  });
});
