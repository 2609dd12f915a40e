import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { results } from "./golden-data.ts";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "mesh-demo-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the demo", () => {
  test("shows 163 families in and the 11 names that arrive, in 80 columns", () => {
    const { status, out, error } = demo();
    expect(error).toBe("");
    expect(status).toBe(0);
    expect(out).toMatch(/^163 families in$/m);
    expect(out).toMatch(/^11 names arrive, 154 series$/m);
    expect(namesIn(out)).toEqual(results["v0.161.0"].ottl?.list);
    expect(out).toMatch(/! control_response_latency_ms is here because IsMatch is unanchored/);
    expect(out).toContain('IsMatch(name, "^response_latency_ms.*") would not');
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(out).not.toContain("\x1b");
  });

  test("shows what another condition leaves of another scrape", () => {
    const file = scrapeFile(
      '# TYPE a_b gauge\na_b 1\n# TYPE c histogram\nc_bucket{le="1"} 1\nc_count 2\nd 3\n',
    );
    const { status, out } = demo(
      file,
      "--condition",
      'not(IsMatch(name, "_b") or type == METRIC_DATA_TYPE_HISTOGRAM)',
    );
    expect(status).toBe(0);
    expect(out).toMatch(/^3 families in$/m);
    expect(namesIn(out)).toEqual(["a_b", "c_bucket", "c_count", "target_info"]);
    expect(out).toContain('IsMatch(name, "^_b") would not match');
  });

  test("an anchored pattern leaves 8 names and no warning", () => {
    const condition =
      'not(name == "response_total" or IsMatch(name, "^response_latency_ms") or name == "tcp_open_connections" or name == "tcp_read_bytes_total" or name == "tcp_write_bytes_total")';
    const { out } = demo("--condition", condition);
    expect(namesIn(out)).toEqual(results["v0.161.0"].anchored?.list);
    expect(out).not.toContain("!");
  });

  test.each(["ignore", "silent"])("metrics whose condition fails stay under %s", (mode) => {
    const { status, out } = demo(
      "--condition",
      'not(Substring(name, 0, 12) == "tcp_open_con")',
      "--error-mode",
      mode,
    );
    expect(status).toBe(0);
    expect(namesIn(out)).toEqual(results["v0.161.0"]["err-some-ignore"]?.list);
    expect(out.includes("2 evaluation errors")).toBe(mode === "ignore");
  });

  test("a failing condition holds everything back under propagate", () => {
    const { status, out } = demo(
      "--condition",
      'not(Substring(name, 0, 12) == "tcp_open_con")',
      "--error-mode",
      "propagate",
    );
    expect(status).toBe(1);
    expect(out).toContain("2 evaluation errors");
    expect(out).toContain("Nothing arrives");
  });

  test.each([
    ["a missing file", ["nowhere.txt"], 2, "nowhere.txt cannot be read as a scrape: no such file"],
    ["a directory", ["src"], 2, "src cannot be read as a scrape: illegal operation on a directory"],
    ["two files", ["a", "b"], 2, "one scrape file at most, found 2"],
    ["an unknown option", ["--nope"], 2, "Unknown option '--nope'"],
    ["an unknown mode", ["--error-mode", "maybe"], 2, "ignore, silent, propagate"],
    ["an unknown version", ["--compatibility", "0.1.0"], 2, "0.1.0"],
    ["a condition with an unknown path", ["--condition", 'nmae == "x"'], 2, 'did you mean "name"?'],
    ["a condition that ends too soon", ["--condition", 'name == "x" or'], 2, "at 1:15"],
  ])("%s is refused without a stack trace", (_, args, expected, message) => {
    const { status, out, error } = demo(...args);
    expect({ status, out }).toEqual({ status: expected, out: "" });
    expect(error).toContain(message);
    expect(error).not.toMatch(/^ {4}at .*:\d+/m);
  });

  test.each([
    ['foo 1\nbar{a="x" 2\n', ":2:11"],
    ["# TYPE x unknown\n", ":1:10"],
    [Buffer.from([...Buffer.from('foo{a="'), 0xff, ...Buffer.from('"} 1\n')]), ":1:7"],
  ])("a scrape with a malformed line is refused at its place", (text, place) => {
    const file = scrapeFile(text);
    const { status, out, error } = demo(file);
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(error).toContain(`${file}${place}`);
  });
});

function demo(...args: string[]): { status: number | null; out: string; error: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["examples/mesh-demo/demo.ts", ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: undefined },
  });
  return { status, out: stdout, error: stderr };
}

function namesIn(out: string): string[] {
  const lines = out.slice(out.indexOf("arrive,")).split("\n").slice(1);
  return lines.map((line) => line.trim().split(/\s+/)[1] ?? "").filter((name) => name !== "");
}

function scrapeFile(text: string | Buffer): string {
  const file = join(folder, `${Math.random()}.txt`);
  writeFileSync(file, text);
  return file;
}
