import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, inject, test } from "vitest";

const folder = inject("installed");
/** The whole stream only where there is time for it. */
const megabytes = process.env.CI === undefined ? 40 : 300;

const configuration = `receivers: { otlp: {} }
processors:
  transform:
    error_mode: ignore
    log_statements:
      - replace_pattern(log.body, "card \\\\d+", "card ****")
      - set(log.attributes["severe"], true) where log.severity_number >= SEVERITY_NUMBER_ERROR
  filter: { error_mode: ignore, logs: { log_record: ['severity_number < SEVERITY_NUMBER_INFO'] } }
exporters: { debug: {} }
service: { pipelines: { logs: { receivers: [otlp], processors: [transform, filter], exporters: [debug] } } }
`;

/** A payload of 20 log records, of which those with an even number go. */
function line(index: number): string {
  const logRecords = Array.from({ length: 20 }, (_, i) => ({
    severityNumber: i % 2 === 0 ? 5 : 9,
    body: { stringValue: `request ${index * 20 + i} with card ${index} finished in ${i} ms` },
    attributes: [{ key: "http.status_code", value: { intValue: String(200 + i) } }],
  }));
  return `${JSON.stringify({ resourceLogs: [{ resource: {}, scopeLogs: [{ scope: {}, logRecords }] }] })}\n`;
}

test(`the command runs ${megabytes} MB of JSON lines in a heap of 96 MB`, async () => {
  writeFileSync(join(folder, "stream.yaml"), configuration);
  const command = join(folder, "node_modules/ottlkit/dist/cli.js");
  const args = ["--max-old-space-size=96", command, "run", "stream.yaml", "--input", "-", "--output", "otlp"];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ["pipe", "pipe", "pipe"] });
  const errors = text(child.stderr);
  let records = 0;
  let masked = 0;
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    records += chunk.split('"body"').length - 1;
    masked += chunk.split("card ****").length - 1;
  });
  const ended = once(child, "close");
  let lines = 0;
  for (let written = 0; written < megabytes * 1e6; lines++) {
    const piece = line(lines);
    written += piece.length;
    if (!child.stdin.write(piece)) await once(child.stdin, "drain");
  }
  child.stdin.end();
  const [code] = await ended;
  expect({ code, errors: await errors }).toEqual({ code: 0, errors: "" });
  // A word may fall between two chunks.
  expect(records).toBeGreaterThan(lines * 10 * 0.999);
  expect(records).toBeLessThanOrEqual(lines * 10);
  expect(masked).toBeGreaterThan(lines * 10 * 0.999);
});
