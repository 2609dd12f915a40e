import type { Payload } from "../../reference/cases/payload.ts";
import type { Random } from "../random.ts";
import { generateLogs } from "./logs.ts";
import { generateMetrics } from "./metrics.ts";
import { generateTraces } from "./traces.ts";

/** The signals of telemetry. */
export type Signal = "metrics" | "traces" | "logs";

const generators: Readonly<Record<Signal, (random: Random) => Payload>> = {
  metrics: generateMetrics,
  traces: generateTraces,
  logs: generateLogs,
};

/** Makes a payload of a signal, with values, keys and gaps of every kind. */
export function generatePayload(random: Random, signal: Signal): Payload {
  return generators[signal](random);
}
