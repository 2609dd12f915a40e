import { beforeAll, describe, expect, test } from "vitest";
import { answer } from "../../src/cli/answer.ts";
import { stringify } from "../../src/cli/json.ts";
import { disagreement } from "../conformance/agreement.ts";
import { datasets } from "../reference/cases/datasets.ts";
import type { Reply, Request } from "../reference/protocol.ts";
import type { Outcome } from "../reference/recorded-file.ts";
import { ask, build, whyUnavailable } from "../reference/reference.ts";

const reason = whyUnavailable();
const payload = datasets.shapes;
const evaluation = {
  op: "eval",
  kind: "condition",
  context: "metric",
  text: 'name == "histogram"',
  payload,
} as const;
const traces = {
  resourceSpans: [{ resource: {}, schemaUrl: "r", scopeSpans: [{ scope: { name: "s" }, spans: [{}] }] }],
};
const metricOf = (metric: object) => ({ resourceMetrics: [{ scopeMetrics: [{ metrics: [metric] }] }] });
const pointOf = (point: object) => metricOf({ gauge: { dataPoints: [point] } });

/** Questions as JSON, since some are none that a program of types could ask. */
const questions: readonly object[] = [
  ...Object.values(datasets).map((data) => ({ ...evaluation, payload: data })),
  ...["resource", "scope", "metric", "datapoint", "nope"].map((context) => ({
    ...evaluation,
    context,
    text: "true",
  })),
  ...["resource", "scope", "metric"].map((context) => ({
    ...evaluation,
    context,
    text: "true",
    payload: traces,
  })),
  { ...evaluation, id: "text", texts: ['name == "summary"', "Len(name) / 0 == 1"] },
  { ...evaluation, text: undefined, texts: [] },
  {
    ...evaluation,
    kind: "value",
    text: "otelcol.client.metadata",
    client: { metadata: { K: ["v", "w"] }, addr: "1.2.3.4" },
  },
  { ...evaluation, kind: "value", text: "otelcol.grpc.metadata", client: { grpc: { k: ["v"] } } },
  { ...evaluation, pathContextNames: true },
  { ...evaluation, prependContext: true },
  { ...evaluation, prependContext: true, text: "metric.name == resource.attributes[unit] or type == 1" },
  { ...evaluation, functions: "standard", text: 'HasAttrKeyOnDatapoint("host")' },
  { ...evaluation, functions: "filter", text: 'HasAttrKeyOnDatapoint("host")' },
  { ...evaluation, gates: {} },
  { ...evaluation, gates: { nope: true } },
  {
    ...evaluation,
    sharedCache: true,
    errorMode: "propagate",
    signal: "metrics",
    conditions: [],
    client: null,
  },
  { ...evaluation, payload: undefined },
  { ...evaluation, payload: {} },
  { ...evaluation, payload: { resourceMetrics: null } },
  { ...evaluation, payload: { resourceMetrics: 5 } },
  { ...evaluation, payload: metricOf({ gauge: { dataPoints: [{}] }, sum: { dataPoints: [{}, {}] } }) },
  { ...evaluation, payload: metricOf({ name: 5 }) },
  {
    ...evaluation,
    payload: metricOf({
      sum: { aggregation_temporality: 2, is_monotonic: true, data_points: [{ time_unix_nano: 5 }] },
    }),
  },
  { ...evaluation, payload: pointOf({ attributes: "text" }) },
  { ...evaluation, payload: pointOf({ attributes: [{ key: "a", value: { intValue: "abc" } }] }) },
  {
    ...evaluation,
    payload: pointOf({
      attributes: [{ key: "a", value: { int_value: "1" } }, null, { value: { boolValue: true } }],
    }),
  },
  {
    ...evaluation,
    payload: pointOf({
      asDouble: "NaN",
      flags: "1",
      exemplars: [{ asInt: 1, traceId: "0102030405060708090a0b0c0d0e0f10" }],
    }),
  },
  { ...evaluation, context: "", text: 'metric.name == "histogram"' },
  { ...evaluation, context: "", text: 'resource.attributes["a"] == nil and METRIC_DATA_TYPE_SUM == 2' },
  { ...evaluation, context: "", text: "true" },
  {
    ...evaluation,
    kind: "value",
    context: "",
    texts: ['resource.attributes["a"]', "metric.name"],
    text: undefined,
  },
  {
    ...evaluation,
    kind: "statement",
    context: "",
    text: 'set(metric.name, "x") where resource.attributes["a"] == nil',
    conditions: ["datapoint.flags == 0"],
  },
  {
    op: "parse",
    kind: "condition",
    context: "",
    text: 'span.name == "a" and IsRootSpan()',
    signal: "metrics",
  },
  {
    ...evaluation,
    kind: "value",
    text: "All([1], (_, v) => v > 0)",
    gates: { "ottl.functions.enableLambda": true },
  },
  { op: "parse", kind: "condition", context: "metric", text: "nmae == 1" },
  { op: "parse", kind: "value", context: "datapoint", text: "attributes" },
  { op: "parse", kind: "condition", context: "metric" },
  { op: "syntax", kind: "condition", text: "nowhere.at == Nothing(1)" },
  { op: "syntax", kind: "condition", text: "1 = 1" },
  { op: "syntax", kind: "statement", text: 'set(attributes["a"], 1) where Nope()' },
  { op: "syntax", kind: "value", texts: ["1", "1 == 1"] },
  { op: "nope" },
  {},
  { op: "parse", text: 5 },
];

describe.skipIf(reason !== undefined)(
  `the protocol${reason === undefined ? "" : ` (skipped: ${reason})`}`,
  () => {
    let replies: Reply[] = [];
    beforeAll(async () => {
      build();
      replies = await ask("lang", questions as readonly Request[]);
    });

    test.each(questions.map((question, index) => ({ line: stringify(question), index })))(
      "is spoken like the reference: $line",
      ({ line, index }) => {
        const theirs = replies[index];
        const ours = JSON.parse(stringify(answer(line))) as Reply;
        if (theirs === undefined) throw new Error("no reply");
        expect({ id: ours.id, ok: ours.ok, stage: ours.stage }).toEqual({
          id: theirs.id ?? undefined,
          ok: theirs.ok,
          stage: theirs.stage,
        });
        if (theirs.results === undefined) return;
        const texts = (reply: Reply) =>
          (reply.results ?? []).flatMap((result): readonly Outcome[] => {
            if ("statements" in result)
              return result.statements.map(({ matched, error }) =>
                error === undefined ? { matched } : { error },
              );
            return "value" in result && Array.isArray(result.value) ? result.value : [result];
          });
        expect(disagreement({ results: texts(theirs) }, { results: texts(ours) })).toBeUndefined();
        expect(ours.context).toBe(theirs.context);
        if (!line.includes("resourceSpans")) expect(ours.payload).toEqual(theirs.payload);
      },
    );
  },
);
