import { replacement, type Step, wrote } from "./decoder.ts";

/** How the bytes of a unit are ordered; a mark at the begin may tell it. */
export type ByteOrder = "big" | "little" | "marked";

/** UTF-16, as golang.org/x/text/encoding/unicode decodes it. */
export function utf16(order: ByteOrder): Step {
  let isLittle = order === "little";
  return (bytes, at, writer) => {
    const unit = (i: number): number => {
      const [first, second] = [bytes[i] as number, bytes[i + 1] as number];
      return isLittle ? (second << 8) | first : (first << 8) | second;
    };
    if (at + 1 >= bytes.length) return wrote(writer, replacement, 1);
    const first = unit(at);
    if (at === 0 && order === "marked" && (first === 0xfeff || first === 0xfffe)) {
      isLittle = first === 0xfffe;
      return 2;
    }
    if (first < 0xd800 || first > 0xdfff) return wrote(writer, first, 2);
    const second = at + 3 < bytes.length ? unit(at + 2) : 0;
    if (second < 0xdc00 || second > 0xdfff) return wrote(writer, replacement, 2);
    // A low surrogate takes the one that follows with it.
    if (first > 0xdbff) return wrote(writer, replacement, 4);
    return wrote(writer, 0x10000 + ((first - 0xd800) << 10) + second - 0xdc00, 4);
  };
}
