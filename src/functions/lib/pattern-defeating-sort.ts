/**
 * The order that Go's slices.SortFunc leaves equal items in is the one that its pattern-defeating quicksort
 * (https://arxiv.org/abs/2106.05123) happens to make, so the same steps are taken here, whose choices are fixed.
 */

/** Whether the first item belongs before the second. */
export type Precedes<T> = (a: T, b: T) => boolean;

/** Sorts an array in place; items of which neither precedes the other end where Go leaves them. */
export function sortLikeGo<T>(items: T[], precedes: Precedes<T>): void {
  new Sorter(items, precedes).sort(0, items.length, 32 - Math.clz32(items.length));
}

/** Up to this length a range is sorted by insertion. */
const shortRange = 12;
/** From this length on the pivot is a median of medians, and nearly sorted ranges are repaired. */
const longRange = 50;

class Sorter<T> {
  readonly #items: T[];
  readonly #precedes: Precedes<T>;

  constructor(items: T[], precedes: Precedes<T>) {
    this.#items = items;
    this.#precedes = precedes;
  }

  /** Sorts a range; `patience` is the number of uneven partitions after which the rest is left to heapsort. */
  sort(from: number, to: number, patience: number): void {
    let start = from;
    let end = to;
    let left = patience;
    let even = true;
    let untouched = true;
    while (end - start > shortRange) {
      if (left === 0) {
        this.#heapsort(start, end);
        return;
      }
      if (!even) {
        this.#scatter(start, end);
        left--;
      }
      let { pivot, order } = this.#choosePivot(start, end);
      if (order === "falling") {
        this.#reverse(start, end);
        pivot = end - 1 - (pivot - start);
        order = "rising";
      }
      if (even && untouched && order === "rising" && this.#repair(start, end)) return;
      if (start > 0 && !this.#isLess(start - 1, pivot)) {
        start = this.#skipEqual(start, end, pivot);
        continue;
      }
      const [middle, wasPartitioned] = this.#partition(start, end, pivot);
      untouched = wasPartitioned;
      even = Math.min(middle - start, end - middle) >= (end - start) >> 3;
      if (middle - start < end - middle) {
        this.sort(start, middle, left);
        start = middle + 1;
      } else {
        this.sort(middle + 1, end, left);
        end = middle;
      }
    }
    for (let i = start + 1; i < end; i++) this.#moveDown(i, start);
  }

  /** Puts items less than the pivot before it and the others behind; tells its place and whether they were so already. */
  #partition(start: number, end: number, pivot: number): [place: number, already: boolean] {
    this.#swap(start, pivot);
    let i = start + 1;
    let j = end - 1;
    for (let swapped = false; ; swapped = true) {
      while (i <= j && this.#isLess(i, start)) i++;
      while (i <= j && !this.#isLess(j, start)) j--;
      if (i > j) {
        this.#swap(j, start);
        return [j, !swapped];
      }
      this.#swap(i++, j--);
    }
  }

  /** Puts items equal to the pivot, the least of the range, at its begin; tells where the others begin. */
  #skipEqual(start: number, end: number, pivot: number): number {
    this.#swap(start, pivot);
    let i = start + 1;
    let j = end - 1;
    for (;;) {
      while (i <= j && !this.#isLess(start, i)) i++;
      while (i <= j && this.#isLess(start, j)) j--;
      if (i > j) return i;
      this.#swap(i++, j--);
    }
  }

  /** Moves a few misplaced items of a range that is nearly sorted; tells whether it is sorted then. */
  #repair(start: number, end: number): boolean {
    let i = start + 1;
    for (let step = 0; step < 5; step++) {
      while (i < end && !this.#isLess(i, i - 1)) i++;
      if (i === end) return true;
      if (end - start < longRange) return false;
      this.#swap(i, i - 1);
      if (i - start >= 2) this.#moveDown(i - 1, 0);
      if (end - i >= 2) {
        for (let j = i + 1; j < end && this.#isLess(j, j - 1); j++) this.#swap(j, j - 1);
      }
    }
    return false;
  }

  #moveDown(from: number, lowest: number): void {
    for (let j = from; j > lowest && this.#isLess(j, j - 1); j--) this.#swap(j, j - 1);
  }

  #choosePivot(start: number, end: number): { pivot: number; order: "rising" | "falling" | "unknown" } {
    const length = end - start;
    const quarter = length >> 2;
    const swaps = { count: 0 };
    const near = (place: number) =>
      length >= longRange ? this.#median(place - 1, place, place + 1, swaps) : place;
    const [a, b, c] = [near(start + quarter), near(start + 2 * quarter), near(start + 3 * quarter)];
    const pivot = this.#median(a, b, c, swaps);
    const order = swaps.count === 0 ? "rising" : swaps.count === 12 ? "falling" : "unknown";
    return { pivot, order };
  }

  #median(first: number, second: number, third: number, swaps: { count: number }): number {
    let [a, b, c] = [first, second, third];
    const order = (low: number, high: number): [number, number] => {
      if (!this.#isLess(high, low)) return [low, high];
      swaps.count++;
      return [high, low];
    };
    [a, b] = order(a, b);
    [b, c] = order(b, c);
    [a, b] = order(a, b);
    return b;
  }

  /** Swaps three items of the middle with ones that a generator seeded by the length chooses. */
  #scatter(start: number, end: number): void {
    const length = end - start;
    const mask = 2 ** (32 - Math.clz32(length)) - 1;
    const middle = start + (length >> 2) * 2;
    let random = BigInt(length);
    for (let place = middle - 1; place <= middle + 1; place++) {
      random ^= BigInt.asUintN(64, random << 13n);
      random ^= random >> 7n;
      random ^= BigInt.asUintN(64, random << 17n);
      const other = Number(random & BigInt(mask));
      this.#swap(place, start + (other >= length ? other - length : other));
    }
  }

  #heapsort(start: number, end: number): void {
    const length = end - start;
    for (let i = (length - 1) >> 1; i >= 0; i--) this.#sift(start, i, length);
    for (let i = length - 1; i >= 0; i--) {
      this.#swap(start, start + i);
      this.#sift(start, 0, i);
    }
  }

  #sift(start: number, from: number, length: number): void {
    for (let root = from; ; ) {
      let child = 2 * root + 1;
      if (child >= length) return;
      if (child + 1 < length && this.#isLess(start + child, start + child + 1)) child++;
      if (!this.#isLess(start + root, start + child)) return;
      this.#swap(start + root, start + child);
      root = child;
    }
  }

  #reverse(start: number, end: number): void {
    for (let i = start, j = end - 1; i < j; i++, j--) this.#swap(i, j);
  }

  #isLess(a: number, b: number): boolean {
    return this.#precedes(this.#items[a] as T, this.#items[b] as T); // within the range
  }

  #swap(a: number, b: number): void {
    const items = this.#items;
    [items[a], items[b]] = [items[b] as T, items[a] as T];
  }
}
