/** What the recorder asks: settings of a resource processor in YAML, and the attributes of the resources it gets. */
import type { AnyValue, Client, KeyValue } from "../../../src/shapes/records.ts";

/** A question to the resource processors of several releases. */
export interface ResourceCase {
  /** The processor's settings. */
  readonly yaml: string;
  /** The attributes of each resource of the payload. */
  readonly attributes?: readonly (readonly (KeyValue | null)[])[];
  /** The payload, where it is not metrics of resources with these attributes. */
  readonly payload?: object;
  readonly client?: Client;
  /** The codes of the findings where the settings are refused, of all releases or of each. */
  readonly codes?: readonly string[] | Readonly<Record<string, readonly string[]>>;
}

const s = (stringValue: string): AnyValue => ({ stringValue });
const i = (intValue: string): AnyValue => ({ intValue });
const d = (doubleValue: number | string): AnyValue => ({ doubleValue });
const list = (...values: AnyValue[]): AnyValue => ({ arrayValue: { values } });
const map = (...values: KeyValue[]): AnyValue => ({ kvlistValue: { values } });
const kv = (key: string, value: AnyValue): KeyValue => ({ key, value });
const texts = (...keys: string[]): KeyValue[] => keys.map((key) => kv(key, s(`the ${key}`)));

/** Values of every type, and those at the edges of conversions. */
const specimens: readonly AnyValue[] = [
  {},
  ...[
    "",
    "x",
    "12",
    "-7",
    "+5",
    "007",
    "12.5",
    ".5",
    "5.",
    " 12",
    "1e3",
    "1E-2",
    "0x10",
    "0x1p-2",
    "1_000",
  ].map(s),
  ...["NaN", "nan", "Infinity", "-inf", "+Inf", "infinit", "true", "é", "😀", "a\u0000b", "<&>\u2028"].map(s),
  ...["9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809"].map(s),
  ...["1e308", "1e309", "-1e400", "4.9e-324", "1e-400", "0.1", "-0", "-0.0", "١"].map(s),
  ...["0", "7", "-1", "9007199254740993", "9223372036854775807", "-9223372036854775808"].map(i),
  ...[0, -0, 1.5, -2.9, 100, 1e20, 1e21, 1e-6, 1e-7, 123456789.125, 1e300, -1e300, 5e-324].map(d),
  ...["NaN", "Infinity", "-Infinity"].map(d),
  { boolValue: true },
  { boolValue: false },
  { bytesValue: "" },
  { bytesValue: "AAH/" },
  { arrayValue: {} },
  list(s("a<b>"), i("1"), d(1.5), { boolValue: true }, {}, { bytesValue: "AAE=" }),
  list(list(d(1e21)), map(kv("z", i("1")), kv("a", s('"\\\n')))),
  list(d("NaN")),
  { kvlistValue: {} },
  map(kv("z", s("1")), kv("a", d(-0)), kv("m", {}), kv("a", s("again"))),
  map(kv("x", d("Infinity"))),
];

/** Settings for an action. */
function settings(...actions: readonly string[]): string {
  return `attributes:\n${actions.map((action) => `- {${action}}\n`).join("")}`;
}

const hashes: ResourceCase[] = [
  ...specimens.map((value) => ({
    yaml: settings("key: v, action: hash"),
    attributes: [[kv("a", s("stays")), kv("v", value)]],
  })),
  { yaml: settings("key: none, action: hash"), attributes: [texts("a", "b")] },
  { yaml: settings("pattern: a, action: hash"), attributes: [texts("a", "b", "ab", "xay")] },
  { yaml: settings('pattern: "^a", action: hash'), attributes: [texts("a", "b", "ab", "xay")] },
  { yaml: settings('key: a, pattern: "^a", action: hash'), attributes: [texts("a", "b", "ab")] },
  { yaml: settings("key: b, pattern: a, action: hash"), attributes: [texts("a", "b", "c")] },
  { yaml: settings('pattern: "", key: b, action: hash'), attributes: [texts("a", "b")] },
  { yaml: settings("pattern: b, action: hash"), attributes: [[kv("", s("no key")), ...texts("b")]] },
  { yaml: settings("key: a, action: hash"), attributes: [[...texts("a"), kv("a", s("second"))]] },
  {
    yaml: settings("pattern: a, action: hash"),
    attributes: [[...texts("a"), kv("a", s("second")), kv("a", i("3"))]],
  },
  { yaml: settings("key: a, action: hash", "key: a, action: hash"), attributes: [texts("a")] },
  { yaml: settings("key: a, action: hash, from_context: x"), attributes: [texts("a")] },
  {
    yaml: settings("key: a, action: hash, default_value: x"),
    attributes: [texts("a")],
    codes: ["action_setting_since"],
  },
  { yaml: settings("pattern: '(?i)A', action: hash"), attributes: [texts("a", "A", "b")] },
];

