import type { z } from "zod";
import type { DocumentNode } from "../../documents/node.ts";
import { nodeAt } from "../../documents/plain.ts";
import { decode } from "../config.ts";

/**
 * Adds what a map has under the name `__proto__`, which a decoded record lacks though it is a label as any other.
 * `setting` is the path of the map, `value` what its values are.
 */
export function withProto<T>(
  decoded: Readonly<Record<string, T>> | undefined,
  value: z.ZodType<T>,
  map: DocumentNode | undefined,
  setting: string,
): Readonly<Record<string, T>> {
  const node = map === undefined ? undefined : nodeAt(map, [proto]);
  if (node === undefined) return decoded ?? {};
  const own = decode(value, node, `${setting}.${proto}`);
  return Object.fromEntries([...Object.entries(decoded ?? {}), [proto, own]]);
}

const proto = "__proto__";
