import type { Random } from "../random.ts";

const wrong: readonly unknown[] = [
  null,
  undefined,
  true,
  0,
  -0,
  1.5,
  Number.NaN,
  1e300,
  "",
  "abc",
  "12",
  [],
  [null],
  {},
  { a: 1 },
  5n,
  Symbol.iterator,
  () => 1,
  new Date(0),
  new Map([["a", 1]]),
  Object.create(null),
];

/** A copy of a JSON value in which some parts are of a wrong type, missing, or the whole again. */
export function breakPayload(random: Random, value: unknown, probability = 0.03): unknown {
  const breakPart = (part: unknown, whole: unknown): unknown => {
    if (random.chance(probability)) return random.chance(0.1) ? whole : random.pick(wrong);
    if (Array.isArray(part)) {
      const copy: unknown[] = [];
      for (const item of part) copy.push(breakPart(item, copy));
      return copy;
    }
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, item]) => [
        random.chance(probability) ? "__proto__" : key,
        breakPart(item, part),
      ]),
    );
  };
  return breakPart(value, value);
}