const conversions: ResourceCase[] = [
  ...["string", "int", "double"].flatMap((type) =>
    specimens.map((value) => ({
      yaml: settings(`key: v, action: convert, converted_type: ${type}`),
      attributes: [[kv("v", value), kv("w", s("stays"))]],
    })),
  ),
  { yaml: settings("key: none, action: convert, converted_type: int"), attributes: [texts("a")] },
  {
    yaml: settings("key: v, action: convert, converted_type: int"),
    attributes: [[kv("v", s("1")), kv("v", s("2"))]],
  },
  {
    yaml: settings(
      "key: v, action: convert, converted_type: double",
      "key: v, action: convert, converted_type: string",
      "key: v, action: hash",
    ),
    attributes: [[kv("v", s("1e2"))], [kv("v", i("100"))], [kv("v", { boolValue: true })]],
  },
];

const configured = [
  [
    "mesh",
    '"mesh"',
    "'1'",
    '""',
    "true",
    "false",
    "yes",
    "on",
    "1",
    "-1",
    "+1",
    "0",
    "1.0",
    "1e3",
    "1_000",
    "0.1",
  ],
  ["0x1F", "0o17", "0777", "0b101", ".inf", "-.inf", ".nan", "9223372036854775807", "9223372036854775808"],
  ["18446744073709551615", "18446744073709551616", "-9223372036854775808", "-9223372036854775809", "1e400"],
  ["[]", "[1, 1.0, a, true, null]", "[[1], {a: 1}]", "{}", "{a: 1}", "{a: {b: [c]}}", "{1: a}", "{true: a}"],
  ["{'a.b': 1}", "{'a::b': 1}", "{null: a}", "{a: null}", "{1.5: a}", "!!str 1", "!!float 1", "!!int '7'"],
  ["!!binary aGk=", "12:30:45", "2020-13-45", '"2020-01-01"', "é", '"\\u0000"', "{__proto__: 1}"],
].flat();

const values: ResourceCase[] = [
  ...configured.map((value) => ({
    yaml: settings(`key: v, value: ${value}, action: insert`),
    attributes: [texts("a"), []],
  })),
  ...["2020-01-01", "2020-01-01T00:00:00Z", "[2020-01-01]", "{a: 2020-01-01}"].map((value) => ({
    yaml: settings(`key: v, value: ${value}, action: insert`),
    attributes: [[]],
    codes: ["action_value"],
  })),
  ...["null", "~", ""].map((value) => ({
    yaml: settings(`key: v, action: insert, value: ${value}`),
    attributes: [[]],
    codes: ["action_source_missing"],
  })),
  {
    yaml: "attributes:\n- key: v\n  action: insert\n  value: |\n    two\n    lines\n- key: w\n  action: insert\n  value: >-\n    folded\n    text\n",
    attributes: [[]],
  },
  {
    yaml: "x: &x {key: v, action: insert, value: 1}\nattributes: [*x]\n",
    attributes: [[]],
    codes: ["unknown_key"],
  },
  {
    yaml: "attributes:\n- &first {key: v, action: insert, value: 1}\n- {<<: *first, key: w}\n",
    attributes: [[]],
  },
];

