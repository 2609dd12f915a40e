/** The Chinese character sets, as golang.org/x/text/encoding decodes them. */
import { big5 as big5Table } from "../../data/charsets/big5.ts";
import { gb18030Ranges } from "../../data/charsets/gb18030-ranges.ts";
import { gbk as gbkTable } from "../../data/charsets/gbk.ts";
import { type CharacterWriter, replacement, type Step, wrote } from "./decoder.ts";
import { characterAt, tableOf } from "./tables.ts";

/** GBK, which has the euro sign at 0x80. */
export function gbk(): Step {
  return doubleByte(false);
}

/** GB 18030: GBK and sequences of four bytes. */
export function gb18030(): Step {
  return doubleByte(true);
}

function doubleByte(hasFourBytes: boolean): Step {
  const table = tableOf(gbkTable);
  return (bytes, at, writer) => {
    const first = bytes[at] as number;
    const second = bytes[at + 1];
    if (first < 0x80) return wrote(writer, first, 1);
    if (first === 0x80) return wrote(writer, 0x20ac, 1);
    if (first === 0xff || second === undefined) return wrote(writer, replacement, 1);
    if (hasFourBytes && second >= 0x30 && second < 0x40) return fourBytes(bytes, at, writer);
    if (second < 0x40 || second === 0x7f || second === 0xff) return wrote(writer, replacement, 1);
    const cell = second - (second < 0x7f ? 0x40 : 0x41);
    return wrote(writer, characterAt(table, (first - 0x81) * 190 + cell), 2);
  };
}

function fourBytes(bytes: Uint8Array, at: number, writer: CharacterWriter): number {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes.subarray(at, at + 4);
  const isWhole = third >= 0x81 && third < 0xff && fourth >= 0x30 && fourth < 0x3a;
  if (!isWhole) return wrote(writer, replacement, 1);
  const index = (((first - 0x81) * 10 + second - 0x30) * 126 + third - 0x81) * 10 + fourth - 0x30;
  if (index < 39420) return wrote(writer, pointOfIndex(index), 4);
  const point = index - 189000 + 0x10000;
  if (index < 189000 || point >= 0x110000) return wrote(writer, replacement, 1);
  return wrote(writer, point, 4);
}

function pointOfIndex(index: number): number {
  let low = 0;
  let high = gb18030Ranges.length / 2;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (index >= (gb18030Ranges[2 * middle] as number)) low = middle;
    else high = middle;
  }
  return index - (gb18030Ranges[2 * low] as number) + (gb18030Ranges[2 * low + 1] as number);
}

/** HZ-GB-2312: seven bits, with `~{` and `~}` around Chinese. */
export function hzGb2312(): Step {
  const table = tableOf(gbkTable);
  let isChinese = false;
  return (bytes, at, writer) => {
    const first = bytes[at] as number;
    const second = bytes[at + 1];
    if (first >= 0x80) return wrote(writer, replacement, 1);
    if (first === 0x7e) {
      if (second === undefined) return wrote(writer, replacement, 1);
      if (second === 0x7b) isChinese = true;
      else if (second === 0x7d) isChinese = false;
      else if (second !== 0x0a) writer.write(second === 0x7e ? 0x7e : replacement);
      return 2;
    }
    if (!isChinese) return wrote(writer, first, 1);
    if (second === undefined) return wrote(writer, replacement, 1);
    const isPair = first >= 0x21 && second >= 0x21 && second < 0x7f;
    const point = isPair ? characterAt(table, (first - 1) * 190 + second + 0x3f) : replacement;
    return wrote(writer, point, point === replacement && second > 0x80 ? 1 : 2);
  };
}

/** The places of Big5 that mean two characters. */
const pairs: ReadonlyMap<number, readonly [number, number]> = /* @__PURE__ */ new Map([
  [1133, [0xca, 0x304]],
  [1135, [0xca, 0x30c]],
  [1164, [0xea, 0x304]],
  [1166, [0xea, 0x30c]],
]);

/** Big5 with the Hong Kong supplement. */
export function big5(): Step {
  const table = tableOf(big5Table);
  return (bytes, at, writer) => {
    const first = bytes[at] as number;
    const second = bytes[at + 1];
    if (first < 0x80) return wrote(writer, first, 1);
    if (first === 0x80 || first === 0xff || second === undefined || second < 0x40) {
      return wrote(writer, replacement, 1);
    }
    if ((second >= 0x7f && second < 0xa1) || second === 0xff) return wrote(writer, replacement, 2);
    const index = (first - 0x81) * 157 + second - (second < 0x7f ? 0x40 : 0x62);
    const pair = pairs.get(index);
    if (pair === undefined) return wrote(writer, characterAt(table, index), 2);
    writer.write(pair[0]);
    return wrote(writer, pair[1], 2);
  };
}
