/**
 * `npm run bench`: nanoseconds a record, ottlkit next to hand-written loops in the same run, and next to the
 * reference where Go is there. Rounds of all candidates take turns, so that a slow moment hits all of them.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { condition } from "../../src/index.ts";
import { cases } from "./cases.ts";
import { copies, httpPoints, meshMetrics } from "./data.ts";
import { filterRow } from "./filter.ts";
import { referenceFigures } from "./reference.ts";
import { evaluateAll } from "./walk.ts";

const rounds = 40;
const roundNanos = 8_000_000;

interface Candidate {
  readonly name: string;
  readonly run: () => void;
  best: number;
}

const payloads = { mesh: copies(meshMetrics(), 10), http: copies(httpPoints(), 4) };
const reference = await referenceFigures(cases, { mesh: payloads.mesh[0], http: payloads.http[0] });
const rows: Record<string, string>[] = [];
for (const item of cases) {
  const data = payloads[item.data];
  const compiled = condition(item.context, item.text);
  let verdicts = 0;
  let hits = 0;
  const visit = (verdict: boolean) => {
    verdicts++;
    if (verdict) hits++;
  };
  const counts = (run: () => void) => {
    verdicts = 0;
    hits = 0;
    run();
    return `${hits}/${verdicts}`;
  };
  const ours = () => {
    for (const payload of data) evaluateAll(item.context, payload, compiled, visit);
  };
  const theirs = () => {
    for (const payload of data) item.handWritten(payload as never, visit);
  };
  const [a, b] = [counts(ours), counts(theirs)];
  if (a !== b) throw new Error(`${item.id}: ${a} against ${b}`);
  const records = verdicts;
  const candidates: Candidate[] = [
    { name: "ottlkit", run: ours, best: Number.POSITIVE_INFINITY },
    { name: "hand-written", run: theirs, best: Number.POSITIVE_INFINITY },
  ];
  for (let round = 0; round < rounds; round++) {
    for (const candidate of candidates)
      candidate.best = Math.min(candidate.best, nanosOf(candidate.run) / records);
  }
  const [kit, hand] = candidates as [Candidate, Candidate];
  const go = reference?.get(item.id);
  rows.push({
    case: item.id,
    hits: a,
    "ottlkit ns": kit.best.toFixed(1),
    "hand ns": hand.best.toFixed(1),
    "ottlkit : hand": (kit.best / hand.best).toFixed(2),
    ...(go === undefined
      ? {}
      : { "reference ns": go.toFixed(0), "reference : ottlkit": (go / kit.best).toFixed(1) }),
  });
}
rows.push(await filterRow());
console.table(rows);
console.log(coldStart());

/** The time of one run, from as many runs as fill a round. */
function nanosOf(run: () => void): number {
  const start = process.hrtime.bigint();
  let runs = 0;
  let elapsed = 0;
  while (elapsed < roundNanos) {
    run();
    runs++;
    elapsed = Number(process.hrtime.bigint() - start);
  }
  return elapsed / runs;
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
