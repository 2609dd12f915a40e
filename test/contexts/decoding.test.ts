import { expect, test } from "vitest";
import { Failure } from "../../src/core/failure.ts";
import { canonicalPayload } from "../../src/shapes/otlp-json.ts";
import { type DecodingCase, encoded, fixture, pathOf, read, recordsOf } from "./fixture.ts";

const { cases } = fixture<{ readonly cases: readonly DecodingCase[] }>("decoding");

/** What is no value is not looked into. */
const opaque = new Set(["exemplars", "events", "links", "status"]);

/** Plain objects of attributes are taken here, and the reference takes none. */
const plainObjects = (payload: unknown) => /"(attributes|metadata)":\{/.test(JSON.stringify(payload));

const named = cases
  .filter(({ payload }) => !plainObjects(payload))
  .map((one) => ({
    ...one,
    odd: JSON.stringify(one.payload).match(/"(?:metrics|spans|logRecords)":\[(.*)\]\}\]\}\]\}$/)?.[1],
  }));

test.each(named)(
  "$path of $odd is refused or taken as by the reference",
  ({ context, path: text, payload, refused, expected, written }) => {
    const { path, keys } = pathOf(context, text);
    const copy = structuredClone(payload);
    const answers = () =>
      recordsOf(context, copy).map((record) => ({ value: encoded(read(path, keys, record)) }));
    if (refused) {
      expect(() => canonicalPayload(payload)).toThrow(Failure);
      // What does not belong to the value that is read is not looked at: a list of exemplars is its length.
      if (hasRecords(context, copy) && !opaque.has(text)) expect(answers).toThrow(Failure);
    } else {
      expect(answers()).toEqual(expected);
      expect(canonicalPayload(payload)).toEqual(written);
    }
  },
);

/** A payload whose lists of records are none, or hold none, has no record to ask. */
function hasRecords(context: string, payload: unknown): boolean {
  try {
    const records = [...recordsOf(context, payload), ...recordsOf("datapoint", payload)];
    return records.every((record) => Object.values(record).every(isPart));
  } catch {
    return true;
  }
}

/** Whether a part of a record is an object, an event's index, or absent. */
function isPart(part: unknown): boolean {
  return typeof part === "object" || part === undefined || part === 0;
}

test("the file has both kinds of cases", () => {
  expect(cases.filter((one) => one.refused).length).toBeGreaterThan(75);
  expect(cases.filter((one) => !one.refused).length).toBeGreaterThan(75);
});
