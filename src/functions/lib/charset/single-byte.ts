import { textOfUnits } from "../../../core/utf8.ts";
import { upperHalves, wholeTables } from "../../data/charsets/single-byte.ts";
import { replacement } from "./decoder.ts";
import { characterAt, tableOf } from "./tables.ts";

/** Decodes a character set of one byte a character; `undefined` where the name is of another kind. */
export function singleByte(name: string): ((bytes: Uint8Array) => string) | undefined {
  const units = unitsOf(name);
  return units && ((bytes) => textOfUnits(new Uint16Array(bytes).map((byte) => units[byte] as number)));
}

/** The character of each byte. */
function unitsOf(name: string): Uint16Array | undefined {
  const ofByte = (unit: (byte: number) => number) =>
    Uint16Array.from({ length: 256 }, (_, byte) => unit(byte));
  if (name === "ascii") return ofByte((byte) => (byte < 0x80 ? byte : replacement));
  if (Object.hasOwn(upperHalves, name)) {
    const table = tableOf(upperHalves[name] as string);
    return ofByte((byte) => (byte < 0x80 ? byte : characterAt(table, byte - 0x80)));
  }
  if (!Object.hasOwn(wholeTables, name)) return undefined;
  const whole = wholeTables[name] as string;
  return ofByte((byte) => whole.charCodeAt(byte));
}
