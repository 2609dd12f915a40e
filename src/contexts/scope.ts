import { defineContext, field } from "./define-context.ts";
import { otelcol } from "./otelcol.ts";
import { resource } from "./resource.ts";
import { countedAttributes } from "./shared/attributes.ts";
import { cache } from "./shared/cache.ts";

/** An instrumentation scope: the library that recorded the telemetry. */
export const scope = defineContext({
  name: "scope",
  aliases: ["instrumentation_scope"],
  doc: "The instrumentation scope, the library that recorded the telemetry.",
  owner: "scope",
  typed: "typed_fields",
  paths: {
    name: field("name", "string", { doc: "The name of the scope." }),
    version: field("version", "string", { doc: "The version of the scope." }),
    ...countedAttributes,
    schema_url: field("schemaUrl", "string", {
      owner: "scopeContainer",
      doc: "The URL of the schema that the scope follows.",
    }),
    cache,
  },
  higher: [resource, otelcol],
  enums: {},
});
