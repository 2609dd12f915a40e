import { anyValue, type Payload } from "../../reference/cases/payload.ts";
import { strings } from "../pools.ts";
import type { Random } from "../random.ts";
import { attributes, ids, plainValue, resource, scope, sometimes, times } from "./parts.ts";

const severities: readonly unknown[] = [0, 1, 5, 9, 13, 17, 24, 25, -1, "SEVERITY_NUMBER_WARN", 2147483647];
const texts = ["INFO", "error", "Warning", ""];

/** Makes a payload of log records with bodies of every kind. */
export function generateLogs(random: Random): Payload {
  return {
    resourceLogs: random.list([1, 1, 2], () => ({
      ...resource(random),
      scopeLogs: random.list([1, 1, 2], () => ({
        ...scope(random),
        logRecords: random.list([1, 2, 3, 4], () => logRecord(random)),
      })),
    })),
  };
}

function logRecord(random: Random): object {
  const kind = random.pick(["string", "string", "string", "map", "map", "list", "any"] as const);
  return {
    ...sometimes(random, 0.8, () => ({ timeUnixNano: random.pick(times) })),
    ...sometimes(random, 0.6, () => ({ observedTimeUnixNano: random.pick(times) })),
    ...sometimes(random, 0.8, () => ({ severityNumber: random.pick(severities) })),
    ...sometimes(random, 0.7, () => ({ severityText: random.pick(random.chance(0.7) ? texts : strings) })),
    ...sometimes(random, 0.93, () => ({ body: anyValue(plainValue(random, kind, 0)) })),
    ...sometimes(random, 0.95, () => ({ attributes: attributes(random) })),
    ...sometimes(random, 0.3, () => ({ droppedAttributesCount: random.pick([1, 4294967295]) })),
    ...sometimes(random, 0.4, () => ({ flags: random.pick([0, 1, 256, 4294967295]) })),
    ...ids(random),
    ...sometimes(random, 0.3, () => ({ eventName: random.pick(strings) })),
  };
}
