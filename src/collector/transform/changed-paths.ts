/** What statements change in a record, told by the paths of its context. */
import type { CheckSettings } from "../../check/scope.ts";
import { type Leaf, metricKinds } from "../../contexts/define-context.ts";
import { pathNames } from "../../contexts/path-names.ts";
import { type ResolvedPath, resolveField } from "../../contexts/resolve.ts";
import { Failure } from "../../core/failure.ts";
import {
  Duration,
  ListValue,
  MapValue,
  SpanId,
  Telemetry,
  Timestamp,
  TraceId,
  type Value,
} from "../../core/values.ts";
import { quoted } from "../../diagnostics/quoted.ts";
import { findContext } from "../../engine/options.ts";
import { reader } from "../../shapes/otlp-json.ts";
import type { Piece } from "./pieces.ts";
import type { Change } from "./types.ts";
import type { WalkRecord } from "./walk.ts";

type Has = CheckSettings["compatibility"]["has"];

/** A record as it was: its parts are copies, and what they hold is what they held. */
export interface Snapshot {
  readonly record: object;
  /** The metrics of the scope, whose list may grow. */
  readonly metrics: readonly unknown[];
}

/** A path, how it is read, and where what it reads is kept. */
interface WatchedPath {
  readonly name: string;
  readonly read: (record: object) => Value;
  readonly owner: string;
  /** The properties of the owner that may hold it. */
  readonly properties: readonly string[];
}

/** Tells what happens to records of a context. */
export class PathWatch {
  readonly #paths: readonly WatchedPath[];

  constructor(context: string, has: Has) {
    this.#paths = watchedPaths(context, has);
  }

  snapshot(record: WalkRecord): Snapshot {
    const parts: Piece = { ...record };
    for (const [name, part] of Object.entries(parts))
      if (typeof part === "object" && part !== null && !Array.isArray(part)) parts[name] = { ...part };
    return { record: parts, metrics: [...metricsOf(record)] };
  }

  /** What has changed since a snapshot. */
  changes(before: Snapshot, record: WalkRecord): readonly Change[] {
    const changes: Change[] = [];
    for (const path of this.#paths) {
      if (!isTouched(path, before.record, record)) continue;
      compare(path.name, valueAt(path, before.record), valueAt(path, record), changes);
    }
    const metrics = metricsOf(record);
    if (metrics.every((metric, i) => metric === before.metrics[i])) return changes;
    const known = new Set(before.metrics);
    for (const [i, metric] of metrics.entries())
      if (!known.has(metric))
        changes.push({ kind: "added", path: `metrics[${i}]`, after: String((metric as Piece).name ?? "") });
    return changes;
  }
}

function metricsOf({ scopeContainer }: WalkRecord): readonly unknown[] {
  const { metrics } = scopeContainer ?? {};
  return Array.isArray(metrics) ? metrics : [];
}

/** The paths of a context, of several that read one property the one that is no calculation. */
function watchedPaths(contextName: string, has: Has): readonly WatchedPath[] {
  const context = findContext(contextName);
  const resolved = pathNames(context, { pathContextNames: false, has })
    .filter((name) => !name.startsWith("otelcol."))
    .map((name) => ({ name, path: resolveField(context, name) }))
    .filter(({ path: { definition } }) => definition.kind !== "piece" || definition.list);
  const keyOf = ({ owner, definition }: ResolvedPath) =>
    [owner, "within" in definition ? definition.within : "", definition.property].join(".");
  const plain = new Set(
    resolved.filter(({ path }) => path.definition.kind !== "derived").map(({ path }) => keyOf(path)),
  );
  const told = new Set<string>();
  return resolved.flatMap(({ name, path }) => {
    const key = keyOf(path);
    if (told.has(key) || (path.definition.kind === "derived" && plain.has(key))) return [];
    told.add(key);
    return [{ name, read: reader(path), owner: path.owner, properties: propertiesOf(path.definition) }];
  });
}

function propertiesOf(definition: Leaf): readonly string[] {
  const isOfData = "in" in definition && definition.in === "data";
  if (isOfData || (definition.kind === "derived" && definition.derivation === "metric type"))
    return metricKinds;
  const within = "within" in definition ? definition.within : undefined;
  const others = "oneOf" in definition ? (definition.oneOf ?? []) : [];
  return [within ?? definition.property, ...others];
}

/** Whether a property that holds a path is not the same any more. */
function isTouched({ owner, properties }: WatchedPath, before: object, after: object): boolean {
  const old = owner === "" ? before : (before as Piece)[owner];
  const now = owner === "" ? after : (after as Piece)[owner];
  return properties.some((property) => propertyOf(old, property) !== propertyOf(now, property));
}

function propertyOf(owner: unknown, property: string): unknown {
  return typeof owner === "object" && owner !== null ? (owner as Piece)[property] : undefined;
}

function valueAt({ read }: WatchedPath, record: object): Value {
  return readable(() => read(record)) ?? null;
}

