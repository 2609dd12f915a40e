/** The shape of records that are OTLP JSON as it is on the wire: what a path reads and writes of them. */

export { decodeAnyValue } from "./otlp-json/any-value.ts";
export { canonicalPayload } from "./otlp-json/canonical.ts";
export { metricDataOf } from "./otlp-json/kinds.ts";
export { reader } from "./otlp-json/read.ts";
export { attributeReader, dynamicAttributeReader } from "./otlp-json/read-key.ts";
export { recordMetric } from "./otlp-json/record-metric.ts";
export { notRecord, recordParts } from "./otlp-json/require-record.ts";
export { writer } from "./otlp-json/write.ts";
