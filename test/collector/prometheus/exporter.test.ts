import { expect, test } from "vitest";
import { readConfiguration } from "../../../src/collector/configuration.ts";
import { remoteWriteExporter } from "../../../src/collector/prometheus/exporter.ts";
import { nodeAt } from "../../../src/documents/plain.ts";
import { OttlError } from "../../../src/index.ts";

const defaults = {
  compatibility: "0.165.0",
  namespace: "",
  addMetricSuffixes: true,
  externalLabels: {},
  targetInfo: true,
  scopeInfo: true,
  resourceToTelemetryConversion: false,
};

test.each([
  ["", {}],
  ["endpoint: http://127.0.0.1:8428/api/v1/write\ntls: { insecure: true }\nsend_metadata: true", {}],
  ["namespace: mesh\nadd_metric_suffixes: false", { namespace: "mesh", addMetricSuffixes: false }],
  ["translation_strategy: UnderscoreEscapingWithoutSuffixes", { addMetricSuffixes: false }],
  ["translation_strategy: UnderscoreEscapingWithSuffixes\nadd_metric_suffixes: false", {}],
  ["target_info: { enabled: false }\ndisable_scope_info: true", { targetInfo: false, scopeInfo: false }],
  ["target_info: {}", {}],
  ["external_labels: { cluster.name: c, 1a: d }", { externalLabels: { cluster_name: "c", key_1a: "d" } }],
  ["resource_to_telemetry_conversion: { enabled: true }", { resourceToTelemetryConversion: true }],
  ["resource_to_telemetry_conversion: { exclude_service_attributes: true }", {}],
  [
    "resource_to_telemetry_conversion: { enabled: true, exclude_service_attributes: true }",
    {
      resourceToTelemetryConversion: {
        excluded: ["service.name", "service.instance.id", "service.namespace"],
      },
    },
  ],
  [
    "resource_constant_labels: { included: [layer, 'k8s.*'], excluded: [k8s.pod.uid] }",
    { resourceToTelemetryConversion: { included: ["layer", "k8s.*"], excluded: ["k8s.pod.uid"] } },
  ],
])("the settings %o are read", (yaml, expected) => {
  expect(read(yaml)).toEqual({ ...defaults, ...expected });
});

test("an external label may be named as what objects inherit", () => {
  const { externalLabels } = read("external_labels: { __proto__: q, constructor: c }");
  expect(Object.entries(externalLabels ?? {})).toEqual([
    ["constructor", "c"],
    ["__proto__", "q"],
  ]);
});

test.each([
  ["endpoint: 127.0.0.1", "invalid_setting endpoint"],
  ["http: { endpoint: x }", "invalid_setting http.endpoint"],
  ["endpont: x", "unknown_key endpont"],
  ["namespace: 1", "wrong_type namespace"],
  ["external_labels: { a: '' }", "invalid_setting external_labels.a"],
  ["external_labels: { __proto__: 1 }", "wrong_type external_labels.__proto__"],
  ["external_labels: { _: x }", "invalid_setting external_labels._"],
  ["translation_strategy: NoTranslation", "invalid_setting translation_strategy"],
  ["translation_strategy: None", "invalid_value translation_strategy"],
  ["protobuf_message: io.prometheus.write.v2.Request", "invalid_setting protobuf_message"],
  ["remote_write_queue: { queue_size: 0 }", "invalid_setting remote_write_queue.queue_size"],
  ["remote_write_queue: { num_consumers: -1 }", "invalid_setting remote_write_queue.num_consumers"],
  ["max_batch_request_parallelism: 0", "invalid_setting max_batch_request_parallelism"],
  ["convert_explicit_histograms_to_nhcb: true", "invalid_setting convert_explicit_histograms_to_nhcb"],
  ["export_created_metric: { enabled: false }", "unknown_key export_created_metric"],
  ["resource_constant_labels: { enabled: true }", "invalid_setting resource_constant_labels"],
  [
    "resource_constant_labels: { included: [a] }\nresource_to_telemetry_conversion: { enabled: true }",
    "invalid_setting resource_to_telemetry_conversion",
  ],
  [
    "resource_to_telemetry_conversion: { enabled: true, excluded: [a] }",
    "invalid_setting resource_to_telemetry_conversion",
  ],
])("the settings %o are refused", (yaml, expected) => {
  expect(refusals(yaml)).toEqual([expected]);
});

test("old versions know what was there, and not what came", () => {
  expect(read("export_created_metric: { enabled: false }", "0.118.0").compatibility).toBe("0.118.0");
  expect(refusals("disable_scope_info: true\ntranslation_strategy: NoTranslation", "0.118.0")).toEqual([
    "unknown_key disable_scope_info",
    "unknown_key translation_strategy",
  ]);
  expect(refusals("resource_to_telemetry_conversion: { included: [a] }", "0.118.0")).toEqual([
    "unknown_key resource_to_telemetry_conversion.included",
  ]);
});

test.each([
  ["export_created_metric: {}", "0.123.0", "0.122.0"],
  ["disable_scope_info: true", "0.146.0", "0.147.0"],
  ["translation_strategy: UnderscoreEscapingWithSuffixes", "0.150.0", "0.151.0"],
  ["include_metadata_keys: [a]", "0.157.0", "0.158.0"],
  ["keep_classic_histograms: true", "0.157.0", "0.158.0"],
  ["http: { endpoint: http://a }", "0.158.0", "0.159.0"],
  ["resource_constant_labels: { included: [a] }", "0.159.0", "0.160.0"],
  ["resource_to_telemetry_conversion: { exclude_service_attributes: true }", "0.141.0", "0.142.0"],
])("%s is not known to %s but to %s", (yaml, without, having) => {
  expect(refusals(yaml, without)).toEqual([expect.stringContaining("unknown_key")]);
  expect(refusals(yaml, having)).toEqual([]);
});

test("all that is wrong is told at once", () => {
  expect(
    refusals("endpoint: x\nexternal_labels: { a: '' }\nremote_write_queue: { queue_size: 0 }"),
  ).toHaveLength(3);
});

function read(yaml: string, compatibility = "0.165.0") {
  const text = `exporters:\n  prometheusremotewrite:\n${yaml.replace(/^/gm, "    ")}\n`;
  const settings = nodeAt(readConfiguration(text, { compatibility }), ["exporters", "prometheusremotewrite"]);
  if (settings === undefined) throw new Error("there are no settings");
  return remoteWriteExporter(settings, "exporters.prometheusremotewrite", { compatibility });
}

function refusals(yaml: string, compatibility = "0.165.0"): readonly string[] {
  try {
    read(yaml, compatibility);
    return [];
  } catch (error) {
    if (!(error instanceof OttlError)) throw error;
    return error.diagnostics.map(
      ({ code, setting = "" }) => `${code} ${setting.replace("exporters.prometheusremotewrite.", "")}`,
    );
  }
}