const putting: ResourceCase[] = ["insert", "update", "upsert"].flatMap((action) => [
  { yaml: settings(`key: a, value: new, action: ${action}`), attributes: [texts("a", "b"), texts("b"), []] },
  {
    yaml: settings(`key: a, from_attribute: b, action: ${action}`),
    attributes: [texts("a", "b"), texts("b"), texts("a")],
  },
  { yaml: settings(`key: a, from_attribute: a, action: ${action}`), attributes: [texts("a"), texts("b")] },
  { yaml: settings(`key: a, from_attribute: none, action: ${action}`), attributes: [texts("a"), []] },
  {
    yaml: settings(`key: a, from_attribute: b, action: ${action}`),
    attributes: [
      [kv("b", map(kv("x", i("1"))))],
      [kv("a", i("1")), kv("b", {})],
      [{ key: "b" }],
      [{ key: "a" }, kv("b", i("2"))],
    ],
  },
  {
    yaml: settings(`key: a, from_attribute: b, action: ${action}`),
    attributes: [
      [kv("b", i("1")), kv("b", i("2"))],
      [kv("a", i("1")), kv("a", i("2")), kv("b", i("3"))],
    ],
  },
  { yaml: settings(`key: a, value: new, action: ${action.toUpperCase()}`), attributes: [texts("a"), []] },
  {
    yaml: settings(`key: a, value: [1], action: ${action}`),
    attributes: [[kv("a", list(i("1"), i("2")))], []],
  },
  {
    yaml: settings(`key: a, default_value: 7, action: ${action}`),
    attributes: [texts("a"), []],
    codes: ["action_setting_since"],
  },
  {
    yaml: settings(`key: a, from_attribute: b, default_value: {x: 1}, action: ${action}`),
    attributes: [texts("a"), texts("b"), texts("a", "b"), []],
    codes: ["action_setting_since"],
  },
  {
    yaml: settings(`key: a, from_context: metadata.m, default_value: none, action: ${action}`),
    attributes: [texts("a"), []],
    client: { metadata: { n: ["1"] } },
    codes: ["action_setting_since"],
  },
  {
    yaml: settings(`key: a, value: v, default_value: none, action: ${action}`),
    attributes: [texts("a"), []],
    codes: ["action_setting_since"],
  },
  {
    yaml: settings(`key: a, value: v, default_value: 2020-01-01, action: ${action}`),
    attributes: [texts("a"), []],
    codes: { "0.118.0": ["action_setting_since", "action_value"], "0.161.0": ["action_value"] },
  },
]);

const deletions: ResourceCase[] = [
  ...["a", "b", "c", "d", "none"].map((key) => ({
    yaml: settings(`key: ${key}, action: delete`),
    attributes: [texts("a", "b", "c", "d")],
  })),
  { yaml: settings("key: a, action: delete"), attributes: [texts("a"), []] },
  ...["a", "^a", "a$", "^(a|c)$", ".", "", "x|^c", "(?i)A", "[[:alpha:]]+\\d", "^$", "\\."].flatMap(
    (pattern) => [
      {
        yaml: settings(`pattern: '${pattern}', action: delete, key: none`),
        attributes: [texts("a", "b", "ab", "c", "ba", "d", "a1", "A"), texts("a", "z"), texts("z", "a")],
      },
    ],
  ),
  {
    yaml: settings("pattern: a, action: delete"),
    attributes: [[...texts("a", "b", "c", "xa", "d", "ya", "e", "za")]],
  },
  {
    yaml: settings("key: b, pattern: a, action: delete"),
    attributes: [texts("a", "b", "c", "d", "ea", "f")],
  },
  {
    yaml: settings("pattern: b, action: delete"),
    attributes: [[...texts("a"), kv("", s("no key")), ...texts("b", "c")]],
  },
  {
    yaml: settings("pattern: b, action: delete"),
    attributes: [[...texts("a"), { value: s("no key") }, ...texts("c")]],
  },
  {
    yaml: settings("key: a, action: delete"),
    attributes: [[kv("a", i("1")), ...texts("b"), kv("a", i("2")), kv("a", i("3"))]],
  },
  {
    yaml: settings("pattern: a, action: delete"),
    attributes: [[kv("a", i("1")), ...texts("b", "c"), kv("a", i("2")), ...texts("d")]],
  },
  { yaml: settings("key: a, action: delete, from_context: x"), attributes: [texts("a", "b")] },
  { yaml: settings("key: a, action: DELETE", "key: b, action: Delete"), attributes: [texts("a", "b", "c")] },
];

