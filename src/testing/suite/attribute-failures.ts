import { typeNameOf, type Value } from "../../core/values.ts";
import { dataPointsOf } from "../../engine/records.ts";
import { attributesOf } from "../../shapes/otlp-json/attributes.ts";
import { encodeKeyValues } from "../../shapes/otlp-json/encode.ts";
import type { KeyValue } from "../../shapes/records.ts";
import { keyValues } from "../attributes.ts";
import { showValue } from "../show-value.ts";
import { attributeOwner } from "./attribute-owner.ts";
import { statementLines } from "./change-failures.ts";
import { describeSuiteRecord } from "./describe-suite-record.ts";
import { differences } from "./differences.ts";
import type { RecordFailure } from "./few-failures.ts";
import type { Outcome } from "./outcome.ts";
import type { Expect } from "./schema.ts";
import { attributesOfYaml } from "./short-metric.ts";

type Loose = Readonly<Record<string, unknown>>;

/** What is wrong about the attributes of the records that are left, and of their resources. */
export function attributeFailures(expect: Expect, { records }: Outcome): readonly RecordFailure[] {
  const { attributes, resource } = expect;
  if (attributes === undefined && resource === undefined) return [];
  return records().flatMap((outcome) => {
    const { record, left } = outcome;
    if (left === undefined)
      return [() => `expected attributes of a record that is dropped: ${describeSuiteRecord(record)}`];
    const given = left as Loose; // a record
    const owner = (given.resource ?? {}) as Loose;
    const found = [
      ...(attributes === undefined
        ? []
        : ownersOf(given).flatMap((one) => compare("attributes", attributes, one))),
      ...(resource === undefined ? [] : compare("resource", resource, owner.attributes)),
    ];
    return found.length === 0
      ? []
      : [() => [[describeSuiteRecord(record), ...found].join("\n  "), ...statementLines(outcome)].join("\n")];
  });
}

/** The lists of attributes of a record: of a metric those of its data points. */
function ownersOf(record: Loose): readonly unknown[] {
  const owner = attributeOwner(record);
  if (owner === "metric")
    return dataPointsOf(record.metric as object).map((point) => (point as Loose).attributes);
  return [(record[owner] as Loose | undefined)?.attributes];
}

function compare(what: string, expected: Loose, raw: unknown): readonly string[] {
  const actual = attributesOf(raw, what);
  const wireOfActual = new Map(encodeKeyValues(actual).map(({ key, value }) => [key, value]));
  return Object.entries(expected).flatMap(([key, value]) => {
    const at = `${what}[${JSON.stringify(key)}]`;
    const found = actual.get(key);
    if (value === null) return found === undefined ? [] : [`${at}: expected none, found ${typed(found)}`];
    const [wanted] = keyValues(attributesOfYaml({ [key]: value })) as readonly KeyValue[];
    if (found === undefined) return [`${at}: expected ${wantedText(wanted)}, found none`];
    if (differences(wanted?.value, wireOfActual.get(key)).length === 0) return [];
    return [`${at}: expected ${wantedText(wanted)}, found ${typed(found)}`];
  });
}

function wantedText(wanted: KeyValue | undefined): string {
  const value = attributesOf(wanted === undefined ? [] : [wanted], "expected").values[0] ?? null;
  return typed(value);
}

function typed(value: Value): string {
  return `${showValue(value)} (${typeNameOf(value)})`;
}
