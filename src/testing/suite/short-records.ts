import { severityNames } from "../../contexts/shared/severities.ts";
import { spanKindNames, statusCodeNames } from "../../contexts/shared/span-enums.ts";
import type { LogRecord, OtlpSpan, ScopeRecord, SpanRecord } from "../../shapes/records.ts";
import { keyValues } from "../attributes.ts";
import { resource, scope } from "../fixture.ts";
import { fixtureTime } from "../point.ts";
import type { ShortLog, ShortSpan } from "./schema.ts";
import { attributesOfYaml } from "./short-metric.ts";

/** Makes the record of a span that is written in short, such as `{ name: GET /cart, kind: server, milliseconds: 250 }`. */
export function recordOfShortSpan(span: ShortSpan): SpanRecord {
  const { name = "span", kind = "internal", milliseconds = 1, status, status_message: message } = span;
  const { trace_id: traceId, span_id: spanId, parent_span_id: parentSpanId, trace_state: traceState } = span;
  const end = fixtureTime + BigInt(Math.round(milliseconds * 1e6));
  const ids = { traceId, spanId, parentSpanId, traceState };
  const { attributes, events } = span;
  const made: OtlpSpan = {
    ...Object.fromEntries(Object.entries(ids).filter(([, value]) => value !== undefined)),
    name,
    kind: numberOf(spanKindNames, `SPAN_KIND_${kind.toUpperCase()}`),
    startTimeUnixNano: String(fixtureTime),
    endTimeUnixNano: String(end),
    ...attributesIn(attributes),
    ...(events === undefined
      ? {}
      : {
          events: events.map((event) => ({
            name: event.name ?? "event",
            timeUnixNano: String(end),
            ...attributesIn(event.attributes),
          })),
        }),
    ...(status === undefined && message === undefined
      ? {}
      : {
          status: {
            ...(status === undefined
              ? {}
              : { code: numberOf(statusCodeNames, `STATUS_CODE_${status.toUpperCase()}`) }),
            ...(message === undefined ? {} : { message }),
          },
        }),
  };
  return { ...placeOf(span), span: made };
}

/** Makes the record of a log record that is written in short, such as `{ body: payment failed, severity: error }`. */
export function recordOfShortLog(log: ShortLog): LogRecord {
  const { body, severity, severity_text: severityText, event_name: eventName, attributes } = log;
  const { trace_id: traceId, span_id: spanId } = log;
  const texts = { severityText: severityText ?? severity?.toUpperCase(), eventName, traceId, spanId };
  const [value] = body === undefined ? [] : keyValues(attributesOfYaml({ body }));
  return {
    ...placeOf(log),
    log: {
      timeUnixNano: String(fixtureTime),
      ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined)),
      ...(severity === undefined
        ? {}
        : { severityNumber: numberOf(severityNames, `SEVERITY_NUMBER_${severity.toUpperCase()}`) }),
      ...(value === undefined ? {} : { body: value.value }),
      ...attributesIn(attributes),
    },
  };
}

function attributesIn(attributes: Readonly<Record<string, unknown>> | undefined) {
  return attributes === undefined ? {} : { attributes: keyValues(attributesOfYaml(attributes)) };
}

function placeOf({ resource: attributes, scope: name }: Pick<ShortSpan, "resource" | "scope">): ScopeRecord {
  return {
    ...(attributes === undefined ? {} : resource(attributesOfYaml(attributes))),
    ...(name === undefined ? {} : scope(name)),
  };
}

/** The number of a name that the schema allows. */
function numberOf(names: Readonly<Record<string, number>>, name: string): number {
  return names[name] ?? 0;
}