const pairs = "^(?P<first>[a-z]+)-(?P<second>[a-z]+)$";
const extractions: ResourceCase[] = [
  {
    yaml: settings(`key: v, pattern: '${pairs}', action: extract`),
    attributes: [[kv("v", s("ab-cd"))], [kv("v", s("ab"))], []],
  },
  {
    yaml: settings(`key: v, pattern: '${pairs}', action: extract`),
    attributes: [
      [kv("second", i("1")), kv("v", s("ab-cd"))],
      [kv("v", s("x-y")), kv("first", {}), kv("first", i("2"))],
    ],
  },
  { yaml: settings("key: v, pattern: '(?P<v>b+)', action: extract"), attributes: [[kv("v", s("abbc"))]] },
  { yaml: settings("key: v, pattern: '(?<n>b+)', action: extract"), attributes: [[kv("v", s("abbcb"))]] },
  {
    yaml: settings("key: v, pattern: '(?P<n>b*)', action: extract"),
    attributes: [[kv("v", s("abb"))], [kv("v", s(""))]],
  },
  {
    yaml: settings("key: v, pattern: '(?P<n>x)?b', action: extract"),
    attributes: [[kv("v", s("ab")), kv("n", i("1"))]],
  },
  {
    yaml: settings("key: v, pattern: '(?P<n>x)|(?P<m>b)', action: extract"),
    attributes: [[kv("v", s("ab"))], [kv("v", s("xb"))]],
  },
  {
    yaml: settings("key: v, pattern: '(?P<n>a+?)(?P<m>a*)', action: extract"),
    attributes: [[kv("v", s("aaa"))]],
  },
  {
    yaml: settings("key: v, pattern: '(?P<a>.*)(?P<b>.*)', action: extract"),
    attributes: [[kv("v", s("x\ny"))]],
  },
  { yaml: settings("key: v, pattern: '(?s)(?P<a>.*)', action: extract"), attributes: [[kv("v", s("x\ny"))]] },
  {
    yaml: settings("key: v, pattern: '(?P<e>é)(?P<f>.)', action: extract"),
    attributes: [[kv("v", s("aé😀b"))]],
  },
  {
    yaml: settings("key: v, pattern: '(?i)(?P<n>MESH)', action: extract"),
    attributes: [[kv("v", s("the mesh"))]],
  },
  {
    yaml: settings("key: v, pattern: '(?P<n>a(?P<m>b)?)+', action: extract"),
    attributes: [[kv("v", s("aba"))]],
  },
  { yaml: settings("key: v, pattern: '(?:x)(?P<n>y)', action: extract"), attributes: [[kv("v", s("xy"))]] },
  {
    yaml: settings("key: v, pattern: '(?P<k8s_pod>\\w+)', action: extract"),
    attributes: [[kv("v", s("-pod_1-"))]],
  },
  ...[i("1"), d(1), { boolValue: true }, {}, list(s("ab-cd")), { bytesValue: "YWItY2Q=" }].map((value) => ({
    yaml: settings(`key: v, pattern: '${pairs}', action: extract`),
    attributes: [[kv("v", value)]],
  })),
  {
    yaml: settings(
      `key: v, pattern: '${pairs}', action: extract`,
      "key: v, action: delete",
      "key: first, action: hash",
    ),
    attributes: [[kv("v", s("ab-cd")), ...texts("z")]],
  },
  {
    yaml: settings("key: v, pattern: 'x', action: EXTRACT"),
    attributes: [[]],
    codes: ["action_pattern_groups"],
  },
  {
    yaml: settings("key: v, pattern: '(x)', action: extract"),
    attributes: [[]],
    codes: ["action_pattern_group_unnamed"],
  },
  {
    yaml: settings("key: v, pattern: '(?P<n>x)(y)', action: extract"),
    attributes: [[]],
    codes: ["action_pattern_group_unnamed"],
  },
  {
    yaml: settings("key: v, pattern: '(?P<n>x)(?P<n>y)', action: extract"),
    attributes: [[]],
    codes: ["invalid_regex"],
  },
  {
    yaml: settings("key: v, pattern: '(?P<n.m>x)', action: extract"),
    attributes: [[]],
    codes: ["invalid_regex"],
  },
  {
    yaml: settings("key: v, pattern: '', action: extract"),
    attributes: [[]],
    codes: ["action_setting_missing"],
  },
  {
    yaml: settings("key: v, pattern: '(?P<n>x)', action: extract, default_value: 1"),
    attributes: [[kv("v", s("x"))]],
    codes: ["action_setting_since"],
  },
];

