import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { MetricsPayload } from "../../src/prometheus.ts";

export const versions = ["0.118.0", "0.161.0"] as const;
export type Version = (typeof versions)[number];

const golden = join(import.meta.dirname, "../../fixtures/mesh/golden");
const shared = process.env.OTTLKIT_SHARED ?? join(import.meta.dirname, "../../../shared");

/** What was recorded of one exposition: the generated one of the project, or a proxy's scrape that lies outside. */
export interface Recording {
  readonly name: string;
  readonly exposition: () => string;
  readonly labels: Readonly<Record<string, string>>;
  readonly payload: (version: Version, route: "ottl" | "relabel", step: "before" | "after") => MetricsPayload;
  readonly series: (version: Version, route: "none" | "ottl" | "relabel") => readonly string[];
}

export const generated: Recording = {
  name: "the generated exposition",
  exposition: () => read(golden, "exposition-S.txt"),
  labels: { app: "frontend", namespace: "otel-demo", pod: "frontend-09c2095096-6facf" },
  payload: (version, route, step) => JSON.parse(read(golden, `v${version}`, `${route}.${step}.json`)),
  series: (version, route) => lines(read(golden, `v${version}`, `${route}.txt`)),
};

export const real: Recording = {
  name: "a scrape of a proxy of 2022 (skipped unless it lies in ../shared or OTTLKIT_SHARED)",
  exposition: () => read(shared, "linkerd/proxy-scrape-2022.txt"),
  labels: {
    app: "slow-cooker",
    namespace: "linkerd-opaque-ports-test",
    pod: "slow-cooker-opaque-pod-mjqsw",
  },
  payload: (version, route, step) =>
    JSON.parse(read(shared, "mesh/otlp", `v${version}`, `real.${route}.${step}.json`)),
  series: (version, route) => lines(read(shared, "mesh/samples", `v${version}`, `real.${route}.txt`)),
};

/** Whether the recording that lies outside of the project is there. */
export const hasReal = existsSync(join(shared, "linkerd/proxy-scrape-2022.txt"));

/** How many names and series arrived along a route, and which names. */
export interface Result {
  readonly names: number;
  readonly series: number;
  readonly list?: readonly string[];
}

/** The recorded results of the generated exposition. */
export const results = JSON.parse(read(golden, "results.json")) as Readonly<
  Record<`v${Version}`, Readonly<Record<string, Result>>>
>;

/** The configuration of the Collector that was recorded along a route. */
export function configuration(route: "ottl" | "relabel"): string {
  return read(golden, "config", `${route}.json`);
}

function read(...path: string[]): string {
  return readFileSync(join(...path), "utf8");
}

function lines(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}
