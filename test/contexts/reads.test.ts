import { expect, test } from "vitest";
import { Failure } from "../../src/core/failure.ts";
import type { Value } from "../../src/core/values.ts";
import { dynamicAttributeReader } from "../../src/shapes/otlp-json.ts";
import { encoded, fixture, pathOf, type ReadCase, read, recordsOf } from "./fixture.ts";

const { cases, payloads } = fixture<{
  readonly cases: readonly ReadCase[];
  readonly payloads: Readonly<Record<string, unknown>>;
}>("reads");

/** What a record answers, `error` where it is refused with one of ottlkit's own failures. */
function answer(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    expect(error).toBeInstanceOf(Failure);
    return { error: true };
  }
}

const grouped = Map.groupBy(cases, ({ context, payload }) => `${context} over "${payload}"`);

test.each([...grouped])("every path of context %s reads as in the reference", (_, group) => {
  for (const { context, path: text, payload, client, expected } of group) {
    const { path, keys } = pathOf(context, text);
    const records = recordsOf(context, structuredClone(payloads[payload]), client);
    const answers = records.map((record) => answer(() => ({ value: encoded(read(path, keys, record)) })));
    expect(answers, text).toEqual(expected);
  }
});

test("reading changes no record", () => {
  for (const { context, path: text, payload, client } of cases) {
    const { path, keys } = pathOf(context, text);
    const [record = {}] = recordsOf(context, structuredClone(payloads[payload]), client);
    const before = structuredClone(record);
    answer(() => read(path, keys, record));
    expect(record).toEqual(before);
  }
});

test("a key that is known late reads the same as one that is known early", () => {
  for (const { context, path: text, payload, client, expected } of cases) {
    const { path, keys } = pathOf(context, text);
    if (keys.length !== 1 || text.includes("trace_state")) continue; // it takes only keys written in the text
    const readKey = (record: object, key: Value) => dynamicAttributeReader(path, () => key)(record);
    const answers = recordsOf(context, structuredClone(payloads[payload]), client).map((record) =>
      answer(() => ({ value: encoded(readKey(record, keys[0] ?? null) ?? null) })),
    );
    expect(answers, text).toEqual(expected);
  }
});
