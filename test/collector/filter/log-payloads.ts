/** Payloads of logs: resources have ids, and records times to be told apart by. */
import type { AnyValue, Log, LogsData, ScopeLogs } from "../../../src/shapes/records.ts";
import { type Attributes, attributes, idOf } from "./attributes.ts";

let times = 0;

function log(body: AnyValue | undefined, all: Attributes = {}, more: Log = {}): Log {
  times++;
  return {
    ...(body === undefined ? {} : { body }),
    attributes: attributes(all),
    timeUnixNano: String(times),
    ...more,
  };
}

const text = (stringValue: string): AnyValue => ({ stringValue });

function scope(name: string, ...logRecords: (Log | null)[]): ScopeLogs {
  return { scope: { name, version: "1.2.3", attributes: attributes({ kind: name }) }, logRecords };
}

const app: LogsData = {
  resourceLogs: [
    {
      resource: {
        attributes: attributes({ id: "ad", "service.name": "ad", replicas: 2, "k8s.pod": "ad-1" }),
      },
      schemaUrl: "resource/1",
      scopeLogs: [
        scope(
          "web",
          log(
            text("GET /ads took 12 ms"),
            { path: "/ads", code: 200 },
            { severityNumber: 9, severityText: "INFO" },
          ),
          log(
            text("GET /health"),
            { path: "/health", code: 200 },
            { severityNumber: 5, severityText: "DEBUG" },
          ),
          log(text("boom"), { error: true, ratio: 0.25 }, { severityNumber: 17, severityText: "ERROR" }),
          log(undefined, {}, { severityText: "info" }),
        ),
        {
          ...scope("audit", log({ intValue: "42" }, { user: "" }, { severityNumber: 13 })),
          schemaUrl: "scope/2",
        },
      ],
    },
    {
      resource: { attributes: attributes({ id: "cart", replicas: 0 }) },
      scopeLogs: [
        scope(
          "web",
          log(
            {
              kvlistValue: {
                values: [
                  { key: "b", value: { stringValue: "<x>" } },
                  { key: "a", value: { intValue: "1" } },
                ],
              },
            },
            { code: "200" },
            { severityNumber: 10 },
          ),
          log(
            { arrayValue: { values: [{ boolValue: true }, {}, { doubleValue: 1.5 }] } },
            { list: { arrayValue: { values: [{ intValue: "1" }] } } },
          ),
          log({ doubleValue: 1e21 }, { empty: {} }, { severityNumber: 24, severityText: "FATAL4" }),
          log({ bytesValue: "aGk=" }, { code: 200.5 }, { severityNumber: 1 }),
          log({ boolValue: false }, { code: 404 }, { severityNumber: 99 }),
        ),
      ],
    },
  ],
};

/** Nothing in places where there usually is something. */
const recordless: LogsData = {
  resourceLogs: [
    { resource: idOf("bare"), scopeLogs: [] },
    { resource: idOf("null"), scopeLogs: null },
    { resource: idOf("hollow"), scopeLogs: [scope("empty"), { scope: { name: "null" }, logRecords: null }] },
    { resource: idOf("full"), scopeLogs: [scope("empty"), scope("some", log(text("one")))] },
    { scopeLogs: [{ logRecords: [{}, null] }, null] },
    null,
    {},
  ],
};

/** Bodies that some functions choke on. */
const bodies: LogsData = {
  resourceLogs: [
    {
      resource: idOf("a"),
      scopeLogs: [
        scope("s", log(text("ab")), log(text("abcdef")), log({ intValue: "7" })),
        scope("t", log(text('{"a":1}'))),
      ],
    },
    { resource: idOf("longer"), scopeLogs: [scope("longer", log(text("abcd"), { d: "in" }))] },
  ],
};

/** The payloads of logs by name. */
export const logPayloads = { app, recordless, bodies, logless: { resourceLogs: [] } as LogsData } as const;
