import { type Payload, wireDouble } from "../../reference/cases/payload.ts";
import { doubles, ints, oddDoubles, strings } from "../pools.ts";
import type { Random } from "../random.ts";
import { attributes, ids, resource, scope, sometimes, times } from "./parts.ts";

/** Makes a payload of metrics of every kind, with values, keys and gaps of every kind. */
export function generateMetrics(random: Random): Payload {
  return {
    resourceMetrics: random.list([1, 1, 2], () => ({
      ...resource(random),
      scopeMetrics: random.list([1, 1, 2], () => ({
        ...scope(random),
        metrics: random.list([1, 2, 3], () => metric(random)),
      })),
    })),
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
    [4, () => ({ ...asInt(random), ...exemplars(random) })],
    [4, () => ({ ...asDouble(random), ...exemplars(random) })],
    [1, () => ({})],
  ]);
}

function asInt(random: Random): object {
  return { asInt: random.chance(0.8) ? String(random.pick(ints)) : random.below(100) };
}

function asDouble(random: Random): object {
  return { asDouble: wireDouble(random.pick(random.chance(0.8) ? doubles : oddDoubles)) };
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
  return sometimes(random, 0.6, () => ({
    exemplars: random.list([0, 1, 2, 3], () => exemplar(random)),
  }));
}

function exemplar(random: Random): object {
  return {
    ...sometimes(random, 0.7, () => ({ timeUnixNano: random.pick(times) })),
    ...random.weighted<object>([
      [2, () => asDouble(random)],
      [2, () => asInt(random)],
      [1, () => ({})],
    ]),
    ...ids(random),
    ...sometimes(random, 0.9, () => ({ filteredAttributes: attributes(random) })),
  };
}
