import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Workspace } from "../call.ts";
import { Watched } from "../watched.ts";

const space = new Workspace();
const file = space.file.bind(space);

const configuration = (condition: string) => `receivers: { otlp: {} }
processors: { filter/a: { error_mode: ignore, logs: { log_record: ['${condition}'] } } }
exporters: { debug: {} }
service: { pipelines: { logs: { receivers: [otlp], processors: [filter/a], exporters: [debug] } } }
`;
const logs = (...bodies: string[]) => {
  const logRecords = bodies.map((stringValue) => ({ body: { stringValue } }));
  return `${JSON.stringify({ resourceLogs: [{ resource: {}, scopeLogs: [{ scope: {}, logRecords }] }] })}\n`;
};

test("a run is done again when the configuration or an input changes, also behind a mistake", async () => {
  const config = file("watch/collector.yaml", configuration('body == "a"'));
  const input = file("watch/in.jsonl", logs("a", "b"));
  const to = file("watched-out/out.jsonl", "");
  const watched = new Watched(["run", config, "--input", input, "--output", "otlp", "--to", to, "--watch"]);
  await watched.round();
  expect(readFileSync(to, "utf8")).toBe(logs("b"));
  file("watch/in.jsonl", logs("a", "c"));
  await watched.round();
  expect(readFileSync(to, "utf8")).toBe(logs("c"));
  file("watch/collector.yaml", configuration("bdoy == 1"));
  expect(await watched.round()).toContain("error[unknown_path]");
  file("watch/collector.yaml", configuration('body == "c"'));
  await watched.round();
  expect(readFileSync(to, "utf8")).toBe(logs("a"));
  expect(await watched.interrupt()).toBe(0);
});

test("standard input cannot be watched", async () => {
  const config = file("collector.yaml", configuration("false"));
  const { code, stderr } = await space.call(["run", config, "--input", "-", "--watch"]);
  expect({ code, stderr }).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("standard input cannot be watched"),
  });
});
