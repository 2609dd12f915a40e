import { branch, defineContext, derived, field, indexedAttributes, piece } from "./define-context.ts";
import { otelcol } from "./otelcol.ts";
import { resource } from "./resource.ts";
import { scope } from "./scope.ts";
import { cache } from "./shared/cache.ts";

/** A profile, whose texts and attributes are in the payload's dictionary. */
export const profile = defineContext({
  name: "profile",
  doc: "A profile; the payload's dictionary, in which its texts and attributes are, is on the record as `dictionary`.",
  unverified:
    "the programs of the reference leave profiles out. It follows `contexts/ottlprofile` of `pkg/ottl` v0.161.0.",
  owner: "profile",
  paths: {
    sample_type: valueType("sampleType", "What the samples count"),
    sample: piece("samples", {
      in: "owner",
      list: true,
      types: "pprofile.SampleSlice",
      doc: "The samples.",
    }),
    time_unix_nano: field("timeUnixNano", "uint64", {
      doc: "When it was taken, in nanoseconds since 1970.",
    }),
    time: derived("timeUnixNano", "time", { type: "time", doc: "When it was taken." }),
    duration_unix_nano: field("durationNano", "uint64", {
      checked: true,
      doc: "How long it took, in nanoseconds.",
    }),
    duration: field("durationNano", "uint64", { checked: true, doc: "How long it took, in nanoseconds." }),
    period_type: valueType("periodType", "What is between two samples"),
    period: field("period", "int64", { doc: "How much is between two samples." }),
    profile_id: branch(
      {
        string: derived("profileId", "profile id text", {
          type: "string",
          doc: "The profile id as 32 hexadecimal digits.",
        }),
      },
      derived("profileId", "profile id", { type: "telemetry", doc: "The profile id." }),
    ),
    attribute_indices: derived("attributeIndices", "indices", {
      type: "list",
      doc: "Where the attributes are in the dictionary.",
    }),
    dropped_attributes_count: field("droppedAttributesCount", "uint32", {
      doc: "How many attributes were dropped before.",
    }),
    original_payload_format: field("originalPayloadFormat", "string", {
      doc: "The format of the original payload.",
    }),
    original_payload: field("originalPayload", "bytes", { doc: "The profile as it was before OTLP." }),
    attributes: indexedAttributes("attributeIndices", { doc: "The attributes, a map." }),
    cache,
  },
  higher: [scope, resource, otelcol],
  enums: {},
});

function valueType(within: string, doc: string) {
  return branch(
    {
      type: derived("typeStrindex", "dictionary text", { within, type: "string", doc: `${doc}.` }),
      unit: derived("unitStrindex", "dictionary text", { within, type: "string", doc: `${doc}: the unit.` }),
    },
    piece(within, { in: "owner", list: false, types: "pprofile.ValueType", doc: `${doc}: type and unit.` }),
  );
}
