import { makeDiagnostic } from "../diagnostics/all-messages.ts";
import { suggestion } from "../diagnostics/did-you-mean.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import type { ProcessorOptions } from "./processor.ts";

/** The options that every processor takes. */
export const processorOptions = [
  "compatibility",
  "gates",
  "file",
  "env",
  "onWarning",
  "onError",
] as const satisfies readonly (keyof ProcessorOptions)[];

/**
 * Refuses options that do not exist, which callers without types may give.
 *
 * @throws {OttlError} `unknown_option` for each of them.
 */
export function requireKnownOptions(options: object, known: readonly string[]): void {
  const given = Object.keys(options);
  const source = given.join(", ");
  const hint = `options: ${known.join(", ")}`;
  let start = 0;
  const findings = given.flatMap((option) => {
    const span = { start, end: start + option.length };
    start = span.end + 2;
    if (known.includes(option)) return [];
    return [makeDiagnostic("unknown_option", { option }, span, { ...suggestion(option, known), hint })];
  });
  const [first, ...more] = findings;
  if (first !== undefined) throw new OttlError("configuration", [first, ...more], source);
}
