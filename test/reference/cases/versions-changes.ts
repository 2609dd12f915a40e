import { type CaseSource, type Group, group } from "./group.ts";

const set = (value: string): CaseSource => ({ kind: "statement", text: `set(attributes["out"], ${value})` });
const edit = (text: string): CaseSource => ({ kind: "statement", text });

const bytes = { bytesValue: "AP9B" };
const withBytes = [
  { key: "b", value: bytes },
  { key: "map", value: { kvlistValue: { values: [{ key: "b", value: bytes }] } } },
  { key: "list", value: { arrayValue: { values: [bytes, { stringValue: "x" }] } } },
  { key: "b", value: bytes },
];
const ids = { spanId: "0102030405060708", traceId: "0102030405060708090a0b0c0d0e0f10" };
const exemplars = [{ filteredAttributes: withBytes, asInt: "2", ...ids }];
const metrics = [
  { name: "bytes", gauge: { dataPoints: [{ attributes: withBytes, asInt: "1", exemplars }] } },
];
const scopeMetrics = [{ scope: { attributes: withBytes }, metrics }];
const payload = { resourceMetrics: [{ resource: { attributes: withBytes }, scopeMetrics }] };

function logOf(kind: string) {
  const values =
    kind === "arrayValue" ? [{ stringValue: "<a>&" }] : [{ key: "<", value: { stringValue: "&" } }];
  return {
    resourceLogs: [
      { resource: {}, scopeLogs: [{ scope: {}, logRecords: [{ ...ids, body: { [kind]: { values } } }] }] },
    ],
  };
}

