import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { OttlError } from "../../src/index.ts";
import { canonicalPayload } from "../../src/shapes/otlp-json.ts";
import { isDebugText, parseDebugText } from "../../src/testing/debug-text/debug-text.ts";
import { loggedTexts } from "../../src/testing/debug-text/logged-texts.ts";

const folder = join(import.meta.dirname, "../../fixtures/debug-exporter");
const read = (name: string) => readFileSync(join(folder, name), "utf8");
const recorded = read("metrics.txt");
const payload = JSON.parse(read("metrics.json"));

/** What a text is refused with, drawn. */
function refusal(text: string): string {
  return caught(text)?.toString() ?? "it is read";
}

function caught(text: string): OttlError | undefined {
  try {
    parseDebugText(text, "log.txt");
    return undefined;
  } catch (error) {
    if (error instanceof OttlError) return error;
    throw error;
  }
}

/** A payload of a gauge with some lines in place of its own. */
function gauge({
  resource = "",
  description = "",
  point = "Value: 1\n",
}: {
  resource?: string;
  description?: string;
  point?: string;
}): string {
  return `ResourceMetrics #0
Resource SchemaURL: 
${resource}ScopeMetrics #0
ScopeMetrics SchemaURL: 
InstrumentationScope  
Metric #0
Descriptor:
     -> Name: up
     -> Description: ${description}
     -> Unit: 
     -> DataType: Gauge
NumberDataPoints #0
StartTimestamp: 1970-01-01 00:00:00 +0000 UTC
Timestamp: 2026-01-01 00:00:00.5 +0000 UTC
${point}`;
}

const attributes = (lines: string) => `Resource attributes:\n${lines}`;

describe("what the exporter prints", () => {
  test.each(["metrics.txt", "plain.txt"])("is the payload that it was given: %s", (name) => {
    expect(isDebugText(read(name))).toBe(true);
    expect(parseDebugText(read(name))).toEqual({ payloads: [payload], doubts: [] });
  });

  test.each(["traces", "logs"])("is the payload of %s that it was given", (signal) => {
    const { payloads, doubts } = parseDebugText(read(`${signal}.txt`));
    expect(doubts).toEqual([]);
    expect(payloads.map(canonicalPayload)).toEqual([canonicalPayload(JSON.parse(read(`${signal}.json`)))]);
  });

  test("may be payloads of several signals one after the other", () => {
    const { payloads, doubts } = parseDebugText(read("logs.txt") + recorded + read("traces.txt"));
    expect(payloads.map((one) => Object.keys(one))).toEqual([
      ["resourceLogs"],
      ["resourceMetrics"],
      ["resourceSpans"],
    ]);
    expect(doubts).toEqual([]);
  });

  test.each([
    ["traces", "Span #1"],
    ["logs", "LogRecord #3"],
  ])("of %s is doubted where the line before it counts more", (signal, end) => {
    const cut = read(`${signal}.txt`).slice(0, read(`${signal}.txt`).indexOf(end));
    expect(parseDebugText(`${cut}\t{"name": "debug"}\n`).doubts).toEqual([
      expect.stringMatching(/^the payload that begins at line 2 is not whole/),
    ]);
  });

  test("of spans is that of older versions, too, which did not count what was dropped", () => {
    const older = read("traces.txt").replace(/^ {4}Dropped\w+: \d+\n/gm, "");
    const { payloads } = parseDebugText(older);
    expect(payloads[0]?.resourceSpans?.[0]?.scopeSpans?.[0]?.spans?.[0]).toMatchObject({
      status: { code: 2, message: "upstream\nfailed" },
      attributes: [{ key: "http.status_code" }, {}, {}],
    });
  });

  test("is read with line breaks of Windows and without the blanks at line ends", () => {
    const changed = recorded.replace(/ +$/gm, "").replaceAll("\n", "\r\n");
    expect(parseDebugText(changed).payloads).toHaveLength(1);
    const { payloads } = parseDebugText(gauge({}).replace(/ +$/gm, "").replaceAll("\n", "\r\n"));
    expect(payloads).toEqual(parseDebugText(gauge({})).payloads);
  });

  test("may hold several payloads among other lines of a log", () => {
    const other = "2026-01-01T00:00:00.000Z\tinfo\tMetric store is ready\t{}\n";
    const { payloads, doubts } = parseDebugText(`${other}${recorded}${other}${recorded}`);
    expect([payloads, doubts]).toEqual([[payload, payload], []]);
  });

  test("may lack resources and scopes, which the exporter can leave out", () => {
    const noResource = gauge({}).slice(gauge({}).indexOf("ScopeMetrics #0"));
    const noScope = noResource.slice(noResource.indexOf("Metric #0\n"));
    for (const text of [noResource, noScope]) {
      const [only] = parseDebugText(text).payloads;
      expect(only?.resourceMetrics?.[0]?.scopeMetrics?.[0]?.metrics?.[0]?.name).toBe("up");
    }
  });

  test("may be the message of a JSON log", () => {
    const log = (msg: string) => `${JSON.stringify({ level: "info", msg, name: "debug" })}\n`;
    const lines = loggedTexts(log("Everything is ready") + log(gauge({})) + log(gauge({})).slice(0, -20));
    expect(lines).toEqual([{ text: gauge({}), line: 2 }]);
    expect(loggedTexts('{"resourceMetrics": []}\n')).toEqual([]);
  });

  test.each(["up 1\n", "# HELP a Like ResourceMetrics #0\n", '{"resourceMetrics": []}', ""])(
    "is told from other inputs: %j",
    (text) => expect(isDebugText(text)).toBe(false),
  );
});

