import { expect, test } from "vitest";
import type { EncodedValue } from "../../src/cli/encode-value.ts";
import type { Expectation } from "../reference/recorded-file.ts";
import { disagreement } from "./agreement.ts";

const gives = (...values: EncodedValue[]): Expectation => ({ results: values.map((value) => ({ value })) });
const refuses: Expectation = { rejected: "why" };
const fails: Expectation = { results: [{ error: "why" }] };
const crashes: Expectation = { results: [{ panic: "why" }] };

const leaves = (payload: unknown, cache?: EncodedValue): Expectation => ({
  results: [cache === undefined ? { matched: true } : { matched: true, cache }],
  payload,
});

test.each([
  ["refusals in other words", refuses, { rejected: "because" }],
  ["errors in other words", fails, { results: [{ error: "because" }] }],
  ["an error where the reference crashes", crashes, fails],
  ["a refusal where the reference crashes", crashes, refuses],
  [
    "maps in another order",
    gives({
      map: [
        ["a", { int: "1" }],
        ["b", { nil: true }],
      ],
    }),
    gives({
      map: [
        ["b", { nil: true }],
        ["a", { int: "1" }],
      ],
    }),
  ],
  ["equal lists", gives({ list: [{ double: "NaN" }] }), gives({ list: [{ double: "NaN" }] })],
  ["payloads with properties in another order", leaves({ a: 1, b: [2] }), leaves({ b: [2], a: 1 })],
  [
    "a failure and another one",
    { results: [{ error: "why" }], payload: {} },
    { results: [{ error: "x" }], payload: {} },
  ],
  ["properties in another order", gives({ list: [], go: "[]string" }), gives({ go: "[]string", list: [] })],
] as const)("%s agree", (_, expected, found) => expect(disagreement(expected, found)).toBeUndefined());

test.each([
  ["a refusal and an answer", refuses, gives({ bool: true })],
  ["an answer and a refusal", gives({ bool: true }), refuses],
  ["a refusal and an error", refuses, fails],
  ["an error and a refusal", fails, refuses],
  ["an error and a value", fails, gives({ bool: false })],
  ["a value and an error", gives({ bool: false }), fails],
  ["a crash and a value", crashes, gives({ bool: false })],
  ["true and false", gives({ bool: true }), gives({ bool: false })],
  ["an int and a double", gives({ int: "1" }), gives({ double: "1" })],
  ["0 and -0", gives({ double: "0" }), gives({ double: "-0" })],
  [
    "lists in another order",
    gives({ list: [{ int: "1" }, { int: "2" }] }),
    gives({ list: [{ int: "2" }, { int: "1" }] }),
  ],
  ["lists of other Go types", gives({ list: [] }), gives({ list: [], go: "[]string" })],
  [
    "maps with a key once and twice",
    gives({
      map: [
        ["a", { nil: true }],
        ["a", { nil: true }],
      ],
    }),
    gives({ map: [["a", { nil: true }]] }),
  ],
  ["payloads with lists in another order", leaves({ a: [1, 2] }), leaves({ a: [2, 1] })],
  ["a payload and none", leaves({}), { results: [{ matched: true }] }],
  ["a condition that held and one that did not", leaves({}), { results: [{ matched: false }], payload: {} }],
  ["a statement that ran and one that failed", leaves({}), { results: [{ error: "why" }], payload: {} }],
  ["other caches", leaves({}, { map: [["a", { int: "1" }]] }), leaves({}, { map: [["a", { int: "2" }]] })],
  ["a cache and none", leaves({}, { map: [["a", { int: "1" }]] }), leaves({})],
  ["fewer records", gives({ nil: true }, { nil: true }), gives({ nil: true })],
] as const)("%s disagree", (_, expected, found) => expect(disagreement(expected, found)).toBeDefined());
