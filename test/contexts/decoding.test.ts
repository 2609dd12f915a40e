import { expect, test } from "vitest";
import { Failure } from "../../src/core/failure.ts";
import { canonicalPayload } from "../../src/shapes/otlp-json.ts";
import { type DecodingCase, encoded, fixture, pathOf, read, recordsOf } from "./fixture.ts";

const { cases } = fixture<{ readonly cases: readonly DecodingCase[] }>("decoding");

/** Plain objects of attributes are taken here, and the reference takes none. */
const plainObjects = (payload: unknown) => /"(attributes|metadata)":\{/.test(JSON.stringify(payload));

const named = cases
  .filter(({ payload }) => !plainObjects(payload))
  .map((one) => ({ ...one, odd: JSON.stringify(one.payload).match(/"metrics":\[(.*)\]\}\]\}\]\}$/)?.[1] }));

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
      if (hasRecords(copy) && text !== "exemplars") expect(answers).toThrow(Failure);
    } else {
      expect(answers()).toEqual(expected);
      expect(canonicalPayload(payload)).toEqual(written);
    }
  },
);

/** A payload whose lists of data points are none, or hold none, has no record to ask. */
function hasRecords(payload: unknown): boolean {
  try {
    return recordsOf("datapoint", payload).every((record) => typeof record.dataPoint === "object");
  } catch {
    return true;
  }
}

test("the file has both kinds of cases", () => {
  expect(cases.filter((one) => one.refused).length).toBeGreaterThan(75);
  expect(cases.filter((one) => !one.refused).length).toBeGreaterThan(75);
});
