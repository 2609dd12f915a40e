import type { AnyValue, KeyValue } from "../../shapes/records.ts";
import type { LineReader } from "./line-reader.ts";
import { endsValue } from "./printed-lines.ts";
import { printedValue, valueTypes } from "./printed-value.ts";

/** Where attributes stand. */
export interface AttributesPlace {
  /** The heading, without its colon. */
  readonly header: string;
  /** How far in it stands. */
  readonly indent?: string;
  /** What can follow the value of an attribute. */
  readonly follows?: RegExp;
}

/** Attributes below a heading; none where it is missing. */
export function readAttributes(
  lines: LineReader,
  { header, indent = "", follows }: AttributesPlace,
): KeyValue[] {
  const attributes: KeyValue[] = [];
  if (!lines.take(new RegExp(`^\\s*${header}:\\s*$`))) return attributes;
  const entry = new RegExp(`^${indent}\\s+-> (.*?): (${valueTypes})\\((.*)$`);
  if (!entry.test(lines.line?.text ?? "")) lines.refuse(`an attribute, such as "-> key: Str(text)"`);
  for (let found = lines.take(entry); found; found = lines.take(entry)) {
    const [, key = "", type = "", rest = ""] = found;
    attributes.push({ key, value: readValue(lines, { type, rest, of: key, follows }) });
  }
  return attributes;
}

/** A value whose type and begin were read, up to its bracket, which may be some lines below. */
export function readValue(
  lines: LineReader,
  given: {
    readonly type: string;
    readonly rest: string;
    readonly of: string;
    readonly follows?: RegExp | undefined;
  },
): AnyValue {
  const { type, rest, of, follows } = given;
  const whole = lines.goOn(rest, endsValue(follows), `")", which ends the value of ${of}`);
  return printedValue(type, whole.replace(/\)\s*$/, "")) ?? lines.refuseLast(`a value of type ${type}`);
}
