/**
 * Each code has a file in `fixtures/prometheus/diagnostics`: a line of JSON with the format, the scrape, a line `---`,
 * and what is printed. `npx vitest run -u` writes the last part anew.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { prometheusMessages } from "../../src/diagnostics/codes/prometheus.ts";
import { formatDiagnostics } from "../../src/index.ts";
import { scrape } from "../../src/prometheus.ts";

const folder = join(import.meta.dirname, "../../fixtures/prometheus/diagnostics");
const codes = Object.keys(prometheusMessages);

test.for(codes)("%s is drawn as its fixture shows", async (code) => {
  const file = join(folder, `${code}.txt`);
  expect(existsSync(file), `${code}.txt exists`).toBe(true);
  const text = readFileSync(file, "utf8");
  const newline = text.indexOf("\n");
  const head = text.slice(0, newline);
  const source = text.slice(newline + 1, text.indexOf("\n---\n"));
  const { error } = scrape(
    source.replaceAll("�", "\udcff"),
    { job: "j", instance: "i:1" },
    { time: 0, ...JSON.parse(head) },
  );
  const drawn = error === undefined ? "accepted" : formatDiagnostics(source, [error], { file: "scrape.txt" });
  expect(drawn).toContain(`[${code}]`);
  await expect(`${head}\n${source}\n---\n${drawn}\n`).toMatchFileSnapshot(file);
});

test("every fixture is of a code", () => {
  const names = readdirSync(folder).map((name) => name.replace(/\.txt$/, ""));
  expect(names.filter((name) => !codes.includes(name))).toEqual([]);
});
