import { expect, test } from "vitest";
import { sortLikeGo } from "../../src/functions/lib/pattern-defeating-sort.ts";
import fc from "../property.ts";

test("every array comes out sorted, with the items that went in", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 400 }), (items) => {
      const sorted = [...items];
      sortLikeGo(sorted, (a, b) => a < b);
      expect(sorted).toEqual(items.toSorted((a, b) => a - b));
    }),
  );
});

test("an order made up to be as bad as can be still takes few comparisons", () => {
  const length = 20_000;
  const items = Array.from({ length }, (_, i) => i);
  const worst = worstOrder();
  let comparisons = 0;
  sortLikeGo(items, (a, b) => {
    comparisons++;
    return worst(a, b);
  });
  expect(comparisons).toBeLessThan(4 * length * Math.log2(length));
});

/** McIlroy's adversary: decides what is less as late as it can, so that each pivot turns out the least. */
function worstOrder(): (a: number, b: number) => boolean {
  const values = new Map<number, number>();
  let candidate = -1;
  const rankOf = (item: number): number => values.get(item) ?? Number.POSITIVE_INFINITY;
  const freeze = (item: number): unknown => values.set(item, values.size);
  return (a, b) => {
    if (!values.has(a) && !values.has(b)) freeze(a === candidate ? a : b);
    if (!values.has(a)) candidate = a;
    else if (!values.has(b)) candidate = b;
    return rankOf(a) < rankOf(b);
  };
}
