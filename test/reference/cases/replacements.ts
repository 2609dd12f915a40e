import { type Group, group, type Sections } from "./group.ts";

const statement = { kind: "statement", context: "datapoint", data: "edited" } as const;

const texts = [
  'attributes["s"]',
  'attributes["b"]',
  'attributes["map"]["k"]',
  'attributes["a"]',
  'attributes["list"]',
  'attributes["list"][1]',
  'attributes["list"][9]',
  'attributes["by"]',
  'attributes["missing"]',
  "attributes",
  "metric.name",
  "metric.description",
  "metric.type",
  "time",
  "value_int",
  "scope.name",
  'cache["x"]',
  "nowhere",
  '"text"',
  "nil",
];

const maps = [
  "attributes",
  'attributes["map"]',
  "resource.attributes",
  "scope.attributes",
  "cache",
  'attributes["missing"]',
  'attributes["s"]',
  "metric.name",
  "nowhere",
  '{"a": "b"}',
];

const regexps = [
  '"l"',
  '"^h"',
  '"o$"',
  '"l+"',
  '"l*"',
  '""',
  '"^"',
  '"$"',
  '"\\\\b"',
  '"(?i)HELLO"',
  '"[^a-z]"',
  '"é|😀"',
  '"."',
  '"("',
  '"(?=a)"',
  "nil",
  "1",
  'attributes["b"]',
  'attributes["a"]',
  'attributes["missing"]',
  'Concat(["l", "+"], "")',
];

const templates = [
  '"X"',
  '""',
  '"$0"',
  '"[$1]"',
  '"$2-$1"',
  '"${1}_x"',
  '"$1_x"',
  '"$$"',
  '"$"',
  '"$$1"',
  '"${y}"',
  '"$x"',
  '"${x"',
  '"${}"',
  '"$10"',
  '"$01"',
  '"$é"',
  'attributes["b"]',
  'attributes["a"]',
  'attributes["missing"]',
  "1",
  "nil",
];

const globs = [
  '"*"',
  '"hello*"',
  '"*world"',
  '"h?llo*"',
  '"[a-h]*"',
  '"[!a-h]*"',
  '"[hx]ello world"',
  '"{foo,hello}*"',
  '"{,x}"',
  '"*{ld,42,😀}"',
  '"a*a"',
  '"x*x"',
  '"[!xy][!xy][!xy]"',
  '"??"',
  '"o**e"',
  '""',
  '"["',
  '"[a"',
  '"[a-c-d]"',
  '"[c-a]"',
  '"{a"',
  '"a}"',
  '"\\\\x"',
  '"x{}"',
  '"h*o w*d"',
  '"hello"',
  "nil",
  "1",
  'attributes["b"]',
  'attributes["a"]',
  'attributes["missing"]',
];

/** What may follow the replacement. */
const functions = [
  "SHA256",
  "ToUpperCase",
  "function = ToUpperCase",
  "Trim",
  "ParseJSON",
  "IsString",
  "Concat",
  "Nope",
  "UPPER",
  '"ToUpperCase"',
  'ToUpperCase("a")',
  "nil",
  'SHA256, "<%s>"',
  'ToUpperCase, "<%s>"',
  'function = ToUpperCase, replacement_format = "<%s>"',
  'ToUpperCase, "%s%s"',
  'ToUpperCase, "%s %"',
  'ToUpperCase, "%d"',
  'ToUpperCase, "%%s"',
  'ToUpperCase, "none"',
  'ToUpperCase, "a\\n%s"',
  "ToUpperCase, 1",
  "ToUpperCase, nil",
  'ToUpperCase, attributes["b"]',
  'ToUpperCase, attributes["missing"]',
  'replacement_format = "<%s>"',
  "replacement_format = 1",
  'replacement_format = attributes["missing"]',
  'ToUpperCase, "%s", 1',
  "fn = ToUpperCase",
];

/** Functions on which the reference crashes as soon as one of them is called. */
const crashing = ["Len", "Double", "IsMap", "UUID"];

const where = {
  context: "log",
  data: "few-logs",
} as const;

