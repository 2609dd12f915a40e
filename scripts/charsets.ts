/**
 * Writes `src/functions/data/charsets/` from the sources of the Go module golang.org/x/text:
 * `npx node scripts/charsets.ts <folder of the module>`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const module = process.argv[2];
if (module === undefined) throw new Error("usage: charsets.ts <folder of golang.org/x/text>");
const read = (path: string) => readFileSync(join(module, "encoding", path), "utf8");
const out = new URL("../src/functions/data/charsets/", import.meta.url);

/** The code points of a Go array, 0 where it has none. */
function arrayOf(path: string, name: string): number[] {
  const source = read(path);
  const start = source.indexOf(`var ${name} = [...]uint`);
  const points: number[] = [];
  for (const [, index, point] of source
    .slice(start, source.indexOf("\n}", start))
    .matchAll(/^\t(\d+): +(0x[0-9A-F]+),/gm)) {
    points[Number(index)] = Number(point);
  }
  return Array.from(points, (point) => point ?? 0);
}

function write(file: string, text: string): void {
  writeFileSync(new URL(file, out), text);
}

/**
 * Writes a table as `unpackTable` reads it. In the places for which `isFilled` holds, the code points that the rest of
 * the table does not have follow each other.
 */
function pack(points: readonly number[], isFilled: (index: number) => boolean = () => false): string {
  const known = new Set(points.filter((_, index) => !isFilled(index)));
  const next = (point: number, filled: boolean): number => {
    let after = point + 1;
    while (filled && known.has(after)) after++;
    return after;
  };
  const tokens: string[] = [];
  let before = 0;
  for (let i = 0; i < points.length; ) {
    const point = points[i] as number;
    const filled = isFilled(i);
    let end = i + 1;
    let last = point;
    if (point === 0) {
      while (end < points.length && points[end] === 0) end++;
      tokens.push(` ${digits(end - i)}`);
    } else {
      while (isFilled(end) === filled && points[end] === next(last, filled)) last = points[end++] as number;
      const rest = end - i - 1;
      const single = digits(point > before ? 2 * (point - before) : 2 * (before - point) + 1);
      tokens.push(rest === 0 ? single : `${single}${filled ? "~" : "!"}${digits(rest)}`);
      before = filled ? point : last;
    }
    i = end;
  }
  const lines = [""];
  for (const token of tokens) {
    if ((lines.at(-1) as string).length + token.length > 108) lines.push("");
    lines[lines.length - 1] += token;
  }
  return lines.join("\n");
}

/** A number in groups of five bits from the lowest, each a digit of base64, of which the last is below 32. */
function digits(value: number): string {
  const rest = value >> 5;
  return rest === 0 ? digit(value) : digit((value & 31) | 32) + digits(rest);
}

function digit(value: number): string {
  return "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".charAt(value);
}

function writeTable(name: string, about: string, packed: string): void {
  write(
    `${name}.ts`,
    `/** ${about}, packed as \`unpackTable\` reads it; made by \`scripts/charsets.ts\`. */\nexport const ${camel(name)} = \`\n${packed}\n\`;\n`,
  );
}

