import { type Compatibility, compareVersions, compatibility } from "../core/compatibility.ts";
import { Failure } from "../core/failure.ts";
import { failureDiagnostic } from "../diagnostics/all-messages.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import { requireKind } from "../diagnostics/require-options.ts";

/** Where a fact comes from: `recorded` from a run of the reference, its `source`, or its `changelog`. */
type Evidence = "recorded" | "source" | "changelog";

interface Fact {
  readonly since: string;
  readonly evidence: Evidence;
  readonly doc: string;
}

/** What the Prometheus receiver and the remote-write exporter learned, with the first contrib version that has it. */
export const prometheusCapabilities = {
  canonical_bounds: {
    since: "0.120.0",
    evidence: "recorded",
    doc: "The values of `le` and `quantile` are brought into the form of OpenMetrics before labels are looked at.",
  },
  dot_all_rules: {
    since: "0.120.0",
    evidence: "source",
    doc: "A dot in the pattern of a relabel rule is any character, a line feed too.",
  },
  targets_as_given: {
    since: "0.120.0",
    evidence: "source",
    doc: "A target gets no default port, and the parameters of its job do not replace its labels.",
  },
  stable_host_attributes: {
    since: "0.126.0",
    evidence: "recorded",
    doc: "Resources have no `net.host.name`, `net.host.port` and `http.scheme`.",
  },
  utf8_name_templates: {
    since: "0.127.0",
    evidence: "source",
    doc: "The labels that relabel rules name by templates may have any text around them.",
  },
  repeated_labels_stay: {
    since: "0.130.0",
    evidence: "source",
    doc: "Of a label that a series has twice a relabel rule that sets it replaces the first alone.",
  },
  ascii_names: {
    since: "0.131.0",
    evidence: "recorded",
    doc: "Exported names keep only ASCII letters and digits, metric names also colons.",
  },
  told_start_times: {
    since: "0.140.0",
    evidence: "recorded",
    doc: "A point has a start time only where the target tells it.",
  },
  created_lines: {
    since: "0.144.0",
    evidence: "recorded",
    doc: "A counter's `_created` line belongs to the counter.",
  },
  target_labels_last: {
    since: "0.144.0",
    evidence: "source",
    doc: "Metric relabelling looks at the target's labels after those of the series, not in the order of all names.",
  },
  scope_labels: {
    since: "0.146.0",
    evidence: "recorded",
    doc: "Exported series have the labels `otel_scope_name`, `otel_scope_version` and the scope's attributes.",
  },
  scope_attribute_labels: {
    since: "0.149.0",
    evidence: "recorded",
    doc: "Labels that begin with `otel_scope_` are the scope's attributes, not the point's.",
  },
  series_cache: {
    since: "0.151.0",
    evidence: "recorded",
    doc: "Of a series that is written twice the first sample counts, and only new series count as added.",
  },
  no_empty_labels: {
    since: "0.151.0",
    evidence: "recorded",
    doc: "Exported series have no labels with an empty value.",
  },
  scope_info_is_metric: {
    since: "0.156.0",
    evidence: "recorded",
    doc: "`otel_scope_info` is a metric like any other.",
  },
  histogram_labels: {
    since: "0.158.0",
    evidence: "source",
    doc: "A target has labels for the histogram settings of its job before relabelling.",
  },
  exact_exemplar_ids: {
    since: "0.161.0",
    evidence: "recorded",
    doc: "Labels of exemplars are ids only if they have an id's length and are not zero.",
  },
  consistent_buckets: {
    since: "0.162.0",
    evidence: "recorded",
    doc: "A histogram whose cumulative counts fall, or that counts fewer than its buckets, is dropped.",
  },
  native_needs_sum: {
    since: "0.164.0",
    evidence: "recorded",
    doc: "An exponential histogram without a sum is not exported.",
  },
  plain_labels: {
    since: "0.164.0",
    evidence: "recorded",
    doc: "Exported label names keep leading and repeated underscores.",
  },
  families_by_metadata: {
    since: "0.165.0",
    evidence: "recorded",
    doc: "A series joins the family that its metadata name, never one of the same name without a suffix.",
  },
  target_labels_kept: {
    since: "0.165.0",
    evidence: "recorded",
    doc: "The labels `__scheme__` and `__metrics_path__` of a sample are attributes.",
  },
} as const satisfies Readonly<Record<string, Fact>>;

/** The name of a capability. */
export type PrometheusCapability = keyof typeof prometheusCapabilities;

/** A contrib version and what its Prometheus components can do. */
export interface PrometheusCompatibility {
  readonly version: string;
  readonly has: (capability: PrometheusCapability) => boolean;
  /** What the version can do beside. */
  readonly engine: Compatibility;
}

/** The capabilities of a version, default the newest known; throws an `OttlError` for a version that is not known. */
export function prometheusCompatibility(version?: string): PrometheusCompatibility {
  const engine = knownVersion(version);
  const known = new Set<string>();
  for (const [capability, { since }] of Object.entries(prometheusCapabilities))
    if (compareVersions(engine.version, since) >= 0) known.add(capability);
  return { version: engine.version, has: (capability) => known.has(capability), engine };
}

function knownVersion(version: string | undefined): Compatibility {
  requireKind("compatibility", { optional: "text" }, version);
  try {
    return compatibility(version);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const source = version ?? "";
    const diagnostic = failureDiagnostic(error, { start: 0, end: source.length });
    throw new OttlError("configuration", [diagnostic], source);
  }
}
