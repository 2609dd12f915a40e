/**
 * Writes `fixtures/contexts/*.json` from the reference: `OTTLKIT_REFERENCE=<lang> OTTLKIT_REFERENCE_118=<proc118> npx node
 * test/contexts/record.ts`. The programs speak the JSON lines of the protocol of `test/reference`.
 */
import type { EncodedValue } from "../../src/cli/encode-value.ts";
import { contexts } from "../../src/contexts/index.ts";
import { pathNames } from "../../src/contexts/path-names.ts";
import { askProgram, programOf, type Reply, save } from "./ask.ts";
import { type DecodingCase, type ReadCase, sorted, type WriteCase, type WriteOutcome } from "./fixture.ts";
import { odd } from "./odd-data.ts";
import { payloads } from "./payloads.ts";
import { recordPaths } from "./record-paths.ts";
import { oddLists, values } from "./values.ts";

const program = programOf("OTTLKIT_REFERENCE");

function ask(requests: readonly object[]): Reply[] {
  return askProgram(
    program,
    requests.map((request) => ({ op: "eval", ...request })),
  );
}

/** The own paths of a context and those of the contexts it reaches. */
function pathsOf(context: string): readonly string[] {
  const found = contexts[context];
  return found === undefined ? [] : pathNames(found, { pathContextNames: false });
}

const keys = [
  '["s"]',
  '["b"]',
  '["i"]',
  '["n"]',
  '["d"]',
  '["whole"]',
  '["nan"]',
  '["bytes"]',
  '["empty"]',
  '["m"]',
  '["l"]',
  '["zz"]',
  '[""]',
  '["dup"]',
  '["__proto__"]',
  '["constructor"]',
  '["m"]["k"]',
  '["m"]["n"]',
  '["m"]["zz"]',
  '["m"]["zz"]["x"][0]',
  '["m"][0]',
  '["l"][0]',
  '["l"][2]',
  '["l"][3]',
  '["l"][-1]',
  '["l"]["x"]',
  '["l"][0][0]',
  '["deep"][0]["a"]',
  '["deep"][0]["zz"]["x"]',
  '["s"]["x"]',
  '["s"][0]',
  '["bytes"][0]',
  '["empty"]["x"]',
  '["zz"]["x"][0]',
  "[0]",
  "[-1]",
];

/** Keys that a list takes. */
const listKeys = [
  "[1]",
  "[2]",
  "[3]",
  "[4]",
  "[5]",
  '[3]["s"]',
  '[3]["m"]["k"]',
  '[3]["zz"]["x"]',
  "[4][0]",
  "[4][1]",
  "[4][0][0]",
  '[0]["x"]',
  "[2][0]",
];

const metricPayloads = ["full", "bare", "odd numbers", "nulls", "several kinds"];
const spanPayloads = ["spans", "bare spans", "null spans", "odd spans", "odd state"];

/** The payloads over which each context's paths are read. */
const readPayloads: Readonly<Record<string, readonly string[]>> = {
  resource: [...metricPayloads, "spans", "logs", "null logs", "null spans"],
  scope: [...metricPayloads, "spans", "logs", "null logs", "null spans"],
  exemplar: ["full", "int exemplar", "double exemplar", "odd exemplars", "nulls"],
  span: spanPayloads,
  spanevent: spanPayloads,
  log: ["logs", "bare logs", "null logs", "odd logs"],
  otelcol: ["gauge"],
};

