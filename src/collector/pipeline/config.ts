import { z } from "zod";

const section = z.record(z.string(), z.unknown()).nullish();
const references = z.array(z.string()).nullish();

/** What a Collector's configuration holds, its components as they are. */
export const collectorSchema = z.strictObject({
  receivers: section,
  processors: section,
  exporters: section,
  connectors: section,
  extensions: section,
  /** Absent as well where there is no such section; without settings it has no pipelines. */
  service: z
    .strictObject({
      telemetry: z.unknown().optional(),
      extensions: references,
      pipelines: z
        .record(
          z.string(),
          z.strictObject({ receivers: references, processors: references, exporters: references }).nullish(),
        )
        .nullish(),
    })
    .nullish(),
});
