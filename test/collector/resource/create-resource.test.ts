import { describe, expect, test, vi } from "vitest";
import { createResource, type ResourceConfig } from "../../../src/collector/resource/create-resource.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { OttlError } from "../../../src/diagnostics/ottl-error.ts";
import type { AnyValue, MetricsData } from "../../../src/shapes/records.ts";

const layer: ResourceConfig = { attributes: [{ key: "layer", value: "mesh", action: "insert" }] };
const scopeMetrics = [{ scope: { name: "s" }, metrics: [{ name: "m" }] }];

describe("settings as data", () => {
  test.each<[ResourceConfig["attributes"][number], unknown]>([
    [{ key: "v", value: "text", action: "insert" }, { stringValue: "text" }],
    [{ key: "v", value: 1, action: "insert" }, { intValue: "1" }],
    [{ key: "v", value: 1.5, action: "INSERT" }, { doubleValue: 1.5 }],
    [{ key: "v", value: 2n ** 62n, action: "upsert" }, { intValue: "4611686018427387904" }],
    [{ key: "v", value: false, action: "insert" }, { boolValue: false }],
    [{ key: "v", value: "", action: "insert" }, { stringValue: "" }],
    [
      { key: "v", value: [1, "a", null, { b: true }], action: "insert" },
      {
        arrayValue: {
          values: [
            { intValue: "1" },
            { stringValue: "a" },
            {},
            { kvlistValue: { values: [{ key: "b", value: { boolValue: true } }] } },
          ],
        },
      },
    ],
    [
      { key: "v", value: { stringValue: 1 }, action: "insert" },
      { kvlistValue: { values: [{ key: "stringValue", value: { intValue: "1" } }] } },
    ],
    [{ key: "v", from_attribute: "no", default_value: 7, action: "upsert" }, { intValue: "7" }],
  ])("make an attribute (%#)", (action, value) => {
    const { output } = createResource({ attributes: [action] }).apply({ resourceMetrics: [{}] });
    expect(output.resourceMetrics).toEqual([{ resource: { attributes: [{ key: "v", value }] } }]);
  });

  test("what is wrong is shown in the settings as YAML would have them", () => {
    const wrong = {
      attributes: [
        { key: "a", action: "hash", value: "b" },
        { key: "c", action: "insrt" },
      ],
    };
    expect(String(refusal(() => createResource(wrong as unknown as ResourceConfig)))).toBe(
      [
        'error[action_setting_unused]: action "hash" takes no "value"',
        "  at 4:12 · attributes[0].value",
        "  |",
        "4 |     value: b",
        "  |            ^",
        "",
        'error[unknown_action]: "insrt" is not an action; the actions are insert, update, upsert, delete, hash, extract, convert',
        "  at 6:13 · attributes[1].action",
        "  |",
        "6 |     action: insrt",
        '  |             ^^^^^ did you mean "insert"?',
      ].join("\n"),
    );
  });

  test.each<[string, unknown, string]>([
    ["nothing", undefined, "processor_config"],
    ["a number", 1, "processor_config"],
    ["an empty list of files", [], "invalid_option"],
    ["no actions", {}, "actions_missing"],
    ["no list", { attributes: "x" }, "wrong_type"],
    ["a function", { attributes: [() => 1] }, "invalid_option"],
    ["a date", { attributes: [{ key: "a", value: new Date(), action: "insert" }] }, "invalid_option"],
  ])("%s is refused", (_, config, code) => {
    expect(refusal(() => createResource(config as ResourceConfig)).code).toBe(code);
  });

  test.each<[string, unknown]>([
    ["options", 1],
    ["options", null],
    ["client", { client: 1 }],
    ["compatibility", { compatibility: 118 }],
    ["compatibility", { compatibility: null }],
    ["gates", { gates: "a" }],
    ["file", { file: Symbol("x") }],
    ["env", { env: { HOME: 1 } }],
    ["onWarning", { onWarning: "log" }],
    ["onError", { onError: {} }],
  ])("%s of a wrong type are refused", (option, options) => {
    const error = refusal(() => createResource(layer, options as object));
    expect(error.message).toContain(`option ${option} must be`);
  });

  test("an unknown version is refused", () => {
    expect(refusal(() => createResource(layer, { compatibility: "0.1.0" })).code).toBe("unsupported_version");
  });
});