function recordReads(): void {
  const cases: Omit<ReadCase, "expected">[] = [];
  for (const { name: context, unverified } of Object.values(contexts)) {
    if (unverified !== undefined) continue; // the reference has no answers
    for (const path of pathsOf(context)) {
      for (const payload of readPayloads[context] ?? metricPayloads) cases.push({ context, path, payload });
    }
  }
  for (const payload of ["map body", "list body", "logs", "odd logs", "null logs"]) {
    for (const key of keys) cases.push({ context: "log", path: `body${key}`, payload });
    for (const key of listKeys) cases.push({ context: "log", path: `body${key}`, payload });
  }
  for (const payload of ["span", "odd state", "no state", "full state", "null spans"]) {
    for (const key of ['["a"]', '["b"]', '["zz"]', '[""]', '["k31"]', "[0]"]) {
      cases.push({ context: "span", path: `trace_state${key}`, payload });
      cases.push({ context: "spanevent", path: `span.trace_state${key}`, payload });
    }
  }
  for (const [context, path] of [
    ["resource", "attributes"],
    ["scope", "attributes"],
    ["scope", "instrumentation_scope.attributes"],
    ["metric", "metadata"],
    ["datapoint", "attributes"],
    ["datapoint", "resource.attributes"],
    ["exemplar", "datapoint.attributes"],
  ] as const) {
    for (const key of ["", ...keys]) cases.push({ context, path: path + key, payload: "attributes" });
  }
  for (const [context, path, payload] of [
    ["log", "attributes", "map body"],
    ["span", "attributes", "span"],
    ["spanevent", "attributes", "span"],
    ["spanevent", "span.attributes", "span"],
    ["exemplar", "filtered_attributes", "int exemplar"],
  ] as const) {
    for (const key of keys) cases.push({ context, path: path + key, payload });
  }
  const client = { metadata: { Name: ["a", "b"], none: [] }, addr: "1.2.3.4", grpc: { Call: ["x"] } };
  for (const path of [
    "otelcol.client.addr",
    "otelcol.client.metadata",
    'otelcol.client.metadata["name"]',
    'otelcol.client.metadata["NAME"][1]',
    'otelcol.client.metadata["name"][2]',
    'otelcol.client.metadata["name"]["x"]',
    'otelcol.client.metadata["name"][0][0]',
    'otelcol.client.metadata["none"]',
    'otelcol.client.metadata["zz"][0]',
    "otelcol.client.metadata[0]",
    "otelcol.client.auth.attributes",
    'otelcol.client.auth.attributes["x"]["y"]',
    "otelcol.grpc.metadata",
    'otelcol.grpc.metadata["call"]',
    'otelcol.grpc.metadata["CALL"][0]',
    'otelcol.grpc.metadata["zz"]',
  ]) {
    cases.push({ context: "metric", path, payload: "gauge", client });
    cases.push({ context: "metric", path, payload: "gauge" });
  }
  const replies = ask(
    cases.map(({ context, path, payload, client: of }) => ({
      kind: "value",
      context,
      text: path,
      payload: payloads[payload],
      client: of,
    })),
  );
  const recorded = cases.map((one, i): ReadCase => {
    const { ok, results, error, panic } = replies[i] as Reply;
    if (!ok || results === undefined) throw new Error(`${one.path}: ${error ?? panic}`);
    return {
      ...one,
      expected: results.map(({ value }) =>
        value === undefined ? { error: true } : { value: sorted(value) },
      ),
    };
  });
  const used = [...new Set(cases.map((one) => one.payload))];
  save("reads", {
    payloads: Object.fromEntries(used.map((name) => [name, payloads[name]])),
    cases: recorded,
  });
}

function recordDecoding(): void {
  const replies = ask(
    odd.map(({ context, path, payload }) => ({ kind: "value", context, text: path, payload })),
  );
  const recorded = odd.map((one, i): DecodingCase => {
    const { ok, results, payload, stage, error } = replies[i] as Reply;
    if (!ok && stage !== "eval") throw new Error(`${one.path}: ${error}`);
    if (!ok) return { ...one, refused: true };
    const expected = results?.map(({ value }) => ({ value: sorted(value as EncodedValue) }));
    return { ...one, expected: expected ?? [], written: payload };
  });
  save("decoding", { cases: recorded });
}

const kinds = ["gauge", "sum", "histogram", "exponentialHistogram", "summary"];

/** The paths that a context owns, and where they are written. */
const writable: readonly { readonly context: string; readonly payloads: readonly string[] }[] = [
  { context: "resource", payloads: ["gauge"] },
  { context: "scope", payloads: ["gauge"] },
  { context: "metric", payloads: [...kinds, "none"] },
  { context: "datapoint", payloads: kinds },
  { context: "exemplar", payloads: ["int exemplar", "double exemplar"] },
  { context: "span", payloads: ["span"] },
  { context: "spanevent", payloads: ["span"] },
  { context: "log", payloads: ["text body", "map body", "no body"] },
  { context: "otelcol", payloads: ["gauge"] },
];

