import { describe, expect, test } from "vitest";
import { parseExposition, type Sample } from "../../src/prometheus.ts";

/** Text, and the samples in it. */
const accepted: readonly (readonly [text: string, ...samples: string[]])[] = [
  [""],
  ["\n\n  \n\t\n"],
  ["foo 1", "foo 1"],
  ["foo 1\n\n\nbar 2\n", "foo 1", "bar 2"],
  ["foo\t \t1\t", "foo 1"],
  ["foo{} 1", "foo 1"],
  ["foo {} 1", "foo 1"],
  ['foo{a="b"}1', 'foo{a="b"} 1'],
  ['foo{a="b",} 1', 'foo{a="b"} 1'],
  ['foo{a="b" c="d"} 1', 'foo{a="b",c="d"} 1'],
  ['foo{\ta = "b" , c\t=\t"d" } 1', 'foo{a="b",c="d"} 1'],
  ['foo{c="1",a="2",b="3"} 1', 'foo{a="2",b="3",c="1"} 1'],
  ['foo{a=""} 1', 'foo{a=""} 1'],
  ['foo{a="x\ny"} 1\nbar 2', 'foo{a="x\\ny"} 1', "bar 2"],
  ['foo{a="\\\\ \\" \\n"} 1', 'foo{a="\\\\ \\" \\n"} 1'],
  ['foo{a="\\d\\t\\x"} 1', 'foo{a="\\\\d\\\\t\\\\x"} 1'],
  ['foo{a="😀ö"} 1', 'foo{a="😀ö"} 1'],
  ['foo{a="x\0y"} 1', 'foo{a="x\\u0000y"} 1'],
  ['{"my.metric"} 1', "my.metric 1"],
  ['{"my.metric",a="b"} 1', 'my.metric{a="b"} 1'],
  ['{a="b","my.metric"} 1', 'my.metric{a="b"} 1'],
  ['{"my.metric","a.b"="c",} 1', 'my.metric{a.b="c"} 1'],
  ['{"a\\"b\\nc"} 1', 'a"b\nc 1'],
  ['{"a\nb"} 1', "a\nb 1"],
  ["a:b_C9 1", "a:b_C9 1"],
  [":x 1", ":x 1"],
  // A value may follow a name at once, so a dash after it makes a negative number.
  ["foo-1", "foo -1"],
  ["foo+2", "foo 2"],
  // Blanks before a name are a part of it.
  ["  foo 1", "  foo 1"],
  ["foo 0.5e1", "foo 5"],
  ["foo 1.", "foo 1"],
  ["foo .5", "foo 0.5"],
  ["foo 1E-3", "foo 0.001"],
  ["foo 00012", "foo 12"],
  ["foo 1e-400", "foo 0"],
  ["foo 123456789012345678", "foo 123456789012345680"],
  ["foo NaN\nfoo nAn", "foo NaN", "foo NaN"],
  ["foo Inf\nfoo -inf\nfoo +INFINITY", "foo Infinity", "foo -Infinity", "foo Infinity"],
  ["foo 1 0", "foo 1 @0"],
  ["foo 1 1395066363000 ", "foo 1 @1395066363000"],
  ["foo 1 9223372036854775807", "foo 1 @9223372036854775807"],
  ["foo 1 00000000000000000000007", "foo 1 @7"],
  ["# a comment"],
  ["# TYPE foo-counter\n# TYPE foo\tgauge\n#\t TYPE \t foo untyped"],
  ["#\n#a\n# \n#HELP x\n#TYPE x nonsense\nfoo 1", "foo 1"],
  ["# HELP\n# TYPE\n# HELPx y\n# help x y\n# UNIT x y\n# EOF\nfoo 1", "foo 1"],
  // A NUL where a line begins ends the exposition.
  ["foo 1\n\0this is not read", "foo 1"],
  ["foo 1\n#a\0\nnot read either", "foo 1"],
  ["foo 1\n# \0\nnor this", "foo 1"],
  ["foo 1\n# a\0\nbar 2", "foo 1", "bar 2"],
];

