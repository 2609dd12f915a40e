import { defineContext, field } from "./define-context.ts";
import { otelcol } from "./otelcol.ts";
import { countedAttributes } from "./shared/attributes.ts";
import { cache } from "./shared/cache.ts";

/** A resource: what produced the telemetry. */
export const resource = defineContext({
  name: "resource",
  doc: "The resource that produced the telemetry.",
  owner: "resource",
  paths: {
    ...countedAttributes,
    schema_url: field("schemaUrl", "string", {
      owner: "resourceContainer",
      doc: "The URL of the schema that the resource follows.",
    }),
    cache,
  },
  higher: [otelcol],
  enums: {},
});
