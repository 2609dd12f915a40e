import { encodeValue } from "../../src/cli/encode-value.ts";
import { functionSet } from "../../src/cli/function-sets.ts";
import { hasByteEscape } from "../../src/core/utf8.ts";
import type { Value } from "../../src/core/values.ts";
import { OttlError } from "../../src/diagnostics/ottl-error.ts";
import type { Options } from "../../src/engine/options.ts";
import { recordsOf } from "../../src/engine/records.ts";
import { condition, value } from "../../src/engine/standard.ts";
import { makeStatement, type Statement } from "../../src/engine/statement.ts";
import { canonicalPayload } from "../../src/shapes/otlp-json.ts";
import { inOneOrder } from "../reference/any-order.ts";
import type { Case } from "../reference/cases/group.ts";
import type { Payload } from "../reference/cases/payload.ts";
import type { Expectation, Outcome } from "../reference/recorded-file.ts";
import { splitRecords } from "../reference/split-records.ts";

type Answer = (payload: object) => Expectation;

/** What ottlkit says of a case; anything it throws but an `OttlError` is thrown on. The payload stays as it is. */
export function answerCase(one: Case, payload: object): Expectation {
  const options = {
    functions: functionSet(one.functions),
    pathContextNames: one.pathContextNames ?? false,
    gates: one.gates ?? [],
    ...(one.compatibility === undefined ? {} : { compatibility: one.compatibility }),
  };
  let answer: Answer;
  try {
    answer = compile(one, options);
  } catch (error) {
    if (error instanceof OttlError) return { rejected: error.message };
    throw error;
  }
  return answer(payload);
}

function compile({ kind, context, text, compatibility, client, anyOrder }: Case, options: Options): Answer {
  const own = (record: object) => (client === undefined ? record : { ...record, client });
  switch (kind) {
    case "statement":
      return compatibility === undefined
        ? compileStatement(context, text, options, own)
        : compileOldStatement(context, text, options, anyOrder === true);
    case "value": {
      const compiled = value(context, text, options);
      return (payload) => resultsOf(compiled.context, payload, (record) => compiled.evaluate(own(record)));
    }
    case "condition": {
      const compiled = condition(context, text, options);
      return (payload) => resultsOf(compiled.context, payload, (record) => compiled.matches(own(record)));
    }
  }
}

function resultsOf(context: string, payload: object, run: (record: object) => Value): Expectation {
  return {
    results: [...recordsOf(context, payload)].map((record): Outcome => {
      try {
        return { value: encodeValue(run(record)) };
      } catch (error) {
        if (error instanceof OttlError) return { error: error.message };
        throw error;
      }
    }),
  };
}

function compileStatement(
  about: string,
  text: string,
  options: Options,
  own: (record: object) => object,
): Answer {
  const statement = makeStatement(about, text, options);
  const { context } = statement;
  const cacheOf = value(context, `${context}.cache`);
  return (payload) => {
    const changed = structuredClone(payload);
    const results = Array.from(recordsOf(context, changed), (given): Outcome => {
      const record = { ...own(given), cache: [] };
      const done = executed(statement, record);
      const cache = encodeValue(cacheOf.evaluate(record));
      return "map" in cache && cache.map.length > 0 ? { ...done, cache } : done;
    });
    return { results, payload: withoutBytes(canonicalPayload(changed)) };
  };
}

/** An old release is asked for one record at a time, and tells nothing but what is left of it. */
function compileOldStatement(context: string, text: string, options: Options, anyOrder: boolean): Answer {
  const statement = makeStatement(context, text, options);
  return (payload) => ({
    results: splitRecords(payload as Payload, context).map((single): Outcome => {
      const changed = structuredClone(single);
      for (const record of growingRecords(context, changed)) {
        const done = executed(statement, record);
        if ("error" in done) return done;
      }
      const left = withoutBytes(canonicalPayload(changed));
      return { payload: anyOrder ? inOneOrder(left) : left };
    }),
  });
}

/** A processor comes to the records, too, that a statement puts behind the others. */
function* growingRecords(context: string, payload: object): Generator<object> {
  for (let i = 0; ; i++) {
    const record = [...recordsOf(context, payload)][i];
    if (record === undefined) return;
    yield record;
  }
}

function executed(statement: Statement, record: object): Outcome {
  try {
    return { matched: statement.execute(record) };
  } catch (error) {
    if (error instanceof OttlError) return { error: error.message };
    throw error;
  }
}

/** A byte that is not UTF-8 is U+FFFD in what the reference prints. */
function withoutBytes(payload: unknown): unknown {
  if (typeof payload === "string")
    return hasByteEscape(payload) ? payload.replace(/[\udc80-\udcff]/gu, "\ufffd") : payload;
  if (Array.isArray(payload)) return payload.map(withoutBytes);
  if (typeof payload !== "object" || payload === null) return payload;
  return Object.fromEntries(
    Object.entries(payload).map(([key, item]) => [withoutBytes(key), withoutBytes(item)]),
  );
}
