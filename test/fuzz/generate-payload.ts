import { anyValue, type KeyValue, type Payload, type Plain, wireDouble } from "../reference/cases/payload.ts";
import {
  type AttributeType,
  attributeKeys,
  byteStrings,
  deepValue,
  doubles,
  ints,
  oddDoubles,
  strings,
} from "./pools.ts";
import type { Random } from "./random.ts";

const times = [
  "0",
  "1",
  "1700000000000000000",
  "1700000001500000000",
  "9223372036854775807",
  "18446744073709551615",
];

/** Makes a payload of metrics of every kind, with values, keys and gaps of every kind. */
export function generatePayload(random: Random): Payload {
  return {
    resourceMetrics: random.list([1, 1, 2], () => ({
      ...sometimes(random, 0.9, () => ({
        resource: {
          attributes: attributes(random),
          ...sometimes(random, 0.3, () => ({ droppedAttributesCount: random.below(5) })),
        },
      })),
      ...sometimes(random, 0.4, () => ({ schemaUrl: random.pick(strings) })),
      scopeMetrics: random.list([1, 1, 2], () => scope(random)),
    })),
  };
}

function scope(random: Random): object {
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
    metrics: random.list([1, 2, 3], () => metric(random)),
  };
}

function metric(random: Random): object {
  return {
    ...sometimes(random, 0.9, () => ({ name: random.pick(strings) })),
    ...sometimes(random, 0.5, () => ({ description: random.pick(strings) })),
    ...sometimes(random, 0.5, () => ({ unit: random.pick(strings) })),
    ...sometimes(random, 0.5, () => ({ metadata: attributes(random) })),
    ...random.weighted<object>([
      [3, () => ({ gauge: { dataPoints: points(random, () => number(random)) } })],
      [
        3,
        () => ({
          sum: {
            ...temporality(random),
            ...sometimes(random, 0.5, () => ({ isMonotonic: random.chance(0.7) })),
            dataPoints: points(random, () => number(random)),
          },
        }),
      ],
      [
        2,
        () => ({
          histogram: { ...temporality(random), dataPoints: points(random, () => histogram(random)) },
        }),
      ],
      [
        2,
        () => ({
          exponentialHistogram: {
            ...temporality(random),
            dataPoints: points(random, () => exponential(random)),
          },
        }),
      ],
      [1, () => ({ summary: { dataPoints: points(random, () => summary(random)) } })],
      [0.5, () => ({})],
    ]),
  };
}

function temporality(random: Random): object {
  return sometimes(random, 0.8, () => ({
    aggregationTemporality: random.pick<unknown>([0, 1, 2, 1, 2, "AGGREGATION_TEMPORALITY_DELTA"]),
  }));
}

function points(random: Random, kind: () => object): object[] {
  return random.list([0, 1, 1, 2, 3], () => ({
    ...sometimes(random, 0.95, () => ({ attributes: attributes(random) })),
    ...sometimes(random, 0.7, () => ({ startTimeUnixNano: random.pick(times) })),
    ...sometimes(random, 0.7, () => ({ timeUnixNano: random.pick(times) })),
    ...sometimes(random, 0.3, () => ({ flags: random.pick([0, 1, 2, 4294967295]) })),
    ...kind(),
  }));
}

function number(random: Random): object {
  return random.weighted<object>([
    [4, () => ({ asInt: random.chance(0.8) ? String(random.pick(ints)) : random.below(100) })],
    [4, () => ({ asDouble: wireDouble(random.pick(random.chance(0.8) ? doubles : oddDoubles)) })],
    [1, () => ({})],
  ]);
}

function histogram(random: Random): object {
  return {
    ...sometimes(random, 0.8, () => ({ count: String(random.below(100)) })),
    ...sometimes(random, 0.8, () => ({ sum: wireDouble(random.pick(doubles)) })),
    ...sometimes(random, 0.7, () => ({
      bucketCounts: random.list([0, 1, 3], () => String(random.below(9))),
    })),
    ...sometimes(random, 0.7, () => ({
      explicitBounds: random.list([0, 1, 2], () => wireDouble(random.pick(doubles))),
    })),
    ...exemplars(random),
  };
}

function exponential(random: Random): object {
  const buckets = () => ({
    ...sometimes(random, 0.7, () => ({ offset: random.below(20) - 10 })),
    ...sometimes(random, 0.7, () => ({
      bucketCounts: random.list([0, 1, 3], () => String(random.below(9))),
    })),
  });
  return {
    ...sometimes(random, 0.8, () => ({ count: String(random.below(100)) })),
    ...sometimes(random, 0.6, () => ({ sum: wireDouble(random.pick(doubles)) })),
    ...sometimes(random, 0.8, () => ({ scale: random.below(20) - 10 })),
    ...sometimes(random, 0.6, () => ({ zeroCount: String(random.below(5)) })),
    ...sometimes(random, 0.6, () => ({ positive: buckets() })),
    ...sometimes(random, 0.6, () => ({ negative: buckets() })),
    ...exemplars(random),
  };
}

function summary(random: Random): object {
  return {
    ...sometimes(random, 0.8, () => ({ count: String(random.below(100)) })),
    ...sometimes(random, 0.8, () => ({ sum: wireDouble(random.pick(doubles)) })),
    ...sometimes(random, 0.6, () => ({
      quantileValues: random.list([0, 1, 2], () => ({ quantile: 0.5, value: 1 })),
    })),
  };
}

function exemplars(random: Random): object {
  return sometimes(random, 0.3, () => ({
    exemplars: random.list([0, 1, 2], () => ({ timeUnixNano: "1", asDouble: 0.5 })),
  }));
}

function attributes(random: Random): KeyValue[] {
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

function plainValue(random: Random, type: AttributeType, depth: number): Exclude<Plain, undefined> {
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
      return random.pick(strings);
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

function sometimes(random: Random, probability: number, make: () => object): object {
  return random.chance(probability) ? make() : {};
}
