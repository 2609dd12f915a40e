import { type Group, group } from "./group.ts";
import { Entries, gaugeOf, type Payload, payloadOf } from "./payload.ts";

const value = { kind: "value" } as const;
const statement = { kind: "statement" } as const;

const lambdas = ["ottl.functions.enableLambda"];
const authenticated = { auth: { a: "x", b: ["p", "q"] } } as const;

/** A log whose body is a map with a map and a list in it. */
const bodyOfMap: Payload = {
  resourceLogs: [
    {
      scopeLogs: [
        {
          logRecords: [
            {
              body: {
                kvlistValue: {
                  values: [
                    {
                      key: "m",
                      value: { kvlistValue: { values: [{ key: "k", value: { intValue: "1" } }] } },
                    },
                    { key: "l", value: { arrayValue: { values: [{ stringValue: "x" }] } } },
                  ],
                },
              },
            },
          ],
        },
      ],
    },
  ],
};

/** Attributes by protobuf's own names, which OTLP JSON allows. */
const protobufNames: Payload = {
  resourceMetrics: [
    {
      scopeMetrics: [
        {
          metrics: [
            {
              gauge: {
                dataPoints: [
                  {
                    attributes: [
                      { value: { string_value: "a,b,,c" } },
                      { key: "t", value: { int_value: "1" } },
                      { key: "m", value: { kvlist_value: { values: [{ key: "k" }] } } },
                      { key: "l", value: { array_value: { values: [{ int_value: 1 }] } } },
                    ],
                  },
                ],
              },
            },
          ],
        },
      ],
    },
  ],
};

/** A data point with keys of which most come twice. */
const manyTwice: Payload = payloadOf([
  gaugeOf("twice", [
    new Entries(
      ...[
        "",
        "ok",
        "no",
        "l",
        "big",
        "no",
        "d",
        "l",
        "nil",
        "s",
        "t",
        "y",
        "m",
        "s",
        "v",
        "w",
        "",
        "big",
      ].map((key, i) => [key, BigInt(i)] as const),
    ),
  ]),
]);

