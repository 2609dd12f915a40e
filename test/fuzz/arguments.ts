/**
 * Arguments that fit together: what a function needs to get anywhere, where texts picked at random nearly always fail.
 */
import { collectionArguments, delimiters } from "./collections.ts";
import * as compose from "./compose.ts";
import { layout, timeArguments } from "./layouts.ts";
import { quote } from "./literals.ts";
import type { Random } from "./random.ts";
import { type TextKind, text } from "./texts.ts";

/** The texts of the arguments of a call, the positional ones first. */
type Fitting = (random: Random) => string[];

const one =
  (kind: TextKind): Fitting =>
  (random) => [quote(text(random, kind))];

const sometimes = (random: Random, probability: number, make: () => string): string[] =>
  random.chance(probability) ? [make()] : [];

/** None of them goes up from several nodes at once: the reference never ends where these have the same parent. */
const xPaths = [
  "/a",
  "//b",
  "/a/b",
  "/a/b[1]",
  "/a/b[last()]",
  "//@x",
  "/a/@*",
  "//text()",
  "//b/text()",
  "//comment()",
  "/a/b[@x='2']",
  "/a/c",
  "//*",
  "/a/node()",
  "//nothing",
  "/",
  ".",
  "//b | //c",
  "//p:b",
  "count(//b)",
  "//b[text()='1']",
  "//processing-instruction()",
  "//b[position()>1]",
  "//*[contains(text(),'t')]",
  "",
  "(",
  "/a[",
];
const xPath = (random: Random): string =>
  quote(random.chance(0.6) ? compose.xPath(random) : random.pick(xPaths));
const document = (random: Random): string => quote(text(random, "xml"));

const groks = [
  "%{IP:client} %{WORD:method} %{URIPATHPARAM:request} %{NUMBER:bytes} %{NUMBER:duration}",
  "%{WORD:level} %{INT:n:int} %{GREEDYDATA}",
  "%{WORD:level} %{NUMBER:n:double}",
  "%{COMMONAPACHELOG}",
  "%{SYSLOGBASE} %{GREEDYDATA:message}",
  "%{IP}",
  "%{WORD:a}",
  "%{WORD:a:bool}",
  "%{EMAILADDRESS:mail} %{MAC:mac}",
  "(?P<x>\\d+)",
  "%{OWN:o}",
  "%{NONE:x}",
  "%{WORD",
  "",
  "%{DATA:a}=%{DATA:b};",
];
const extracting = [
  "(?P<a>\\w+)",
  "^(?P<k>\\w+)=(?P<v>\\w+)",
  "(?P<n>\\d+)",
  "(?P<a>x)?(?P<b>.*)",
  "(?P<a>.)(?P<a>.)",
  "(\\w+)",
  "(?<b>[a-z]+)",
  "(",
];
const formats: readonly (readonly [format: string, ...kinds: string[]])[] = [
  ["%s", '"x"'],
  ["%s-%d", '"a"', "5"],
  ["%5.2f|", "1.5"],
  ["%05d", "-42"],
  ["%x %X", "255", '"hi"'],
  ["%v %v", "true", "1.0"],
  ["%q", '"a\\"b"'],
  ["%t", "false"],
  ["%e %g", "12345.678", "1e21"],
  ["%+d % d", "3", "4"],
  ["%-6s|%6s|", '"é"', '"ab"'],
  ["%c %U", "128512", "65"],
  ["%b %o %O", "5", "8", "8"],
  ["%T", "1"],
  ["%[2]d %[1]d", "1", "2"],
  ["%*d", "5", "42"],
  ["%d", '"no int"'],
  ["%d"],
  ["x", "1"],
  ["%!", "1"],
  ["%", "1"],
  ["%%"],
  ["%v", "nil"],
  ["%v", "0xff00"],
  ["%s %v", '["a", 1]', "[]"],
  ["%#v %+v", '"a"', "1"],
  ["%.3s|%.1f|%8.3e", '"abcdef"', "0.05", "1234.5"],
];
const charsets = [
  "utf8",
  "utf-8",
  "ascii",
  "us-ascii",
  "utf-16",
  "utf-16le",
  "utf-16be",
  "iso-8859-1",
  "latin1",
  "windows-1252",
  "shift_jis",
  "gbk",
  "big5",
  "euc-kr",
  "koi8-r",
  "base64",
  "base64-raw",
  "base64-url",
  "base64-raw-url",
  "nowhere",
  "",
];
const cases = ["upper", "lower", "snake", "camel", "Title", ""];
const strategies = ["insert", "update", "upsert", "replace"];
const variants = ["base64", "base64-raw", "base64-url", "base64-raw-url", "base32", ""];
const hexes = [
  "0x0102030405060708090a0b0c0d0e0f10",
  "0x0102030405060708",
  '"0102030405060708090a0b0c0d0e0f10"',
  '"0102030405060708"',
  '"ffffffffffffffff"',
  "0x00000000000000000000000000000000",
  '"zz"',
  "0x01",
  '""',
];
/**
 * Converters that an argument may name. One of a single parameter that takes no text is not among them: the reference
 * crashes where it calls it, and ottlkit refuses such a text at once.
 */
