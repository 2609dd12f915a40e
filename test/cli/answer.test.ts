import { describe, expect, test } from "vitest";
import { answer } from "../../src/cli/answer.ts";

const metrics = [{ name: "a", unit: "s", gauge: { dataPoints: [{ asInt: "7" }] } }, { name: "b" }];
const payload = { resourceMetrics: [{ scopeMetrics: [{ metrics }] }] };
const ask = (request: object) => answer(JSON.stringify(request));
const evaluation = { op: "eval", kind: "condition", context: "metric", text: 'name == "a"', payload };
const results = (request: object) => ask({ ...evaluation, ...request }).results;

describe("eval", () => {
  test("answers each record in order, with the id, the context and the payload as the reference writes it", () => {
    expect(ask({ id: { any: [1] }, ...evaluation })).toEqual({
      id: { any: [1] },
      ok: true,
      context: "metric",
      results: [{ value: { bool: true } }, { value: { bool: false } }],
      payload: { resourceMetrics: [{ resource: {}, scopeMetrics: [{ scope: {}, metrics }] }] },
    });
  });

  test("answers an error for a record and goes on", () => {
    const [first, second] = results({ text: 'unit == "s" and Len(data_points) / 0 == 1' }) ?? [];
    expect(first).toEqual({ error: expect.any(String) });
    expect(second).toEqual({ value: { bool: false } });
  });

  test("answers a list for several texts", () => {
    const texts = ['name == "b"', 'unit == "s"'];
    expect(results({ text: undefined, texts })).toEqual([
      { value: [{ value: { bool: false } }, { value: { bool: true } }] },
      { value: [{ value: { bool: true } }, { value: { bool: false } }] },
    ]);
    expect(results({ texts: ["true"] })?.[0]).toEqual({
      value: [{ value: { bool: true } }, { value: { bool: true } }],
    });
  });

  test("infers one context for several value expressions", () => {
    const logs = { resourceLogs: [{ scopeLogs: [{ logRecords: [{ body: { stringValue: "x" } }] }] }] };
    const texts = ['resource.attributes["n"]', "log.body"];
    expect(
      ask({ op: "eval", kind: "value", texts, conditions: ["span.name == nil"], payload: logs }),
    ).toMatchObject({
      ok: true,
      context: "log",
      results: [{ value: [{ value: { nil: true } }, { value: { string: "x" } }] }],
    });
  });

  test("runs value expressions over every context", () => {
    const value = { kind: "value", text: "attributes" };
    const empty = [{ value: { map: [] } }];
    expect(results({ ...value, context: "resource" })).toEqual(empty);
    expect(results({ ...value, context: "scope" })).toEqual(empty);
    expect(results({ ...value, context: "datapoint" })).toEqual(empty);
    expect(results({ ...value, text: "metadata" })).toEqual([...empty, ...empty]);
  });

  test("finds resources and scopes in every signal, and metrics in none but theirs", () => {
    const traces = { resourceSpans: [{ resource: {}, scopeSpans: [{ scope: { name: "s" } }, {}] }] };
    const logs = { resourceLogs: [{ scopeLogs: [{ scope: { name: "l" } }] }] };
    const name = { kind: "value", text: "name", context: "scope" };
    expect(results({ ...name, payload: traces })).toEqual([
      { value: { string: "s" } },
      { value: { string: "" } },
    ]);
    expect(results({ ...name, payload: logs })).toEqual([{ value: { string: "l" } }]);
    expect(results({ payload: traces })).toEqual([]);
  });

  test("reads 64-bit integers that are bare numbers without rounding them", () => {
    const line = JSON.stringify({ ...evaluation, kind: "value", context: "datapoint", text: "value_int" });
    expect(answer(line.replace('"7"', "9007199254740993")).results).toEqual([
      { value: { int: "9007199254740993" } },
    ]);
  });

  test("needs a payload of telemetry", () => {
    for (const wrong of [undefined, null, {}, "text", 5, []]) {
      expect(ask({ ...evaluation, payload: wrong })).toMatchObject({ ok: false, stage: "eval" });
    }
    expect(ask({ ...evaluation, payload: { resourceMetrics: 5 } })).toMatchObject({
      ok: false,
      stage: "eval",
    });
    expect(results({ payload: { resourceMetrics: [] } })).toEqual([]);
  });

  test("gives the client to the paths that read it", () => {
    const auth = { user: "u", groups: ["a", "b"] };
    const client = { metadata: { Tenant: ["a"] }, addr: "1.2.3.4", grpc: { k: ["v"] }, auth };
    const of = (text: string) => results({ kind: "value", context: "resource", text, client });
    expect(of("otelcol.client.addr")).toEqual([{ value: { string: "1.2.3.4" } }]);
    expect(of('otelcol.client.metadata["tenant"]')).toEqual([{ value: { list: [{ string: "a" }] } }]);
    expect(of('otelcol.grpc.metadata["k"]')).toEqual([{ value: { list: [{ string: "v" }] } }]);
    expect(of('otelcol.client.auth.attributes["user"]')).toEqual([{ value: { string: "u" } }]);
    expect(of('otelcol.client.auth.attributes["groups"]')).toEqual([
      { value: { list: [{ string: "a" }, { string: "b" }] } },
    ]);
  });
});

