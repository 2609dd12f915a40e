import { functionSet } from "../../src/cli/function-sets.ts";
import { OttlError } from "../../src/diagnostics/ottl-error.ts";
import { recordsOf } from "../../src/engine/records.ts";
import { statement, value } from "../../src/engine/standard.ts";
import type { Program } from "./programs.ts";

/** Runs a statement or value expression over its records; what it throws is an `OttlError` of the text or payload. */
export function run({ kind, context, text, functions, payload, ...how }: Program): void {
  const { pathContextNames = false, gates = [] } = how;
  const options = { functions: functionSet(functions), pathContextNames, gates };
  const compiled = kind === "statement" ? statement(context, text, options) : value(context, text, options);
  for (const record of recordsOf(compiled.context, payload)) {
    try {
      if ("execute" in compiled) compiled.execute(record);
      else compiled.evaluate(record);
    } catch (error) {
      if (!(error instanceof OttlError)) throw error;
    }
  }
}