export const replacements: readonly Group[] = [
  group("functions/replace_pattern", "Replacing what a pattern matches in a text.", statement, {
    "takes any path, and edits texts": texts.map((path) => `replace_pattern(${path}, "[eox]", "<$0>")`),
    "finds a pattern anywhere, again and again": regexps.map(
      (regexp) => `replace_pattern(attributes["s"], ${regexp}, "<$0>")`,
    ),
    "expands a template": templates.map(
      (template) => `replace_pattern(attributes["s"], "(?P<x>[a-z])(?P<y>[eo])", ${template})`,
    ),
    "puts in what a function answers": functions.map(
      (rest) => `replace_pattern(attributes["s"], "(l+)o?", "$1", ${rest})`,
    ),
    "evaluates nothing where there is no text": [
      'replace_pattern(attributes["missing"], attributes["a"], attributes["missing"])',
      'replace_pattern(attributes["a"], attributes["a"], "x")',
      'replace_pattern(attributes["a"], "a", attributes["missing"])',
      'replace_pattern(attributes["s"], "nowhere", "x", Concat)',
      'replace_pattern(attributes["s"], "nowhere", "x", ToUpperCase, attributes["missing"])',
    ],
    ...crashes('replace_pattern(attributes["s"], "", "x", '),
    ...elsewhere((path) => `replace_pattern(${path}, "[a-m]", "<$0>")`),
  }),
  group("functions/replace_match", "Replacing a text that a glob pattern matches.", statement, {
    "takes any path, and edits texts": texts.map((path) => `replace_match(${path}, "*o*", "new")`),
    "matches the whole text": globs.map((glob) => `replace_match(attributes["s"], ${glob}, "new")`),
    "matches another text": globs.map((glob) => `replace_match(attributes["b"], ${glob}, "new")`),
    "puts in a text as it is": templates.map(
      (template) => `replace_match(attributes["s"], "*l*", ${template})`,
    ),
    "puts in what a function answers": functions.map(
      (rest) => `replace_match(attributes["s"], "*l*", "ab", ${rest})`,
    ),
    ...crashes('replace_match(attributes["s"], "*", "x", '),
    ...elsewhere((path) => `replace_match(${path}, "*a*", "new")`),
  }),
  group("functions/replace_all_patterns", "Replacing what a pattern matches in a map.", statement, {
    "takes a path of a map": maps.map((path) => `replace_all_patterns(${path}, "value", "[eov]", "<$0>")`),
    "finds a pattern in values": regexps.map(
      (regexp) => `replace_all_patterns(attributes, "value", ${regexp}, "<$0>")`,
    ),
    "finds a pattern in keys": regexps.map(
      (regexp) => `replace_all_patterns(attributes, "key", ${regexp}, "<$0>")`,
    ),
    "makes keys equal": [
      'replace_all_patterns(attributes, "key", "^.*$", "same")',
      'replace_all_patterns(attributes, "key", "^[ab]$", "s")',
      'replace_all_patterns(attributes, "key", "[.].*", "")',
      'replace_all_patterns(attributes["map"], "key", "^k?$", "")',
    ],
    "expands a template": templates.map(
      (template) => `replace_all_patterns(attributes, "value", "(?P<x>[a-z])(?P<y>[eo])", ${template})`,
    ),
    "puts in what a function answers": functions.flatMap((rest) => [
      `replace_all_patterns(attributes, "value", "(l+)o?", "$1", ${rest})`,
      `replace_all_patterns(attributes, "key", "^[a-m]", "$0", ${rest})`,
    ]),
    "needs a mode": ['"keys"', '""', "nil", "1", 'attributes["b"]'].map(
      (mode) => `replace_all_patterns(attributes, ${mode}, "a", "b")`,
    ),
    ...crashes('replace_all_patterns(attributes, "value", "", "x", '),
    ...elsewhere((path) => `replace_all_patterns(${path}, "value", "[a-m]", "<$0>")`),
  }),
  group("functions/replace_all_matches", "Replacing texts of a map that a glob pattern matches.", statement, {
    "takes a path of a map": maps.map((path) => `replace_all_matches(${path}, "*o*", "new")`),
    "matches whole texts": globs.map((glob) => `replace_all_matches(attributes, ${glob}, "new")`),
    "puts in a text as it is": templates.map(
      (template) => `replace_all_matches(attributes, "*l*", ${template})`,
    ),
    "puts in what a function answers": functions.map(
      (rest) => `replace_all_matches(attributes, "*l*", "ab", ${rest})`,
    ),
    ...crashes('replace_all_matches(attributes, "*", "x", '),
    ...elsewhere((path) => `replace_all_matches(${path}, "*a*", "new")`),
  }),
];

function crashes(call: string): Sections {
  return { "cannot take a function of another kind": crashing.map((name) => `${call}${name})`) };
}

function elsewhere(call: (path: string) => string): Sections {
  return {
    "edits logs, spans and their neighbours": [
      { ...where, text: call("body") },
      { ...where, text: call("attributes") },
      { ...where, text: call("severity_text") },
      { text: call("name"), context: "span", data: "few-spans" },
      { text: call("attributes"), context: "span", data: "few-spans" },
      { text: call("trace_state"), context: "span", data: "few-spans" },
      { text: call("status.message"), context: "span", data: "few-spans" },
      { text: call("attributes"), context: "resource" },
      { text: call("name"), context: "scope" },
      { text: call("unit"), context: "metric", data: "shapes" },
    ],
  };
}