const sender: Client = {
  addr: "10.42.0.217",
  metadata: {
    "X-Tenant": ["a", "b"],
    one: ["1"],
    empty: [],
    blank: [""],
    "auth.sub": ["no"],
    "client.address": ["no"],
    "metadata.one": ["no"],
  },
  auth: {},
};
const subject = {
  sub: "someone",
  membership: ["a", "b"],
  none: [],
  blank: "",
  number: 1,
  flag: true,
  mixed: ["a", 1],
} as unknown as NonNullable<Client["auth"]>; // attributes as a plain object, and values that no text is made of
const names = [
  [
    "metadata.X-Tenant",
    "metadata.x-tenant",
    "X-TENANT",
    "one",
    "metadata.one",
    "metadata.metadata.one",
    "empty",
    "blank",
  ],
  [
    "metadata.empty",
    "metadata.blank",
    "metadata.",
    "none",
    "client.address",
    "Client.Address",
    "metadata.client.address",
  ],
  [
    "auth.sub",
    "auth.membership",
    "auth.none",
    "auth.blank",
    "auth.number",
    "auth.flag",
    "auth.mixed",
    "auth.absent",
    "auth.",
  ],
  ["metadata.auth.sub", "auth"],
].flat();

const contexts: ResourceCase[] = [
  ...names.map((name) => ({
    yaml: settings(`key: v, from_context: ${name}, action: upsert`),
    attributes: [texts("a"), [kv("v", i("1"))]],
    client: { ...sender, auth: subject },
  })),
  ...["client.address", "metadata.x", "auth.sub", "x"].map((name) => ({
    yaml: settings(`key: v, from_context: ${name}, action: insert`),
    attributes: [texts("a")],
  })),
  ...["insert", "update", "upsert"].map((action) => ({
    yaml: settings(`key: v, from_context: metadata.x-tenant, action: ${action}`),
    attributes: [texts("v"), texts("a")],
    client: sender,
  })),
  {
    yaml: settings("key: v, from_context: metadata.x, from_attribute: a, action: upsert"),
    attributes: [texts("a")],
    client: sender,
    codes: ["action_sources"],
  },
];

const metric = { name: "m", gauge: { dataPoints: [{ asDouble: 1, attributes: texts("a") }] } };
const layer = settings("key: layer, value: mesh, action: insert");

const shapes: ResourceCase[] = [
  { yaml: layer, attributes: [[null]] },
  { yaml: layer, attributes: [[null, kv("layer", s("own"))]] },
  { yaml: layer, attributes: [[{ key: "layer" }]] },
  { yaml: layer, attributes: [[{ value: s("x") }]] },
  { yaml: layer, attributes: [[{ key: "layer", value: null }]] },
  { yaml: layer, attributes: [[kv("Layer", s("x")), kv("layer ", s("y"))]] },
  { yaml: layer, attributes: [[kv("layer", { stringValue: "a", intValue: "1" })]] },
  {
    yaml: settings("key: b, from_attribute: a, action: insert"),
    attributes: [[kv("a", { stringValue: "x", intValue: "1" })]],
  },
  { yaml: layer, payload: { resourceMetrics: [] } },
  { yaml: layer, payload: { resourceMetrics: [null] } },
  { yaml: layer, payload: { resourceMetrics: [{}] } },
  { yaml: layer, payload: { resourceMetrics: [{ resource: null }] } },
  { yaml: layer, payload: { resourceMetrics: [{ resource: { attributes: null } }] } },
  {
    yaml: layer,
    payload: { resourceMetrics: [{ resource: { droppedAttributesCount: 3 }, schemaUrl: "u" }] },
  },
  {
    yaml: layer,
    payload: {
      resourceMetrics: [
        {
          resource: { attributes: texts("a") },
          schemaUrl: "u",
          scopeMetrics: [{ scope: { name: "s", attributes: texts("b") }, metrics: [metric] }],
        },
        { scopeMetrics: [{ metrics: [metric, metric] }, {}] },
      ],
    },
  },
  {
    yaml: settings("key: a, action: delete", "key: b, action: delete"),
    payload: {
      resourceMetrics: [
        {
          resource: { attributes: texts("a", "b") },
          scopeMetrics: [{ scope: { attributes: texts("a") }, metrics: [metric] }],
        },
      ],
    },
  },
  {
    yaml: layer,
    payload: {
      resourceSpans: [
        {
          resource: { attributes: texts("a") },
          scopeSpans: [{ scope: {}, spans: [{ name: "x", status: {} }] }],
        },
        {},
      ],
    },
  },
  {
    yaml: layer,
    payload: {
      resourceLogs: [
        {
          resource: { attributes: texts("layer") },
          scopeLogs: [{ scope: {}, logRecords: [{ body: s("x") }] }],
        },
        {},
      ],
    },
  },
];

