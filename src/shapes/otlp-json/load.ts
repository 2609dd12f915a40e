/**
 * Where the property of a path is loaded from the record. One function literal a place, because the engine keeps what
 * it learns about a load per literal: `record[owner][property]` in one shared closure would become slow as soon as
 * a program reads several paths.
 */

type Part = { readonly [property: string]: unknown } | null | undefined;
type Parts = { readonly [owner: string]: Part };

/** Loads what a record has at a place, or `undefined`; never throws on plain data. */
export type Load = (record: object) => unknown;

const loads = {
  "resource.attributes": (record: Parts) => record.resource?.attributes,
  "resource.droppedAttributesCount": (record: Parts) => record.resource?.droppedAttributesCount,
  "resourceContainer.schemaUrl": (record: Parts) => record.resourceContainer?.schemaUrl,
  "scope.name": (record: Parts) => record.scope?.name,
  "scope.version": (record: Parts) => record.scope?.version,
  "scope.attributes": (record: Parts) => record.scope?.attributes,
  "scope.droppedAttributesCount": (record: Parts) => record.scope?.droppedAttributesCount,
  "scopeContainer.schemaUrl": (record: Parts) => record.scopeContainer?.schemaUrl,
  "metric.name": (record: Parts) => record.metric?.name,
  "metric.description": (record: Parts) => record.metric?.description,
  "metric.unit": (record: Parts) => record.metric?.unit,
  "metric.metadata": (record: Parts) => record.metric?.metadata,
  "dataPoint.attributes": (record: Parts) => record.dataPoint?.attributes,
  "dataPoint.startTimeUnixNano": (record: Parts) => record.dataPoint?.startTimeUnixNano,
  "dataPoint.timeUnixNano": (record: Parts) => record.dataPoint?.timeUnixNano,
  "dataPoint.flags": (record: Parts) => record.dataPoint?.flags,
  "exemplar.timeUnixNano": (record: Parts) => record.exemplar?.timeUnixNano,
  "exemplar.filteredAttributes": (record: Parts) => record.exemplar?.filteredAttributes,
  "log.body": (record: Parts) => record.log?.body,
  "log.attributes": (record: Parts) => record.log?.attributes,
  "log.severityNumber": (record: Parts) => record.log?.severityNumber,
  "log.severityText": (record: Parts) => record.log?.severityText,
  "log.timeUnixNano": (record: Parts) => record.log?.timeUnixNano,
  "log.observedTimeUnixNano": (record: Parts) => record.log?.observedTimeUnixNano,
  "log.traceId": (record: Parts) => record.log?.traceId,
  "log.spanId": (record: Parts) => record.log?.spanId,
  "log.eventName": (record: Parts) => record.log?.eventName,
  "log.flags": (record: Parts) => record.log?.flags,
  "span.name": (record: Parts) => record.span?.name,
  "span.kind": (record: Parts) => record.span?.kind,
  "span.attributes": (record: Parts) => record.span?.attributes,
  "span.startTimeUnixNano": (record: Parts) => record.span?.startTimeUnixNano,
  "span.endTimeUnixNano": (record: Parts) => record.span?.endTimeUnixNano,
  "span.traceId": (record: Parts) => record.span?.traceId,
  "span.spanId": (record: Parts) => record.span?.spanId,
  "span.parentSpanId": (record: Parts) => record.span?.parentSpanId,
  "span.traceState": (record: Parts) => record.span?.traceState,
  "span.status.code": (record: Parts) => (record.span?.status as Part)?.code,
  "span.status.message": (record: Parts) => (record.span?.status as Part)?.message,
  "spanEvent.name": (record: Parts) => record.spanEvent?.name,
  "spanEvent.attributes": (record: Parts) => record.spanEvent?.attributes,
  "spanEvent.timeUnixNano": (record: Parts) => record.spanEvent?.timeUnixNano,
  ".cache": (record: Parts) => record.cache,
} as const;

/** The load of a property of an owner, or of an object within it; an empty owner is the record itself. */
export function loadOf(owner: string, property: string, within?: string): Load {
  const name = within === undefined ? `${owner}.${property}` : `${owner}.${within}.${property}`;
  // A record is checked to be an object by whoever hands it in; what it holds is only loaded here.
  if (Object.hasOwn(loads, name)) return loads[name as keyof typeof loads] as Load;
  if (within !== undefined) return (record) => ((record as Parts)[owner]?.[within] as Part)?.[property];
  return owner === ""
    ? (record) => (record as Parts)[property]
    : (record) => (record as Parts)[owner]?.[property];
}