/** Text, where it is refused (line and column), and why. */
const refused: readonly (readonly [text: string, place: string, code: string])[] = [
  ["foo", "1:4", "exposition_value_missing"],
  ["foo \n", "1:5", "exposition_value_missing"],
  ['foo{a="b"}', "1:11", "exposition_value_missing"],
  ["foo {} {}", "1:8", "exposition_value_missing"],
  ["1foo 1", "1:1", "exposition_line_start"],
  ["föö 1", "1:2", "exposition_value"],
  ["*", "1:1", "exposition_line_start"],
  ['"foo" 1', "1:1", "exposition_line_start"],
  ["\ufefffoo 1", "1:1", "exposition_line_start"],
  ["ok 1\nok 2\n\t}", "3:2", "exposition_line_start"],
  ["foo bar 1", "1:5", "exposition_value"],
  ["foo.bar 1", "1:4", "exposition_value"],
  ["foo\u00a01", "1:4", "exposition_value"],
  ["foo 1,5", "1:5", "exposition_value"],
  ["foo 1_0", "1:5", "exposition_value"],
  ["foo 0x10", "1:5", "exposition_value"],
  ["foo 0x1p-2", "1:5", "exposition_value"],
  ["foo 0b1", "1:5", "exposition_value"],
  ["foo .", "1:5", "exposition_value"],
  ["foo 1e", "1:5", "exposition_value"],
  ["foo 1e+", "1:5", "exposition_value"],
  ["foo --1", "1:5", "exposition_value"],
  ["foo +NaN", "1:5", "exposition_value"],
  ["foo infinit", "1:5", "exposition_value"],
  ["foo ١", "1:5", "exposition_value"],
  ["foo 1\r\nbar 2\r\n", "1:5", "exposition_value"],
  ["foo 1\0", "1:5", "exposition_value"],
  ["foo 1e309", "1:5", "exposition_value_range"],
  ["foo -1e999", "1:5", "exposition_value_range"],
  ["foo 1 x", "1:7", "exposition_timestamp"],
  ["foo 1 -2", "1:7", "exposition_timestamp"],
  ["foo 1 +2", "1:7", "exposition_timestamp"],
  ["foo 1 # no comment here", "1:7", "exposition_timestamp"],
  ["foo 1{", "1:6", "exposition_timestamp"],
  ["foo 1 2.5", "1:8", "exposition_line_end"],
  ["foo 1 2 3", "1:9", "exposition_line_end"],
  ["foo 1 2 # nor here", "1:9", "exposition_line_end"],
  ["foo 1 9223372036854775808", "1:7", "exposition_timestamp_range"],
  ["foo{,} 1", "1:5", "exposition_label_name"],
  ['foo{a="b",,} 1', "1:11", "exposition_label_name"],
  ['foo{="b"} 1', "1:5", "exposition_label_name"],
  ['foo{1a="b"} 1', "1:5", "exposition_label_name"],
  ['foo{a="b" 1', "1:11", "exposition_label_name"],
  ['foo{a="b"\n} 1', "1:10", "exposition_label_name"],
  ['ok 1\nfoo{a="x\ny"} 1\nfoo{', "4:5", "exposition_label_name"],
  ["foo{a} 1", "1:6", "exposition_label_equal"],
  ['foo{a:b="c"} 1', "1:6", "exposition_label_equal"],
  ['foo{a-b="c"} 1', "1:6", "exposition_label_equal"],
  ['{"foo" a="b"} 1', "1:8", "exposition_label_equal"],
  ["foo{a=} 1", "1:7", "exposition_label_value"],
  ["foo{a=b} 1", "1:7", "exposition_label_value"],
  ["foo{a='b'} 1", "1:7", "exposition_label_value"],
  ['foo{a="b} 1', "1:7", "exposition_quote"],
  ['foo{a="b\\"} 1', "1:7", "exposition_quote"],
  ['foo{a="\\\n"} 1', "1:7", "exposition_quote"],
  ['{"foo', "1:2", "exposition_quote"],
  ['{"fo\0o"} 1', "1:2", "exposition_quote"],
  ['foo{a="\udcff"} 1', "1:7", "exposition_encoding"],
  ['foo{a="\ud800x"} 1', "1:7", "exposition_encoding"],
  ["{} 1", "1:1", "exposition_name_missing"],
  ['{a="b"} 1', "1:1", "exposition_name_missing"],
  ['foo{"bar"} 1', "1:5", "exposition_name_twice"],
  ['{"foo","bar"} 1', "1:8", "exposition_name_twice"],
  ["# HELP \nfoo 1", "1:8", "exposition_metadata_name"],
  ["# HELP 1foo x", "1:8", "exposition_metadata_name"],
  ["# TYPE {foo} counter", "1:8", "exposition_metadata_name"],
  ['# HELP "foo x', "1:8", "exposition_quote"],
  ["# HELP foo \udc80", "1:12", "exposition_encoding"],
  ["# HELP fooé x", "1:11", "exposition_encoding"],
  ["# HELP foo\0x", "1:11", "exposition_line_end"],
  ["# TYPE foo unknown", "1:12", "exposition_type"],
  ["# TYPE foo info", "1:12", "exposition_type"],
  ["# TYPE foo Counter", "1:12", "exposition_type"],
  ["# TYPE foo counter ", "1:12", "exposition_type"],
  ["# TYPE foo  counter", "1:12", "exposition_type"],
  ["# TYPE foo counter\r\n", "1:12", "exposition_type"],
  ["# TYPE foo counter total", "1:12", "exposition_type"],
  ["# TYPE foo", "1:11", "exposition_type"],
  ["ok 1\n# TYPE foo \n", "2:12", "exposition_type"],
  ["# TYPE foo constructor", "1:12", "exposition_type"],
];

