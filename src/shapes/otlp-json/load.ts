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
  ".cache": (record: Parts) => record.cache,
} as const;

/** The load of a property of an owner; an empty owner is the record itself. */
export function loadOf(owner: string, property: string): Load {
  const name = `${owner}.${property}`;
  // A record is checked to be an object by whoever hands it in; what it holds is only loaded here.
  if (Object.hasOwn(loads, name)) return loads[name as keyof typeof loads] as Load;
  return owner === ""
    ? (record) => (record as Parts)[property]
    : (record) => (record as Parts)[owner]?.[property];
}
