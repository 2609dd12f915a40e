import { encodeUtf8 } from "../../core/utf8.ts";
import { type FormatFlags, pad, truncate } from "./format-flags.ts";
import { canBackquote, quoteLikeGo } from "./quote.ts";

/** A string as Go's `fmt` writes it for a verb, `undefined` where the verb is not for strings. */
export function formatText(text: string, verb: string, flags: FormatFlags): string | undefined {
  switch (verb) {
    case "v":
      return flags.sharpV ? quoted(text, flags) : plain(text, flags);
    case "s":
      return plain(text, flags);
    case "q":
      return quoted(text, flags);
    case "x":
    case "X":
      return formatHexBytes(encodeUtf8(text), verb, flags);
    default:
      return undefined;
  }
}

function plain(text: string, flags: FormatFlags): string {
  return pad(truncate(text, flags.precision), flags);
}

function quoted(text: string, flags: FormatFlags): string {
  const shown = truncate(text, flags.precision);
  if (flags.sharp && canBackquote(shown)) return pad(`\`${shown}\``, flags);
  return pad(quoteLikeGo(shown, { quote: '"', asciiOnly: flags.plus }), flags);
}

/** Bytes in hexadecimal; `#` puts `0x` before the whole or, with a space, before each byte. */
export function formatHexBytes(bytes: Uint8Array, verb: "x" | "X", flags: FormatFlags): string {
  const shown = bytes.subarray(0, flags.precision);
  if (shown.length === 0) return pad("", flags);
  const prefix = flags.sharp ? "0x" : "";
  const digits = Array.from(shown, (byte) => byte.toString(16).padStart(2, "0"));
  const text = prefix + digits.join(flags.space ? ` ${prefix}` : "");
  return pad(verb === "X" ? text.toUpperCase() : text, flags);
}