const functionNames = ["ToUpperCase", "ToLowerCase", "Base64Encode", "Trim", "ToSnakeCase", "Split", "Nope"];

/** What a mapping of severities reads, and the mapping. */
type Severities = readonly (readonly [targets: readonly string[], ranges: string])[];

const severities: Severities = [
  [
    ["300", "399", "200", "299"],
    '{"error": [{"range": {"min": 300, "max": 399}}], "info": [{"range": "2xx"}]}',
  ],
  [['"w"', '"warn"', "-3", "-5"], '{"warn": [{"equals": ["w", "warn"]}, {"range": {"min": -5, "max": -1}}]}'],
  [["500", "404", "599"], '{"fatal": [{"range": "5xx"}], "warn": [{"range": "4xx"}]}'],
];
const wrongSeverities: Severities = [
  [["301", "200"], '{"error": [{"min": 300, "max": 399}], "info": [{"range": "2xx"}]}'],
  [["0", '"W"'], '{"debug": [{"equals": [0, 1]}], "warn": [{"equals": "w"}]}'],
  [["4", '"w"'], '{"warn": ["w", 4]}'],
  [["1"], '{"x": []}'],
  [["1"], '{"x": 1}'],
  [["1"], '{"x": [{"range": {"min": 1}}]}'],
  [["1"], "{}"],
];

/** A row, its header and how both are cut. */
function csv(random: Random): string[] {
  const fitting = random.weighted<string[]>([
    [4, () => [quote(text(random, "csv")), random.pick(['"a,b,c"', '"a,b"', '"x"'])]],
    [1, () => ['"1|2|3"', '"a|b|c"', '"|"']],
    [1, () => ['"1;2"', '"a,b"', 'delimiter=";"', 'header_delimiter=","']],
    [1, () => ['"1\\t2"', '"a\\tb"', '"\\t"']],
    [1, () => [quote(text(random, "csv")), '"a,b,c"', '","', '","']],
  ]);
  const mode = random.pick(["strict", "lazyQuotes", "ignoreQuotes", "other"]);
  return [...fitting, ...sometimes(random, 0.4, () => `mode=${quote(mode)}`)];
}

function severity(random: Random): string[] {
  const [targets, ranges] = random.pick(random.chance(0.75) ? severities : wrongSeverities);
  const strange = ["599", "600", "1.5", "nil", '"w"', "0", "true"];
  return [random.pick(random.chance(0.8) ? targets : strange), ranges];
}

function communityId(random: Random): string[] {
  const good = random.chance(0.7);
  const mostly = (fine: readonly string[], odd: readonly string[]): string =>
    random.pick(good ? fine : [...fine, ...odd]);
  const four = random.chance(0.5);
  const address = () =>
    quote(
      good
        ? random.pick(four ? ["10.0.0.1", "192.168.1.77", "1.2.3.4"] : ["::1", "2001:db8::1", "fe80::2"])
        : text(random, "addresses"),
    );
  const port = () => mostly(["1", "80", "443", "8080", "65535"], ["0", "65536", "-1"]);
  const protocol = mostly(["TCP", "UDP", "SCTP", "ICMP", "ICMP6", "RSVP"], ["tcp", ""]);
  return [
    address(),
    port(),
    address(),
    port(),
    ...sometimes(random, 0.4, () => `protocol=${quote(protocol)}`),
    ...sometimes(random, 0.3, () => `seed=${mostly(["0", "1", "65535"], ["65536"])}`),
  ];
}

function grok(random: Random): string[] {
  const args = [quote(text(random, "lines")), quote(random.pick(groks))];
  if (random.chance(0.4)) args.push(random.pick(["true", "false"]));
  if (random.chance(0.3)) {
    const definitions = random.pick(['["OWN=[A-Z]+"]', '["OWN=%{WORD}"]', '["OWN"]', "[]", '["=x"]']);
    args.push(`pattern_definitions=${definitions}`);
  }
  return args;
}

