/**
 * What explaining costs runs that are not explained: a filter and a condition that were explained, with their probes
 * compiled, next to ones that never were.
 */
import { createFilter } from "../../src/collector/filter/create-filter.ts";
import { recordsOf } from "../../src/engine/records.ts";
import { condition } from "../../src/engine/standard.ts";
import type { MetricsData } from "../../src/shapes/records.ts";
import { cases } from "./cases.ts";
import { copies, meshMetrics } from "./data.ts";

const rounds = 400;
const text = cases[0]?.text ?? "";

/** One line: how many times longer runs take where explanations were asked for before. */
export function explainedLine(): string {
  const payload = meshMetrics() as MetricsData;
  const data = copies(payload, 10);
  const records = data.map((one) => [...recordsOf("metric", one)]);
  const [first = []] = records;
  const filters = pair(
    () => createFilter({ error_mode: "ignore", metrics: { metric: [text] } }),
    (filter) => {
      for (const record of first) filter.explain(record);
    },
  );
  const conditions = pair(
    () => condition("metric", text),
    (one) => {
      for (const record of first) one.explain(record);
    },
  );
  const apply = ratio(
    filters.map((filter) => () => {
      for (const one of data) filter.apply(one);
    }),
  );
  const matches = ratio(
    conditions.map((one) => () => {
      for (const some of records) for (const record of some) one.matches(record);
    }),
  );
  return `explained before, to never explained: filter.apply ${apply}, condition.matches ${matches}`;
}

/** Two of a kind, of which the first was explained. */
function pair<T>(make: () => T, explain: (one: T) => void): readonly [explained: T, plain: T] {
  const both = [make(), make()] as const;
  explain(both[0]);
  return both;
}

/** The least time of the first to the least time of the second; their rounds take turns, each first in every other one. */
function ratio(runs: readonly (() => void)[]): string {
  const best = runs.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? [0, 1] : [1, 0];
    for (const i of order) {
      const start = process.hrtime.bigint();
      runs[i]?.();
      best[i] = Math.min(best[i] ?? 0, Number(process.hrtime.bigint() - start));
    }
  }
  const [explained = 0, plain = 1] = best;
  return (explained / plain).toFixed(2);
}
