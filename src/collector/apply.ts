import type { Applied, Processor } from "./processor.ts";
import { isEmpty, type TelemetryData } from "./signals.ts";

/** Makes `apply` of a function over one payload: it takes payloads, async iterables and Web streams of payloads. */
export function applying<R extends Applied>(one: (payload: TelemetryData) => R): Processor<R>["apply"] {
  const apply = (source: TelemetryData | ReadableStream<TelemetryData> | AsyncIterable<TelemetryData>) => {
    if (typeof source !== "object" || source === null) return one(source); // which says what is wrong with it
    if (isStream(source)) return source.pipeThrough(transformer(one));
    if (Symbol.asyncIterator in source) return each(source, one);
    return one(source);
  };
  return apply as Processor<R>["apply"]; // the overloads tell the same cases apart by type
}

function isStream(source: object): source is ReadableStream<TelemetryData> {
  return "pipeThrough" in source && typeof source.pipeThrough === "function";
}

function transformer(
  one: (payload: TelemetryData) => Applied,
): TransformStream<TelemetryData, TelemetryData> {
  return new TransformStream({
    transform(payload, controller) {
      const { output } = one(payload);
      if (!isEmpty(output)) controller.enqueue(output);
    },
  });
}

async function* each(
  payloads: AsyncIterable<TelemetryData>,
  one: (payload: TelemetryData) => Applied,
): AsyncGenerator<TelemetryData> {
  for await (const payload of payloads) {
    const { output } = one(payload);
    if (!isEmpty(output)) yield output;
  }
}
