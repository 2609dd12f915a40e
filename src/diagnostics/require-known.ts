import { suggestion } from "./did-you-mean.ts";
import { makeDiagnostic } from "./make-diagnostic.ts";
import { OttlError } from "./ottl-error.ts";

/** Throws an `OttlError` with an `unknown_option` for each name that options have and that none of the known is. */
export function requireKnown(options: object, known: readonly string[]): void {
  const given = Object.keys(options);
  if (given.every((option) => known.includes(option))) return;
  const hint = `options: ${known.join(", ")}`;
  let start = 0;
  const findings = given.flatMap((option) => {
    const span = { start, end: start + option.length };
    start = span.end + 2;
    if (known.includes(option)) return [];
    return [makeDiagnostic("unknown_option", { option }, span, { ...suggestion(option, known), hint })];
  });
  const [first, ...more] = findings;
  if (first !== undefined) throw new OttlError("configuration", [first, ...more], given.join(", "));
}