describe("the settings of a text", () => {
  const taken = (request: object) => ask({ ...evaluation, op: "parse", payload: undefined, ...request });

  test("say whether paths name their context", () => {
    expect(taken({}).ok).toBe(true);
    expect(taken({ text: 'metric.name == "a"' }).ok).toBe(true);
    expect(taken({ pathContextNames: true })).toMatchObject({ ok: false, stage: "parse" });
    expect(taken({ pathContextNames: true, text: 'metric.name == "a"' }).ok).toBe(true);
  });

  test("write the missing names of the context into the text", () => {
    const texts = [
      'name == "a"',
      'metric.name == "a"',
      "resource.attributes[name] == nil",
      'attributes["a"] == 1',
    ];
    const prepended = (text: string) => taken({ prependContext: true, text }).ok;
    expect(texts.map(prepended)).toEqual([true, true, true, false]);
    expect(results({ prependContext: true })).toEqual(results({}));
  });

  test("choose the functions", () => {
    const text = 'HasAttrKeyOnDatapoint("a")';
    const sets = [undefined, "all", "filter", "standard", "transform"];
    expect(sets.map((functions) => taken({ text, functions }).ok)).toEqual([true, true, true, false, false]);
    expect(taken({ text, functions: "standard" }).stage).toBe("parse");
    expect(taken({ functions: "nope" })).toMatchObject({ ok: false });
  });

  test("choose the release", () => {
    const text = "Len(1) == 1 or true";
    expect(results({ text })?.[0]).toEqual({ value: { bool: true } });
    expect(results({ text, compatibility: "0.161.0" })?.[0]).toEqual({ value: { bool: true } });
    expect(results({ text, compatibility: "0.118.0" })?.[0]).toEqual({ error: expect.any(String) });
    expect(taken({ compatibility: "0.9" })).toMatchObject({ ok: false, stage: "config" });
  });

  test("infer from further conditions for statements alone", () => {
    const inferring = { context: "", conditions: ["log.body == nil"] };
    const contextOf = (kind: string, text: string) => taken({ ...inferring, kind, text }).context;
    expect(contextOf("statement", 'set(resource.attributes["n"], 1)')).toBe("log");
    expect(contextOf("condition", 'resource.attributes["n"] == nil')).toBe("resource");
    expect(contextOf("value", 'resource.attributes["n"]')).toBe("resource");
  });

  test("name a signal for inference alone", () => {
    expect(taken({ signal: "nope" }).ok).toBe(true);
    const inferring = { context: "", text: 'metric.name == "a"' };
    expect(taken({ ...inferring, signal: "" }).context).toBe("metric");
    expect(taken({ ...inferring, signal: "nope" }).ok).toBe(false);
  });

  test("take every other field of the protocol", () => {
    const more = {
      signal: "metrics",
      conditions: [],
      errorMode: "ignore",
      sharedCache: true,
      gates: {},
      other: 1,
    };
    expect(taken(more).ok).toBe(true);
    expect(taken({ gates: { "pkg.ottl.functions.enableDynamicSliceArguments": true } }).ok).toBe(true);
    expect(taken({ signal: null, texts: null, client: null, functions: null }).ok).toBe(true);
  });
});

