import { replacement } from "./decoder.ts";
import { unpackTable } from "./unpack-table.ts";

const unpacked = new Map<string, Uint32Array>();

/** The table of a packed text, unpacked when it is first asked for. */
export function tableOf(packed: string): Uint32Array {
  const known = unpacked.get(packed);
  if (known !== undefined) return known;
  const table = unpackTable(packed);
  unpacked.set(packed, table);
  return table;
}

/** The character at a place of a table. */
export function characterAt(table: Uint32Array, index: number): number {
  return table[index] || replacement; // 0 is an empty place
}
