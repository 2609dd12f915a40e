import type { Derived } from "../../contexts/define-context.ts";
import type { ResolvedPath } from "../../contexts/resolve.ts";
import { Failure } from "../../core/failure.ts";
import { ListValue, Telemetry, Timestamp, type Value } from "../../core/values.ts";
import type { Write } from "./access.ts";
import { indexOfText } from "./dictionary.ts";
import { refuseValue, toWire } from "./expect.ts";
import { objectOf } from "./kinds.ts";
import { assign, ownerToWrite } from "./owner.ts";
import { reader } from "./read.ts";
import { isTraceState, withTraceStateEntry } from "./trace-state.ts";
import { hasWrittenKey, notWritten } from "./written-key.ts";

/** Writes what is computed from properties, the other way round. */
export function writeDerived(derived: Derived, path: ResolvedPath): Write {
  const { derivation, property } = derived;
  const { owner, text } = path;
  switch (derivation) {
    case "metric type":
      return () => {};
    case "time":
      return (record, value) => {
        if (!(value instanceof Timestamp)) throw refuseValue(text, "time", value);
        assign(ownerToWrite(record, owner), property, toWire("uint64", value.nanos));
      };
    case "trace id text":
      return writeText(path, property, (id) => idDigits(id, "trace id", 32));
    case "span id text":
      return writeText(path, property, (id) => idDigits(id, "span id", 16));
    case "profile id text":
      return writeText(path, property, profileDigits);
    case "profile id":
      return (record, value) => {
        const id =
          value instanceof Telemetry && value.goType === "pprofile.ProfileID" ? value.raw : undefined;
        if (typeof id !== "string") throw refuseValue(text, "a profile id", value);
        assign(ownerToWrite(record, owner), property, profileDigits(id));
      };
    case "dictionary text":
      return writeDictionaryText(derived, path);
    case "indices":
      return (record, value) => {
        const indices = indicesToWrite(value, text);
        assign(ownerToWrite(record, owner), property, indices);
      };
    case "enum text":
      return writeText(path, property, (name) => numberOf(name, derived));
    case "value text":
      return writeText(path, property, (stringValue) => ({ stringValue }));
    case "trace state":
      return writeTraceState(path, property);
    case "index":
    case "address":
    case "headers":
    case "claims":
      return () => {
        throw new Failure("path_readonly", { path: text });
      };
  }
}

function writeText(
  { owner, text }: ResolvedPath,
  property: string,
  encode: (value: string) => unknown,
): Write {
  return (record, value) => {
    const written = encode(expectText(value, text));
    assign(ownerToWrite(record, owner), property, written);
  };
}

/** A profile id must not be empty. */
function profileDigits(id: string): string {
  const digits = idDigits(id, "profile id", 32);
  if (/^0+$/.test(digits)) throw new Failure("unreadable_text", { type: "profile id", text: id });
  return digits;
}

function writeDictionaryText({ property, within = "" }: Derived, { owner, text }: ResolvedPath): Write {
  return (record, value) => {
    const index = indexOfText(record, expectText(value, text));
    const target = ownerToWrite(record, owner);
    assign(target, within, { ...objectOf(target[within], `${owner}.${within}`), [property]: index });
  };
}

function indicesToWrite(value: Value, path: string): number[] {
  if (value === null) return [];
  if (!(value instanceof ListValue)) throw refuseValue(path, "a list of ints", value);
  return value.items.map((item) => {
    if (typeof item !== "bigint") throw refuseValue(path, "a list of ints", item);
    return Number(BigInt.asIntN(32, item));
  });
}

function expectText(value: Value, path: string): string {
  if (typeof value !== "string") throw refuseValue(path, "string", value);
  return value;
}

function idDigits(id: string, type: string, digits: number): string {
  if (id.length === digits && /^[0-9a-fA-F]+$/.test(id)) return id.toLowerCase();
  throw new Failure("unreadable_text", { type, text: id });
}

function numberOf(name: string, { texts = [] }: Derived): number {
  const number = texts.indexOf(name);
  if (number < 0) throw new Failure("unreadable_text", { type: "span kind", text: name });
  return number;
}

/** Writes a whole trace state, or an entry; what is no trace state, or cannot be one, stays as it is. */
function writeTraceState(path: ResolvedPath, property: string): Write {
  const { owner, text } = path;
  const read = reader(path) as (record: object) => string; // what the wire type string decodes to
  return (record, value, keys) => {
    const given = expectText(value, text);
    if (keys.length === 0) {
      assign(ownerToWrite(record, owner), property, given);
      return;
    }
    const old = read(record);
    if (!isTraceState(old)) return;
    const written = withTraceStateEntry(old, nameOf(path, keys[0] ?? null), given);
    if (written !== undefined) assign(ownerToWrite(record, owner), property, written);
  };
}

/** The key of an entry, which the reference takes only where it is written as a string. */
function nameOf(path: ResolvedPath, key: Value): string {
  if (typeof key === "string" && hasWrittenKey(path)) return key;
  throw notWritten();
}
