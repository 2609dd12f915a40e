import { type Group, group } from "./group.ts";
import { gaugeOf, payloadOf } from "./payload.ts";
import { targets } from "./targets.ts";

const value = { kind: "value" } as const;
const call = (text: string, pattern: string): string =>
  `ExtractPatterns(${JSON.stringify(text)}, ${JSON.stringify(pattern)})`;

/** Patterns that data gives, with the texts they are for. */
const dynamic = payloadOf([
  gaugeOf("patterns", [
    { s: "a1", p: "(?P<letter>[a-z])(?P<digit>\\d)" },
    { s: "a1", p: "(?P<letter>[a-z])" },
    { s: "a1", p: "[a-z]" },
    { s: "a1", p: "(" },
    { s: "a1", p: "" },
    { s: "a1", p: "(?=a)(?P<x>a)" },
    { s: "a1" },
    { s: 1n, p: "(?P<x>1)" },
    { p: "(?P<x>1)" },
    { s: "a1", p: 5n },
    { s: "a1", p: null },
  ]),
]);

/** The function that takes texts apart by the groups of a pattern. */
export const extract: readonly Group[] = [
  group("functions/ExtractPatterns", "What the named groups of a pattern match.", value, {
    "gives each named group": [
      call("GET /users 200", "^(?P<method>\\w+) (?P<path>\\S+) (?P<status>\\d+)$"),
      call("GET /users", "(?<method>\\w+) (?<path>\\S+)"),
      call("key=value", "(?P<k>\\w+)=(\\w+)"),
      call("key=value", "(?P<k>\\w+)=(?P<v>\\w+)"),
      call("key", "(?P<_1>k)(?P<A9>ey)"),
      call("a,b,c", "(?P<letter>[a-z])"),
      call("héllo 日本", "(?P<one>\\pL+) (?P<two>\\pL+)"),
      call("😀😃", "(?P<face>.)"),
      call("aB", "(?i)(?P<x>AB)"),
      call("line\nnext", "(?s)line(?P<rest>.*)"),
      call("line\nnext", "(?m)^(?P<second>n.*)$"),
    ],
    "gives the empty text for groups that match nothing or take no part": [
      call("a", "(?P<a>a)(?P<b>b)?"),
      call("b", "(?P<a>a)|(?P<b>b)"),
      call("", "(?P<all>.*)"),
      call("x", "(?P<empty>)x"),
      call("aab", "(?:(?P<a>a)|(?P<b>b))*"),
      call("aba", "(?:(?P<a>a)|(?P<b>b))*"),
    ],
    "keeps the last of groups with one name": [
      call("ab", "(?P<x>a)(?P<x>b)"),
      call("a", "(?P<x>a)(?P<x>b)?"),
      call("b", "(?P<x>a)|(?P<x>b)"),
      call("ab", "(?P<x>a)(?P<y>b)(?P<x>)"),
    ],
    "prefers what the pattern prefers": [
      call("aaa", "(?P<x>a+?)(?P<y>a*)"),
      call("aaa", "(?P<x>a*)(?P<y>a*)"),
      call("abcd", "(?P<x>a|ab)(?P<y>c|bcd)(?P<z>d*)"),
      call("xaax", "(?U)(?P<x>a+)"),
    ],
    "gives an empty map where nothing matches": [
      call("abc", "^(?P<x>\\d+)$"),
      call("", "(?P<x>a)"),
      call("a\n", "^(?P<x>a)$"),
    ],
    "demands a named group only when it is evaluated": [
      call("a", "a"),
      call("a", "(a)"),
      call("a", "(?:a)"),
      call("a", ""),
      { text: `${call("a", "a")} == nil or true`, kind: "condition" },
      'ExtractPatterns(attributes["missing"], "a")',
    ],
    "refuses what is no pattern": [
      call("a", "("),
      call("a", "(?P<x>a"),
      call("a", "(?P<>a)"),
      call("a", "(?P<x-y>a)"),
      call("a", "(?P<é>a)"),
      call("a", "(?P<x y>a)"),
      call("a", "(?P=x)(?P<x>a)"),
      call("a", "(?=a)(?P<x>a)"),
      call("aa", "(?P<x>a)\\1"),
      call("a", "(?P<x>a){1001}"),
      call("a", "(?'x'a)"),
    ],
    "is a map": [
      `${call("k=v", "(?P<k>\\w)=(?P<v>\\w)")}["v"]`,
      `${call("k=v", "(?P<k>\\w)=(?P<v>\\w)")}["missing"]`,
      `${call("k=v", "(?P<k>\\w)=(?P<v>\\w)")}[0]`,
      `IsMap(${call("k", "(?P<k>\\w)")})`,
      `Len(${call("k=v", "(?P<k>\\w)=(?P<v>\\w)")})`,
      { text: `${call("k", "(?P<k>\\w)")} == {"k": "k"}`, kind: "condition" },
      { text: `${call("k", "(?P<k>\\d)")} == {}`, kind: "condition" },
      `[${call("k", "(?P<k>\\w)")}]`,
      `{"m": ${call("k", "(?P<k>\\w)")}}`,
    ],
    "takes or refuses a target of each kind": targets.map(
      (target) => `ExtractPatterns(${target}, "(?P<x>t)")`,
    ),
    "takes or refuses a pattern of each kind": targets.map((target) => `ExtractPatterns("text", ${target})`),
    "answers for each value of telemetry": [
      { text: 'ExtractPatterns(attributes["v"], "(?P<first>.)(?P<rest>.*)")', data: "values" },
      {
        text: 'ExtractPatterns(attributes["s"], "(?P<word>\\\\w+)(?:[^\\\\w](?P<next>\\\\w+))?")',
        data: "strings",
      },
      { text: 'ExtractPatterns(attributes["v"], "(?P<__proto__>x)(?P<constructor>x)")', data: "hostile" },
      { text: 'ExtractPatterns(name, "^(?P<base>.*)_total$")', data: "mesh", context: "metric" },
      { text: 'ExtractPatterns(Substring("é", 0, 1), "(?P<byte>.)")' },
      { text: 'ExtractPatterns(Substring("aé", 0, 2), "(?P<a>a)(?P<byte>\\\\x{fffd})")' },
      { text: 'ExtractPatterns("a", Substring("é", 0, 1))' },
    ],
    "takes its pattern from data": [
      { text: 'ExtractPatterns(attributes["s"], attributes["p"])', payload: dynamic },
      { text: 'ExtractPatterns("a1", attributes["p"])', payload: dynamic },
      'ExtractPatterns("ab", Concat(["(?P<x>a", ")"], ""))',
      'ExtractPatterns("ab", "(?P<x>a" + ")")',
      'ExtractPatterns("ab", "(?P<x>a" + "")',
    ],
    "needs exactly two arguments": [
      "ExtractPatterns()",
      'ExtractPatterns("a")',
      'ExtractPatterns("a", "(?P<x>a)", "b")',
      'ExtractPatterns("a", "(?P<x>a)",)',
    ],
    "takes its arguments by name": [
      'ExtractPatterns(target = "a", pattern = "(?P<x>a)")',
      'ExtractPatterns(pattern = "(?P<x>a)", target = "a")',
      'ExtractPatterns("a", pattern = "(?P<x>a)")',
      'ExtractPatterns("a", regex = "(?P<x>a)")',
      'ExtractPatterns(target = "a", "(?P<x>a)")',
    ],
  }),
];
