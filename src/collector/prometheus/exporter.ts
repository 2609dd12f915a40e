import { z } from "zod";
import { makeDiagnostic } from "../../diagnostics/all-messages.ts";
import type { DocumentNode } from "../../documents/node.ts";
import { nodeAt } from "../../documents/plain.ts";
import type { AttributeChoice } from "../../prometheus/attribute-choice.ts";
import { prometheusCompatibility } from "../../prometheus/capabilities.ts";
import { labelName } from "../../prometheus/label-name.ts";
import type { RemoteWriteOptions } from "../../prometheus/remote-write.ts";
import { decode } from "../config.ts";
import { Findings } from "../findings.ts";
import { type Lifetime, settingsOf } from "./settings-of.ts";
import { withProto } from "./with-proto.ts";

/** How a component's settings are read. */
export interface ReadingOptions {
  /** The contrib version, such as `"0.118.0"`; default: the newest known. */
  readonly compatibility?: string;
}

type ExporterConfig = z.infer<ReturnType<typeof exporterSchema>>;

/**
 * Reads the settings of a `prometheusremotewrite` exporter. `setting` is their path, such as
 * `exporters.prometheusremotewrite`. Throws an `OttlError` of phase `configuration` with all that is wrong, each at its
 * place.
 */
export function remoteWriteExporter(
  settings: DocumentNode,
  setting: string,
  options: ReadingOptions = {},
): RemoteWriteOptions {
  const compatibility = prometheusCompatibility(options.compatibility);
  const config = decode(exporterSchema(compatibility.version), settings, setting);
  const findings = new Findings(settings.source);
  const refuse = (path: readonly string[], problem: string) => {
    const { span } = nodeAt(settings, path) ?? settings;
    const diagnostic = makeDiagnostic("invalid_setting", { problem }, span);
    findings.add({ ...diagnostic, setting: [setting, ...path].join(".") });
  };
  checkTransport(config, refuse);
  checkConversion(config, refuse);
  const externalLabels: Record<string, string> = Object.create(null);
  const given = nodeAt(settings, ["external_labels"]);
  const labels = withProto(config.external_labels, label, given, `${setting}.external_labels`);
  for (const [key, value] of Object.entries(labels)) {
    const name = key === "" ? undefined : labelName(key, compatibility);
    if (name === undefined || value === "")
      refuse(["external_labels", key], "an external label has a name and a value");
    else externalLabels[name] = value;
  }
  const error = findings.error();
  if (error !== undefined) throw error;
  const strategy = config.translation_strategy;
  return {
    compatibility: compatibility.version,
    namespace: config.namespace ?? "",
    addMetricSuffixes:
      strategy === undefined ? (config.add_metric_suffixes ?? true) : !withoutSuffixes.has(strategy),
    externalLabels,
    targetInfo: config.target_info?.enabled ?? true,
    scopeInfo: !(config.disable_scope_info ?? false),
    resourceToTelemetryConversion: conversion(config),
  };
}

type Refuse = (path: readonly string[], problem: string) => void;
type Strategy = NonNullable<ExporterConfig["translation_strategy"]>;

const withoutSuffixes = new Set<Strategy>(["UnderscoreEscapingWithoutSuffixes", "NoTranslation"]);
const unescaped = new Set<Strategy>(["NoUTF8EscapingWithSuffixes", "NoTranslation"]);
const identity = ["service.name", "service.instance.id", "service.namespace"];

function checkTransport(config: ExporterConfig, refuse: Refuse): void {
  const nested = config.http !== undefined;
  const endpoint = nested ? config.http?.endpoint : config.endpoint;
  if (endpoint !== undefined && !/^(?:\/|[a-z][a-z\d+.-]*:)/i.test(endpoint))
    refuse(nested ? ["http", "endpoint"] : ["endpoint"], "the endpoint is no URL");
  const queue = config.remote_write_queue;
  if (queue?.queue_size === 0 && queue.enabled !== false)
    refuse(["remote_write_queue", "queue_size"], "a queue of size 0 would drop all data");
  if (config.protobuf_message === "io.prometheus.write.v2.Request")
    refuse(["protobuf_message"], "remote write 2.0 needs a feature gate, and ottlkit does not write it");
  else if (config.translation_strategy !== undefined && unescaped.has(config.translation_strategy))
    refuse(["translation_strategy"], "names are only kept as they are by remote write 2.0");
  if (config.convert_explicit_histograms_to_nhcb === true)
    refuse(["convert_explicit_histograms_to_nhcb"], "ottlkit does not make native histograms of others");
}