const sequences: ResourceCase[] = [
  {
    yaml: settings("key: a, from_attribute: a, action: upsert"),
    attributes: [[kv("a", { bytesValue: "AAE=" })], [kv("a", list(map(kv("b", { bytesValue: "AAE=" }))))]],
  },
  {
    yaml: settings(
      "key: a, action: delete",
      "key: z, value: 1, action: insert",
      "key: a, value: 2, action: insert",
    ),
    attributes: [texts("a", "b", "c"), []],
  },
  {
    yaml: settings(
      "key: new, from_attribute: a, action: insert",
      "key: a, action: delete",
      "key: new, action: hash",
    ),
    attributes: [texts("a", "b"), texts("b")],
  },
  {
    yaml: settings(
      "key: k, value: 1, action: update",
      "key: k, value: 2, action: insert",
      "key: k, value: 3, action: update",
    ),
    attributes: [[], texts("k")],
  },
  {
    yaml: settings(
      "key: k, value: '12', action: upsert",
      "key: k, action: convert, converted_type: int",
      "key: l, from_attribute: k, action: upsert",
      "key: k, action: convert, converted_type: double",
    ),
    attributes: [[]],
  },
  {
    yaml: settings(
      "pattern: '^k8s', action: hash",
      "pattern: '^k8s\\.pod', action: delete",
      "key: '', pattern: x, action: delete",
    ),
    attributes: [texts("service.name", "k8s.pod.name", "k8s.node.name", "k8s.pod.uid", "host")],
  },
  {
    yaml: settings(
      "key: v, pattern: '(?P<a>.)(?P<b>.)', action: extract",
      "key: a, from_attribute: b, action: upsert",
      "key: c, from_attribute: a, action: insert",
    ),
    attributes: [[kv("v", s("xy"))], [kv("v", s("x"))]],
  },
  {
    yaml: settings(
      ...Array.from(
        { length: 40 },
        (_, n) => `key: k${n % 7}, value: ${n}, action: ${["insert", "upsert", "update"][n % 3]}`,
      ),
    ),
    attributes: [[], texts("k3")],
  },
];

