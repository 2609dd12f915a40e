import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { EvaluationProblem } from "../../src/collector.ts";
import { type MetricRecord, OttlError } from "../../src/index.ts";
import { type RouteResult, runRoute } from "./route.ts";

const post = readFileSync(join(import.meta.dirname, "routes/ottl.yaml"), "utf8");
/** Fails for every name of fewer than 12 characters. */
const failing = `not(Substring(name, 0, 12) == "tcp_open_con")`;

const rows: readonly (readonly [mode: string | undefined, version: string])[] = [
  ["ignore", "0.165.0"],
  ["silent", "0.165.0"],
  ["propagate", "0.165.0"],
  [undefined, "0.118.0"],
  [undefined, "0.165.0"],
];

/** What each `error_mode` makes of a condition that fails for some metrics. */
export function errorModes(exposition: string): string {
  const lines = rows.map(([mode, version]) => {
    const { result, reported } = outcome(withFailingCondition(mode), version, exposition);
    const names = result === undefined ? "rejected" : `${result.names.size} names`;
    const told = reported.length === 0 ? "nothing" : `${reported.length} errors: ${reported.join(", ")}`;
    return `  ${(mode ?? "(none)").padEnd(10)}  ${version}  ${names.padEnd(8)}  ${told}`;
  });
  return [
    `What error_mode changes: ${failing}`,
    "  fails for the names that are shorter than 12: up and rustls_info",
    "",
    "  error_mode  version  out       reported",
    ...lines,
    "",
    "  Under ignore and silent a record whose condition fails is kept; under propagate one",
    "  such record rejects the whole scrape. Without error_mode 0.118.0 propagates, and",
    "  versions from 0.153.0 on ignore.",
    "",
  ].join("\n");
}

function outcome(yaml: string, compatibility: string, exposition: string) {
  const reported: string[] = [];
  const onError = ({ record }: EvaluationProblem) =>
    reported.push((record as MetricRecord).metric?.name ?? "");
  const target = { address: "10.42.0.20:4191", exposition };
  let result: RouteResult | undefined;
  try {
    result = runRoute(yaml, [target], { compatibility, onError });
  } catch (error) {
    if (!(error instanceof OttlError) || error.phase !== "evaluation") throw error;
  }
  return { result, reported };
}

function withFailingCondition(mode: string | undefined): string {
  const condition = post.match(/ {8}- 'not\(.*\n/)?.[0] ?? "";
  return post
    .replace(condition, `        - '${failing}'\n`)
    .replace("    error_mode: ignore\n", mode === undefined ? "" : `    error_mode: ${mode}\n`);
}