describe("syntax", () => {
  const reads = (kind: string, text: string) => ask({ op: "syntax", kind, text }).ok;

  test("judges the grammar alone", () => {
    expect(reads("condition", "nowhere.at == Nothing(1)")).toBe(true);
    expect(reads("value", "nowhere[1] + Nothing()")).toBe(true);
    expect(reads("statement", 'set(attributes["a"], 1) where Nope()')).toBe(true);
    expect(reads("condition", "1 = 1")).toBe(false);
    expect(reads("statement", "true")).toBe(false);
  });

  test("judges each of several texts", () => {
    expect(ask({ op: "syntax", kind: "condition", texts: ["true", "tru e ="] }).ok).toBe(false);
  });
});

describe("a processor", () => {
  const payload = {
    resourceMetrics: [
      {
        resource: { attributes: [{ key: "a", value: { intValue: "1" } }] },
        scopeMetrics: [{ metrics: [{ name: "x" }, { name: "yy" }] }],
      },
    ],
  };
  const filter = { op: "process", processor: "filter", payload };
  const namesOf = ({ payload }: ReturnType<typeof ask>) => JSON.stringify(payload).match(/"name":"\w+"/g);

  test("answers with what it sends on, and null where that is nothing", () => {
    const some = ask({ ...filter, config: { metrics: { metric: ['name == "x"'] } } });
    expect({ ok: some.ok, names: namesOf(some) }).toEqual({ ok: true, names: ['"name":"yy"'] });
    expect(ask({ ...filter, yaml: "metrics: {metric: ['true']}" })).toEqual({ ok: true, payload: null });
  });

  test("answers with what it logged, and with the stage at which it failed", () => {
    const failing = { metrics: { metric: ['Substring(name, 0, 2) == "yy"'] } };
    const ignored = ask({ ...filter, config: { ...failing, error_mode: "ignore" } });
    expect(namesOf(ignored)).toEqual(['"name":"x"']);
    expect(ignored.logs).toEqual([expect.objectContaining({ message: "failed to eval condition" })]);
    expect(ask({ ...filter, config: { ...failing, error_mode: "propagate" } })).toMatchObject({
      ok: false,
      stage: "consume",
    });
    expect(ask({ ...filter, config: failing, compatibility: "0.118.0" })).toMatchObject({ stage: "consume" });
    expect(ask({ ...filter, config: { metrics: { metric: ["nope"] } } })).toMatchObject({ stage: "config" });
    expect(ask({ ...filter, yaml: "metrics: [" })).toMatchObject({ ok: false, stage: "config" });
  });

  test("changes resources, undoing the escapes of dollar signs where that is asked for", () => {
    const attributes = [{ key: "b", value: "$$1", action: "insert" }];
    const request = { op: "process", processor: "resource", config: { attributes }, payload };
    expect(JSON.stringify(ask(request).payload)).toContain('"stringValue":"$$1"');
    expect(JSON.stringify(ask({ ...request, unescape: true }).payload)).toContain('"stringValue":"$1"');
  });
});