describe("a processor of a configuration", () => {
  const two =
    "processors:\n  resource/a: {attributes: [{key: k, value: a, action: insert}]}\n  resource: {attributes: [{key: k, value: b, action: insert}]}\n  filter/x: {}\n";

  test("is found by its id", () => {
    const { id, apply } = createResource(two, "resource");
    expect(id).toBe("resource");
    expect(apply({ resourceMetrics: [{}] }).output).toEqual({
      resourceMetrics: [{ resource: { attributes: [{ key: "k", value: { stringValue: "b" } }] } }],
    });
  });

  test.each([
    ["of several", two, undefined, "processor_not_named", "there are resource/a, resource"],
    ["of none", "processors:\n  batch:\n", undefined, "processor_not_named", undefined],
    ["without a section", "service:\n", undefined, "processor_not_named", undefined],
    ["of a wrong name", two, "resource/b", "processor_not_found", undefined],
    ["of another type", two, "filter/x", "processor_id", undefined],
    ["of a longer type", two, "resourcedetection", "processor_id", undefined],
  ])("cannot be told %s", (_, yaml, id, code, hint) => {
    const { diagnostics } = refusal(() => createResource(yaml, id));
    expect(diagnostics).toEqual([expect.objectContaining({ code, setting: "processors" })]);
    expect(diagnostics[0].hint).toBe(hint);
  });

  test("a name that is nearly right is suggested", () => {
    expect(refusal(() => createResource(two, "resource/aa")).diagnostics[0].label).toBe(
      'did you mean "resource/a"?',
    );
  });

  test("an id that is no text is refused", () => {
    expect(refusal(() => createResource(two, 1 as unknown as string)).code).toBe("invalid_option");
  });

  test("variables of the environment keep the type that their text has as YAML", () => {
    const yaml = `processors:
  resource:
    attributes:
      - {key: n, value: "\${env:N}", action: insert}
      - {key: "\${env:K}", value: "a\${env:N}", action: insert}
`;
    const processor = createResource(yaml, undefined, { env: { N: "7", K: "007" } });
    const { output } = processor.apply({ resourceMetrics: [{}] });
    expect(output.resourceMetrics?.[0]?.resource?.attributes).toEqual([
      { key: "n", value: { intValue: "7" } },
      { key: "007", value: { stringValue: "a7" } },
    ]);
  });

  test("everything that is wrong is told with its place", () => {
    const yaml = `processors:
  resource/mesh:
    attributes:
      - key: layer
        valu: mesh
        action: insert
      - {key: a, action: extract, pattern: "(?P<a>x)(y)", converted_type: int}
      - key: b
        action: delete
        pattern: |-
          a\\p{Foo}
      - {action: convert, converted_type: strin}
      - {key: c, action: update, default_value: 2020-01-01}
    attribute: []
`;
    expect(String(refusal(() => createResource(yaml, "resource/mesh", { file: "collector.yaml" })))).toBe(
      `error[unknown_key]: "valu" is not a setting here
  at collector.yaml:5:9 · processors.resource/mesh.attributes[0].valu
  |
5 |         valu: mesh
  |         ^^^^ did you mean "value"?
  = valid settings: action, converted_type, default_value, from_attribute, from_context, key, pattern, value

error[action_pattern_group_unnamed]: group 2 of the pattern has no name: the names of groups are the keys that are written
  at collector.yaml:7:44 · processors.resource/mesh.attributes[1].pattern
  |
7 |       - {key: a, action: extract, pattern: "(?P<a>x)(y)", converted_type: int}
  |                                            ^^^^^^^^^^^^^

error[action_setting_unused]: action "extract" takes no "converted_type"
  at collector.yaml:7:75 · processors.resource/mesh.attributes[1].converted_type
  |
7 |       - {key: a, action: extract, pattern: "(?P<a>x)(y)", converted_type: int}
  |                                                                           ^^^

error[invalid_regex]: invalid regular expression: invalid character class range: "\\p{Foo}"
   at collector.yaml:11:12 · processors.resource/mesh.attributes[2].pattern
   |
11 |           a\\p{Foo}
   |            ^^^^^^^
   = after \\p stands a general category such as Lu or a script of one word such as Greek

error[action_key_missing]: action "convert" needs a "key"
   at collector.yaml:12:18 · processors.resource/mesh.attributes[3].key
   |
12 |       - {action: convert, converted_type: strin}
   |                  ^^^^^^^

error[unknown_converted_type]: "strin" is not a type to convert to; the types are string, int, double
   at collector.yaml:12:43 · processors.resource/mesh.attributes[3].converted_type
   |
12 |       - {action: convert, converted_type: strin}
   |                                           ^^^^^ did you mean "string"?

error[action_value]: an attribute cannot hold a time
   at collector.yaml:13:49 · processors.resource/mesh.attributes[4].default_value
   |
13 |       - {key: c, action: update, default_value: 2020-01-01}
   |                                                 ^^^^^^^^^^ write it in quotes to have it as text

error[unknown_key]: "attribute" is not a setting here
   at collector.yaml:14:5 · processors.resource/mesh.attribute
   |
14 |     attribute: []
   |     ^^^^^^^^^ did you mean "attributes"?
   = valid settings: attributes`,
    );
  });

  test("settings that the Collector passes over are warned of", () => {
    const warnings: Diagnostic[] = [];
    const yaml =
      "processors:\n  resource:\n    attributes:\n    - {key: a, action: delete, from_context: x}\n";
    createResource(yaml, undefined, { onWarning: (warning) => warnings.push(warning) });
    expect(warnings).toEqual([
      expect.objectContaining({
        code: "action_setting_ignored",
        severity: "warning",
        setting: "processors.resource.attributes[0].from_context",
      }),
    ]);
  });
});

