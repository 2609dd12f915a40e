/**
 * What the versions of the reference do differently, as named capabilities. Code asks for a capability, never for a
 * version. Versions are those of opentelemetry-collector-contrib.
 */
import { Failure } from "./failure.ts";

/**
 * Where a fact comes from: `recorded` from runs of the reference before and after, its `source`, or its `changelog`.
 */
type Evidence = "recorded" | "source" | "changelog";

interface Fact {
  readonly since: string;
  readonly evidence: Evidence;
}

/** The oldest version that can be asked for. */
export const oldestVersion = "0.104.0";
/** The version that answers when none is asked for. */
export const newestVersion = "0.165.0";

/** Every capability with the first version that has it. */
export const capabilities = {
  /** Actions on attributes take `client.address` from the context. */
  client_address: { since: "0.105.0", evidence: "source" },
  /** Maps are equal by what they hold. */
  map_comparison: { since: "0.122.0", evidence: "changelog" },
  /** A path may name its own context where it need not, as in `metric.name`: 0.121.0 lacks it, 0.124.1 has it. */
  own_context_prefix: { since: "0.122.0", evidence: "source" },
  /** `scope` is another name of `instrumentation_scope`: 0.121.0 lacks it, 0.124.1 has it. */
  scope_prefix: { since: "0.122.0", evidence: "source" },
  /** Lists are equal by what they hold. */
  list_comparison: { since: "0.128.0", evidence: "changelog" },
  /** The path `metric.metadata`. */
  metric_metadata: { since: "0.128.0", evidence: "changelog" },
  /** Patterns, prefixes, suffixes and delimiters may be any expression. */
  dynamic_pattern: { since: "0.139.0", evidence: "source" },
  /** A literal argument of the wrong type is refused when a text is read, not when it runs. */
  strict_literal_getters: { since: "0.141.0", evidence: "source" },
  /** Comparisons of literals are decided when a text is read, and `and` and `or` drop what they decide. */
  constant_folding: { since: "0.143.0", evidence: "source" },
  /** A sign is an operator, as in `5-1` and `-(1)`, and `1.` is a double. */
  signed_numbers: { since: "0.144.0", evidence: "source" },
  /** The paths below `otelcol`. */
  otelcol_paths: { since: "0.147.0", evidence: "source" },
  /** A setting that is null is read as an empty text, where before it was as good as absent. */
  null_is_empty_text: { since: "0.127.0", evidence: "source" },
  /** Actions by pattern take the attributes as they come and do not look their keys up: 0.130.0 does, 0.132.0 does not. */
  pattern_in_one_pass: { since: "0.132.0", evidence: "source" },
  /** The filter processor takes settings for profiles. */
  filter_profiles: { since: "0.138.0", evidence: "changelog" },
  /** The filter processor takes conditions on resources: 0.138.0 lacks them. */
  filter_resource_conditions: { since: "0.139.0", evidence: "source" },
  /** The filter processor does not ask the data points of a metric whose conditions failed; 0.138.0 does. */
  filter_failed_metric_ends: { since: "0.139.0", evidence: "source" },
  /** The filter processor's conditions on data points see the schema URLs of resource and scope; not in 0.141.0. */
  filter_points_see_schema_urls: { since: "0.142.0", evidence: "source" },
  /** The hash of the empty text is the hash of no bytes; before it was the empty text. */
  hash_empty_text: { since: "0.145.0", evidence: "source" },
  /** Actions on attributes take a `default_value`. */
  default_value: { since: "0.146.0", evidence: "source" },
  /** The filter processor takes flat conditions and groups of them, `metric_conditions`: 0.145.0 does not. */
  filter_flat_conditions: { since: "0.146.0", evidence: "source" },
  /** The gate `processor.filter.defaultErrorModeIgnore` exists. */
  filter_error_mode_gate: { since: "0.150.0", evidence: "source" },
  /** A double that is no number has its name as text, not an error's words. */
  named_double_text: { since: "0.151.0", evidence: "source" },
  /** The text of a map or list of telemetry data writes `<`, `>` and `&` as they are. */
  plain_json_text: { since: "0.152.0", evidence: "source" },
  /** The filter and transform processors ignore errors unless told otherwise: 0.152.0 propagates them. */
  error_mode_ignore: { since: "0.153.0", evidence: "source" },
  /** A list of arguments may be any expression that yields a list. */
  dynamic_lists: { since: "0.161.0", evidence: "recorded" },
} as const satisfies Readonly<Record<string, Fact>>;

/** The name of a capability. */
export type Capability = keyof typeof capabilities;

/** A version of the reference and what it can do. */
export interface Compatibility {
  readonly version: string;
  readonly has: (capability: Capability) => boolean;
}

/**
 * The capabilities of a version such as `"0.118.0"`; `"newest"` or nothing is the newest. Throws
 * `malformed_version` and `unsupported_version`.
 */
export function compatibility(version: string = newestVersion): Compatibility {
  if (version === "newest") return compatibility();
  if (!/^v?\d{1,4}\.\d{1,4}\.\d{1,4}$/.test(version)) throw new Failure("malformed_version", { version });
  const plain = version.replace("v", "");
  if (compareVersions(plain, oldestVersion) < 0 || compareVersions(plain, newestVersion) > 0) {
    throw new Failure("unsupported_version", {
      version: plain,
      oldest: oldestVersion,
      newest: newestVersion,
    });
  }
  return { version: plain, has: (capability) => compareVersions(plain, capabilities[capability].since) >= 0 };
}

/** Orders two versions: negative, zero or positive. */
export function compareVersions(a: string, b: string): number {
  const x = a.split(".").map(Number);
  const y = b.split(".").map(Number);
  for (let i = 0; i < 3; i++) {
    const difference = (x[i] ?? 0) - (y[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
