import type { Compatibility } from "../../core/compatibility.ts";
import type { Value } from "../../core/values.ts";
import { zeroed } from "../../core/zeroed.ts";
import type { Matcher } from "../../regexp/matcher.ts";
import { decodeAnyValue } from "../../shapes/otlp-json/any-value.ts";
import { encodeAnyValue } from "../../shapes/otlp-json/encode.ts";
import type { AnyValue, Client } from "../../shapes/records.ts";
import { contextReader } from "./context-value.ts";
import { type ConvertedType, convertValue } from "./convert-value.ts";
import type { EditedAttributes } from "./edited-attributes.ts";
import { hashValue } from "./hash-value.ts";

/** Changes attributes, knowing the client that sent the data where the host tells it. */
export type Action = (attributes: EditedAttributes, client: Client | undefined) => void;

/** Where the value of an attribute comes from: the first that there is. */
export interface SourcePlan {
  readonly value?: Value;
  readonly fromContext?: string;
  readonly fromAttribute?: string;
  readonly fallback?: Value;
}

/** An action with all that it needs. The empty key is a key as any other. */
export type ActionPlan = { readonly key: string } & (
  | ({ readonly action: "insert" | "update" | "upsert" } & SourcePlan)
  | { readonly action: "delete" | "hash"; readonly pattern?: Matcher }
  | { readonly action: "extract"; readonly pattern: Matcher }
  | { readonly action: "convert"; readonly type: ConvertedType }
);

/** Makes an action as the reference's `attraction.AttrProc` performs it. */
export function actionOf(plan: ActionPlan, compatibility: Compatibility): Action {
  switch (plan.action) {
    case "insert":
    case "update":
    case "upsert":
      return putting(plan, compatibility);
    case "delete":
      return deleting(plan, compatibility);
    case "hash":
      return hashing(plan, compatibility);
    case "extract":
      return extracting(plan);
    case "convert": {
      const { key, type } = plan;
      return (attributes) =>
        attributes.change(
          key,
          changing(attributes, (value) => convertValue(value, type, compatibility)),
        );
    }
  }
}

function putting(
  plan: SourcePlan & { readonly action: string; readonly key: string },
  compatibility: Compatibility,
): Action {
  const { action, key } = plan;
  const source = sourceOf(plan, compatibility);
  return (attributes, client) => {
    const exists = attributes.get(key) !== undefined;
    if (action !== "upsert" && exists !== (action === "update")) return;
    const value = source(attributes, client);
    if (value !== undefined) attributes.set(key, value);
  };
}

/** Gives a value of its own each time, so that nobody who changes an output changes another one. */
type Source = (attributes: EditedAttributes, client: Client | undefined) => AnyValue | undefined;

function sourceOf(
  { key, value, fromContext, fromAttribute, fallback }: SourcePlan & { readonly key: string },
  compatibility: Compatibility,
): Source {
  if (value !== undefined) return () => encodeAnyValue(value);
  const read = fromContext === undefined ? undefined : contextReader(fromContext, compatibility);
  const zeroes = fromAttribute === key && !compatibility.has("bytes_copied_onto_themselves");
  return (attributes, client) => {
    const text = read?.(client);
    if (text !== undefined) return { stringValue: text };
    const found = fromAttribute === undefined ? undefined : attributes.get(fromAttribute);
    if (found !== undefined) {
      const copied = decodeAnyValue(found, attributes.path);
      return encodeAnyValue(zeroes ? zeroed(copied) : copied);
    }
    return fallback === undefined ? undefined : encodeAnyValue(fallback);
  };
}

interface ByPattern {
  readonly key: string;
  readonly pattern?: Matcher;
}

function deleting({ key, pattern }: ByPattern, compatibility: Compatibility): Action {
  const inOnePass = compatibility.has("pattern_in_one_pass");
  return (attributes) => {
    attributes.remove(key);
    if (pattern === undefined) return;
    if (inOnePass) attributes.removeAll(pattern.test);
    else for (const found of attributes.keys(pattern.test)) attributes.remove(found);
  };
}

function hashing({ key, pattern }: ByPattern, compatibility: Compatibility): Action {
  const inOnePass = compatibility.has("pattern_in_one_pass");
  const emptyIsHashed = compatibility.has("hash_empty_text");
  const hash = (value: Value) => (value === "" && !emptyIsHashed ? "" : hashValue(value));
  return (attributes) => {
    const change = changing(attributes, hash);
    attributes.change(key, change);
    if (pattern === undefined) return;
    if (inOnePass) attributes.changeAll(pattern.test, change);
    else for (const found of attributes.keys(pattern.test)) attributes.change(found, change);
  };
}

function extracting({ key, pattern }: { readonly key: string; readonly pattern: Matcher }): Action {
  return (attributes) => {
    const found = attributes.get(key);
    const text = found === undefined ? null : decodeAnyValue(found, attributes.path);
    if (typeof text !== "string") return;
    const match = pattern.exec(text);
    if (match === undefined) return;
    for (const [i, name] of pattern.groups.entries()) {
      if (name === undefined) continue; // the whole match
      const span = match[i];
      attributes.set(name, { stringValue: span === undefined ? "" : text.slice(span.start, span.end) });
    }
  };
}

function changing(attributes: EditedAttributes, change: (value: Value) => Value) {
  return (raw: AnyValue): AnyValue => {
    const before = decodeAnyValue(raw, attributes.path);
    const after = change(before);
    return after === before ? raw : encodeAnyValue(after);
  };
}