describe("values", () => {
  const attributesOf = (line: string) =>
    parseDebugText(gauge({ resource: attributes(line) })).payloads[0]?.resourceMetrics?.[0]?.resource
      ?.attributes;

  test.each([
    ["     -> a: Str(x (y)\nz)\n", [{ key: "a", value: { stringValue: "x (y)\nz" } }]],
    ["     -> a: Str()\n", [{ key: "a", value: { stringValue: "" } }]],
    ["     -> a: b: Str(c)\n", [{ key: "a: b", value: { stringValue: "c" } }]],
    ["     -> a: Double(NaN)\n", [{ key: "a", value: { doubleValue: "NaN" } }]],
    ["     -> a: Double(-Infinity)\n", [{ key: "a", value: { doubleValue: "-Infinity" } }]],
    ["     -> a: Double(2)\n", [{ key: "a", value: { doubleValue: 2 } }]],
    [
      '     -> a: Slice([1,2.5,{"__proto__":"p"}])\n',
      [
        {
          key: "a",
          value: {
            arrayValue: {
              values: [
                { intValue: "1" },
                { doubleValue: 2.5 },
                { kvlistValue: { values: [{ key: "__proto__", value: { stringValue: "p" } }] } },
              ],
            },
          },
        },
      ],
    ],
  ])("have their types: %j", (line, expected) => {
    expect(attributesOf(line)).toEqual(expected);
  });

  test("of maps keep their keys, whatever these are, and texts of any length", () => {
    const long = "x".repeat(10_000_000);
    const json = `{"-":1.5,"1":2,"\\u0000":"n1","__proto__":"\\"","long":"${long}"}`;
    const values = [
      { key: "-", value: { doubleValue: 1.5 } },
      { key: "1", value: { intValue: "2" } },
      { key: "\0", value: { stringValue: "n1" } },
      { key: "__proto__", value: { stringValue: '"' } },
      { key: "long", value: { stringValue: long } },
    ];
    expect(attributesOf(`     -> a: Map(${json})\n`)).toEqual([
      { key: "a", value: { kvlistValue: { values } } },
    ]);
  });

  test.each(["Map({1:2})", "Map([1.2.3])", `Map(${`"\\`.repeat(50_001)})`])(
    "of %.20s are refused",
    (value) => {
      expect(caught(gauge({ resource: attributes(`     -> a: ${value}\n`) }))?.code).toBe("debug_text_line");
    },
  );

  test.each(["Int(1.5)", "Bool(yes)", "Map({a)", "Slice([1,)", "Bytes(é)", "Double(1,5)"])(
    "that are not of their type are refused: %s",
    (value) => {
      expect(caught(gauge({ resource: attributes(`     -> a: ${value}\n`) }))?.message).toContain(
        `expected a value of type ${/^\w+/.exec(value)?.[0]}, found "     -> a: ${value}"`,
      );
    },
  );

  test("of descriptions may have several lines", () => {
    const { payloads } = parseDebugText(gauge({ description: "one\ntwo: 2" }));
    expect(payloads[0]?.resourceMetrics?.[0]?.scopeMetrics?.[0]?.metrics?.[0]?.description).toBe(
      "one\ntwo: 2",
    );
  });
});

describe("the buckets of an exponential histogram", () => {
  const histogram = (buckets: string) =>
    gauge({ point: `Count: 3\n${buckets}` })
      .replace("DataType: Gauge", "DataType: ExponentialHistogram\n     -> AggregationTemporality: Delta")
      .replace("NumberDataPoints", "ExponentialHistogramDataPoints");
  const pointOf = (buckets: string) => {
    const { payloads, doubts } = parseDebugText(histogram(buckets));
    const metric = payloads[0]?.resourceMetrics?.[0]?.scopeMetrics?.[0]?.metrics?.[0];
    return { point: metric?.exponentialHistogram?.dataPoints?.[0], doubts };
  };

  test("tell the scale and the offset", () => {
    expect(pointOf("Bucket (0.250000, 1.000000], Count: 3\n")).toMatchObject({
      point: { scale: -1, positive: { offset: -1, bucketCounts: ["3"] } },
      doubts: [],
    });
  });

  test("that fit no scale are left out, which is told", () => {
    const { point, doubts } = pointOf("Bucket (0.250000, 0.900000], Count: 3\n");
    expect(point).not.toHaveProperty("scale");
    expect(doubts).toEqual([
      "the scale of an exponential histogram cannot be told from the bounds of its buckets",
    ]);
  });
});

describe("a text that is cut", () => {
  test("is refused at its last line, with the reason", () => {
    expect(refusal(recorded.slice(0, recorded.indexOf("AggregationTemporality") + 5))).toMatchInlineSnapshot(`
      "error[debug_text_cut]: the debug exporter's text is cut: expected "-> AggregationTemporality:" and one of Unspecified, Delta, Cumulative, found "     -> Aggre"
         at log.txt:29:1
         |
      29 |      -> Aggre
         | ^^^^^^^^^^^^^
         = copy the text again, up to its end, or leave out the piece that is not whole"
    `);
    expect(refusal(gauge({}).replace(/Metric #0(?:.|\n)*/, "Metric #0\n"))).toMatchInlineSnapshot(`
      "error[debug_text_cut]: the debug exporter's text is cut: expected "Descriptor:", found nothing
        at log.txt:6:10
        |
      6 | Metric #0
        |          ^
        = copy the text again, up to its end, or leave out the piece that is not whole"
    `);
  });

  test.each(["metrics", "traces", "logs"])(
    "of %s anywhere is refused, or doubted where what is left could be a payload",
    (signal) => {
      const text = read(`${signal}.txt`);
      const whole = JSON.stringify(parseDebugText(text).payloads);
      const end = text.lastIndexOf("\t{");
      for (let at = text.search(/Resource\w+ #0/) + 18; at < end - 1; at += signal === "metrics" ? 1 : 3) {
        const cut = text.slice(0, at);
        const error = caught(cut);
        if (error !== undefined) {
          expect([at, error.code]).toEqual([at, "debug_text_cut"]);
          continue;
        }
        const { payloads, doubts } = parseDebugText(cut);
        expect([at, doubts.length > 0 || JSON.stringify(payloads) === whole]).toEqual([at, true]);
      }
    },
  );

  test("is doubted where the line before it counts more", () => {
    const cut = recorded.slice(0, recorded.indexOf("Metric #5"));
    expect(parseDebugText(`${cut}\t{"name": "debug"}\n`).doubts).toEqual([
      "the payload that begins at line 2 is not whole: the line before tells of other numbers of metrics and data points",
    ]);
  });

  test("is doubted in few lines where very many are, in time that grows with them", () => {
    const cut = recorded.slice(0, recorded.indexOf("Metric #1\n"));
    const { payloads, doubts } = parseDebugText(`${cut}\t{"name": "debug"}\n`.repeat(4000));
    expect(payloads).toHaveLength(4000);
    expect(doubts).toHaveLength(6);
    expect(doubts.at(-1)).toBe("3,995 more payloads are not whole");
  });

  test("has lines of very many blanks and digits that are refused at once", () => {
    const blanks = `ResourceMetrics #0\nResource SchemaURL:${" ".repeat(200_000)}a b\n`;
    const digits = `${gauge({})}2026-01-01 ${"1".repeat(200_000)}\n`;
    for (const text of [blanks, digits]) expect(caught(text)?.code).toBe("debug_text_cut");
  });

  test("in its middle is refused where it goes on", () => {
    const gap = recorded.replace(/Metric #1\n(?:.|\n)*(?=Metric #2\n)/, "");
    expect(refusal(gap)).toMatchInlineSnapshot(`
      "error[debug_text_line]: the debug exporter's text goes on otherwise: expected Metric #1, found "Metric #2"
         at log.txt:56:1
         |
      56 | Metric #2
         | ^^^^^^^^^
         = lines are missing before, or other output is between them: copy the text again"
    `);
  });

  test("at its begin is refused", () => {
    const rest = recorded.slice(recorded.indexOf("Metric #2"));
    expect(refusal(rest)).toMatchInlineSnapshot(`
      "error[debug_text_line]: the debug exporter's text goes on otherwise: expected ResourceMetrics #0, ResourceSpans #0 or ResourceLog #0, with which a payload begins, found "Metric #2"
        at log.txt:1:1
        |
      1 | Metric #2
        | ^^^^^^^^^
        = lines are missing before, or other output is between them: copy the text again"
    `);
  });

  test.each([
    [
      "a double that lost a digit",
      gauge({ point: "Value: 1.25000\n" }),
      '"Value:" and an int, or a double with six decimals',
    ],
    [
      "a time that lost its end",
      gauge({}).replace(" +0000 UTC\nValue", "\nValue"),
      '"Timestamp:" and a time',
    ],
    ["other output in between", gauge({}).replace("Descriptor:", "panic: oh\nDescriptor:"), '"Descriptor:"'],
    [
      "a value without its end",
      gauge({ resource: attributes("     -> a: Str(b\n") }),
      '")", which ends the value of a',
    ],
    [
      "a heading without anything below",
      gauge({ resource: "Resource attributes:\n" }),
      "an attribute, such as",
    ],
  ])("is refused for %s", (_, text, expected) => {
    expect(caught(text)?.message).toContain(`expected ${expected}`);
  });

  test("of profiles is refused by name", () => {
    expect(
      refusal("2026-01-01T00:00:00Z\tinfo\tResourceProfiles #0\nResource SchemaURL: \n"),
    ).toMatchInlineSnapshot(`
      "error[debug_text_signal]: expected the debug exporter's text of metrics, traces or logs, found ResourceProfiles
        at log.txt:1:27
        |
      1 | 2026-01-01T00:00:00Z info ResourceProfiles #0
        |                           ^^^^^^^^^^^^^^^^^^^"
    `);
  });
});

test("a text of 10 MB is read in linear time", () => {
  const text = gauge({
    resource: attributes(`     -> a: Str(${"(x)\n".repeat(1_000_000)})\n`),
    description: "y\n".repeat(1_000_000),
  });
  expect(parseDebugText(text).payloads).toHaveLength(1);
  expect(isDebugText("x ".repeat(5_000_000))).toBe(false);
});