const flat = ([format, values]: readonly [string, readonly string[]]) => [format, ...values] as const;

function formatted(random: Random): string[] {
  const [format, ...values] = random.chance(0.4) ? random.pick(formats) : flat(compose.format(random));
  return [quote(format), `[${values.join(", ")}]`];
}

function pairs(random: Random): string[] {
  return [
    quote(text(random, "pairs")),
    ...sometimes(random, 0.3, () => `delimiter=${quote(random.pick(delimiters))}`),
    ...sometimes(random, 0.3, () => `pair_delimiter=${quote(random.pick(delimiters))}`),
  ];
}

function integer(random: Random): string[] {
  if (random.chance(0.4)) {
    const base = random.pick(["10", "16", "2", "0", "36", "8", "1", "37", "-1"]);
    return [quote(text(random, "numbers")), base];
  }
  const [digits, base] = random.pick([
    ["42", "10"],
    ["-17", "10"],
    ["+3", "0"],
    ["ff", "16"],
    ["-FF", "16"],
    ["0xff", "0"],
    ["0b101", "0"],
    ["1_000", "0"],
    ["0o17", "0"],
    ["017", "0"],
    ["zz", "36"],
    ["101", "2"],
    ["-9223372036854775808", "10"],
  ] as const);
  return [quote(digits), base];
}

function substring(random: Random): string[] {
  const bound = () => String(random.pick([0, 1, 2, 3, -1, 5]));
  return [
    quote(random.pick(["hello", "héllo", "😀x", "abc", ""])),
    bound(),
    bound(),
    ...sometimes(random, 0.3, () => random.pick(["true", "false"])),
  ];
}

/** By the names of functions and parameters, texts of an argument that stands alone. */
const single: Readonly<Record<string, (random: Random) => string>> = {
  "merge_maps.strategy": (random) => quote(random.pick(strategies)),
  "replace_all_patterns.mode": (random) => quote(random.pick(["key", "value", "value", "both"])),
  "flatten.prefix": (random) => quote(random.pick(["p", "", "a.b"])),
  "flatten.depth": (random) => random.pick(["0", "1", "2", "-1", "100"]),
  "limit.limit": (random) => random.pick(["0", "1", "2", "5", "100", "-1"]),
  "limit.priority_keys": (random) => random.pick(["[]", '["s"]', '["s", "n", "m"]', '["zz"]']),
  "truncate_all.limit": (random) => random.pick(["0", "1", "2", "3", "5", "100", "-1"]),
  "truncate_all.truncation_marker": (random) => quote(random.pick(["…", "...", "", "long marker"])),
  "delete_index.start_index": (random) => random.pick(["0", "0", "0", "0", "1", "2", "-1", "9"]),
  "delete_index.end_index": (random) => random.pick(["0", "1", "1", "2", "3", "-1", "9"]),
};

const globs = ["*", "a*", "?", "*b", "[a-c]*", "h?llo*", "{a,b}*", "[", "true", "*é*", "\\*", ""];
const replacements = ["x", "", "$1", "$" + "{1}", "$0", "$" + "{n}", "$$", "<$1>", "$10", "é", "\\", "$n"];
const replacementFormats = ["%s", "x-%s", "<%s>", "%d", "%s%s", "", "%q"];

/** By the names of parameters alone. */
const named: Readonly<Record<string, (random: Random) => string>> = {
  replacement: (random) => quote(random.pick(replacements)),
  replacement_format: (random) => quote(random.pick(replacementFormats)),
  function: (random) => random.pick(functionNames),
};

/** A text and a piece of it, mostly. */
const piece: Fitting = (random) => {
  const whole = text(random, random.pick(["words", "urls", "lines"]));
  const [from, to] = [random.below(4), 1 + random.below(4)];
  const part = random.pick([whole.slice(0, to), whole.slice(-to), whole.slice(from, from + to), "x"]);
  return [quote(whole), quote(part)];
};

