import type { Payload } from "../../reference/cases/payload.ts";
import { spanIds, strings, traceStates } from "../pools.ts";
import type { Random } from "../random.ts";
import { attributes, ids, resource, scope, sometimes, times } from "./parts.ts";

const kinds: readonly unknown[] = [0, 1, 2, 3, 4, 5, 6, -1, "SPAN_KIND_SERVER", 2147483647];
const codes: readonly unknown[] = [0, 1, 2, 3, "STATUS_CODE_ERROR"];

/** Makes a payload of spans of every kind and status, with events and links. */
export function generateTraces(random: Random): Payload {
  return {
    resourceSpans: random.list([1, 1, 2], () => ({
      ...resource(random),
      scopeSpans: random.list([1, 1, 2], () => ({
        ...scope(random),
        spans: random.list([1, 2, 3], () => span(random)),
      })),
    })),
  };
}

function span(random: Random): object {
  return {
    ...ids(random),
    ...sometimes(random, 0.6, () => ({ parentSpanId: random.pick(spanIds) })),
    ...sometimes(random, 0.7, () => ({ traceState: random.pick(traceStates) })),
    ...sometimes(random, 0.9, () => ({ name: random.pick(strings) })),
    ...sometimes(random, 0.8, () => ({ kind: random.pick(kinds) })),
    ...sometimes(random, 0.8, () => ({ startTimeUnixNano: random.pick(times) })),
    ...sometimes(random, 0.8, () => ({ endTimeUnixNano: random.pick(times) })),
    ...sometimes(random, 0.95, () => ({ attributes: attributes(random) })),
    ...sometimes(random, 0.3, () => ({ droppedAttributesCount: random.pick([1, 4294967295]) })),
    ...sometimes(random, 0.7, () => ({ events: random.list([0, 1, 2, 3], () => event(random)) })),
    ...sometimes(random, 0.3, () => ({ droppedEventsCount: random.pick([1, 4294967295]) })),
    ...sometimes(random, 0.5, () => ({ links: random.list([0, 1, 2], () => link(random)) })),
    ...sometimes(random, 0.3, () => ({ droppedLinksCount: random.pick([1, 4294967295]) })),
    ...sometimes(random, 0.7, () => ({ status: status(random) })),
    ...sometimes(random, 0.4, () => ({ flags: random.pick([0, 1, 256, 4294967295]) })),
  };
}

function status(random: Random): object {
  return {
    ...sometimes(random, 0.8, () => ({ code: random.pick(codes) })),
    ...sometimes(random, 0.5, () => ({ message: random.pick(strings) })),
  };
}

function event(random: Random): object {
  return {
    ...sometimes(random, 0.8, () => ({ timeUnixNano: random.pick(times) })),
    ...sometimes(random, 0.9, () => ({ name: random.pick(strings) })),
    ...sometimes(random, 0.9, () => ({ attributes: attributes(random) })),
    ...sometimes(random, 0.3, () => ({ droppedAttributesCount: random.pick([1, 4294967295]) })),
  };
}

function link(random: Random): object {
  return {
    ...ids(random),
    ...sometimes(random, 0.4, () => ({ traceState: random.pick(traceStates) })),
    ...sometimes(random, 0.4, () => ({ attributes: attributes(random) })),
    ...sometimes(random, 0.2, () => ({ flags: random.pick([0, 1, 4294967295]) })),
  };
}
