/** The transform processor over 10,000 log records, next to a transform by hand and to the reference. */
import { createTransform } from "../../src/collector/transform/create-transform.ts";
import type { KeyValue, Log, LogsData } from "../../src/shapes/records.ts";
import { ask, whyUnavailable } from "../reference/reference.ts";
import { logRecords } from "./data.ts";

const config = {
  error_mode: "ignore",
  log_statements: [
    {
      context: "log",
      statements: [
        'set(severity_text, "FATAL") where severity_number >= SEVERITY_NUMBER_FATAL',
        'set(attributes["env"], "prod")',
        'delete_key(attributes, "thread.name")',
        'replace_pattern(body, "user \\\\w+", "user ***") where IsString(body)',
        'set(attributes["service"], resource.attributes["service.name"])',
        'set(attributes["health"], true) where IsMatch(body, "(?i)health ?check")',
      ],
    },
  ],
} as const;

const rounds = 40;

/** One row: nanoseconds a log record for all six statements. */
export async function transformRow(): Promise<Record<string, string>> {
  const once = logRecords() as LogsData;
  const text = JSON.stringify({
    resourceLogs: Array.from({ length: 10 }, () => once.resourceLogs ?? []).flat(),
  });
  const fresh = (): LogsData => JSON.parse(text);
  const copying = createTransform(config);
  const inPlace = createTransform(config, { inPlace: true });
  const given = fresh();
  const results = [copying.apply(given).output, inPlace.apply(fresh()).output, byHand(fresh())];
  if (new Set(results.map(sorted)).size !== 1) throw new Error("the transform by hand does something else");
  if (JSON.stringify(given) !== text) throw new Error("the caller's payload was changed");
  const records = countOf(given);
  const candidates = [
    (one: LogsData) => copying.apply(one),
    (one: LogsData) => inPlace.apply(one),
    (one: LogsData) => byHand(one),
  ].map((run) => ({ run, best: Number.POSITIVE_INFINITY }));
  for (let round = 0; round < rounds; round++) {
    for (const candidate of candidates) {
      const data = fresh();
      const start = process.hrtime.bigint();
      candidate.run(data);
      const nanos = Number(process.hrtime.bigint() - start) / records;
      candidate.best = Math.min(candidate.best, nanos);
    }
  }
  const [copied, own, hand] = candidates.map(({ best }) => best) as [number, number, number];
  const reference = await referenceNanos(fresh());
  return {
    case: `transform of ${config.log_statements[0].statements.length} statements, ns a log (copying ${copied.toFixed(0)})`,
    hits: `${records}/${records}`,
    "ottlkit ns": own.toFixed(1),
    "hand ns": hand.toFixed(1),
    "ottlkit : hand": (own / hand).toFixed(2),
    ...(reference === undefined
      ? {}
      : { "reference ns": reference.toFixed(0), "reference : ottlkit": (reference / own).toFixed(1) }),
  };
}

type Value = KeyValue["value"];

/** A payload as text, the order of attributes aside. */
function sorted(payload: LogsData): string {
  return JSON.stringify(payload, (_, value) =>
    Array.isArray(value) && value[0]?.key !== undefined
      ? value.toSorted((a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1))
      : value,
  );
}

const user = /user [0-9A-Za-z_]+/g;
const health = /health ?check/i;

/** What a careful engineer would write for these six statements, in place. */
function byHand(payload: LogsData): LogsData {
  for (const resource of payload.resourceLogs ?? []) {
    const service = attribute(resource?.resource?.attributes as KeyValue[], "service.name");
    for (const scope of resource?.scopeLogs ?? [])
      for (const record of scope?.logRecords ?? []) if (record) change(record, service);
  }
  return payload;
}

function change(record: Log, service: Value): void {
  if (Number(record.severityNumber ?? 0) >= 21) record.severityText = "FATAL";
  const attributes = (record.attributes ?? []) as KeyValue[];
  put(attributes, "env", { stringValue: "prod" });
  const thread = attributes.findIndex(({ key }) => key === "thread.name");
  if (thread >= 0) attributes.splice(thread, 1);
  const text = record.body?.stringValue;
  if (typeof text === "string" && record.body) record.body = { stringValue: text.replace(user, "user ***") };
  if (service) put(attributes, "service", service);
  if (typeof text === "string" && health.test(text)) put(attributes, "health", { boolValue: true });
  record.attributes = attributes;
}

function put(attributes: KeyValue[], key: string, value: NonNullable<Value>): void {
  const found = attributes.find((one) => one.key === key);
  if (found === undefined) attributes.push({ key, value });
  else found.value = value;
}

function attribute(attributes: readonly KeyValue[], key: string): Value {
  return attributes.find((one) => one.key === key)?.value;
}

function countOf({ resourceLogs }: LogsData): number {
  let count = 0;
  for (const resource of resourceLogs ?? [])
    for (const scope of resource?.scopeLogs ?? []) count += scope?.logRecords?.length ?? 0;
  return count;
}

async function referenceNanos(payload: LogsData): Promise<number | undefined> {
  if (whyUnavailable() !== undefined) return undefined;
  const [reply] = await ask("proc", [{ op: "benchProcess", processor: "transform", config, payload }]);
  return reply?.nsPerRecord;
}
