/** Profiles and links of spans, which the programs of the reference leave out: what its sources say of the former. */
import { expect, test } from "vitest";
import { recordsOf } from "../../src/engine/records.ts";
import { condition, statement, value } from "../../src/index.ts";
import { profileRecordSchema } from "../../src/schemas.ts";

const payload = () => ({
  resourceProfiles: [
    {
      resource: { attributes: [{ key: "r", value: { stringValue: "res" } }] },
      scopeProfiles: [
        {
          scope: { name: "profiler" },
          profiles: [
            {
              sampleType: { typeStrindex: 1, unitStrindex: 2 },
              samples: [{}, {}],
              timeUnixNano: "1700000000000000000",
              durationNano: "10",
              period: 7,
              profileId: "0102030405060708090A0B0C0D0E0F10",
              attributeIndices: [0, 1],
              originalPayload: "AQI=",
            },
            { attributeIndices: [9] },
          ],
        },
      ],
    },
  ],
  dictionary: {
    stringTable: ["", "cpu", "ns", "k", "m"],
    attributeTable: [
      { keyStrindex: 3, value: { stringValue: "v" } },
      { keyStrindex: 4, value: { kvlistValue: { values: [{ key: "a", value: { intValue: "1" } }] } } },
    ],
  },
});

const first = () => {
  const data = payload();
  const [record = {}] = recordsOf("profile", data);
  return { data, record };
};
const read = (text: string) => value("profile", text).evaluate(first().record);

test("texts and attributes come from the payload's dictionary", () => {
  expect(read("sample_type.type")).toBe("cpu");
  expect(read("sample_type.unit")).toBe("ns");
  expect(read("period_type.unit")).toBe("");
  expect(read('attributes["k"]')).toBe("v");
  expect(read('attributes["m"]["a"]')).toBe(1n);
  expect(read('attributes["zz"]')).toBe(null);
  expect(read("profile_id.string")).toBe("0102030405060708090a0b0c0d0e0f10");
  expect(read("original_payload")).toEqual(Uint8Array.of(1, 2));
  expect(read("Len(sample)")).toBe(2n);
  expect(read("attribute_indices")).toMatchObject({ items: [0n, 1n], origin: "int64" });
  expect(read("duration")).toBe(10n);
  expect(
    condition("profile", 'period == 7 and resource.attributes["r"] == "res"').matches(first().record),
  ).toBe(true);
});

test("an index beyond the dictionary is an error", () => {
  const [, second = {}] = recordsOf("profile", payload());
  expect(() => value("profile", "attributes").evaluate(second)).toThrow("out of bounds");
});

const write = (text: string) => {
  const { data, record } = first();
  statement("profile", text).execute(record);
  const [profile] = data.resourceProfiles[0]?.scopeProfiles[0]?.profiles ?? [];
  return { profile, dictionary: data.dictionary };
};

test("a new attribute is put into the tables, and one that is there is used again", () => {
  const added = write('set(attributes["new"], 1)');
  expect(added.profile?.attributeIndices).toEqual([0, 1, 2]);
  expect(added.dictionary.stringTable.at(-1)).toBe("new");
  expect(added.dictionary.attributeTable.at(-1)).toEqual({ keyStrindex: 5, value: { intValue: "1" } });
  const changed = write('set(attributes["k"], "w")');
  expect(changed.profile?.attributeIndices).toEqual([2, 1]);
  const same = write('set(attributes["k"], "v")');
  expect(same.profile?.attributeIndices).toEqual([0, 1]);
  expect(same.dictionary.attributeTable).toHaveLength(2);
  expect(write('set(attributes, {"k": "v"})').profile?.attributeIndices).toEqual([0]);
  expect(write('set(attributes["m"]["b"], 2)').dictionary.attributeTable).toHaveLength(3);
});

test("types, ids and durations are written, and refused where they make no sense", () => {
  expect(write('set(sample_type.unit, "cpu")').profile?.sampleType).toEqual({
    typeStrindex: 1,
    unitStrindex: 1,
  });
  expect(write('set(profile_id.string, "FF02030405060708090a0b0c0d0e0f10")').profile?.profileId).toBe(
    "ff02030405060708090a0b0c0d0e0f10",
  );
  expect(() => write('set(profile_id.string, "00000000000000000000000000000000")')).toThrow("profile id");
  expect(() => write("set(duration, -1)")).toThrow("out of range");
  expect(write("set(attribute_indices, [1])").profile?.attributeIndices).toEqual([1]);
  expect(write("set(original_payload, 0x0304)").profile?.originalPayload).toBe("AwQ=");
});

test("the schema takes a record of a profile", () => {
  expect(profileRecordSchema.safeParse(first().record).success).toBe(true);
  expect(profileRecordSchema.safeParse({ profile: { originalPayload: "?" } }).success).toBe(false);
});

test("links of spans are reached from their span's record", () => {
  const link = { traceId: "ABCDEFABCDEFABCDEFABCDEFABCDEFAB", traceState: "a=1", flags: 1 };
  const traces = { resourceSpans: [{ scopeSpans: [{ spans: [{ name: "s", links: [link, {}] }] }] }] };
  const records = [...recordsOf("spanlink", traces)];
  const text =
    'span.name == "s" and trace_state["a"] == "1" and trace_id.string == "abcdefabcdefabcdefabcdefabcdefab"';
  expect(records.map((record) => condition("spanlink", text).matches(record))).toEqual([true, false]);
  statement("spanlink", 'set(attributes["k"], flags)').execute(records[1] ?? {});
  expect(traces.resourceSpans[0]?.scopeSpans[0]?.spans[0]?.links[1]).toEqual({
    attributes: [{ key: "k", value: { intValue: "0" } }],
  });
});