/** What changed without a new name: the same text, another answer. */
const texts: Readonly<Record<string, readonly (string | CaseSource)[]>> = {
  "reads lists without commas, or does not": [
    ...["[1 2]", "[1 2, 3]", '["a" "b" 1.5]', "[[1 2] [3]]", "[-1 2]", "[1, 2]", "[]"].map(set),
    ...["[1, 2 3]", "[1 2,]", "[1 )]", "[1 2", "[1 ]", "[1,]", "[,]"].map(set),
    "[1 2] == nil",
    "Len([1 2 3]) == 3",
  ],
  "reads the lowest int, or does not": [
    ...["-9223372036854775808", "[-9223372036854775808]", "9223372036854775808"].map(set),
    ...["- 9223372036854775808", "-9223372036854775807", "-9223372036854775809"].map(set),
    "-9223372036854775808 < 0",
    "-9223372036854775808 == -9223372036854775807 - 1",
  ],
  "reads lambdas, or does not": ["Len(UUID((x) => x)) == 36", "Len(UUID()) == 36", 'IsMatch("a", (x) => x)'],
  "takes maps in the list of a map, or does not": [
    ...['{"a": [{"b": 1}]}', '{"a": {"b": [1, {"c": nil}]}}', '{"a": [[{"b": 1}]]}', '[{"a": 1}]'].map(set),
    ...['{"a": [ParseJSON("{}")]}', '{"a": [attributes["map"]]}', '{"a": [1, [2]]}'].map(set),
    ...['{"a": ParseJSON("{}")}', '{"a": attributes["map"]["n"]}'].map(set),
    'Len({"a": [{"b": 1}]}) == 1',
    'Len({"a": URL("http://a")}) == 1',
    'attributes["a"] == 2 and Len({"a": [[{"b": 1}]]}) == 1',
  ],
  "evaluates what a key of a map had before, or does not": [
    ...['{"a": Len(nil), "a": 1}', '{"a": TraceID(0x01), "a": "x"}'].map(set),
    ...['{"a": SpanID(0x0102030405060708), "a": attributes["b"]}', '{"a": Nope(), "a": 1}'].map(set),
    ...['{"a": Duration("1s"), "a": attributes["map"]["n"]}', '{"a": {"b": Len(nil), "b": 1}}'].map(set),
    'IsEmpty({"b": SpanID(0x0102030405060708), "b": attributes["b"]})',
    '{"__proto__": Len(nil), "__proto__": attributes["b"]} != nil',
  ],
  "reads a body as text": ["arrayValue", "kvlistValue"].map(
    (kind): CaseSource => ({
      ...edit('set(attributes["x"], body.string)'),
      context: "log",
      payload: logOf(kind),
    }),
  ),
  "takes the name of a function with a gate, or does not": [
    ...[
      '"zz", "x", Filter',
      '"hello", "x", function = Reduce',
      '"hello", "x", When',
      '"hello", "x", SHA256',
    ].map((more): CaseSource => ({ ...edit(`replace_match(attributes["s"], ${more})`), data: "edited" })),
  ],
  "reads the text nil where a text is needed, or does not": [
    ...[
      'Format("nil", [])',
      'Format("x", ["nil"])',
      'IsMatch("nil", "nil")',
      'Concat(["a", "b"], "nil")',
    ].map(set),
    ...['limit(attributes, 1, ["nil"])', 'merge_maps(attributes, attributes, "nil")'].map(edit),
    ...['keep_keys(attributes, ["nil"])', 'delete_key(attributes, "nil")'].map(edit),
  ],
  "compares lists and maps with themselves": [
    'attributes["list"] == attributes["list"]',
    'attributes["list"] != attributes["list"]',
    'attributes["list"] <= attributes["list"]',
    'attributes["map"] == attributes["map"]',
    'attributes["map"] != attributes["map"]',
    'attributes["map"]["n"] == attributes["map"]["n"]',
    'attributes["map"] == attributes["map"]["n"]',
    "attributes == attributes",
    { text: "resource.attributes == resource.attributes", data: "shapes" },
    'ParseJSON("{}") == ParseJSON("{}")',
    'URL("http://a.example") == URL("http://a.example")',
    'URL("http://a.example") != URL("http://b.example")',
    'URL("http://a.example") == attributes["map"]',
    'URL("http://a.example") < URL("http://a.example")',
    'Split("a", "b") == Split("a", "b")',
    "[1] < [1]",
  ],
  "takes an argument twice": [
    'IsMatch(target="a", target="a")',
    'IsMatch(target="b", target="a")',
    'Concat(delimiter="a", delimiter="b") == ""',
    'Split(target="a", target="bc") == nil',
    'Substring(target="a", target="abc", length=1) == "a"',
  ],
  "decodes raw UTF-8, or does not": [
    ...['Decode("hé", "utf8-raw")', 'Decode("hé", "UTF-8-RAW")', 'Decode(0x41, "utf-8-raw")'].map(set),
    set('Decode("hé", "utf-8")'),
  ],
  "demands a named group when the text is read, or when it runs": [
    'ExtractPatterns("a", "a") == nil',
    'ExtractPatterns(attributes["missing"], "a") == nil',
    'attributes["a"] == 2 and ExtractPatterns("a", "(a)") == nil',
    'ExtractPatterns("a", "(?P<x>a)")["x"] == "a"',
  ],
  "takes ids of other lengths, or does not": [
    `TraceID(0x${"61".repeat(32)}) == nil`,
    `TraceID(0x${"61".repeat(16)}) == nil`,
    `SpanID(0x${"61".repeat(16)}) == nil`,
    `SpanID(0x${"61".repeat(8)}) == nil`,
    "SpanID(0x61) == nil",
  ],
  "writes the texts of doubles and maps": [
    { ...set('ToKeyValueString(attributes["map"])'), data: "lists" },
    { ...set("ToKeyValueString(attributes, sort_output=true)"), data: "hostile" },
    set('ToKeyValueString({"a": [1, "<&>"], "b": {"c": ">"}}, sort_output=true)'),
  ],
  "reads pairs of keys and values": [
    ...['ParseKeyValue("a=é b=ß")["b"]', 'ParseKeyValue("é=1")', "ParseKeyValue(\"a='é'\")"].map(set),
    ...['ParseKeyValue("a=é;;b=é", "=", ";;")["b"]', 'ParseKeyValue("aé1 bé2", "é")["b"]'].map(set),
    ...['ParseKeyValue("a=1éb=2", "=", "é")["b"]', 'ParseKeyValue("a=1")'].map(set),
  ],
  "truncates within characters, or does not": [
    ...[1, 2, 17, 0].map((limit) => ({ ...edit(`truncate_all(attributes, ${limit})`), data: "edited" })),
    edit("truncate_all(attributes, 1)"),
    edit("truncate_all(attributes, -1)"),
  ],
  "puts the answer of a function in place": [
    edit('replace_pattern(attributes["b"], "x", "$0", SHA256)'),
    edit('replace_pattern(attributes["b"], "", "-", SHA256)'),
    edit('replace_pattern(attributes["b"], "x", "x", SHA256, "<%s>")'),
    edit('replace_all_patterns(attributes, "key", "^a", "z", SHA256, "<%s>")'),
    edit('replace_all_patterns(attributes, "key", "^b", "z", SHA256)'),
    edit('replace_all_patterns(attributes, "value", "x", "aa", IsString)'),
    edit('replace_all_patterns(attributes, "key", "b", "aa", IsString)'),
    ...[
      'replace_pattern(attributes["s"], "l+", "$0", SHA256)',
      'replace_pattern(attributes["s"], "o", "l", SHA256, "o%so")',
      'replace_pattern(attributes["s"], "[eo]", "e", SHA256)',
      'replace_all_patterns(attributes, "value", "l", "$0", SHA256)',
      'replace_all_patterns(attributes, "value", "l", "<$0>")',
      'replace_all_patterns(attributes, "key", "s", "b")',
      'replace_all_patterns(attributes["map"], "value", "[a-z]", "<$0>")',
    ].map((text) => ({ ...edit(text), data: "edited" })),
  ],
  "copies a map into itself": [
    edit('set(attributes["copy"], attributes)'),
    edit('set(attributes["map"], attributes)'),
    edit('set(attributes["map"]["n"], attributes["map"])'),
    edit('set(resource.attributes["r"], resource.attributes)'),
    edit('set(attributes["other"], attributes["map"])'),
    edit('set(attributes["copy"], nil)'),
    ...[
      "set(attributes, attributes)",
      'set(attributes["b"], attributes["b"])',
      'set(attributes["map"], attributes["map"])',
      "set(attributes, resource.attributes)",
      "set(resource.attributes, resource.attributes)",
      "set(scope.attributes, scope.attributes)",
      "set(exemplars, exemplars)",
      "set(metric.data_points, metric.data_points)",
      'merge_maps(attributes, attributes, "update")',
      'merge_maps(attributes, attributes, "upsert")',
      'merge_maps(attributes["map"], attributes["map"], "update")',
      'merge_maps(attributes["map"], attributes, "update")',
      'merge_maps(resource.attributes, resource.attributes, "update")',
    ].map((text) => ({ ...edit(text), payload })),
    edit('merge_maps(attributes, attributes["map"], "insert")'),
  ],
  "keeps the white space of XML": [
    ...['GetXML("<a> 1 </a>", "/*")', 'GetXML("text", "/a")', 'GetXML("", "/a")'].map(set),
    ...['RemoveXML("<a>\\n  <b>1</b>\\n</a>", "/none")', 'RemoveXML("<a> <b/> </a>", "//b")'].map(set),
    ...['InsertXML("<a> 1 </a>", "/a", "<n> 2 </n>")', 'InsertXML(" ", "/", "<n/>")'].map(set),
    ...['ParseSimplifiedXML("<a> 1 </a>")', 'ParseSimplifiedXML("<!-- c -->")'].map(set),
    ...['ConvertTextToElementsXML("<a> 1 <b/></a>")', 'ConvertTextToElementsXML("text")'].map(set),
    set("ConvertAttributesToElementsXML(\"<a x=' 1 '> </a>\")"),
    set('GetXML("<a xml:space=\'preserve\'> 1 </a>", "/a")'),
    set('GetXML("<a xml:space=\'default\'> 1 </a>", "/a")'),
    set('RemoveXML("<a><?target data?></a>", "/none")'),
    set("RemoveXML(\"<a><?target k='v' k='w'?></a>\", \"/none\")"),
    set('RemoveXML("<?xml version=\'1.0\'?>\\n<a/>", "/none")'),
    set('InsertXML("<a/><?target?>", "/*", "<n>1</n>")'),
  ],
  "reads and writes times strictly, or with patience": [
    ...['Time("2023-1-4", "%F")', 'Time(" 2023-11-14", "%F")', 'Time("2023-11-14", "%F")'].map(
      (time) => `UnixSeconds(${time.replace(/\)$/, ', "UTC")')}) > 0`,
    ),
    ...['Time("11/14/23", "%D", "UTC")', 'Time("11/14/2023", "%D", "UTC")'].map(
      (time) => `Year(${time}) == 2023`,
    ),
    ...['"2023-11-14 +01:00"', '"2023-11-14 +0100"', '"2023-11-14 Z"', '"2023-11-14 +01"'].map(
      (text) => `Hour(Time(${text}, "%F %z")) == 0`,
    ),
    'Hour(Time("2023-11-14 5:06", "%F %H:%M", "UTC")) == 5',
    'Minute(Time("2023-11-14 05:6", "%F %H:%M", "UTC")) == 6',
    'Day(Time("2023 11 4", "%Y %m %e", "UTC")) == 4',
    'Month(Time("2023 2 3", "%Y %g %d", "UTC")) == 1',
    'Day(Time("4 novembre 2023", "%d %B %Y", "UTC", "fr")) == 4',
    'Time("2023", "%Y1") == nil',
    'Time("2023", "x%L") == nil',
    'Time("2023", "%Q") == nil',
    ...['FormatTime(Unix(0), "x%L")', 'FormatTime(Unix(0), "%S%f")', 'FormatTime(Unix(0), "%Y1")'].map(set),
    ...['FormatTime(Unix(1, 123456789), "%T.%s")', 'FormatTime(Unix(1, 1), "%T.%s")'].map(set),
    ...['FormatTime(Unix(1, 120000000), "%T.%L %f")', 'FormatTime(Unix(0), "%Q")'].map(set),
  ],
};

const releases = ["0.118.0", "0.161.0"] as const;

/** The same texts in an old release and in a new one, for what changed between them. */
export const versionsOfAnswers: readonly Group[] = releases.map((compatibility) =>
  group(
    `versions/${compatibility}-changes`,
    `What contrib ${compatibility} says where later ones say otherwise: each text is the only one of a processor that propagates errors.`,
    { compatibility },
    texts,
  ),
);
