import { duration, json, pairs, row, xml } from "./compose.ts";
import { strings } from "./pools.ts";
import type { Random } from "./random.ts";

/** Texts that functions read, by what they are; where order would count, their maps have one key at most. */
export const textsOf = {
  json: [
    '{"a": {"b": [1, 2.5, "x", null, true]}}',
    '{"k": "v"}',
    "[1, 2, 3]",
    '[{"a": 1}, {"b": [[]]}]',
    '{"n": 9007199254740993}',
    '{"n": 1e400}',
    '"\\ud83d\\ude00"',
    " {} ",
  ],
  csv: [
    "1,2,3",
    "a,b",
    '"x,y",2,3',
    "1|2|3",
    'a "b" c,2,3',
    '"a""b",2,3',
    " 1 , 2 ,3",
    "1\t2\t3",
    "1,2\n3,4",
  ],
  pairs: [
    "a=1 b=2",
    "a=1",
    'k="v w"',
    "k='v w' n=2",
    "a:1,b:2",
    "a=b=c",
    "a= b",
    "=x",
    "a==b",
    "k1=v1!k2=v2!",
    "a=1  b=2",
  ],
  xml: [
    "<a/>",
    "<a>x</a>",
    "<a><b>1</b><b>2</b><c/></a>",
    '<a x="1" y="z"><b x="2">t</b>tail</a>',
    "<a><!-- c --><b><![CDATA[raw <x>]]></b></a>",
    '<?xml version="1.0"?><a>&lt;é&#65;</a>',
    "<a>one<b/>two<b>three</b></a>",
    '<a xmlns:p="urn:p"><p:b p:k="v">w</p:b></a>',
    "<a><b><b>deep</b></b></a>",
    "<a></b>",
    "<a",
    "text",
    "<a/><b/>",
    "<a><?pi data?> \n <b> s </b></a>",
  ],
  agents: [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0",
    "curl/8.4.0",
    "Googlebot/2.1 (+http://www.google.com/bot.html)",
    "okhttp/4.12.0",
    "python-requests/2.31.0",
    "Opera/9.80 (Windows NT 6.1) Presto/2.12.388 Version/12.16",
    "nothing known",
  ],
  urls: [
    "http://www.example.com/a/b.html?q=1&r=2#frag",
    "https://user:pw@example.com:8443/p%20q/?x",
    "ftp://h/",
    "//host/path",
    "mailto:a@example.com",
    "http://[2001:db8::1]:80/",
    "/only/path.tar.gz",
    "http://example.com:port/",
    "http://%zz/",
    "http://exämple.com/ü",
    "a:b:c",
    "?q",
    "http://h/.hidden",
  ],
  addresses: [
    "10.0.0.1",
    "192.168.1.77",
    "255.255.255.255",
    "::1",
    "2001:db8::1",
    "::ffff:10.0.0.1",
    "1.2.3",
    "fe80::1%eth0",
  ],
  networks: [
    "10.0.0.0/8",
    "192.168.1.0/24",
    "0.0.0.0/0",
    "2001:db8::/32",
    "::/0",
    "10.0.0.1/32",
    "10.0.0.1",
    "10.0.0.0/33",
  ],
  base64: ["aGVsbG8=", "aGVsbG8", "_-8=", "/+8=", "", "YQ==", "YWI=", "a", "aGVs\nbG8=", "w6k="],
  durations: [
    "1h",
    "1h30m",
    "-2.5s",
    "100ms",
    "1us",
    "3ns",
    "1.5h",
    "0",
    "10",
    "1d",
    "+5m",
    "1h1h",
    ".5s",
    "9223372036854775807ns",
    "2562048h",
  ],
  numbers: [
    "0",
    "42",
    "-17",
    "ff",
    "0xff",
    "0b101",
    "0o17",
    "017",
    "1_000",
    "zz",
    "9223372036854775807",
    "9223372036854775808",
    "+3",
    "1.5",
  ],
  words: [
    "helloWorld",
    "HelloWorldID",
    "snake_case_here",
    "kebab-case",
    "with spaces too",
    "ABCDef",
    "x1y2",
    "UPPER",
    "é_Éa",
    "__a__b",
    "HTTPServer2",
  ],
  luhn: ["17893729974", "4111111111111111", "4111 1111 1111 1111", "0", "18", "1a", "79927398713"],
  times: [
    "2024-02-29T23:59:59Z",
    "2023-07-01 12:34:56",
    "1700000000",
    "10/Oct/2000:13:55:36 -0700",
    "2024-13-01",
  ],
  lines: [
    "55.3.244.1 GET /index.html 15824 0.043",
    '127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] "GET /a.gif HTTP/1.0" 200 2326',
    "Mar 16 00:01:25 host prog[1713]: connect from 168.100.1.3",
    "ERROR 42 boom",
    "key=value; n=3",
    "x@example.com 0a:1b:2c:3d:4e:5f",
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type TextKind = keyof typeof textsOf;

const kinds = Object.keys(textsOf) as TextKind[];

/** The kinds that are also made of pieces. */
const composed: Readonly<Partial<Record<TextKind, (random: Random) => string>>> = {
  json,
  csv: row,
  pairs,
  xml,
  durations: duration,
};

/** A text of a kind, now and then a little broken or another one. */
export function text(random: Random, kind: TextKind): string {
  if (random.chance(0.05)) return random.pick(strings);
  const compose = random.chance(0.5) ? composed[kind] : undefined;
  const made = compose === undefined ? random.pick<string>(textsOf[kind]) : compose(random);
  return random.chance(0.12) ? altered(random, made) : made;
}

/** A text of some kind. */
export function textOfAKind(random: Random): string {
  return text(random, random.pick(kinds));
}

const units = [
  " ",
  "0",
  "9",
  "a",
  "Z",
  ",",
  "=",
  "/",
  ".",
  "-",
  ":",
  '"',
  "'",
  "<",
  ">",
  "&",
  "%",
  "é",
  "😀",
  "\\",
  "\n",
  "\t",
];

/** A text with a character left out, put in or replaced. */
export function altered(random: Random, source: string): string {
  const characters = [...source];
  const at = random.below(characters.length + 1);
  const removed = random.pick([0, 1, 1]);
  const added = random.chance(0.7) ? [random.pick(units)] : [];
  return characters.toSpliced(at, removed, ...added).join("");
}