describe("text format", () => {
  test.each(accepted)("%j is accepted", (text, ...samples) => {
    const exposition = parseExposition(text);
    expect(exposition.error).toBeUndefined();
    expect(exposition.samples.map(written)).toEqual(samples);
  });

  test.each(refused)("%j is refused at %s: %s", (text, place, code) => {
    const { error } = parseExposition(text);
    expect({ place: `${error?.line}:${error?.column}`, code: error?.code }).toEqual({ place, code });
    expect(error?.text).toBe(text.split("\n")[(error?.line ?? 0) - 1]?.replace(/\r$/, ""));
  });

  test("what comes before a malformed line is kept for the counts, what comes after is not read", () => {
    const { samples, metadata, error } = parseExposition("# TYPE a gauge\na 1\nb 2\nc\n# HELP d x\nd 4\n");
    expect(samples.map(written)).toEqual(["a 1", "b 2"]);
    expect(metadata.map(({ name }) => name)).toEqual(["a"]);
    expect(error?.message).toBe("a value must follow the series, found the end of the line");
  });

  test("metadata is told in order, with its place", () => {
    const text =
      '# HELP a one\n# TYPE a counter\na 1\n# TYPE "b.c" untyped\n# HELP "b.c"  two\n# HELP d\n# HELP e  ';
    expect(parseExposition(text).metadata).toEqual([
      { name: "a", offset: 0, help: "one" },
      { name: "a", offset: 13, type: "counter" },
      { name: "b.c", offset: 34, type: "unknown" },
      { name: "b.c", offset: 55, help: " two" },
      { name: "d", offset: 73, help: "" },
      { name: "e", offset: 82, help: "" },
    ]);
  });

  test("a help text has its own escapes", () => {
    const [line] = parseExposition(String.raw`# HELP a \\ \n \" \d`).metadata;
    expect(line?.help).toBe('\\ \n \\" \\d');
  });

  test("one separator of a help text goes, whatever it is", () => {
    const helps = (text: string) => parseExposition(text).metadata.map(({ help }) => help);
    expect(helps("# HELP foo-bar x\n# HELP foo\tx\n# \t HELP \t foo   x")).toEqual(["bar x", "x", "  x"]);
  });

  test("bounds get the form of OpenMetrics where the last TYPE line says histogram or summary", () => {
    const bounds = (text: string) => parseExposition(text).samples.map(({ labels }) => labels[0]?.value);
    expect(
      bounds(
        '# TYPE h histogram\nx{le="1"} 1\nx{le="1e3"} 1\nx{le="1234567"} 1\nx{le="0.00001"} 1\nx{le="+Inf"} 1',
      ),
    ).toEqual(["1.0", "1000.0", "1.234567e+06", "1e-05", "+Inf"]);
    expect(bounds('# TYPE h histogram\nx{le="?"} 1\nx{quantile="1"} 1\n# TYPE h gauge\nx{le="1"} 1')).toEqual(
      ["?", "1", "1"],
    );
    expect(bounds('# TYPE s summary\nx{quantile="0.5"} 1\nx{quantile="-0"} 1')).toEqual(["0.5", "0.0"]);
    expect(
      parseExposition('# TYPE h histogram\nx{le="1"} 1', { canonicalBounds: false }).samples[0]?.labels,
    ).toEqual([{ name: "le", value: "1" }]);
  });

  test("the same labels as in the line before are read again where the type changes", () => {
    const { samples } = parseExposition('# TYPE h histogram\nx{le="1"} 1\n# TYPE g gauge\nx{le="1"} 1');
    expect(samples.map(({ labels }) => labels[0]?.value)).toEqual(["1.0", "1"]);
  });

  test("names such as __proto__ are names", () => {
    const { samples, metadata } = parseExposition(
      '# TYPE __proto__ counter\n__proto__{__proto__="x",constructor="y"} 1',
    );
    expect(metadata[0]).toMatchObject({ name: "__proto__", type: "counter" });
    expect(samples.map(written)).toEqual(['__proto__{__proto__="x",constructor="y"} 1']);
  });

  test("a line of ten million characters takes no longer for being malformed", () => {
    const digits = "1".repeat(10_000_000);
    expect(parseExposition(`foo ${digits}x`).error?.code).toBe("exposition_value");
    expect(parseExposition(`foo{a="${digits}`).error?.code).toBe("exposition_quote");
    expect(parseExposition(`# TYPE h histogram\nh{le="${digits}x"} 1`).error).toBeUndefined();
    expect(parseExposition(`foo 1 ${digits}`).error?.code).toBe("exposition_timestamp_range");
    expect(parseExposition(`# TYPE foo ${" ".repeat(10_000_000)}x`).error?.message).toHaveLength(148);
  });

  test("a series may have a hundred thousand labels in any order", () => {
    const labels = Array.from({ length: 100_000 }, (_, i) => `l${100_000 - i}="${i}"`);
    expect(parseExposition(`foo{${labels.join(",")}} 1`).samples[0]?.labels).toHaveLength(100_000);
  });
});

