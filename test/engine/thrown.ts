import { OttlError } from "../../src/diagnostics/ottl-error.ts";

/** The `OttlError` that a call throws; anything else that it throws, or that it throws nothing, fails the test. */
export function thrown(run: () => unknown): OttlError {
  try {
    run();
  } catch (error) {
    if (error instanceof OttlError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
