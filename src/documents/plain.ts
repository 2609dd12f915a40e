import { printedDoubleText } from "../core/number-text.ts";
import { printedTime } from "../core/time-text.ts";
import type { Timestamp } from "../core/values.ts";
import type { DocumentNode, ScalarNode, ScalarValue } from "./node.ts";

/** A document without places: lists are arrays, maps objects without prototype, integers bigints. */
export type Plain = ScalarValue | readonly Plain[] | { readonly [key: string]: Plain };

/** The values of a document alone. */
export function plain(node: DocumentNode): Plain {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "sequence") return node.items.map(plain);
  const map: Record<string, Plain> = Object.create(null);
  for (const { key, value } of node.entries) map[keyText(key)] = plain(value);
  return map;
}

/** The node at a path of keys and indices, if the document has it. */
export function nodeAt(node: DocumentNode, path: readonly (string | number)[]): DocumentNode | undefined {
  let at: DocumentNode | undefined = node;
  for (const step of path) {
    if (at?.kind === "sequence") at = typeof step === "number" ? at.items[step] : undefined;
    else if (at?.kind === "map") at = at.entries.find(({ key }) => keyText(key) === String(step))?.value;
    else return undefined;
  }
  return at;
}

/** The name that a key has for a configuration: a text as it is, another value as Go prints it. */
export function keyText({ value }: ScalarNode): string {
  if (typeof value === "string") return value;
  if (value === null) return "<nil>";
  if (typeof value === "number") return printedDoubleText(value);
  return typeof value === "object" ? goTime(value) : String(value);
}

/** A time by the clock of its zone, such as `2001-12-14 21:59:43.1 -0500 -0500`. */
function goTime(time: Timestamp): string {
  const [clock = "", offset = "+0000"] = printedTime(time)
    .replace("T", " ")
    .replace("Z", " +0000")
    .split(/ ?(?=[-+]\d\d:?\d\d$)/);
  const digits = offset.replace(":", "");
  return `${clock} ${digits} ${digits === "+0000" ? "UTC" : digits}`;
}
