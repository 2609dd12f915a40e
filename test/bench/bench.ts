/**
 * `npm run bench`: nanoseconds a record, ottlkit next to hand-written loops, each case in a process of its own so that
 * none is measured by what the engine has learnt from another, and next to the reference where Go is there.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { cases } from "./cases.ts";
import { httpPoints, httpSpans, logRecords, meshMetrics } from "./data.ts";
import { explainedLine } from "./explained.ts";
import { filterRow } from "./filter.ts";
import type { Measured } from "./measure.ts";
import { referenceFigures } from "./reference.ts";
import { transformRow } from "./transform.ts";

const payloads = { mesh: meshMetrics(), http: httpPoints(), logs: logRecords(), spans: httpSpans() };
const reference = await referenceFigures(cases, payloads);
const rows: Record<string, string>[] = [];
for (const { id } of cases) {
  const { hits, ottlkit, hand } = measured(id);
  const go = reference?.get(id);
  rows.push({
    case: id,
    records: hits,
    "ottlkit ns": ottlkit.toFixed(1),
    "hand ns": hand.toFixed(1),
    "ottlkit : hand": (ottlkit / hand).toFixed(2),
    ...(go === undefined
      ? {}
      : { "reference ns": go.toFixed(0), "reference : ottlkit": (go / ottlkit).toFixed(1) }),
  });
}
rows.push(await filterRow(), await transformRow());
console.table(rows);
console.log(explainedLine());
console.log(coldStart());

function measured(id: string): Measured {
  const program = fileURLToPath(new URL("measure.ts", import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, id], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${id}: ${stderr}`);
  return JSON.parse(stdout) as Measured; // what measure.ts prints
}

/** Import, first parse and first verdict in a new process, as the built package does them. */
function coldStart(): string {
  const entry = new URL("../../dist/index.js", import.meta.url);
  if (!existsSync(entry)) return "cold start: build first (npm run build)";
  const program = `const start = performance.now();
    const { condition } = await import(${JSON.stringify(entry.href)});
    condition("metric", ${JSON.stringify(cases[0]?.text)}).matches({ metric: { name: "up" } });
    console.log(performance.now() - start);`;
  const times = Array.from({ length: 10 }, () =>
    Number(spawnSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" }).stdout),
  );
  return `cold start to the first verdict: ${Math.min(...times).toFixed(0)} ms`;
}
