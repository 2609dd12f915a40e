import { contexts } from "../../src/contexts/index.ts";
import { pathNames } from "../../src/contexts/path-names.ts";
import { askProgram, programOf, save } from "./ask.ts";
import type { PathCase } from "./fixture.ts";

/** The contexts that the reference has. */
const verified = Object.values(contexts).filter(({ unverified }) => unverified === undefined);

const odd = [
  "nope",
  "cache.x",
  "cache[0]",
  'cache["a"]["b"]',
  "name.x",
  'name["x"]',
  'attributes["a"]["b"][0]',
  'attributes["a"].b',
  'attributes.b["a"]',
  "attributes.nope",
  'positive["x"].offset',
  "positive.nope",
  "positive.offset.x",
  "positive.offset[1]",
  "positive[0]",
  "bucket_counts[1]",
  "exemplars[0]",
  'metadata["x"]',
  "data_points[0]",
  "otelcol",
  "otelcol.nope",
  "otelcol.client",
  "otelcol.client.nope",
  "otelcol.client.auth",
  "otelcol.client.auth.nope",
  "otelcol.client.addr.x",
  'otelcol.client.addr["x"]',
  'otelcol.client.metadata["x"][0]',
  "otelcol.client.metadata.x",
  'otelcol.client["x"].metadata',
  "otelcol.grpc",
  'otelcol.grpc.metadata["x"].y',
  "otelcol.cache",
  "trace_id.nope",
  "trace_id.string.x",
  'trace_id["x"]',
  'trace_id.string["x"]',
  'trace_id["x"].string',
  'span_id["x"].string',
  "span_id.nope",
  "parent_span_id.nope",
  'trace_state["a"]',
  'trace_state["a"]["b"]',
  "trace_state[0]",
  "trace_state.a",
  "kind.nope",
  'kind["x"]',
  'kind["x"].string',
  "kind.string.x",
  "status.nope",
  'status["x"]',
  'status["x"].code',
  "status.code.x",
  'status.message["x"]',
  "events[0]",
  "links[0]",
  "links.x",
  'body["a"]',
  'body["a"][0]["b"]',
  "body[0]",
  "body.nope",
  'body["a"].string',
  'body.string["a"]',
  "body.string.x",
  "event_index[0]",
  "event_index.x",
  'filtered_attributes["a"]["b"]',
  "filtered_attributes.x",
  "client.addr",
  'client.metadata["x"]',
  "grpc.metadata",
];

function texts(): readonly string[] {
  const own = new Set(verified.flatMap((context) => pathNames(context, { pathContextNames: false })));
  const all = new Set([...own, ...odd]);
  const bare = [...all].filter((text) => !/^(resource|scope|metric|datapoint|span|otelcol)\./.test(text));
  for (const prefix of [...verified.map(({ name }) => name), "instrumentation_scope"]) {
    all.add(prefix);
    for (const text of [...bare, "cache"]) all.add(`${prefix}.${text}`);
  }
  for (const text of [
    "metric.metric.name",
    'metric["x"].name',
    'resource[0].attributes["a"]',
    "scope.resource.attributes",
  ]) {
    all.add(text);
  }
  return [...all].toSorted();
}

/** What the filter processor of version 0.118.0 has conditions on, and where its configuration has them. */
const filtered = [
  ["metric", "metrics", "metric"],
  ["datapoint", "metrics", "datapoint"],
  ["span", "traces", "span"],
  ["spanevent", "traces", "spanevent"],
  ["log", "logs", "log_record"],
] as const;

/** Records which paths each context takes, with and without names of contexts, and in version 0.118.0. */
export function recordPaths(): void {
  const all = texts();
  const cases: PathCase[] = [];
  for (const pathContextNames of [false, true]) {
    for (const { name: context } of verified) {
      const requests = all.map((text) => ({ op: "parse", kind: "value", context, text, pathContextNames }));
      const replies = askProgram(programOf("OTTLKIT_REFERENCE"), requests);
      cases.push({ context, pathContextNames, taken: all.filter((_, i) => replies[i]?.ok) });
    }
  }
  for (const [context, signal, condition] of filtered) {
    const requests = all.map((text) => ({
      op: "process",
      processor: "filter",
      signal,
      config: { [signal]: { [condition]: [`${text} == nil`] } },
    }));
    const replies = askProgram(programOf("OTTLKIT_REFERENCE_118"), requests);
    cases.push({
      context,
      pathContextNames: false,
      version: "0.118.0",
      taken: all.filter((_, i) => replies[i]?.ok),
    });
  }
  save("paths", { texts: all, cases });
}
