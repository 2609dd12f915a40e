/** What rules claim to hold always or never is compared with what the engine answers. */

import { expect, test } from "vitest";
import { condition, contexts, lint, OttlError } from "../../src/index.ts";
import fc from "../property.ts";

/** Values of attributes, so that each kind of test meets some that pass and some that do not. */
const values = [
  undefined,
  { stringValue: "" },
  { stringValue: "a" },
  { stringValue: "ab" },
  { stringValue: "abc" },
  { stringValue: "b" },
  { stringValue: "5" },
  { intValue: "3" },
  { intValue: "5" },
  { intValue: "-1" },
  { intValue: "9007199254740993" },
  { doubleValue: 5 },
  { doubleValue: 4.5 },
  { doubleValue: Number.NaN },
  { boolValue: true },
  { boolValue: false },
  { bytesValue: "" },
  { bytesValue: "YQ==" },
  { arrayValue: { values: [{ stringValue: "a" }] } },
  { kvlistValue: { values: [] } },
  {},
];
const records = values.flatMap((value) =>
  ["", "a", "abc"].map((text) => ({
    log: {
      attributes: value === undefined ? [] : [{ key: "k", value }],
      severityText: text,
    },
  })),
);

const atom = fc.oneof(
  fc.record({
    path: fc.constantFrom('attributes["k"]', "severity_text"),
    operator: fc.constantFrom("==", "!=", "<", "<=", ">", ">="),
    literal: fc.constantFrom('"a"', '"ab"', '""', "5", "3", "4.5", "nil", "true", "9007199254740992", '"5"'),
    mirrored: fc.boolean(),
  }),
  fc.record({
    path: fc.constantFrom('attributes["k"]', "severity_text"),
    call: fc.constantFrom("IsMatch", "HasPrefix", "HasSuffix"),
    pattern: fc.constantFrom(
      "a",
      "ab",
      "^a",
      "^ab",
      "b$",
      "^a$",
      "^(a|b)$",
      "a|5",
      ".*",
      "^$",
      "abc",
      "(?i)A",
    ),
  }),
);
const plain = atom.map((one) => {
  if ("call" in one) {
    const { call, path, pattern } = one;
    return `${call}(${path}, "${call === "IsMatch" ? pattern : pattern.replace(/\W/g, "")}")`;
  }
  const { path, operator, literal, mirrored } = one;
  return mirrored ? `${literal} ${operator} ${path}` : `${path} ${operator} ${literal}`;
});
const negatable = fc.tuple(plain, fc.boolean()).map(([text, not]) => (not ? `not (${text})` : text));
const chain = (operator: "and" | "or") =>
  fc.array(negatable, { minLength: 2, maxLength: 3 }).map((parts) => `(${parts.join(` ${operator} `)})`);
const operand = fc.oneof(negatable, chain("and"), chain("or"));

/** The answers of a text on all records, `undefined` where it fails. */
function answers(text: string): readonly (boolean | undefined)[] {
  const compiled = condition("log", text);
  return records.map((record) => {
    try {
      return compiled.matches(record);
    } catch (error) {
      if (error instanceof OttlError) return undefined;
      throw error;
    }
  });
}

function findings(text: string | readonly string[], code: string) {
  return [lint("log", typeof text === "string" ? [text] : text)]
    .flat()
    .flatMap((found, i) => found.filter((one) => one.code === code).map((one) => ({ ...one, i })));
}

test("a chain that is told to be always true or always false is", () => {
  let told = 0;
  fc.assert(
    fc.property(operand, operand, fc.constantFrom("and", "or"), (one, other, operator) => {
      const text = `${one} ${operator} ${other}`;
      for (const [code, verdict] of [
        ["and_always_false", false],
        ["or_always_true", true],
      ] as const) {
        for (const { span } of findings(text, code)) {
          told++;
          const wrong = answers(text.slice(span.start, span.end)).filter((one) => one === !verdict);
          expect(wrong, text).toEqual([]);
        }
      }
    }),
    { numRuns: 600 },
  );
  expect(told).toBeGreaterThan(10);
});

