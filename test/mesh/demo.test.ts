import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { results } from "./golden-data.ts";

const root = join(import.meta.dirname, "../..");
const recorded = results["v0.161.0"];

describe("the demo", () => {
  test("runs the post's configuration, then its other routes, then the modes of error", () => {
    const { status, out, error } = demo();
    expect({ status, error }).toEqual({ status: 0, error: "" });
    expect(out).toMatch(/^163 metric families in: 168 metrics/m);
    expect(out).toMatch(/^6 metrics kept$/m);
    expect(out).toMatch(/^11 names out, 154 series$/m);
    expect(namesIn(out)).toEqual(recorded.ottl?.list);
    expect(out).toMatch(/is unanchored and lets control_response_latency_ms\s+through/);
    expect(out).toContain('"^response_latency_ms.*") matches from the start only');
    for (const [title, route] of [
      ["OTTL filter of the post", "ottl"],
      ["relabelling, keep on __name__", "relabel"],
      ['OTTL filter with "^response_latency_ms"', "anchored"],
      ["OTTL filter of the post and relabelling", "both"],
    ] as const)
      expect(tableRow(out, title)).toEqual([recorded[route]?.names, recorded[route]?.series, 78]);
    expect(out).toContain("11 - 3 + 2 + 5 = 15");
    expect(out).not.toContain("\x1b");
  });

  test("shows what each error_mode makes of a condition that fails", () => {
    const { out } = demo();
    const table = out.slice(out.indexOf("error_mode  version"));
    const row = (mode: string, version: string) =>
      new RegExp(`^ {2}${mode} +${version.replaceAll(".", "\\.")} +(.*)$`, "m")
        .exec(table)?.[1]
        ?.split(/ {2,}/);
    const errors = "2 errors: rustls_info, up";
    expect(row("ignore", "0.165.0")).toEqual(["4 names", errors]);
    expect(row("silent", "0.165.0")).toEqual(["4 names", "nothing"]);
    expect(row("propagate", "0.165.0")).toEqual(["rejected", errors]);
    expect(row("\\(none\\)", "0.118.0")).toEqual(["rejected", errors]);
    expect(row("\\(none\\)", "0.165.0")).toEqual(["4 names", errors]);
  });

  test("--lab reproduces the series of 30 proxies", () => {
    const { status, out } = demo("--lab");
    expect(status).toBe(0);
    expect(tableRow(out, "OTTL filter of the post")).toEqual([11, 9280, 5642]);
    expect(tableRow(out, "relabelling, keep on __name__")).toEqual([15, 7190, 5642]);
    expect(out).toMatch(/is\s+fitted/);
  });

  test.each([[["--nope"]], [["a-file"]]])("%j is refused without a stack trace", (args) => {
    const { status, out, error } = demo(...args);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(error).toContain("Usage: npm run demo");
    expect(error).not.toMatch(/^ {4}at .*:\d+/m);
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
  const from = out.indexOf("names out,");
  const lines = out.slice(from, out.indexOf("\n\n", from)).split("\n").slice(1);
  return lines.map((line) => line.trim().split(/\s+/)[1] ?? "").filter((name) => name !== "");
}

function tableRow(out: string, title: string): number[] {
  const line = out.split("\n").find((text) => text.startsWith(`  ${title} `)) ?? "";
  const cells = line
    .slice(title.length + 2)
    .trim()
    .split(/\s+/);
  return cells.map((cell) => Number(cell.replaceAll(",", "")));
}