describe("a payload", () => {
  test("shares with the output what is not changed", () => {
    const own = { resource: { attributes: [{ key: "layer", value: { stringValue: "own" } }] }, scopeMetrics };
    const other = { resource: { attributes: [] }, scopeMetrics, schemaUrl: "u" };
    const { output } = createResource(layer).apply({ resourceMetrics: [own, other] });
    expect(output.resourceMetrics[0]).toBe(own);
    expect(output.resourceMetrics[1]).toEqual({
      resource: { attributes: [{ key: "layer", value: { stringValue: "mesh" } }] },
      scopeMetrics,
      schemaUrl: "u",
    });
    expect(output.resourceMetrics[1]?.scopeMetrics).toBe(scopeMetrics);
    const unchanged = { resourceMetrics: [own] };
    expect(createResource(layer).apply(unchanged).output).toBe(unchanged);
    expect(createResource(layer).apply({}).output).toEqual({});
  });

  test("keeps plain objects of attributes, and the plain values in them", () => {
    const attributes = JSON.parse('{"b":1,"c":{"d":2},"__proto__":"p","e":1.5}');
    const { output } = createResource({
      attributes: [
        { key: "n", from_attribute: "c", action: "insert" },
        { key: "b", action: "convert", converted_type: "string" },
        { key: "e", action: "convert", converted_type: "int" },
        { key: "__proto__", action: "hash" },
      ],
    }).apply({ resourceMetrics: [{ resource: { attributes } }] });
    const after = output.resourceMetrics[0]?.resource.attributes;
    expect(Object.entries(after)).toEqual([
      ["b", "1"],
      ["c", { d: 2 }],
      ["__proto__", "148de9c5a7a44d19e56cd9ae1a554bf67847afb0c58f6e12fa29ac7ddfca9940"],
      ["e", 1],
      ["n", { d: 2 }],
    ]);
    expect(Object.getPrototypeOf(after)).toBe(Object.prototype);
  });

  test("may have very many attributes in a plain object", { timeout: 10_000 }, () => {
    const attributes = Object.fromEntries(Array.from({ length: 200_000 }, (_, i) => [`key${i}`, i]));
    const { output } = createResource(layer).apply({ resourceMetrics: [{ resource: { attributes } }] });
    expect(Object.keys(output.resourceMetrics[0]?.resource.attributes ?? {})).toHaveLength(200_001);
  });

  test("is given values of its own, which may be changed without changing others", () => {
    const { apply } = createResource({
      attributes: [
        { key: "set", value: "s", action: "insert" },
        { key: "copy", from_attribute: "set", action: "insert" },
        { key: "fallback", from_attribute: "none", default_value: "f", action: "insert" },
        { key: "list", value: ["a"], action: "insert" },
        { key: "kept", from_attribute: "own", action: "insert" },
      ],
    });
    const attributes = () => {
      const own = { key: "own", value: { stringValue: "o" } };
      const { output } = apply({ resourceMetrics: [{ resource: { attributes: [own] } }] });
      return new Map(output.resourceMetrics[0]?.resource.attributes.map(({ key, value }) => [key, value]));
    };
    const first = attributes();
    const texts = ["set", "copy", "fallback", "own", "kept"];
    const before = [...first].map(([key, value]) => [key, structuredClone(value)]);
    for (const key of texts) {
      const value = first.get(key);
      if (value !== undefined) value.stringValue += `, changed as ${key}`;
    }
    const list = (first.get("list") as AnyValue | undefined)?.arrayValue?.values ?? [];
    list.push({ stringValue: "b" });
    expect(texts.map((key) => first.get(key)?.stringValue)).toEqual([
      "s, changed as set",
      "s, changed as copy",
      "f, changed as fallback",
      "o, changed as own",
      "o, changed as kept",
    ]);
    expect([...attributes()]).toEqual(before);
  });

  test("comes from clients that a function tells, asked once for each payload", () => {
    const client = vi.fn(({ resourceMetrics }: MetricsData) => ({
      metadata: { tenant: [String(resourceMetrics?.length)] },
    }));
    const config: ResourceConfig = {
      attributes: [{ key: "tenant", from_context: "tenant", action: "insert" }],
    };
    const { apply } = createResource(config, { client });
    const tenants = ({ output }: { output: MetricsData }) =>
      output.resourceMetrics?.map((one) => one?.resource?.attributes);
    const tenant = (stringValue: string) => [{ key: "tenant", value: { stringValue } }];
    expect(tenants(apply({ resourceMetrics: [{}, {}] }))).toEqual([tenant("2"), tenant("2")]);
    expect(tenants(apply({ resourceMetrics: [{}] }))).toEqual([tenant("1")]);
    expect(client).toHaveBeenCalledTimes(2);
  });

  test("may be one of an async iterable or of a stream", async () => {
    const { apply } = createResource(layer);
    const given = [
      { resourceMetrics: [{ scopeMetrics }] },
      { resourceMetrics: [] },
      { resourceMetrics: [{}] },
    ];
    async function* payloads() {
      yield* given;
    }
    const stream = new ReadableStream<MetricsData>({
      start(controller) {
        for (const payload of given) controller.enqueue(payload);
        controller.close();
      },
    });
    const expected = [apply(given[0] as MetricsData).output, apply(given[2] as MetricsData).output];
    expect(await all(apply(payloads()))).toEqual(expected);
    expect(await all(apply(stream))).toEqual(expected);
  });

  test.each(["resourceSpans", "resourceLogs"])(
    "of %s may be one of an async iterable or of a stream",
    async (signal) => {
      const { apply } = createResource(layer);
      const payload = (list: object[]) => ({ resourceMetrics: null, [signal]: list });
      const given = [payload([{}]), payload([])];
      async function* payloads() {
        yield* given;
      }
      const stream = new ReadableStream<MetricsData>({
        start(controller) {
          for (const one of given) controller.enqueue(one);
          controller.close();
        },
      });
      const attributes = [{ key: "layer", value: { stringValue: "mesh" } }];
      const expected = [payload([{ resource: { attributes } }])];
      expect(await all(apply(payloads()))).toEqual(expected);
      expect(await all(apply(stream))).toEqual(expected);
    },
  );

  test.each<[string, unknown, string]>([
    ["null", null, "a payload is an object with resourceMetrics, resourceSpans or resourceLogs, found null"],
    [
      "a list",
      [],
      "a payload is an object with resourceMetrics, resourceSpans or resourceLogs, found an array",
    ],
    [
      "no list of resources",
      { resourceMetrics: {} },
      "the payload's resourceMetrics must be an array, found an object",
    ],
    [
      "a text in place of one",
      { resourceMetrics: ["x"] },
      'the payload\'s resourceMetrics[0] must be an object, found "x"',
    ],
    [
      "a list in place of a resource",
      { resourceMetrics: [{}, { resource: [] }] },
      "the payload's resourceMetrics[1].resource must be an object, found an array",
    ],
    [
      "attributes that are none",
      { resourceSpans: [{ resource: { attributes: 5 } }] },
      "the payload's resourceSpans[0].resource.attributes must be an array of key-value pairs or an object, found 5",
    ],
    [
      "a pair that is none",
      { resourceLogs: [{ resource: { attributes: ["x"] } }] },
      'the payload\'s resourceLogs[0].resource.attributes[0] must be a key-value pair, found "x"',
    ],
    [
      "a key that is none",
      { resourceMetrics: [{ resource: { attributes: [{ key: 1 }] } }] },
      "the payload's resourceMetrics[0].resource.attributes[0].key must be a string, found 1",
    ],
  ])("with %s is refused", (_, payload, message) => {
    const error = refusal(() => createResource(layer).apply(payload as MetricsData));
    expect(error).toMatchObject({ phase: "evaluation", message });
  });

  test("with values that cannot be read is refused only where they are read", () => {
    const payload = {
      resourceMetrics: [{ resource: { attributes: [{ key: "a", value: { intValue: "x" } }] } }],
    };
    expect(() => createResource(layer).apply(payload)).not.toThrow();
    const hash = createResource({ attributes: [{ key: "a", action: "hash" }] });
    expect(refusal(() => hash.apply(payload)).message).toContain(
      "attributes.intValue must be a 64-bit integer",
    );
  });

  test("with a value that contains itself is refused", () => {
    const values: object[] = [];
    values.push({ arrayValue: { values } });
    const payload = { resourceMetrics: [{ resource: { attributes: [{ key: "a", value: values[0] }] } }] };
    const convert = createResource({
      attributes: [{ key: "a", action: "convert", converted_type: "string" }],
    });
    expect(refusal(() => convert.apply(payload as MetricsData)).code).toBe("value_nesting_too_deep");
  });

  test.each<[string, unknown]>([
    ["client.address", { addr: 1 }],
    ["metadata.x", { metadata: { x: "text" } }],
    ["metadata.x", { metadata: { x: [1] } }],
    ["metadata.x", { metadata: [] }],
    ["auth.x", { auth: 1 }],
  ])("from a client without a readable %s is refused", (from_context, client) => {
    const config: ResourceConfig = { attributes: [{ key: "v", from_context, action: "insert" }] };
    const processor = createResource(config, { client: client as object });
    expect(refusal(() => processor.apply({ resourceMetrics: [{}] })).message).toMatch(/^option client\./);
  });
});

async function all<T>(payloads: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const payload of payloads) list.push(payload);
  return list;
}

function refusal(step: () => unknown): OttlError {
  try {
    step();
  } catch (error) {
    if (error instanceof OttlError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