function camel(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

writeTable("jis0208", "The index of JIS X 0208", pack(arrayOf("japanese/tables.go", "jis0208Decode")));
writeTable("jis0212", "The index of JIS X 0212", pack(arrayOf("japanese/tables.go", "jis0212Decode")));
writeTable("big5", "The index of Big5", pack(arrayOf("traditionalchinese/tables.go", "decode")));
const hasOldHangul = (index: number) => index < 178 * 70 && (index < 178 * 32 || index % 178 < 84);
writeTable("euc-kr", "The index of EUC-KR", pack(arrayOf("korean/tables.go", "decode"), hasOldHangul));
const isExtension = (index: number) => index < 190 * 32 || (index >= 190 * 41 && index % 190 < 96);
writeTable("gbk", "The index of GBK", pack(arrayOf("simplifiedchinese/tables.go", "decode"), isExtension));

const ranges = [
  ...(read("simplifiedchinese/tables.go")
    .split("var decode")[0]
    ?.matchAll(/^\t\{(0x[0-9a-f]+), (0x[0-9a-f]+)\},/gm) ?? []),
].flatMap(([, index, point]) => [Number(index), Number(point)]);
write(
  "gb18030-ranges.ts",
  `/** Pairs of the first index and the first code point of each range of GB 18030's four bytes; made by \`scripts/charsets.ts\`. */\nexport const gb18030Ranges: readonly number[] = ${JSON.stringify(ranges)};\n`,
);

/** The decoder of each name that the registry has. */
const encoders = new Map<string, string>();
const index = read("ianaindex/ianaindex.go");
for (const [, id, encoder] of index
  .slice(index.indexOf("var encodings"))
  .matchAll(/^\t(enc\d+): +(.+),$/gm)) {
  encoders.set(id as string, keyOf(encoder as string));
}

/** `charmap.ISO8859_6E` is called `iso-8859-6`, `unicode.UTF16(unicode.BigEndian, unicode.UseBOM)` `utf-16`. */
function keyOf(encoder: string): string {
  const known: Readonly<Record<string, string>> = {
    asciiEnc: "ascii",
    "unicode.UTF8": "utf-8",
    "unicode.UTF16(unicode.BigEndian, unicode.UseBOM)": "utf-16",
    "unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)": "utf-16be",
    "unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)": "utf-16le",
  };
  if (known[encoder] !== undefined) return known[encoder];
  const name = encoder.replace(/^\w+\./, "").toLowerCase();
  return name
    .replace(/^iso8859_(\d+)[ei]?$/, "iso-8859-$1")
    .replace(/^codepage0*/, "cp")
    .replace(/^koi8(.)$/, "koi8-$1")
    .replace(/^windows(\d+)$/, "windows-$1")
    .replace(/^euc(..)$/, "euc-$1")
    .replace(/^iso2022jp$/, "iso-2022-jp")
    .replace(/^shiftjis$/, "shift_jis")
    .replace(/^hzgb2312$/, "hz-gb-2312");
}

const names = new Map<string, Set<string>>();
const aliases = read("ianaindex/tables.go");
for (const [, name, id] of aliases
  .slice(aliases.indexOf("var ianaAliases"))
  .matchAll(/"([^"]+)": +(enc\d+),/g)) {
  const key = encoders.get(id as string);
  if (key === undefined) continue;
  names.set(key, (names.get(key) ?? new Set()).add((name as string).toLowerCase()));
}
const lines = Array.from(
  names,
  ([key, all]) => `  ${JSON.stringify(key)}: ${JSON.stringify([...all].join(" "))},`,
);
write(
  "names.ts",
  `/** The names of the IANA registry, in lower case, by the character set that they mean; made by \`scripts/charsets.ts\`. */\nexport const charsetNames: Readonly<Record<string, string>> = {\n${lines.toSorted().join("\n")}\n};\n`,
);

/** The tables of character sets of one byte: from 0x80 where the rest is ASCII, from 0 in EBCDIC. */
const upper: string[] = [];
const whole: string[] = [];
for (const [, name, body] of read("charmap/tables.go").matchAll(
  /^var (\w+) = Charmap\{(.*?)\n\tencode:/gms,
)) {
  const key = keyOf(`charmap.${name}`);
  if (![...encoders.values()].includes(key)) continue;
  const points = [...(body as string).matchAll(/\{(\d), \[3\]byte\{(0x..), (0x..), (0x..)\}\}/g)].map(
    ([, length, ...bytes]) => {
      const text = new TextDecoder().decode(Uint8Array.from(bytes.slice(0, Number(length)), Number));
      return text.codePointAt(0) as number;
    },
  );
  if (points.length !== 256) throw new Error(`${name} has ${points.length} characters`);
  if ((body as string).includes("asciiSuperset: true")) {
    const packed = pack(points.slice(128).map((point) => (point === 0xfffd ? 0 : point)));
    upper.push(`  ${JSON.stringify(key)}: ${JSON.stringify(packed.replaceAll("\n", ""))},`);
  } else {
    whole.push(
      `  ${JSON.stringify(key)}: ${JSON.stringify(String.fromCodePoint(...points)).replace(/[\x7f-\xa0]/g, (c) => `\\x${c.charCodeAt(0).toString(16)}`)},`,
    );
  }
}
write(
  "single-byte.ts",
  `/** The characters of the bytes from 0x80 on, packed as \`unpackTable\` reads them; made by \`scripts/charsets.ts\`. */\nexport const upperHalves: Readonly<Record<string, string>> = {\n${upper.join("\n")}\n};\n\n/** The characters of all bytes in the character sets that are not above ASCII. */\nexport const wholeTables: Readonly<Record<string, string>> = {\n${whole.join("\n")}\n};\n`,
);
