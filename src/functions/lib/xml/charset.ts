import { decodeUtf8, encodeUtf8 } from "../../../core/utf8.ts";

/** The characters of the bytes 0x80 to 0x9F in windows-1252, which some platforms take for ISO 8859-1. */
const windows1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9dž\u0178";

/** The text that the bytes of a text are in an encoding of the WHATWG, `undefined` where its label is unknown. */
export function decodeAs(label: string, text: string): string | undefined {
  const decoder = decoderFor(label);
  if (decoder === undefined) return undefined;
  const bytes = encodeUtf8(text);
  if (decoder.encoding === "utf-8") return decodeUtf8(bytes).replace(/[\udc80-\udcff]/gu, "\ufffd");
  if (decoder.encoding !== "windows-1252") return decoder.decode(bytes);
  return Array.from(bytes, (byte) =>
    byte < 0x80 || byte > 0x9f ? String.fromCharCode(byte) : windows1252[byte - 0x80],
  ).join("");
}

function decoderFor(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label, { ignoreBOM: true });
  } catch {
    return undefined; // a RangeError says that the platform does not know the label
  }
}
