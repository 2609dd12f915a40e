import type { Client } from "../shapes/records.ts";
import type { TelemetryData } from "./signals.ts";

/** The client that sends payloads, or how it is asked for. */
export type ClientOf = Client | ((payload: TelemetryData) => Client | undefined) | undefined;

/** The client that sent a payload; none where it is not known. */
export function clientOf(client: ClientOf, payload: TelemetryData): Client | undefined {
  return typeof client === "function" ? client(payload) : client;
}