test("a condition that is told to add nothing to a list holds only where the others do", () => {
  let told = 0;
  fc.assert(
    fc.property(operand, operand, (one, other) => {
      const texts = [one, other];
      for (const { i, span } of findings(texts, "implied_condition")) {
        const alone = findings(texts[i] as string, "implied_condition");
        if (alone.some((inner) => inner.span.start === span.start && inner.span.end === span.end)) continue; // of its own chain
        told++;
        const [own, theirs] = [answers(texts[i] as string), answers(texts[1 - i] as string)];
        const wrong = own.filter((holds, record) => holds === true && theirs[record] === false);
        expect(wrong, texts.join("\n")).toEqual([]);
      }
    }),
    { numRuns: 600 },
  );
  expect(told).toBeGreaterThan(10);
});

test("an operand that is told to add nothing to a chain changes no answer", () => {
  let told = 0;
  fc.assert(
    fc.property(
      fc.array(negatable, { minLength: 2, maxLength: 4 }),
      fc.constantFrom("and", "or"),
      (parts, operator) => {
        const text = parts.join(` ${operator} `);
        for (const { span } of findings(text, "implied_condition")) {
          told++;
          const starts = parts.map(
            (_, i) => parts.slice(0, i).join(` ${operator} `).length + (i === 0 ? 0 : operator.length + 2),
          );
          const at = starts.findLastIndex((start) => start <= span.start);
          const rest = answers(parts.filter((_, i) => i !== at).join(` ${operator} `));
          const wrong = answers(text).filter(
            (holds, i) => holds !== undefined && rest[i] !== undefined && holds !== rest[i],
          );
          expect(wrong, text).toEqual([]);
        }
      },
    ),
    { numRuns: 600 },
  );
  expect(told).toBeGreaterThan(10);
});

/** Records of all contexts, of which one lacks everything and others have numbers, texts and ids. */
const anyRecords = ["gauge", "sum", "histogram", "exponentialHistogram", "summary"].flatMap((kind) =>
  [{}, { name: "a", startTimeUnixNano: "1", attributes: [{ key: "a", value: { stringValue: "b" } }] }].map(
    (own) => ({
      resource: own,
      scope: own,
      metric: { ...own, [kind]: { dataPoints: [], isMonotonic: true, aggregationTemporality: 2 } },
      dataPoint: { ...own, asDouble: 1.5, count: "3", sum: 4, bucketCounts: ["1"], explicitBounds: [1] },
      span: {
        ...own,
        kind: 2,
        status: { code: 2 },
        traceId: "1".repeat(32),
        spanId: "1".repeat(16),
        traceState: "a=b",
      },
      spanEvent: own,
      log: { ...own, severityNumber: 13, severityText: "a", body: { stringValue: "a" } },
    }),
  ),
);
const literals = [
  "nil",
  "0",
  "1",
  "1.5",
  '"a"',
  '""',
  '"2"',
  "true",
  "0x01",
  "[1]",
  '{"a": "b"}',
  "TraceID(0x11111111111111111111111111111111)",
  'Duration("1s")',
];
const typeRules = ["comparison_types", "comparison_without_order", "never_nil", "text_never_occurs"];

test.for(["resource", "scope", "metric", "datapoint", "span", "log"])(
  "a comparison in context %s that is told to be decided by types is",
  (context) => {
    let told = 0;
    const paths = Object.keys(contexts[context]?.paths ?? {});
    for (const path of [
      ...paths,
      "kind.string",
      "trace_id.string",
      'attributes["a"]',
      'trace_state["b"]',
      "Len(attributes)",
    ]) {
      for (const literal of literals) {
        for (const operator of ["==", "!=", "<", ">="]) {
          const text = `${path} ${operator} ${literal}`;
          for (const { code, message } of lint(context, text)) {
            if (!typeRules.includes(code)) continue;
            told++;
            const compiled = condition(context, text);
            const verdict = message.endsWith("always true");
            for (const record of anyRecords) expect(compiled.matches(record), text).toBe(verdict);
          }
        }
      }
    }
    expect(told).toBeGreaterThan(50);
  },
);

test("a pattern that is told to be a plain test answers as that does", () => {
  let told = 0;
  for (const pattern of ["^a$", "^a", "a$", "^ab$", "b$", "^(?:a)$", "^a.*", "^5$", "^true$", "^$", "c$"]) {
    for (const path of ["severity_text", 'attributes["k"]']) {
      const text = `IsMatch(${path}, "${pattern}")`;
      for (const { message } of findings(text, "match_is_equality")) {
        told++;
        const replacement = message.slice(message.indexOf("`") + 1, message.lastIndexOf("`"));
        expect(answers(replacement), text).toEqual(answers(text));
      }
    }
  }
  expect(told).toBeGreaterThan(8);
});