/** What is read; nothing where it is not what OTLP JSON has there, which is no reason to refuse what statements take. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

function compare(path: string, given: Value, now: Value, changes: Change[]): void {
  const [before, after] = [withKeys(given), withKeys(now)];
  if (before instanceof MapValue && after instanceof MapValue) compareMaps(path, before, after, changes);
  else if (
    before instanceof ListValue &&
    after instanceof ListValue &&
    before.items.length === after.items.length
  ) {
    for (const [i, item] of before.items.entries())
      compare(`${path}[${i}]`, item, after.items[i] as Value, changes);
  } else if (!isSame(before, after))
    changes.push({ kind: "set", path, before: kept(before), after: kept(after) });
}

/** A value that stays what it is, although statements go on to change what is in a list of telemetry. */
function kept(value: Value): Value {
  if (!(value instanceof Telemetry) || typeof value.raw !== "object") return value;
  return new Telemetry(value.goType, copied(value.raw), value.length);
}

/** A value; nil in place of a map whose keys cannot be read. */
function withKeys(value: Value): Value {
  return value instanceof MapValue && readable(() => value.keys) === undefined ? null : value;
}

function compareMaps(path: string, before: MapValue, after: MapValue, changes: Change[]): void {
  const [old, now] = [firstValues(before), firstValues(after)];
  const at = (key: string) => `${path}[${quoted(key, Number.POSITIVE_INFINITY)}]`;
  for (const [key, value] of old) {
    const other = now.get(key);
    if (other === undefined) changes.push({ kind: "deleted", path: at(key), before: value });
    else compare(at(key), value, other, changes);
  }
  for (const [key, value] of now)
    if (!old.has(key)) changes.push({ kind: "added", path: at(key), after: value });
  const staying = before.keys.filter((key) => now.has(key));
  const order = after.keys.filter((key) => old.has(key));
  if (staying.some((key, i) => order[i] !== key)) changes.push({ kind: "moved", path });
}

/** The first value of each key of a map, nil where it cannot be read. */
function firstValues(map: MapValue): ReadonlyMap<string, Value> {
  const values = readable(() => map.values);
  const first = new Map<string, Value>();
  const at = (i: number) => (values === undefined ? readable(() => map.pick([i]).values[0]) : values[i]);
  for (const [i, key] of map.keys.entries()) if (!first.has(key)) first.set(key, at(i) ?? null);
  return first;
}

/** Whether two values are the same, of the same type. */
function isSame(a: Value, b: Value): boolean {
  if (Object.is(a, b)) return true;
  if (a instanceof Uint8Array && b instanceof Uint8Array)
    return a.length === b.length && a.every((byte, i) => byte === b[i]);
  if ((a instanceof TraceId && b instanceof TraceId) || (a instanceof SpanId && b instanceof SpanId))
    return a.hex === b.hex;
  if ((a instanceof Timestamp && b instanceof Timestamp) || (a instanceof Duration && b instanceof Duration))
    return a.nanos === b.nanos;
  return a instanceof Telemetry && b instanceof Telemetry && isAlike(a.raw, b.raw);
}

/** A copy of a part of a payload, however deep; what is in it twice, or contains itself, is so in the copy. */
function copied(raw: unknown): unknown {
  const copies = new Map<object, object>();
  const open: (readonly [from: object, to: object])[] = [];
  const copyOf = (value: unknown) => {
    if (typeof value !== "object" || value === null) return value;
    const known = copies.get(value);
    if (known !== undefined) return known;
    const copy = Array.isArray(value) ? [] : {};
    copies.set(value, copy);
    open.push([value, copy]);
    return copy;
  };
  const copy = copyOf(raw);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [from, to] = next;
    for (const [key, held] of Object.entries(from))
      Object.defineProperty(to, key, {
        value: copyOf(held),
        writable: true,
        enumerable: true,
        configurable: true,
      });
  }
  return copy;
}

/** Whether two parts of payloads hold the same, whatever the order of their properties; pairs that are met again do. */
function isAlike(a: unknown, b: unknown): boolean {
  const met = new Map<object, object>();
  const open: (readonly [unknown, unknown])[] = [[a, b]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [x, y] = next;
    if (Object.is(x, y)) continue;
    if (typeof x !== "object" || typeof y !== "object" || x === null || y === null) return false;
    if (met.get(x) === y) continue;
    met.set(x, y);
    if (Array.isArray(x) !== Array.isArray(y)) return false;
    const keys = Object.keys(x);
    if (keys.length !== Object.keys(y).length) return false;
    for (const key of keys) open.push([(x as Piece)[key], (y as Piece)[key]]);
  }
  return true;
}

/** The watches of the contexts that are asked for. */
export class PathWatches {
  readonly #watches = new Map<string, PathWatch>();
  readonly #has: Has;

  constructor(has: Has) {
    this.#has = has;
  }

  of(context: string): PathWatch {
    let watch = this.#watches.get(context);
    if (watch === undefined) {
      watch = new PathWatch(context, this.#has);
      this.#watches.set(context, watch);
    }
    return watch;
  }
}