/** Texts that some path takes and others do not. */
const moreValues: Readonly<Record<string, readonly string[]>> = {
  "kind.string": ['"Server"', '"Unspecified"', '"SERVER"', '"SPAN_KIND_SERVER"', '""'],
  "kind.deprecated_string": ['"SPAN_KIND_SERVER"', '"SPAN_KIND_UNSPECIFIED"', '"Server"', '""'],
  flags: ["4294967295", "4294967296", "-1"],
  trace_id: ["span_id", "TraceID(0x0102030405060708090a0b0c0d0e0f10)"],
  span_id: ["trace_id", "SpanID(0x0102030405060708)"],
  parent_span_id: ["span_id", "SpanID(0x0000000000000000)"],
  body: ["attributes", 'attributes["l"]', 'attributes["m"]'],
  "trace_id.string": ids(32),
  "span_id.string": ids(16),
  "parent_span_id.string": ids(16),
};

function ids(digits: number): string[] {
  const texts = ["a", "A", "0", "g", "é"].map((character) => character.repeat(digits));
  return ["", ...texts, "a".repeat(digits - 1), "a".repeat(digits + 1)].map((text) => `"${text}"`);
}

const writeKeys = [
  '["new"]',
  '["s"]',
  '["empty"]',
  '["dup"]',
  '["__proto__"]',
  '["m"]["k"]',
  '["m"]["new"]["x"]',
  '["m"]["n"][1]',
  '["m"][0]',
  '["l"][0]',
  '["l"][3]',
  '["l"][-1]',
  '["l"]["x"]',
  '["deep"][0]["a"]',
  '["s"]["x"]',
  '["empty"]["x"]',
  '["empty"][1]',
  '["new"][2]["x"]',
  '["new"][-1]',
  "[0]",
];

interface Write {
  readonly context: string;
  readonly path: string;
  readonly payload: string;
  readonly value: string;
}

