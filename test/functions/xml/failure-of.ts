import { OttlError } from "../../../src/index.ts";

/** The code of the error that is thrown, `undefined` where none is. */
export function failureOf(step: () => unknown): string | undefined {
  try {
    step();
  } catch (error) {
    if (error instanceof OttlError) return error.diagnostics[0]?.code;
    throw error;
  }
  return undefined;
}