describe("a filter of the signal of its payload", () => {
  const log = (body: string) => ({ body: { stringValue: body } });
  const payload = { resourceLogs: [{ scopeLogs: [{ logRecords: [log("x"), log("{}")] }] }] };
  const filter = { op: "process", processor: "filter", payload };

  test("logs the conditions that fail, as the reference does", () => {
    const yaml = "logs: { log_record: ['ParseJSON(body) != nil'] }";
    const { payload: left, logs } = ask({ ...filter, yaml });
    expect(left).toMatchObject({ resourceLogs: [{ scopeLogs: [{ logRecords: [log("x")] }] }] });
    expect(logs).toMatchObject([
      { message: "failed to eval condition", fields: { condition: "ParseJSON(body) != nil" } },
    ]);
  });

  test("sends nothing on where it leaves nothing, but an empty payload where it has no conditions", () => {
    const empty = { ...filter, payload: { resourceLogs: [] } };
    expect(ask({ ...filter, yaml: "logs: { log_record: ['true'] }" })).toMatchObject({
      ok: true,
      payload: null,
    });
    expect(ask({ ...empty, yaml: "logs: { log_record: ['true'] }" })).toMatchObject({ payload: null });
    expect(ask({ ...empty, yaml: "traces: { span: ['true'] }" })).toMatchObject({ payload: {} });
  });

  test("keeps an empty payload back where its groups have no conditions", () => {
    const payload = { resourceMetrics: [] };
    const yaml = "metric_conditions: [{ context: metric, conditions: [] }]";
    expect(ask({ ...filter, yaml, payload })).toMatchObject({ ok: true, payload: null });
  });

  test.each([
    ["attributes", { actions: [{ key: "a", value: "b", action: "upsert" }] }],
    ["resource", { attributes: [{ key: "a", value: "b", action: "upsert" }] }],
    ["transform", {}],
  ])("sends an empty payload on where it is of type %s", (processor, config) => {
    const answered = ask({ op: "process", processor, config, payload: { resourceLogs: [] } });
    expect(answered).toEqual({ ok: true, payload: {} });
  });

  test("is refused for settings of its signal alone", () => {
    const yaml = "spans: { include: { match_type: regex, services: [a] } }";
    expect(ask({ ...filter, yaml })).toMatchObject({ ok: true });
    expect(ask({ ...filter, payload: { resourceSpans: [] }, yaml })).toMatchObject({
      ok: false,
      stage: "config",
    });
  });
});

describe("what cannot be answered", () => {
  test("is named unsupported where the reference can do it", () => {
    const request = { ...evaluation, functions: "test" };
    expect(ask(request)).toMatchObject({ ok: false, stage: "unsupported" });
  });

  test("is refused where the reference refuses it", () => {
    expect(ask({ ...evaluation, context: "nope" })).toMatchObject({ ok: false, stage: "parse" });
    expect(ask({ ...evaluation, context: "" })).toMatchObject({ ok: false, stage: "parse" });
    expect(ask({ ...evaluation, text: "nmae == 1" })).toMatchObject({ ok: false, stage: "parse" });
    expect(ask({ ...evaluation, gates: { nope: true } })).toMatchObject({ ok: false });
    expect(ask({ id: 1, op: "nope" })).toEqual({ id: 1, ok: false, error: 'unknown op "nope"' });
  });

  test("is a bad request where it is no question", () => {
    for (const line of [
      "",
      "{",
      "nope",
      "[]",
      '"text"',
      "5",
      '{"op": "eval", "text": 5}',
      '{"texts": "a"}',
    ]) {
      expect(answer(line)).toMatchObject({ ok: false, error: expect.stringContaining("bad request") });
    }
    expect(answer('{"id": 3, "text": 5}')).toMatchObject({ id: 3, ok: false });
    expect(answer("null")).toMatchObject({ ok: false });
  });

  test("never breaks the answering: deep, hostile and huge lines have a reply", () => {
    const deep = `{"op":"eval","kind":"condition","context":"metric","text":"true","payload":${"[".repeat(200_000)}${"]".repeat(200_000)}}`;
    expect(answer(deep).ok).toBe(false);
    const hostile =
      '{"__proto__":{"ok":1},"id":"__proto__","op":"eval","kind":"value","context":"metric","text":"metadata","payload":{"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"metadata":[{"key":"__proto__","value":{"intValue":1}}]}]}]}]}}';
    expect(answer(hostile).results).toEqual([{ value: { map: [["__proto__", { int: "1" }]] } }]);
    expect(({} as { ok?: unknown }).ok).toBeUndefined();
    expect(answer(JSON.stringify({ ...evaluation, text: "(".repeat(100_000) })).ok).toBe(false);
  });
});
