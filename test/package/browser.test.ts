import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { expect, inject, test } from "vitest";

const folder = inject("installed");
const program = `
  import { condition, OttlError } from "ottlkit";
  import { condition as core, isMatch } from "ottlkit/core";
  import { createFilter } from "ottlkit/collector";
  import { counter, histogram, payload } from "ottlkit/testing";
  const mesh = condition("metric", 'not(name == "up" or IsMatch(name, "response_latency_ms.*"))');
  const small = core("metric", 'IsMatch(name, "^up$")', { functions: [isMatch] });
  const verdicts = ["up", "response_latency_ms", "x"].map((name) => mesh.matches({ metric: { name } }));
  let code = "none";
  try { condition("metric", "nmae == 1"); } catch (error) { if (error instanceof OttlError) code = error.code; }
  const yaml = "processors:\\n  filter:\\n    metrics: {metric: ['name == \\"a\\"']}";
  const { dropped } = createFilter(yaml).apply(payload(counter("a"), histogram("b")));
  document.body.textContent = JSON.stringify({ verdicts, small: small.matches({ metric: { name: "up" } }), code, dropped: dropped.metrics });`;

function bundle(): string {
  writeFileSync(join(folder, "browser.mjs"), program);
  const { outputFiles } = buildSync({
    entryPoints: [join(folder, "browser.mjs")],
    bundle: true,
    minify: true,
    platform: "browser",
    format: "iife",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

test("a browser bundle asks for nothing of Node.js", () => {
  expect(bundle()).not.toMatch(/require\("(node:)?(fs|path|os|util|buffer)"\)|from "node:/);
});

/** Inline scripts, but no `eval`. */
const policy = `<meta http-equiv="Content-Security-Policy" content="script-src 'unsafe-inline'">`;
const chromium = ["chromium", "chromium-browser", "google-chrome"].find(
  (name) => spawnSync(name, ["--version"]).status === 0,
);
const why = chromium === undefined ? " (skipped: no chromium on this machine)" : "";

test.skipIf(chromium === undefined && process.env.CI === undefined)(
  `the bundle runs in a real browser${why}`,
  () => {
    expect(chromium, "CI installs chromium").toBeDefined();
    const page = join(folder, "page.html");
    writeFileSync(
      page,
      `<!doctype html><meta charset="utf-8">${policy}<body><script>${bundle().replaceAll("</script", "<\\/script")}</script>`,
    );
    const profile = mkdtempSync(join(folder, "profile-"));
    const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
    flags.push("--disable-background-networking", "--disable-component-update", "--disable-sync");
    flags.push(`--user-data-dir=${profile}`, "--virtual-time-budget=5000", "--dump-dom", `file://${page}`);
    const { stdout } = spawnSync(chromium as string, flags, { encoding: "utf8", timeout: 120_000 });
    expect(stdout).toContain(
      '{"verdicts":[false,false,true],"small":true,"code":"unknown_path","dropped":1}',
    );
  },
);
