import type { MetricsData } from "../shapes/records.ts";
import type { Applied, Processor } from "./processor.ts";

/** Makes `apply` of a function over one payload: it takes payloads, async iterables and Web streams of payloads. */
export function applying<R extends Applied>(one: (payload: MetricsData) => R): Processor<R>["apply"] {
  const apply = (source: MetricsData | ReadableStream<MetricsData> | AsyncIterable<MetricsData>) => {
    if (typeof source !== "object" || source === null) return one(source); // which says what is wrong with it
    if (isStream(source)) return source.pipeThrough(transformer(one));
    if (Symbol.asyncIterator in source) return each(source, one);
    return one(source);
  };
  return apply as Processor<R>["apply"]; // the overloads tell the same cases apart by type
}

function isStream(source: object): source is ReadableStream<MetricsData> {
  return "pipeThrough" in source && typeof source.pipeThrough === "function";
}

function transformer(one: (payload: MetricsData) => Applied): TransformStream<MetricsData, MetricsData> {
  return new TransformStream({
    transform(payload, controller) {
      const { output } = one(payload);
      if (!isEmpty(output)) controller.enqueue(output);
    },
  });
}

async function* each(
  payloads: AsyncIterable<MetricsData>,
  one: (payload: MetricsData) => Applied,
): AsyncGenerator<MetricsData> {
  for await (const payload of payloads) {
    const { output } = one(payload);
    if (!isEmpty(output)) yield output;
  }
}

/** Where the resources of each signal are. */
export const signals = ["resourceMetrics", "resourceSpans", "resourceLogs"] as const;

/** Whether nothing is left to be sent on, of any signal. */
export function isEmpty(payload: MetricsData): boolean {
  const lists: Partial<Record<(typeof signals)[number], readonly unknown[] | null | undefined>> = payload;
  return signals.every((signal) => (lists[signal]?.length ?? 0) === 0);
}