const refusals: ResourceCase[] = (
  [
    ["", ["actions_missing"]],
    ["attributes:", ["actions_missing"]],
    ["attributes: []", ["actions_missing"]],
    ["attributes: {}", ["wrong_type"]],
    ["attributes: text", ["wrong_type"]],
    ["attributes: 1", ["wrong_type"]],
    ["attributes: [1]", ["wrong_type"]],
    ["attributes: [text]", ["wrong_type"]],
    ["attributes: [[]]", ["wrong_type"]],
    ["attributes: [null]", ["action_missing"]],
    ["attributes: [{}]", ["action_missing"]],
    [`${layer}actions: []`, ["unknown_key"]],
    [`${layer}attribute: []`, ["unknown_key"]],
    [settings("key: a, value: b"), ["action_missing"]],
    [settings("key: a, value: b, action:"), ["action_missing"]],
    [settings("key: a, value: b, action: ''"), ["action_missing"]],
    [settings("key: a, value: b, action: insrt"), ["unknown_action"]],
    [settings("key: a, value: b, action: ' insert'"), ["unknown_action"]],
    [settings("key: a, value: b, action: true"), ["wrong_type"]],
    [settings("key: a, value: b, action: [insert]"), ["wrong_type"]],
    [settings("key: 1, value: b, action: insert"), ["wrong_type"]],
    [settings("key: true, value: b, action: insert"), ["wrong_type"]],
    [settings("key: 1.5, value: b, action: insert"), ["wrong_type"]],
    [settings("key: 2020-01-01, value: b, action: insert"), ["wrong_type"]],
    [settings("key: [a], value: b, action: insert"), ["wrong_type"]],
    [settings("Key: a, value: b, action: insert"), ["unknown_key"]],
    [settings("key: a, val: b, action: insert"), ["unknown_key"]],
    [settings("key: a, value: b, action: insert, from_attribute: 1"), ["wrong_type"]],
    [settings("key: a, value: b, action: insert, from_context: 1"), ["wrong_type"]],
    [settings("key: a, action: convert, converted_type: 1"), ["wrong_type"]],
    [settings("key: a, action: delete, pattern: 1"), ["wrong_type"]],
    [settings("value: b, action: insert"), ["action_key_missing"]],
    [settings("key: '', value: b, action: insert"), ["action_key_missing"]],
    [settings("key: null, value: b, action: insert"), ["action_key_missing"]],
    [settings("action: delete"), ["action_key_missing"]],
    [settings("action: hash, key: '', pattern: ''"), ["action_key_missing"]],
    [settings("action: extract, pattern: '(?P<a>b)'"), ["action_key_missing"]],
    [settings("action: convert, converted_type: int"), ["action_key_missing"]],
    ...["insert", "update", "upsert"].flatMap((action): [string, string[]][] => [
      [settings(`key: a, action: ${action}`), ["action_source_missing"]],
      [settings(`key: a, action: ${action}, from_attribute: ''`), ["action_source_missing"]],
      [settings(`key: a, action: ${action}, value: b, from_attribute: c`), ["action_sources"]],
      [settings(`key: a, action: ${action}, value: b, from_context: c`), ["action_sources"]],
      [settings(`key: a, action: ${action}, value: b, pattern: c`), ["action_setting_unused"]],
      [settings(`key: a, action: ${action}, value: b, converted_type: int`), ["action_setting_unused"]],
    ]),
    ...["delete", "hash"].flatMap((action): [string, string[]][] => [
      [settings(`key: a, action: ${action}, value: b`), ["action_setting_unused"]],
      [settings(`key: a, action: ${action}, value: ''`), ["action_setting_unused"]],
      [settings(`key: a, action: ${action}, value: false`), ["action_setting_unused"]],
      [settings(`key: a, action: ${action}, from_attribute: b`), ["action_setting_unused"]],
      [settings(`key: a, action: ${action}, converted_type: int`), ["action_setting_unused"]],
      [settings(`key: a, action: ${action}, pattern: '('`), ["invalid_regex"]],
      [settings(`key: a, action: ${action}, pattern: '(?=x)'`), ["invalid_regex"]],
      [settings(`key: a, action: ${action}, pattern: '\\1'`), ["invalid_regex"]],
    ]),
    ...["value: b", "from_attribute: b", "from_context: b", "converted_type: int"].map(
      (setting): [string, string[]] => [
        settings(`key: a, action: extract, pattern: '(?P<a>b)', ${setting}`),
        ["action_setting_unused"],
      ],
    ),
    [settings("key: a, action: extract"), ["action_setting_missing"]],
    [settings("key: a, action: extract, pattern: '(?P<a>b'"), ["invalid_regex"]],
    ...["value: b", "from_attribute: b", "from_context: b", "pattern: b"].map(
      (setting): [string, string[]] => [
        settings(`key: a, action: convert, converted_type: int, ${setting}`),
        ["action_setting_unused"],
      ],
    ),
    [settings("key: a, action: convert"), ["action_setting_missing"]],
    [settings("key: a, action: convert, converted_type: ''"), ["action_setting_missing"]],
    [settings("key: a, action: convert, converted_type: Int"), ["unknown_converted_type"]],
    [settings("key: a, action: convert, converted_type: bool"), ["unknown_converted_type"]],
    [
      settings(
        "key: a, action: insrt",
        "value: b, from_attribute: c, pattern: d, action: insert",
        "action: delete",
      ),
      [
        "unknown_action",
        "action_sources",
        "action_setting_unused",
        "action_key_missing",
        "action_key_missing",
      ],
    ],
  ] as const satisfies readonly (readonly [string, readonly string[]])[]
).map(([yaml, codes]) => ({ yaml, codes, attributes: [[]] }));

/** The cases by the file that they are recorded in. */
export const cases: Readonly<Record<string, readonly ResourceCase[]>> = {
  values,
  putting,
  deletions,
  hashes,
  extractions,
  conversions,
  contexts,
  shapes,
  sequences,
  refusals,
};
