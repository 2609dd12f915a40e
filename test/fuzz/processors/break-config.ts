import type { Random } from "../random.ts";

const odd = [null, [], {}, "", " ", 0, 1, true, "a,b", [null], [""], [[]], [["true"]], [{}], { a: 1 }];
const oddKeys = [
  "context",
  "conditions",
  "error_mode",
  "metric",
  "span",
  "log",
  "include",
  "nonsense",
  "Metrics",
];

/** The settings with something in them that is not as it should be. */
export function breakConfig(random: Random, config: unknown): unknown {
  const places = [...placesIn(config, [])];
  if (places.length === 0) return { [random.pick(oddKeys)]: random.pick(odd) };
  const place = random.pick(places);
  return random.weighted<unknown>([
    [3, () => replaced(config, place, () => random.pick(odd))],
    [1, () => replaced(config, place, (value) => [value])],
    [
      1,
      () => replaced(config, place, (value) => (Array.isArray(value) ? [...value, random.pick(odd)] : value)),
    ],
    [
      1,
      () =>
        replaced(config, place, (value) =>
          isMap(value) ? { ...value, [random.pick(oddKeys)]: random.pick(odd) } : { a: value },
        ),
    ],
  ]);
}

type Place = readonly (string | number)[];

/** Every place in a value but the top. */
export function* placesIn(value: unknown, above: Place): Generator<Place> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, held] of Object.entries(value)) {
    const place = [...above, Array.isArray(value) ? Number(key) : key];
    yield place;
    yield* placesIn(held, place);
  }
}

/** The value with another one at a place; `undefined` takes away what is there. */
export function replaced(value: unknown, place: Place, change: (value: unknown) => unknown): unknown {
  const [step, ...rest] = place;
  if (step === undefined) return change(value);
  if (Array.isArray(value)) {
    const items = value.map((item, i) => (i === step ? replaced(item, rest, change) : item));
    return items.filter((item) => item !== undefined);
  }
  if (!isMap(value)) return value;
  const entries = Object.entries(value).map(([key, held]) => [
    key,
    key === step ? replaced(held, rest, change) : held,
  ]);
  return Object.fromEntries(entries.filter(([, held]) => held !== undefined));
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
