import { describe, expect, test } from "vitest";
import { objectNode } from "../../src/collector/object-node.ts";
import { remoteWriteExporter } from "../../src/collector/prometheus/exporter.ts";
import { remoteWrite } from "../../src/prometheus.ts";
import { answerOf, recordedConversions } from "./recorded.ts";

describe.each(["0.161.0", "0.165.0"] as const)("the exporter of %s", (version) => {
  test.each(recordedConversions())("copies the resource attributes that $choice chooses", (recorded) => {
    const settings = objectNode("exporter", {
      resource_to_telemetry_conversion: recorded.choice,
      target_info: { enabled: false },
    });
    const options = remoteWriteExporter(settings, "exporters.prometheusremotewrite", {
      compatibility: version,
    });
    const { samples } = remoteWrite(recorded.payload, options);
    const lines = samples.map(({ name, labels, value }) => {
      const inside = labels.map((label) => `${label.name}=${JSON.stringify(label.value)}`).sort();
      return `${name}{${inside.join(",")}} ${value}`;
    });
    expect(lines).toEqual(answerOf(recorded, version).series);
  });
});
