import { eucKr as eucKrTable } from "../../data/charsets/euc-kr.ts";
import { replacement, type Step, wrote } from "./decoder.ts";
import { characterAt, tableOf } from "./tables.ts";

/** EUC-KR with Microsoft's extension, as golang.org/x/text/encoding/korean decodes it. */
export function eucKr(): Step {
  const table = tableOf(eucKrTable);
  return (bytes, at, writer) => {
    const first = bytes[at] as number;
    const second = bytes[at + 1];
    if (first < 0x80) return wrote(writer, first, 1);
    if (first === 0x80 || first === 0xff || second === undefined) return wrote(writer, replacement, 1);
    const index = indexOf(first, second);
    const point = index === undefined ? replacement : characterAt(table, index);
    return wrote(writer, point, point === replacement && second < 0x80 ? 1 : 2);
  };
}

/** Rows of 178 places up to 0xc6, of 94 behind. */
function indexOf(first: number, second: number): number | undefined {
  if (first >= 0xc7) {
    return second >= 0xa1 && second < 0xff
      ? 178 * (0xc7 - 0x81) + 94 * (first - 0xc7) + second - 0xa1
      : undefined;
  }
  const row = 178 * (first - 0x81);
  if (second >= 0x41 && second < 0x5b) return row + second - 0x41;
  if (second >= 0x61 && second < 0x7b) return row + 26 + second - 0x61;
  return second >= 0x81 && second < 0xff ? row + 52 + second - 0x81 : undefined;
}
