import { anyValue, type KeyValue, type Plain } from "../../reference/cases/payload.ts";
import {
  type AttributeType,
  attributeKeys,
  byteStrings,
  deepValue,
  doubles,
  ints,
  oddDoubles,
  spanIds,
  strings,
  traceIds,
} from "../pools.ts";
import type { Random } from "../random.ts";
import { textOfAKind } from "../texts.ts";

/** Times on the wire. */
export const times = [
  "0",
  "1",
  "1700000000000000000",
  "1700000001500000000",
  "9223372036854775807",
  "18446744073709551615",
];

/** A resource and its schema. */
export function resource(random: Random): object {
  return {
    ...sometimes(random, 0.9, () => ({
      resource: {
        attributes: attributes(random),
        ...sometimes(random, 0.3, () => ({ droppedAttributesCount: random.below(5) })),
      },
    })),
    ...sometimes(random, 0.4, () => ({ schemaUrl: random.pick(strings) })),
  };
}

/** A scope and its schema. */
export function scope(random: Random): object {
  return {
    ...sometimes(random, 0.9, () => ({
      scope: {
        ...sometimes(random, 0.7, () => ({ name: random.pick(strings) })),
        ...sometimes(random, 0.4, () => ({ version: random.pick(strings) })),
        attributes: attributes(random),
        ...sometimes(random, 0.2, () => ({ droppedAttributesCount: 3 })),
      },
    })),
    ...sometimes(random, 0.3, () => ({ schemaUrl: random.pick(strings) })),
  };
}

/** A trace id and a span id. */
export function ids(random: Random): object {
  return {
    ...sometimes(random, 0.8, () => ({ traceId: random.pick(traceIds) })),
    ...sometimes(random, 0.8, () => ({ spanId: random.pick(spanIds) })),
  };
}

/** Attributes of every type, some of them missing, some twice. */
export function attributes(random: Random): KeyValue[] {
  const list: KeyValue[] = [];
  for (const [type, keys] of Object.entries(attributeKeys) as [AttributeType, readonly string[]][]) {
    for (const key of keys) {
      const probability = type === "any" ? 0.5 : 0.92;
      // Now and then a key comes twice.
      while (random.chance(probability) && list.length < 30) {
        list.push(attribute(random, key, random.chance(0.9) ? type : "any"));
        if (!random.chance(0.05)) break;
      }
    }
  }
  return list;
}

function attribute(random: Random, key: string, type: AttributeType): KeyValue {
  if (random.chance(0.03)) return odd(random, key, type);
  if (type === "nil" && random.chance(0.3)) return { key };
  if (type === "int" && random.chance(0.2)) return { key, value: { intValue: random.below(1000) - 100 } };
  if (type === "double" && random.chance(0.1))
    return { key, value: { doubleValue: String(random.pick(doubles)) } };
  return { key, value: anyValue(plainValue(random, type, 0)) };
}

/** What OTLP JSON allows and nobody writes: no key, two values of which the last one counts, other spellings. */
function odd(random: Random, key: string, type: AttributeType): KeyValue {
  const value = anyValue(plainValue(random, type, 0));
  return random.weighted<KeyValue>([
    [1, () => ({ value }) as unknown as KeyValue], // a missing key is the empty one
    [2, () => ({ key, value: { ...value, ...anyValue(plainValue(random, "any", 0)) } })],
    [1, () => ({ key, value: { int_value: random.pick(["1", "01", "+1", 1]) } })],
    [1, () => ({ key, value: { string_value: random.pick(strings) } })],
  ]);
}

const plainTypes = ["nil", "bool", "int", "double", "string", "bytes", "list", "map"] as const;

/** A value of a type. */
export function plainValue(random: Random, type: AttributeType, depth: number): Exclude<Plain, undefined> {
  switch (type) {
    case "nil":
      return null;
    case "bool":
      return random.chance(0.5);
    case "int":
      return random.pick(ints);
    case "double":
      return random.pick(random.chance(0.85) ? doubles : oddDoubles);
    case "string":
      return random.chance(0.6) ? random.pick(strings) : textOfAKind(random);
    case "bytes":
      return random.pick(byteStrings);
    case "list":
      if (random.chance(0.03)) return [deepValue(30)];
      return random.list(depth > 1 ? [0, 1] : [0, 1, 2, 3], () =>
        plainValue(random, random.pick(plainTypes), depth + 1),
      );
    case "map":
      return Object.fromEntries(
        random.list(depth > 1 ? [0, 1] : [0, 1, 2, 3], () => [
          random.pick(["a", "b", "k", "n", "é", ""]),
          plainValue(random, random.pick(plainTypes), depth + 1),
        ]),
      );
    case "any":
      return plainValue(random, random.pick(plainTypes), depth);
  }
}

/** Some properties or none. */
export function sometimes(random: Random, probability: number, make: () => object): object {
  return random.chance(probability) ? make() : {};
}
