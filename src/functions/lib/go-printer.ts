import { requireTextLength } from "../../core/text-length.ts";
import { decodeUtf8 } from "../../core/utf8.ts";
import { type FormatFlags, noFlags, pad } from "./format-flags.ts";
import { formatFloat, formatHex, formatWhole } from "./format-number.ts";
import { formatHexBytes, formatText } from "./format-text.ts";
import type { GoValue } from "./go-value.ts";

/** Writes values one after the other as the printer of Go's `fmt` does (print.go); the flags hold for the next. */
export class GoPrinter {
  flags: FormatFlags = noFlags();
  text = "";
  /** While the value of a wrong verb is told, types have no methods. */
  #isTelling = false;

  /** Adds a text; throws `text_too_long`. */
  write(text: string): void {
    requireTextLength(this.text.length + text.length);
    this.text += text;
  }

  /** Prints one of the values given. */
  print(value: GoValue | null, verb: string): void {
    if (value === null) {
      if (verb === "T" || verb === "v") this.write(pad("<nil>", this.flags));
      else this.#tellWrongVerb(value, verb);
    } else if (verb === "T") this.#writeOr(formatText(value.type, "s", this.flags), value, verb);
    else if (verb === "p") this.#printAddress(value);
    else if (value.type === "[]uint8")
      this.#printValue(verb === "v" ? { ...value, type: "[]byte" } : value, verb);
    else this.#printItem(value, verb);
  }

  /** Prints a value by a method of its type, if there is one for the verb. */
  #printItem(value: GoValue, verb: string): void {
    const text = this.#isTelling ? undefined : this.#textByMethod(value, verb);
    if (text !== undefined) this.write(text);
    else if (verb === "w") this.#tellWrongVerb(value, verb);
    else this.#printValue(value, verb);
  }

  #textByMethod(value: GoValue, verb: string): string | undefined {
    const methods = "methods" in value ? value.methods : undefined;
    if (this.flags.sharpV) {
      if (methods?.literal === undefined || verb === "w") return undefined;
      return formatText(methods.literal(), "s", this.flags);
    }
    return methods !== undefined && "vsxXq".includes(verb)
      ? formatText(methods.text(), verb, this.flags)
      : undefined;
  }

  #printValue(value: GoValue, verb: string): void {
    if (value.kind === "bytes") this.#printBytes(value.value, value.type, verb);
    else if (value.kind === "list") this.#printItems(value.items, plainType(value.type), verb);
    else if (value.kind === "map") this.#printMap(value.entries, verb);
    else if (value.kind === "struct") this.#printStruct(value.fields, value.type, verb);
    else this.#writeOr(scalarText(value, verb, this.flags), value, verb);
  }

  #printBytes(bytes: Uint8Array, type: string, verb: string): void {
    if (verb === "s" || verb === "q") this.write(formatText(decodeUtf8(bytes), verb, this.flags) ?? "");
    else if (verb === "x" || verb === "X") this.write(formatHexBytes(bytes, verb, this.flags));
    else this.#printItems(Array.from(bytes, goByte), type, verb);
  }

  #printItems(items: readonly (GoValue | null)[], type: string, verb: string): void {
    const { sharpV } = this.flags;
    const isNil = items.length === 0 && nilWhereEmpty.includes(type);
    if (sharpV && isNil) {
      this.write(`${type}(nil)`);
      return;
    }
    this.write(sharpV ? `${type}{` : "[");
    items.forEach((item, i) => {
      if (i > 0) this.write(sharpV ? ", " : " ");
      this.#printElement(item, verb);
    });
    this.write(sharpV ? "}" : "]");
  }

  #printMap(entries: readonly (readonly [GoValue, GoValue | null])[], verb: string): void {
    const { sharpV } = this.flags;
    this.write(sharpV ? "map[string]interface {}{" : "map[");
    entries.forEach(([key, value], i) => {
      if (i > 0) this.write(sharpV ? ", " : " ");
      this.#printItem(key, verb);
      this.write(":");
      this.#printElement(value, verb);
    });
    this.write(sharpV ? "}" : "]");
  }

  #printElement(item: GoValue | null, verb: string): void {
    if (item !== null) this.#printItem(item, verb);
    else this.write(this.flags.sharpV ? "interface {}(nil)" : "<nil>");
  }

  #printStruct(fields: Extract<GoValue, { kind: "struct" }>["fields"], type: string, verb: string): void {
    const { sharpV, plusV } = this.flags;
    this.write(sharpV ? `${type}{` : "{");
    fields.forEach(([name, value], i) => {
      if (i > 0) this.write(sharpV ? ", " : " ");
      if (sharpV || plusV) this.write(`${name}:`);
      this.#printValue(value, verb);
    });
    this.write("}");
  }

  /** Only Go's own slices have an address. Nobody can know it, so it is shown as that of an empty one. */
  #printAddress(value: GoValue): void {
    if (value.type.startsWith("[]")) this.write(formatHex(0n, !this.flags.sharp, this.flags));
    else this.#tellWrongVerb(value, "p");
  }

  #writeOr(text: string | undefined, value: GoValue, verb: string): void {
    if (text === undefined) this.#tellWrongVerb(value, verb);
    else this.write(text);
  }

  #tellWrongVerb(value: GoValue | null, verb: string): void {
    this.write(`%!${verb}(`);
    this.#isTelling = true;
    if (value === null) this.write("<nil>");
    else {
      this.write(`${value.type}=`);
      this.#printValue(value, "v");
    }
    this.#isTelling = false;
    this.write(")");
  }
}

function goByte(byte: number): GoValue {
  return { kind: "uint", type: "uint8", value: BigInt(byte) };
}

/** Lists that are nothing to the reference where telemetry has none of their items. */
const nilWhereEmpty: readonly string[] = ["[]byte", "[]uint8", "[]uint64", "[]float64"];

/** A list of telemetry data is shown as the plain list that it stands for. */
function plainType(type: string): string {
  return type === "pcommon.Slice" ? "[]interface {}" : type;
}

type Scalar = Extract<GoValue, { kind: "bool" | "int" | "uint" | "float" | "string" | "pointer" }>;

/** The text of a value without parts, `undefined` where the verb is not for it. */
function scalarText(value: Scalar, verb: string, flags: FormatFlags): string | undefined {
  switch (value.kind) {
    case "bool":
      return verb === "t" || verb === "v" ? pad(String(value.value), flags) : undefined;
    case "int":
    case "uint":
      return formatWhole(value.value, value.kind === "int", verb, flags);
    case "float":
      return formatFloat(value.value, verb, flags);
    case "string":
      return formatText(value.value, verb, flags);
    case "pointer":
      return nilPointerText(value.type, verb, flags);
  }
}

function nilPointerText(type: string, verb: string, flags: FormatFlags): string | undefined {
  if (verb === "v") return flags.sharpV ? `(${type})(nil)` : pad("<nil>", flags);
  return "bodxX".includes(verb) ? formatWhole(0n, false, verb, flags) : undefined;
}
