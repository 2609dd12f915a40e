import type { MetricsData } from "ottlkit";
import { meshFilter } from "./mesh-filter.ts";

/** Sends on what the mesh filter leaves of each payload; a payload of which nothing is left is not sent. */
export async function forward(
  payloads: ReadableStream<MetricsData>,
  destination: WritableStream<MetricsData>,
): Promise<void> {
  await meshFilter.apply(payloads).pipeTo(destination);
}
