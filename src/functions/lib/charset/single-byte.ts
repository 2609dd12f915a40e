import { upperHalves, wholeTables } from "../../data/charsets/single-byte.ts";
import { replacement, type Step, wrote } from "./decoder.ts";
import { characterAt, tableOf } from "./tables.ts";

/** A character set of one byte a character, or `undefined` where the name is of another kind. */
export function singleByte(name: string): Step | undefined {
  if (name === "ascii") return (bytes, at, writer) => wrote(writer, asciiOf(bytes[at] as number), 1);
  if (Object.hasOwn(upperHalves, name)) {
    const table = tableOf(upperHalves[name] as string);
    return (bytes, at, writer) => {
      const byte = bytes[at] as number;
      return wrote(writer, byte < 0x80 ? byte : characterAt(table, byte - 0x80), 1);
    };
  }
  if (!Object.hasOwn(wholeTables, name)) return undefined;
  const whole = wholeTables[name] as string;
  return (bytes, at, writer) => wrote(writer, whole.charCodeAt(bytes[at] as number), 1);
}

function asciiOf(byte: number): number {
  return byte < 0x80 ? byte : replacement;
}
