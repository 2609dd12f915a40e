const words = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"];

/** The number of a severity by its word or digits, in any case; 0 of no word, and none of what is no severity. */
export function severityOf(word: string): number | undefined {
  if (word === "") return 0;
  if (/^([1-9]|1\d|2[0-4])$/.test(word)) return Number(word);
  const [, name = "", step = "1"] = /^([A-Z]+)([234])?$/.exec(word.toUpperCase()) ?? [];
  const index = words.indexOf(name);
  return index < 0 ? undefined : 4 * index + Number(step);
}
