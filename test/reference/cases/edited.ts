import { Entries, gaugeOf, type Payload, type Plain, payloadOf } from "./payload.ts";

const points: readonly ({ readonly [key: string]: Plain } | Entries)[] = [
  {
    a: 1n,
    b: "x",
    s: "hello world",
    list: [1n, "two", 3.5, true, null],
    map: { k: "v", n: { m: 1n, l: [1n, [2n, [3n]]] } },
    f: 2.5,
    t: true,
    nil: null,
    by: Uint8Array.from([0, 255, 65]),
  },
  new Entries(
    ["b", "one"],
    ["b", "two"],
    ["map", new Entries(["k", "a"], ["k", "b"], ["", 1n])],
    ["list", []],
    ["s", "héllo wörld 😀"],
    ["a", -5n],
  ),
  {
    "a.b": "x",
    a: { b: "y", c: [] },
    s: "",
    list: [{ a: 1n }, { b: [1n, 2n] }],
    map: {},
    b: "foo.bar/baz-42",
  },
  {},
];

/** Data points whose attributes are edited: values of each type, keys that come twice, nested ones, none. */
export const edited: Payload = payloadOf(
  [gaugeOf("name.of metric", points)],
  {
    attributes: [
      { key: "service.name", value: { stringValue: "shop" } },
      { key: "n", value: { intValue: "7" } },
    ],
  },
  { name: "scope", version: "1", attributes: [{ key: "sc", value: { boolValue: true } }] },
);
