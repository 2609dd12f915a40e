import { parseArgs } from "node:util";
import type { ErrorMode } from "../../src/index.ts";
import type { ExpositionFormat } from "../../src/prometheus.ts";

/** What the demo is asked to do. */
export interface DemoOptions {
  readonly file: string | undefined;
  readonly conditions: readonly string[];
  readonly errorMode: ErrorMode;
  readonly format: ExpositionFormat;
  readonly compatibility: string | undefined;
}

/** A command line that means nothing. */
export class UsageError extends Error {}

/** A file that cannot be read. */
export class FileError extends Error {}

/** The condition of the reference post: what is not one of five metrics goes. */
export const postCondition =
  'not(name == "response_total" or IsMatch(name, "response_latency_ms.*") or name == "tcp_open_connections" or name == "tcp_read_bytes_total" or name == "tcp_write_bytes_total")';

export const usage = `Usage: npm run demo [scrape file] [-- options]

Reads a Prometheus scrape, makes OTLP metrics of it, drops what the condition says and
shows which names a remote-write exporter would send on. Without a file: a scrape of a
Linkerd proxy.

  --condition <OTTL>       a metric is dropped where it is true; may repeat, one is enough
  --error-mode <mode>      ignore (default), silent or propagate
  --format <format>        text (default) or openmetrics
  --compatibility <version>  answers like that Collector contrib version, such as 0.118.0
  --help                   this text`;

const modes: readonly ErrorMode[] = ["ignore", "silent", "propagate"];
const formats: readonly ExpositionFormat[] = ["text", "openmetrics"];

/** Reads the command line, `undefined` where it asks for help; throws a `UsageError` for anything unknown. */
export function readOptions(args: readonly string[]): DemoOptions | undefined {
  const { values, positionals } = parsed(args);
  if (values.help) return undefined;
  if (positionals.length > 1) throw new UsageError(`one scrape file at most, found ${positionals.length}`);
  return {
    file: positionals[0],
    conditions: values.condition ?? [postCondition],
    errorMode: oneOf("--error-mode", values["error-mode"] ?? "ignore", modes),
    format: oneOf("--format", values.format ?? "text", formats),
    compatibility: values.compatibility,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        condition: { type: "string", multiple: true },
        "error-mode": { type: "string" },
        format: { type: "string" },
        compatibility: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((word) => word === value.toLowerCase());
  if (found === undefined) throw new UsageError(`${option} is one of ${allowed.join(", ")}, not "${value}"`);
  return found;
}
