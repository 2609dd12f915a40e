/** The results of longer texts are not kept. */
const longestText = 10_000;

/** Makes a function that keeps its results for the texts that it was asked for last, up to a number of them. */
/* @__NO_SIDE_EFFECTS__ */
export function kept<T>(make: (text: string) => T, most = 64): (text: string) => T {
  const results = new Map<string, T>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    const result = make(text);
    if (text.length > longestText) return result;
    const [oldest] = results.keys();
    if (results.size >= most && oldest !== undefined) results.delete(oldest);
    results.set(text, result);
    return result;
  };
}
