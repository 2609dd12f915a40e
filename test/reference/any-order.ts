/** Sorts what the reference leaves in a random order: data points that it aggregated, maps that it made of Go's. */
export function inOneOrder(payload: unknown): unknown {
  if (Array.isArray(payload)) return payload.map(inOneOrder);
  if (typeof payload !== "object" || payload === null) return payload;
  return Object.fromEntries(
    Object.entries(payload).map(([key, value]) => {
      const inner = inOneOrder(value);
      const isRandom = key === "dataPoints" || key === "values";
      return [key, isRandom && Array.isArray(inner) ? inner.toSorted(byText) : inner];
    }),
  );
}

function byText(a: unknown, b: unknown): number {
  const [x, y] = [JSON.stringify(a), JSON.stringify(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}