function checkConversion(config: ExporterConfig, refuse: Refuse): void {
  const { resource_to_telemetry_conversion: old = {}, resource_constant_labels: labels = {} } = config;
  if (labels.enabled || labels.exclude_service_attributes)
    refuse(
      ["resource_constant_labels"],
      'say here with "included" and "excluded" which attributes are meant',
    );
  else if (!isEmpty(old) && !isEmpty(labels))
    refuse(
      ["resource_to_telemetry_conversion"],
      'only one of this and "resource_constant_labels" can be set',
    );
  const chosen = (old.included?.length ?? 0) + (old.excluded?.length ?? 0) > 0;
  if (chosen && (old.enabled || old.exclude_service_attributes))
    refuse(
      ["resource_to_telemetry_conversion"],
      '"enabled" and "included" or "excluded" cannot be set together',
    );
}

function conversion(config: ExporterConfig): boolean | AttributeChoice {
  const { resource_to_telemetry_conversion: old = {}, resource_constant_labels: labels = {} } = config;
  const {
    enabled = false,
    exclude_service_attributes: others,
    included = [],
    excluded = [],
  } = isEmpty(labels) ? old : labels;
  if (included.length + excluded.length > 0) return { included, excluded };
  return enabled && others === true ? { excluded: identity } : enabled;
}

type Conversion = NonNullable<ExporterConfig["resource_to_telemetry_conversion"]>;

function isEmpty({ enabled, exclude_service_attributes: others, included, excluded }: Conversion): boolean {
  return !enabled && !others && (included?.length ?? 0) + (excluded?.length ?? 0) === 0;
}

const given = z.unknown().optional();
const label = z.string();
const flag = z.boolean().optional();
const client = {
  endpoint: z.string().optional(),
  proxy_url: given,
  tls: given,
  headers: given,
  auth: given,
  compression: given,
  compression_params: given,
  read_buffer_size: given,
  write_buffer_size: given,
  timeout: given,
  max_idle_conns: given,
  max_idle_conns_per_host: given,
  max_conns_per_host: given,
  idle_conn_timeout: given,
  disable_keep_alives: given,
  http2_read_idle_timeout: given,
  http2_ping_timeout: given,
  cookies: given,
  middlewares: given,
  force_attempt_http2: given,
};

function exporterSchema(version: string) {
  const patterns = z.array(z.string()).optional();
  const conversions = {
    enabled: flag,
    exclude_service_attributes: flag,
    included: patterns,
    excluded: patterns,
  };
  const conversion = z.strictObject(settingsOf(conversions, conversionLifetimes, version)).optional();
  const shape = {
    ...client,
    http: z.strictObject(client).optional(),
    retry_on_failure: given,
    remote_write_queue: z
      .strictObject({
        enabled: flag,
        queue_size: z.number().int().min(0).optional(),
        num_consumers: z.number().int().min(0).optional(),
      })
      .optional(),
    max_batch_size_bytes: z.number().int().min(0).optional(),
    max_batch_request_parallelism: z.number().int().min(1).optional(),
    wal: given,
    namespace: z.string().optional(),
    external_labels: z.record(z.string(), label).optional(),
    resource_to_telemetry_conversion: conversion,
    resource_constant_labels: conversion,
    target_info: z.strictObject({ enabled: flag }).optional(),
    export_created_metric: given,
    add_metric_suffixes: flag,
    translation_strategy: z
      .enum([
        "UnderscoreEscapingWithSuffixes",
        "UnderscoreEscapingWithoutSuffixes",
        "NoUTF8EscapingWithSuffixes",
        "NoTranslation",
      ])
      .optional(),
    disable_scope_info: flag,
    send_metadata: flag,
    protobuf_message: z.enum(["prometheus.WriteRequest", "io.prometheus.write.v2.Request"]).optional(),
    include_metadata_keys: patterns,
    convert_explicit_histograms_to_nhcb: flag,
    keep_classic_histograms: flag,
  };
  return z.strictObject(settingsOf(shape, lifetimes, version));
}

const conversionLifetimes: Readonly<Record<string, Lifetime>> = {
  exclude_service_attributes: { since: "0.142.0" },
  included: { since: "0.160.0" },
  excluded: { since: "0.160.0" },
};

/** As the sources of the exporter have them; `protobuf_message` came between 0.123.0 and 0.127.0. */
const lifetimes: Readonly<Record<string, Lifetime>> = {
  export_created_metric: { until: "0.123.0" },
  protobuf_message: { since: "0.127.0" },
  disable_scope_info: { since: "0.147.0" },
  translation_strategy: { since: "0.151.0" },
  include_metadata_keys: { since: "0.158.0" },
  convert_explicit_histograms_to_nhcb: { since: "0.158.0" },
  keep_classic_histograms: { since: "0.158.0" },
  http: { since: "0.159.0" },
  resource_constant_labels: { since: "0.160.0" },
};
