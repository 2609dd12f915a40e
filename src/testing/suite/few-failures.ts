/** What is wrong about one of several records, worded where it is told. */
export type RecordFailure = () => string;

const most = 20;

/** The failures of the first records; those of more are only counted, for very many may fail alike. */
export function fewFailures(failures: readonly RecordFailure[]): readonly string[] {
  const told = failures.slice(0, most).map((tell) => tell());
  const more = failures.length - told.length;
  if (more === 0) return told;
  const records = more === 1 ? "1 more record is" : `${more.toLocaleString("en")} more records are`;
  return [...told, `… ${records} not as expected`];
}
