/**
 * `npm run bench`: nanoseconds a record, ottlkit next to hand-written loops in the same run, and next to the
 * reference where Go is there. Rounds of all candidates take turns, so that a slow moment hits all of them.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { condition, statement } from "../../src/index.ts";
import { type Case, cases } from "./cases.ts";
import { copies, httpPoints, httpSpans, logRecords, meshMetrics } from "./data.ts";
import { filterRow } from "./filter.ts";
import { referenceFigures } from "./reference.ts";
import { runAll } from "./walk.ts";

const rounds = 40;
const roundNanos = 8_000_000;

interface Candidate {
  readonly name: string;
  readonly run: (payload: object, visit: (verdict: boolean) => void) => void;
  best: number;
}

const payloads = { mesh: meshMetrics(), http: httpPoints(), logs: logRecords(), spans: httpSpans() };
const counts = { mesh: 10, http: 4, logs: 4, spans: 4 } as const;
const reference = await referenceFigures(cases, payloads);
const rows: Record<string, string>[] = [];
for (const item of cases) {
  const run = runner(item);
  const base = payloads[item.data];
  const ours = (payload: object, visit: (verdict: boolean) => void) =>
    runAll(item.context, payload, run, visit);
  const theirs = (payload: object, visit: (verdict: boolean) => void) =>
    item.handWritten(payload as never, visit);
  const [a, b] = [hitsOf(ours, structuredClone(base)), hitsOf(theirs, structuredClone(base))];
  if (a !== b) throw new Error(`${item.id}: ${a} against ${b}`);
  const records = Number(a.split("/")[1]);
  const candidates: Candidate[] = [
    { name: "ottlkit", run: ours, best: Number.POSITIVE_INFINITY },
    { name: "hand-written", run: theirs, best: Number.POSITIVE_INFINITY },
  ];
  // A condition leaves the data as it is; a statement needs fresh data for each run.
  const shared = item.kind === "condition" ? copies(base, counts[item.data]) : undefined;
  for (let round = 0; round < rounds; round++) {
    for (const candidate of candidates) {
      const data = shared ?? copies(base, counts[item.data]);
      const nanos = shared === undefined ? onceNanos(candidate, data) : roundNanosOf(candidate, data);
      candidate.best = Math.min(candidate.best, nanos / (records * data.length));
    }
  }
  const [kit, hand] = candidates as [Candidate, Candidate];
  const go = reference?.get(item.id);
  rows.push({
    case: item.id,
    records: a,
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

function runner({ kind, context, text }: Case): (record: object) => boolean {
  if (kind === "condition") {
    const compiled = condition(context, text);
    return (record) => compiled.matches(record);
  }
  const compiled = statement(context, text);
  return (record) => compiled.execute(record);
}

function hitsOf(run: Candidate["run"], payload: object): string {
  let verdicts = 0;
  let hits = 0;
  run(payload, (verdict) => {
    verdicts++;
    if (verdict) hits++;
  });
  return `${hits}/${verdicts}`;
}

function onceNanos({ run }: Candidate, data: readonly object[]): number {
  let hits = 0;
  const visit = (verdict: boolean) => {
    if (verdict) hits++;
  };
  const start = process.hrtime.bigint();
  for (const payload of data) run(payload, visit);
  return Number(process.hrtime.bigint() - start) + (hits < 0 ? 1 : 0); // hits are looked at, so they are counted
}

/** The time of one run, from as many runs as fill a round. */
function roundNanosOf(candidate: Candidate, data: readonly object[]): number {
  let runs = 0;
  let elapsed = 0;
  while (elapsed < roundNanos) {
    elapsed += onceNanos(candidate, data);
    runs++;
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