function writes(): Write[] {
  const cases: Write[] = [];
  for (const { context, payloads: names } of writable) {
    const own = pathsOf(context).filter(
      (path) => !/^(otelcol|resource|scope|metric|datapoint|span)\./.test(path) || context === "otelcol",
    );
    for (const path of own) {
      const other =
        {
          positive: "negative",
          negative: "positive",
          exemplars: "metric.data_points",
          events: "links",
          links: "events",
          status: "events",
        }[path] ?? path;
      for (const payload of names) {
        for (const value of new Set([...Object.keys(values), path, other, ...(moreValues[path] ?? [])])) {
          cases.push({ context, path, payload, value });
        }
      }
    }
  }
  for (const path of [
    "otelcol.client.addr",
    "otelcol.client.metadata",
    'otelcol.grpc.metadata["x"]',
    "otelcol.client.auth.attributes",
  ]) {
    cases.push({ context: "metric", path, value: '"text"', payload: "gauge" });
  }
  for (const path of ["metric.name", "resource.schema_url", "scope.name", "instrumentation_scope.version"]) {
    cases.push({ context: "datapoint", path, value: '"text"', payload: "gauge" });
  }
  const some = ["7", "nil", "2.0", 'Time("2024-01-02", "%Y-%m-%d")', '{"k": 1, "l": [1.5, nil]}', '[1, "a"]'];
  for (const key of writeKeys) {
    for (const value of some)
      cases.push({ context: "datapoint", path: `attributes${key}`, value, payload: "map" });
    cases.push({ context: "metric", path: `metadata${key}`, value: "7", payload: "gauge" });
    cases.push({ context: "scope", path: `attributes${key}`, value: "7", payload: "gauge" });
  }
  for (const payload of Object.keys(payloads).filter((name) => name.endsWith(" body"))) {
    for (const key of [...writeKeys, ...listKeys]) {
      for (const value of some) cases.push({ context: "log", path: `body${key}`, value, payload });
    }
    for (const value of [...Object.keys(values), ...Object.keys(oddLists), "body", "attributes"]) {
      cases.push({ context: "log", path: "body", value, payload });
      cases.push({ context: "log", path: 'body["new"]', value, payload });
      cases.push({ context: "log", path: "body.string", value, payload });
    }
  }
  for (const payload of ["span", "odd state", "no state", "full state"]) {
    for (const key of ['["a"]', '["b"]', '["new"]', '["k31"]', '[""]', '["NEW"]', "[0]"]) {
      for (const value of ['"3"', '""', '"a,b"', '"é"', "nil", "7", "name", "trace_state"]) {
        cases.push({ context: "span", path: `trace_state${key}`, value, payload });
      }
    }
  }
  for (const [context, path, payload] of [
    ["log", "attributes", "map body"],
    ["span", "attributes", "span"],
    ["spanevent", "attributes", "span"],
    ["exemplar", "filtered_attributes", "int exemplar"],
  ] as const) {
    for (const key of writeKeys) cases.push({ context, path: path + key, value: "7", payload });
  }
  for (const [path, value] of [
    ["span.name", '"text"'],
    ["span.status.code", "1"],
    ["span.flags", "-1"],
    ["span.kind.string", '"Client"'],
    ['span.trace_state["a"]', '"9"'],
    ['span.attributes["m"]["k"]', "7"],
    ["span.events", "span.events"],
    ["scope.name", '"text"'],
    ["resource.schema_url", '"text"'],
  ] as const) {
    cases.push({ context: "spanevent", path, value, payload: "span" });
  }
  for (const [path, value] of [
    ["datapoint.value_int", "9"],
    ["datapoint.exemplars", "nil"],
    ["datapoint.flags", "7"],
    ["metric.name", '"text"'],
    ["metric.unit", "7"],
    ["scope.version", '"text"'],
    ['resource.attributes["new"]', "7"],
  ] as const) {
    cases.push({ context: "exemplar", path, value, payload: "int exemplar" });
  }
  const all = [
    ...Object.keys(values),
    ...Object.keys(oddLists),
    "attributes",
    'attributes["l"]',
    "exemplars",
  ];
  for (const path of ['attributes["new"]', 'attributes["m"]', 'cache["x"]["y"]']) {
    for (const value of all) cases.push({ context: "datapoint", path, value, payload: "map" });
  }
  return cases;
}

function recordWrites(): void {
  const cases = writes();
  const replies = ask(
    cases.map(({ context, path, value, payload }) => ({
      kind: "statement",
      context,
      text: `set(${path}, ${value})`,
      payload: payloads[payload],
    })),
  );
  const used = [...new Set(cases.map((one) => one.payload))];
  const before = ask(
    used.map((name) => ({ kind: "condition", context: "resource", text: "true", payload: payloads[name] })),
  ).map((reply) => JSON.stringify(reply.payload));
  const grouped = new Map<string, WriteCase & { readonly outcomes: Record<string, WriteOutcome> }>();
  cases.forEach(({ context, path, payload, value }, i) => {
    const { ok, results, error, panic, payload: after } = replies[i] as Reply;
    if (!ok || results?.length !== 1) throw new Error(`set(${path}, ${value}): ${error ?? panic}`);
    const [result] = results;
    const id = JSON.stringify([context, path, payload]);
    const group = grouped.get(id) ?? { context, path, payload, outcomes: {} };
    grouped.set(id, group);
    group.outcomes[value] = {
      ...(result?.statements?.[0]?.error === undefined ? {} : { error: true }),
      ...(JSON.stringify(after) === before[used.indexOf(payload)] ? {} : { after }),
      ...(result?.cache === undefined ? {} : { cache: sorted(result.cache) }),
    };
  });
  save("writes", {
    payloads: Object.fromEntries(used.map((name) => [name, payloads[name]])),
    cases: [...grouped.values()],
  });
}

recordPaths();
recordReads();
recordDecoding();
recordWrites();
