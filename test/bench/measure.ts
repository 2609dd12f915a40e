/**
 * Measures one case: prints the least nanoseconds a record of ottlkit and of hand-written code. Their rounds take
 * turns, so that a slow moment hits both. A statement gets a fresh copy of the payload for each run, as in the
 * reference's measurement.
 */
import { condition, statement } from "../../src/index.ts";
import { type Case, cases } from "./cases.ts";
import { copies, httpPoints, httpSpans, logRecords, meshMetrics } from "./data.ts";
import { runAll } from "./walk.ts";

/** The figures of a case, in nanoseconds a record; `hits` is how many of how many records it took. */
export interface Measured {
  readonly hits: string;
  readonly ottlkit: number;
  readonly hand: number;
}

type Run = (payload: object, visit: (verdict: boolean) => void) => void;

const rounds = 60;
const roundNanos = 8_000_000;
const makers = { mesh: meshMetrics, http: httpPoints, logs: logRecords, spans: httpSpans };
const conditionCopies = { mesh: 10, http: 4, logs: 4, spans: 4 } as const;

const id = process.argv[2];
const found = cases.find((one) => one.id === id);
if (found === undefined) throw new Error(`there is no case ${id}`);
console.log(JSON.stringify(measure(found)));

function measure(item: Case): Measured {
  const base: object = makers[item.data]();
  const run = runner(item);
  const ours: Run = (payload, visit) => runAll(item.context, payload, run, visit);
  const theirs: Run = (payload, visit) => item.handWritten(payload as never, visit);
  const hits = hitsOf(ours, structuredClone(base));
  if (hits !== hitsOf(theirs, structuredClone(base))) throw new Error("the verdicts differ");
  const records = Number(hits.split("/")[1]);
  const shared = item.kind === "condition" ? copies(base, conditionCopies[item.data]) : undefined;
  const best = { ottlkit: Number.POSITIVE_INFINITY, hand: Number.POSITIVE_INFINITY };
  for (let round = 0; round < rounds; round++) {
    best.ottlkit = Math.min(best.ottlkit, roundOf(ours, base, shared) / records);
    best.hand = Math.min(best.hand, roundOf(theirs, base, shared) / records);
  }
  return { hits, ...best };
}

function runner({ kind, context, text }: Case): (record: object) => boolean {
  if (kind === "condition") {
    const compiled = condition(context, text);
    return (record) => compiled.matches(record);
  }
  const compiled = statement(context, text);
  return (record) => compiled.execute(record);
}

function hitsOf(run: Run, payload: object): string {
  let verdicts = 0;
  let hits = 0;
  run(payload, (verdict) => {
    verdicts++;
    if (verdict) hits++;
  });
  return `${hits}/${verdicts}`;
}

/** The nanoseconds of one payload, from as many runs as fill a round. */
function roundOf(run: Run, base: object, shared: readonly object[] | undefined): number {
  let runs = 0;
  let elapsed = 0;
  while (elapsed < roundNanos) {
    for (const payload of shared ?? copies(base, 1)) {
      elapsed += onceNanos(run, payload);
      runs++;
    }
  }
  return elapsed / runs;
}

function onceNanos(run: Run, payload: object): number {
  let hits = 0;
  const start = process.hrtime.bigint();
  run(payload, (verdict) => {
    if (verdict) hits++;
  });
  return Number(process.hrtime.bigint() - start) + (hits < 0 ? 1 : 0); // hits are looked at, so they are counted
}
