import { readFileSync } from "node:fs";
import { type EncodedValue, encodeValue } from "../../src/cli/encode-value.ts";
import type { Context } from "../../src/contexts/define-context.ts";
import { contexts } from "../../src/contexts/index.ts";
import { type ResolvedPath, resolvePath } from "../../src/contexts/resolve.ts";
import { indexData } from "../../src/core/indexing.ts";
import type { Value } from "../../src/core/values.ts";
import { attributeReader, dynamicAttributeReader, metricDataOf, reader } from "../../src/shapes/otlp-json.ts";
import type { Client } from "../../src/shapes/records.ts";
import type { Key, Path, Segment } from "../../src/syntax/ast.ts";

/** The paths of the file's texts that a context takes; all others are refused. */
export interface PathCase {
  readonly context: string;
  readonly pathContextNames: boolean;
  readonly version?: string;
  readonly taken: readonly string[];
}

/** A reading: what each record of a payload answers for a path. */
export interface ReadCase {
  readonly context: string;
  readonly path: string;
  /** The name of a payload of the file. */
  readonly payload: string;
  readonly client?: Client;
  readonly expected: readonly ({ readonly value: EncodedValue } | { readonly error: true })[];
}

/** A payload that the reference's decoder takes or refuses, and a path that reads what is odd in it. */
export interface DecodingCase {
  readonly context: string;
  readonly path: string;
  readonly payload: unknown;
  readonly refused?: true;
  readonly expected?: readonly { readonly value: EncodedValue }[];
  /** The payload as the reference writes it. */
  readonly written?: unknown;
}

/** Writes of several values to one path, `set(path, value)`, each over a payload that has one record of the context. */
export interface WriteCase {
  readonly context: string;
  readonly path: string;
  readonly payload: string;
  /** What each value did; values are expressions of the language, see `values.ts`. */
  readonly outcomes: Readonly<Record<string, WriteOutcome>>;
}

export interface WriteOutcome {
  readonly error?: true;
  /** The payload after as the reference writes it; absent: unchanged. */
  readonly after?: unknown;
  /** The cache after, where it has something. */
  readonly cache?: EncodedValue;
}

/** Reads a file of `fixtures/contexts`. */
export function fixture<T>(name: string): T {
  return JSON.parse(
    readFileSync(new URL(`../../fixtures/contexts/${name}.json`, import.meta.url), "utf8"),
  ) as T;
}

/** The context of a name. */
export function contextOf(name: string): Context {
  const context = contexts[name];
  if (context === undefined) throw new Error(`no context ${name}`);
  return context;
}

/** Resolves the text of a path whose keys are strings and whole numbers, or throws. */
export function pathOf(
  context: string,
  text: string,
): { readonly path: ResolvedPath; readonly keys: readonly Value[] } {
  const resolved = resolvePath(contextOf(context), pathNode(text), { pathContextNames: false });
  if ("problem" in resolved) throw new Error(`${text}: ${resolved.problem.code}`);
  const keys = [...text.matchAll(/\[("[^"]*"|-?\d+)\]/g)].map(([, key = ""]) =>
    key.startsWith('"') ? key.slice(1, -1) : BigInt(key),
  );
  return { path: resolved, keys };
}

/** The tree of such a path, as the parser makes it. */
export function pathNode(text: string): Path {
  const segments = [...text.matchAll(/([a-z_0-9]+)((?:\["[^"]*"\]|\[-?\d+\])*)\.?/g)].map(
    (match): Segment => {
      const [whole, name = "", keys = ""] = match;
      const span = { start: match.index, end: match.index + whole.replace(/\.$/, "").length };
      const nodes = [...keys.matchAll(/\[[^\]]*\]/g)].map((): Key => {
        return { kind: "Key", span, expression: { kind: "Missing", span } };
      });
      return { kind: "Segment", span, name, keys: nodes };
    },
  );
  return { kind: "Path", span: { start: 0, end: text.length }, segments };
}

/** Reads a path with its keys the way compiled texts do. */
export function read(path: ResolvedPath, keys: readonly Value[], record: object): Value {
  const [first] = keys;
  let value: Value | undefined;
  if (first === undefined) value = reader(path)(record);
  else if (typeof first === "string") value = attributeReader(path, first)(record);
  else value = dynamicAttributeReader(path, () => first)(record);
  for (const key of keys.slice(1)) {
    if (value === undefined) return null;
    value = indexData(value, key);
  }
  return value ?? null;
}

/** Encodes a value, the entries of maps in the order of their keys. */
export function encoded(value: Value): EncodedValue {
  return sorted(encodeValue(value));
}

/** Sorts the entries of maps: some of the reference's come from Go maps. */
export function sorted(value: EncodedValue): EncodedValue {
  if ("list" in value) return { ...value, list: value.list.map(sorted) };
  if (!("map" in value)) return value;
  const entries = value.map.map(([key, item]) => [key, sorted(item)] as const);
  return { ...value, map: entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)) };
}

type Loose = Record<string, unknown>;

/** Where each signal has its resources, scopes and items, and the record property of an item. */
const signals = [
  ["resourceMetrics", "scopeMetrics", "metrics", "metric"],
  ["resourceSpans", "scopeSpans", "spans", "span"],
  ["resourceLogs", "scopeLogs", "logRecords", "log"],
] as const;

/** The records of a payload, whose own objects are in them. */
export function recordsOf(context: string, payload: unknown, client?: Client): Loose[] {
  const records: Loose[] = [];
  const rest = client === undefined ? {} : { client };
  if (context === "otelcol") return [rest];
  for (const [resources, scopes, list, owner] of signals) {
    for (const resourceContainer of items(payload, resources)) {
      const ofResource = { resource: resourceContainer.resource, resourceContainer, ...rest };
      if (context === "resource") records.push(ofResource);
      if (context === "resource") continue;
      for (const scopeContainer of items(resourceContainer, scopes)) {
        const ofScope = { ...ofResource, scope: scopeContainer.scope, scopeContainer };
        if (context === "scope") records.push(ofScope);
        if (context === "scope") continue;
        for (const item of items(scopeContainer, list)) {
          records.push(...recordsBelow(context, owner, { ...ofScope, [owner]: item }));
        }
      }
    }
  }
  return records;
}

/** The records of a context in the record of one above it, or that record itself. */
function recordsBelow(context: string, owner: string, record: Loose): Loose[] {
  if (context === owner) return [record];
  if (owner === "metric") {
    const points = items(metricDataOf(record.metric as object), "dataPoints");
    return points.flatMap((dataPoint) => recordsBelow(context, "datapoint", { ...record, dataPoint }));
  }
  if (owner === "datapoint") {
    const exemplars = context === "exemplar" ? items(record.dataPoint, "exemplars") : [];
    return exemplars.map((exemplar) => ({ ...record, exemplar }));
  }
  if (owner !== "span" || context !== "spanevent") return [];
  return items(record.span, "events").map((spanEvent, eventIndex) => ({ ...record, spanEvent, eventIndex }));
}

/** Null items become objects, so that they can be written to. */
function items(owner: unknown, property: string): Loose[] {
  const list = (owner as Loose | undefined)?.[property] as (Loose | null)[] | null | undefined;
  if (list === null || list === undefined) return [];
  list.forEach((item, i) => {
    if (item === null) list[i] = {};
  });
  return list as Loose[];
}
