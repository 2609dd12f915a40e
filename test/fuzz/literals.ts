import { toHex } from "../../src/core/bytes.ts";
import type { TypeName } from "../../src/core/values.ts";
import { duration } from "./compose.ts";
import { byteStrings, doubles, ints, strings } from "./pools.ts";
import type { Random } from "./random.ts";

/** The text of a literal of a type, or of a call with literals; `undefined` where the type has neither. */
export function literalText(random: Random, type: TypeName, enums: readonly string[]): string | undefined {
  switch (type) {
    case "nil":
      return "nil";
    case "bool":
      return random.pick(["true", "false"]);
    case "int":
      if (enums.length > 0 && random.chance(0.15)) return random.pick(enums);
      return random.chance(0.03)
        ? random.pick(["007", "08", "9223372036854775808", "+5", "1_0"])
        : String(random.pick(ints));
    case "double":
      return random.chance(0.05)
        ? random.pick(["1.", ".5", "1.e3", "1e3", "1.0e400", "00.5"])
        : doubleText(random.pick(doubles));
    case "string":
      return random.chance(0.03) ? random.pick(oddStrings) : quote(random.pick(strings));
    case "bytes":
      return random.chance(0.05)
        ? random.pick(["0xabc", "0X01", "0xAb"])
        : `0x${toHex(random.pick(byteStrings))}`;
    case "time":
      return random.pick(times);
    case "duration":
      return `Duration(${quote(duration(random))})`;
    case "trace id":
      return `TraceID(0x${random.pick(["0102030405060708090a0b0c0d0e0f10", "00000000000000000000000000000000"])})`;
    case "span id":
      return `SpanID(0x${random.pick(["0102030405060708", "ffffffffffffffff"])})`;
    default:
      return undefined;
  }
}

const times = [
  "Unix(0)",
  "Unix(1700000000, 123456789)",
  "Unix(-1)",
  "Unix(951782400)",
  'Time("2024-02-29", "%F")',
  'Time("2023-07-01 12:34:56", "%F %T", "Europe/Berlin")',
];

const oddStrings = [
  '"\\x41"',
  '"\\xff"',
  '"\\101"',
  '"\\U0001F600"',
  '"\\/"',
  '"\\d"',
  '"\\u00e9"',
  '"\\a\\v"',
  "'a'",
  '"a\nb"',
];

/** A string literal. */
export function quote(text: string): string {
  return JSON.stringify(text);
}

/** The grammar takes an exponent only behind a point. */
function doubleText(value: number): string {
  if (Object.is(value, -0)) return "-0.0";
  const text = String(value);
  if (text.includes(".")) return text;
  const [mantissa = "", exponent] = text.split("e");
  return exponent === undefined ? `${mantissa}.0` : `${mantissa}.0e${exponent}`;
}