/** What generated programs found, each with what was wrong. */
export const foundByFuzz: readonly Group[] = [
  group("language/found-by-fuzz", "Texts and records that generated programs found.", value, {
    "takes no key behind a claim of an authenticated client that has no value": [
      'client.auth.attributes["none"]',
      'client.auth.attributes["none"][1]',
      'client.auth.attributes["none"]["k"]',
      'client.auth.attributes["a"][0]',
      'client.auth.attributes["b"][0]',
      'client.auth.attributes["b"][2]',
    ].flatMap((text) => [
      { text, context: "otelcol" as const, client: authenticated },
      { text, context: "otelcol" as const },
    ]),
    "shows which functions answer maps of Go": [
      'Format("1", [URL("/only/path.tar.gz")])',
      'Format("1", [UserAgent("curl/8.4.0")])',
      'Format("%v %+v %T", [UserAgent("curl/8.4.0"), UserAgent(""), UserAgent("")])',
      'UserAgent("curl/8.4.0") == UserAgent("curl/8.4.0")',
    ],
    "keeps maps of Go in lists of Go, and their ports and parameters what they are": [
      '[URL("https://a:1/")]',
      '[[URL("https://a:1/")]]',
      '{"a": URL("https://a:1/")}',
      '{"a": [URL("https://a:1/")]}',
      'Sort([URL("https://a:1/")])',
      'String([URL("https://a:1/")])',
      'String([URL("?a=1&a=<é")])',
      'String([{"a": 1}])',
      'Concat([[UserAgent("curl/8.4.0")]], "")',
      'Format("%v %+v", [URL("https://a:1/"), [URL("https://a:1/")["url.port"]]])',
      'Format("%T %v", [URL("?"), URL("?a=1&b=2")])',
      'Format("%T %T", [URL("?a=1")["query"], URL("?a=1")["query"]["a"]])',
      '[URL("?a=1")["query"]]',
    ],
    "gives lambdas maps of data for maps of Go": [
      'Filter(URL("https://a:1/"), (k, v) => true)',
      'Filter(URL("https://a:1/"), (k, v) => true)["url.port"]',
      'Find(URL("https://a:1/"), (k, v) => k == "url.port")',
      'Find(URL("https://a:1/"), (k, v) => k == "url.port", (k, v) => v)',
      'Any(URL("https://a:1/"), (k, v) => IsInt(v))',
      'MapEach(URL("https://a:1/"), (k, v) => IsInt(v))',
      'Format("%T", [Filter(URL("?a=1"), (k, v) => true)["query"]["a"]])',
      'Format("%T", [Find(URL("?a=1"), (k, v) => true)["a"]])',
      'Reduce([1], URL("?a=1"), (acc, i, v) => acc["query"])',
      'Reduce([1], URL("https://a:1/"), (acc, i, v) => acc)["url.port"]',
    ].map((text) => ({ text, gates: lambdas })),
    "puts maps of Go into lists": [
      'append(cache["new"], URL("False"))',
      'append(cache["new"], UserAgent(""))',
      'append(cache["new"], values=[UserAgent(""), 1])',
      'append(cache["new"], [UserAgent("")])',
      'set(cache["new"], [UserAgent("")])',
      'set(cache["new"], [[UserAgent("")]])',
      'append(cache["new"], {"k": UserAgent("")})',
      'set(cache["new"], Sort([UserAgent("")]))',
      'append(cache["new"], Index([UserAgent("")], UserAgent("")))',
    ].map((text) => ({ text, ...statement })),
    "copies what a place is part of, also where a function passes it on": [
      'set(attributes["new"], Coalesce([nil, attributes]))',
      'set(attributes["new"], Coalesce([attributes["none"], attributes]))',
      'set(attributes["map"]["x"], Coalesce([attributes["map"]]))',
      'set(attributes["map"]["n"]["y"], Coalesce([attributes["map"]]))',
      'set(attributes["list"][0], Coalesce([attributes["list"]]))',
      'set(attributes["list"], Coalesce([attributes["list"]]))',
      'set(attributes["new"], When(() => true, attributes, 1))',
      'set(attributes["new"], Reduce([], attributes, (acc, i, v) => 1))',
      'set(attributes["new"], Reduce([1], nil, (acc, i, v) => attributes))',
      'set(attributes["new"], Find([1], (i, v) => true, (i, v) => attributes))',
      'set(attributes["new"], Filter(attributes, (k, v) => true))',
      'set(attributes["new"], MapEach(attributes, (k, v) => v))',
      'set(attributes["new"], MapKeys(attributes, (k, v) => k))',
      'set(attributes["new"], {"a": attributes})',
      'set(attributes["new"], {"a": attributes}["a"])',
      'set(attributes["map"]["x"], Filter(attributes["map"], (k, v) => true))',
      'set(attributes["list"][0], Filter(attributes["list"], (k, v) => true))',
      'set(attributes["list"][0], Sort(attributes["list"]))',
      'set(attributes["map"]["x"], {"a": attributes["map"]}["a"])',
      'merge_maps(attributes["map"], Coalesce([attributes]), "upsert")',
      'merge_maps(attributes, Coalesce([attributes]), "upsert")',
      'merge_maps(attributes, Filter(attributes, (k, v) => true), "upsert")',
      'merge_maps(attributes["map"], When(() => true, attributes["map"], nil), "update")',
      'set(resource.attributes["x"], Coalesce([attributes]))',
    ].map((text) => ({ text, ...statement, data: "edited", gates: lambdas })),
    "copies a body into itself, also where a function passes it on": [
      'set(body[""], Reduce([], body, (acc, i, v) => 1))',
      'set(body["x"], Coalesce([body]))',
      'set(body["x"]["y"], Coalesce([body]))',
      "set(body[0], Coalesce([body]))",
      "set(body, Coalesce([body]))",
    ].map((text) => ({ text, ...statement, context: "log" as const, data: "logs", gates: lambdas })),
    "puts in what the keys before one that fails lead to": [
      'set(attributes[""][attributes[1]], 1)',
      'set(attributes["new"][attributes["s"]["none"]], 1)',
      'set(attributes["new"][Int("x")], 1)',
      'set(attributes["new"]["k"][attributes["s"]["none"]], 1)',
      'set(attributes["map"]["new"][attributes["s"]["none"]], 1)',
      'set(attributes["s"][attributes["s"]["none"]], 1)',
      'set(attributes["new"][1.5], 1)',
      'set(attributes["new"][nil], 1)',
      'set(attributes[attributes["s"]["none"]]["new"], 1)',
      'append(attributes["new"][attributes["s"]["none"]], 1)',
      'merge_maps(attributes["new"][attributes["s"]["none"]], {"a": 1}, "upsert")',
    ].map((text) => ({
      text,
      ...statement,
      data: "edited",
      gates: ["pkg.ottl.enableDynamicMapKeys"],
    })),
    "keeps no order of a key that comes twice": [
      { text: "ToKeyValueString(attributes, sort_output=true)", payload: manyTwice },
      { text: "ToKeyValueString(attributes)", payload: manyTwice },
    ],
    "sets a key of a value by protobuf's name": [
      'set(attributes[""][1], 1)',
      'set(attributes["t"]["k"], 1)',
      'set(attributes["t"], 2)',
      'set(attributes["m"]["k"], 2)',
      'set(attributes["m"]["n"], attributes["l"][0])',
      'set(attributes["l"][0], "x")',
    ].map((text) => ({ text, ...statement, payload: protobufNames })),
    "copies what a new list at a negative index is part of": [
      'set(body["new"][-1], body)',
      'set(body["new"][-1]["k"], body)',
      'set(body["new"][-2], log.body["m"])',
      'set(body["l"][-1], body)',
      'merge_maps(body["new"][-1], body, "upsert")',
      'set(body["new"]["k"][-1], body["new"])',
    ].map((text) => ({ text, ...statement, context: "log" as const, payload: bodyOfMap })),
  }),
];
