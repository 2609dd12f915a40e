import { expect, test } from "vitest";
import { Failure } from "../../src/core/failure.ts";
import type { Value } from "../../src/core/values.ts";
import { isCode, messageOf } from "../../src/diagnostics/messages.ts";
import { canonicalPayload, reader, writer } from "../../src/shapes/otlp-json.ts";
import { encoded, fixture, pathOf, read, recordsOf, type WriteCase } from "./fixture.ts";
import { moreLiterals, oddLists, values } from "./values.ts";

const { cases, payloads } = fixture<{
  readonly cases: readonly WriteCase[];
  readonly payloads: Readonly<Record<string, unknown>>;
}>("writes");

const literals: Readonly<Record<string, Value>> = { ...values, ...oddLists, ...moreLiterals };

/**
 * The reference copies a map into a key of itself while the key is already in it, so that the copy has the key too;
 * here a value is what it was before it is written.
 */
const known = new Set([
  'set(attributes["new"], attributes) over map',
  'set(body["new"], body) over map body',
]);

function valueToWrite(context: string, text: string, record: object): Value {
  const literal = literals[text];
  if (literal !== undefined) return literal;
  if (/^"[^"]*"$/.test(text)) return text.slice(1, -1);
  if (/^\d+$/.test(text)) return BigInt(text);
  const { path, keys } = pathOf(context, text);
  return read(path, keys, record);
}

/** Writes, and answers whether that failed. */
function write(context: string, pathText: string, valueText: string, record: object): boolean {
  const { path, keys } = pathOf(context, pathText);
  try {
    writer(path)(record, valueToWrite(context, valueText, record), keys);
    return false;
  } catch (error) {
    expect(error).toBeInstanceOf(Failure);
    const { code, params } = error as Failure;
    expect(isCode(code), code).toBe(true);
    expect(messageOf(code, params)).not.toContain("undefined");
    return true;
  }
}

test.each(cases)("set($path, …) in context $context over $payload is done as by the reference", (one) => {
  for (const [value, outcome] of Object.entries(one.outcomes)) {
    const payload = structuredClone(payloads[one.payload]);
    const [record = {}, ...more] = recordsOf(one.context, payload);
    expect(more).toEqual([]);
    expect(write(one.context, one.path, value, record), value).toBe(outcome.error ?? false);
    const after = outcome.after ?? canonicalPayload(payloads[one.payload]);
    if (known.has(`set(${one.path}, ${value}) over ${one.payload}`))
      expect(canonicalPayload(payload), value).not.toEqual(after);
    else expect(canonicalPayload(payload), value).toEqual(after);
    const { path } = pathOf("datapoint", "cache");
    const cache = encoded(reader(path)(record));
    expect(cache, value).toEqual(outcome.cache ?? { map: [] });
  }
});

test("writing replaces what lies below the owning object and never changes it", () => {
  for (const one of cases) {
    for (const value of Object.keys(one.outcomes)) {
      const payload = deepFreezeBelowOwners(structuredClone(payloads[one.payload]));
      const [record = {}] = recordsOf(one.context, payload);
      expect(write(one.context, one.path, value, record), `set(${one.path}, ${value})`).toBe(
        one.outcomes[value]?.error ?? false,
      );
    }
  }
});

type Loose = Record<string, unknown>;

const lowest = ["metric", "datapoint", "exemplar", "span", "spanevent", "log"];

/** Freezes everything but the owners of a payload: resources, scopes, their containers, metrics, data points, … */
function deepFreezeBelowOwners(payload: unknown): unknown {
  const records = lowest.flatMap((context) => recordsOf(context, payload));
  const owners = new Set(records.flatMap((record) => Object.values(record)));
  for (const owner of owners) {
    for (const part of Object.values((owner ?? {}) as Loose)) freeze(part, owners);
  }
  return payload;
}

function freeze(part: unknown, except: ReadonlySet<unknown>): void {
  if (typeof part !== "object" || part === null || except.has(part) || Object.isFrozen(part)) return;
  Object.freeze(part);
  for (const inner of Object.values(part)) freeze(inner, except);
}

test("plain objects of attributes are written like lists of pairs", () => {
  const map = cases.filter(({ payload, path }) => payload === "map" && !path.includes("dup"));
  expect(map.length).toBeGreaterThan(15);
  for (const one of map) {
    for (const [value, outcome] of Object.entries(one.outcomes)) {
      if (value === "attributes") continue; // the pairs hold a key twice, the object cannot
      const payload = structuredClone(payloads.map);
      const [record] = recordsOf("datapoint", payload) as [{ dataPoint: Loose }];
      const { path } = pathOf("datapoint", "attributes");
      const pairs = (record.dataPoint.attributes as { key: string; value: unknown }[]).filter(
        ({ key }, i, all) => all.findIndex((other) => other.key === key) === i,
      );
      record.dataPoint.attributes = Object.fromEntries(
        pairs.map(({ key, value: any }) => [key, key === "empty" ? null : any]),
      );
      expect(write(one.context, one.path, value, record), `set(${one.path}, ${value})`).toBe(
        outcome.error ?? false,
      );
      const [after = {}] = recordsOf("datapoint", outcome.after ?? payloads.map);
      const expected = encoded(reader(path)(after));
      const found = encoded(reader(path)(record));
      expect(found, `set(${one.path}, ${value})`).toEqual(withoutSecondDup(expected));
      expect(Object.getPrototypeOf(record.dataPoint.attributes)).toBe(Object.prototype);
    }
  }
});

function withoutSecondDup(value: unknown): unknown {
  const { map } = value as { map: [string, unknown][] };
  return { map: map.filter(([key], i) => map.findIndex(([other]) => other === key) === i) };
}
