import { explained } from "./explained.ts";
import { programs } from "./programs.ts";

/**
 * Explains generated conditions on their records without the reference, and answers where an explanation contradicts the
 * evaluation or names what did not decide.
 */
export function explainRun(
  seed: number,
  count: number,
): { readonly records: number; readonly wrong: readonly string[] } {
  const source = programs(seed, { statements: 0, values: 0 });
  const wrong: string[] = [];
  let records = 0;
  for (let i = 0; i < count; i++) {
    const { value } = source.next();
    if (value === undefined) break;
    const found = explained(value);
    records += found.records;
    wrong.push(...found.contradictions);
  }
  return { records, wrong };
}