describe("OpenMetrics", () => {
  const open = (text: string) => parseExposition(text, { format: "openmetrics" });

  test.each([
    ["# EOF"],
    ["# EOF\n"],
    ['foo{a="b",c="d",} 1\n# EOF', 'foo{a="b",c="d"} 1'],
    ["foo 1 2.5\n# EOF", "foo 1 @2500"],
    ["foo 1 -2\n# EOF", "foo 1 @-2000"],
    ['{"foo.bar","a.b"="c"} 1\n# EOF', 'foo.bar{a.b="c"} 1'],
    ["# TYPE foo unknown\n# TYPE bar info\n# UNIT b_seconds seconds\n# UNIT c \nfoo 1\n# EOF", "foo 1"],
  ])("%j is accepted", (text, ...samples) => {
    const exposition = open(text);
    expect(exposition.error).toBeUndefined();
    expect(exposition.samples.map(written)).toEqual(samples);
  });

  test.each([
    ["", "1:1", "exposition_no_end"],
    ["foo 1\n", "2:1", "exposition_no_end"],
    ["foo 1", "1:6", "exposition_no_end"],
    ["# EOF\n\n", "2:1", "exposition_after_end"],
    ["# EOFoo", "1:6", "exposition_after_end"],
    ["\n# EOF", "1:1", "exposition_line_start"],
    [" foo 1\n# EOF", "1:1", "exposition_line_start"],
    ["# a comment\n# EOF", "1:1", "exposition_line_start"],
    ["#\n# EOF", "1:1", "exposition_line_start"],
    ["# TYPE foo untyped\n# EOF", "1:12", "exposition_type"],
    ["# HELP foo\n# EOF", "1:11", "exposition_metadata_text"],
    ["# UNIT foo seconds\n# EOF", "1:12", "exposition_unit"],
    ["# UNIT fooseconds seconds\n# EOF", "1:19", "exposition_unit"],
    ["foo  1\n# EOF", "1:5", "exposition_value_missing"],
    ['foo {a="b"} 1\n# EOF', "1:5", "exposition_value"],
    ['foo{a="b" ,c="d"} 1\n# EOF', "1:10", "exposition_label_end"],
    ['foo{a="b"c="d"} 1\n# EOF', "1:10", "exposition_label_end"],
    ['foo{a="x\ny"} 1\n# EOF', "1:7", "exposition_quote"],
    ["foo 1 NaN\n# EOF", "1:7", "exposition_timestamp_range"],
    ["foo 1 2 3\n# EOF", "1:8", "exposition_line_end"],
    ["foo 1  2\n# EOF", "1:6", "exposition_timestamp"],
    ['foo 1 # {"a"} 2\n# EOF', "1:13", "exposition_label_equal"],
    ['foo 1 # {a="b"}2\n# EOF', "1:16", "exposition_value_missing"],
    ['foo 1 # {a="b"} 2 3 4\n# EOF', "1:20", "exposition_line_end"],
  ])("%j is refused at %s: %s", (text, place, code) => {
    const { error } = open(text);
    expect({ place: `${error?.line}:${error?.column}`, code: error?.code }).toEqual({ place, code });
  });

  test("exemplars have labels, a value and perhaps a time", () => {
    const { samples } = open('a 1 # {x="y"} 2\nb 1 3 # {} 4 5.5\n# EOF');
    expect(samples.map(({ exemplar, timestamp }) => ({ exemplar, timestamp }))).toEqual([
      { exemplar: { labels: [{ name: "x", value: "y" }], value: 2 }, timestamp: undefined },
      { exemplar: { labels: [], value: 4, timestamp: 5500n }, timestamp: 3000n },
    ]);
  });
});

function written({ name, labels, value, timestamp }: Sample): string {
  const inside = labels.map((label) => `${label.name}=${JSON.stringify(label.value)}`).join(",");
  const time = timestamp === undefined ? "" : ` @${timestamp}`;
  return `${name}${inside === "" ? "" : `{${inside}}`} ${value}${time}`;
}