const fitting: Readonly<Record<string, Fitting>> = {
  ...collectionArguments,
  FNV: one("words"),
  HasPrefix: piece,
  HasSuffix: piece,
  Log: (random) => [random.pick(["1", "2.5", "1000", '"10"', '"1e3"', "0", "-1", "true", '"x"'])],
  MD5: one("words"),
  Murmur3Hash: one("words"),
  Murmur3Hash128: one("words"),
  SHA1: one("words"),
  SHA256: one("words"),
  SHA512: one("words"),
  ToLowerCase: one("words"),
  ToUpperCase: one("words"),
  Trim: (random) => [quote(` ${text(random, "words")}\n`), ...sometimes(random, 0.4, () => quote(" "))],
  TrimPrefix: piece,
  TrimSuffix: piece,
  XXH128: one("words"),
  XXH3: one("words"),
  Base64Decode: one("base64"),
  Base64Encode: (random) => [
    quote(text(random, "words")),
    ...sometimes(random, 0.6, () => quote(random.pick(variants))),
  ],
  CommunityID: communityId,
  ConvertAttributesToElementsXML: (random) => [
    document(random),
    ...sometimes(random, 0.5, () => xPath(random)),
  ],
  ConvertCase: (random) => [quote(text(random, "words")), quote(random.pick(cases))],
  ConvertTextToElementsXML: (random) => [
    document(random),
    ...sometimes(random, 0.5, () => `x_path=${xPath(random)}`),
    ...sometimes(random, 0.4, () => `element_name=${quote(random.pick(["t", "value", "", "a b", "1"]))}`),
  ],
  Decode: (random) => [
    random.pick([
      quote(text(random, "base64")),
      quote(text(random, "words")),
      "0x80e9",
      "0xfffe6100",
      "0xc3a9",
    ]),
    quote(random.pick(charsets)),
  ],
  Duration: one("durations"),
  ExtractGrokPatterns: grok,
  ExtractPatterns: (random) => [quote(text(random, "lines")), quote(random.pick(extracting))],
  Format: formatted,
  FormatTime: (random) => [
    random.pick(["Unix(0)", "Unix(1700000000, 123456789)", 'Time("2024-02-29", "%F")', "Unix(-1)"]),
    quote(layout(random)),
  ],
  GetXML: (random) => [document(random), xPath(random)],
  Hex: (random) => [random.pick(["0xff00", '"hé"', "255", "-1", "1.5", "true"])],
  // One element is put in: of several, in a second place, the reference never finds the end.
  InsertXML: (random) => [document(random), xPath(random), quote(compose.xml(random))],
  IsInCIDR: (random) => [
    quote(text(random, "addresses")),
    `[${random.list([0, 1, 2, 2], () => quote(text(random, "networks"))).join(", ")}]`,
  ],
  IsValidLuhn: one("luhn"),
  ParseCSV: csv,
  ParseInt: integer,
  ParseJSON: one("json"),
  ParseKeyValue: pairs,
  ParseSeverity: severity,
  ParseSimplifiedXML: one("xml"),
  ParseXML: one("xml"),
  RemoveXML: (random) => [document(random), xPath(random)],
  SpanID: (random) => [random.pick(hexes)],
  Substring: substring,
  Time: timeArguments,
  ToCamelCase: one("words"),
  ToSnakeCase: one("words"),
  ToValidUTF8: (random) => [
    random.pick(['Substring("é", 0, 1)', 'Concat([Substring("é", 1, 1), "x"], "")', '"é"']),
    ...sometimes(random, 0.5, () => quote(random.pick(["?", "", "\ufffd"]))),
  ],
  TraceID: (random) => [random.pick(hexes)],
  TruncateTime: (random) => [
    random.pick(["Unix(1700000001, 5)", "Unix(0)", "Unix(-5)"]),
    `Duration(${quote(text(random, "durations"))})`,
  ],
  URL: one("urls"),
  UserAgent: one("agents"),
  Unix: (random) => [
    random.pick(["0", "1", "-1", "1700000000", "253402300800", "-62135596801"]),
    ...sometimes(random, 0.5, () => random.pick(["0", "5", "-1", "999999999", "1000000000"])),
  ],
};

/** Arguments with which a function mostly answers, `undefined` where any will do. */
export function fittingArguments(random: Random, name: string): readonly string[] | undefined {
  return fitting[name]?.(random);
}

/** An argument that a parameter mostly takes, `undefined` where its type says enough. */
export function fittingArgument(random: Random, callee: string, param: string): string | undefined {
  if (param === "pattern" && (callee === "replace_match" || callee === "replace_all_matches"))
    return quote(random.chance(0.5) ? compose.glob(random) : random.pick(globs));
  return (single[`${callee}.${param}`] ?? named[param])?.(random);
}
