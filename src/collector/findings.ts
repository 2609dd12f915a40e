import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import type { SourceText } from "../documents/node.ts";

/** Gathers what is wrong with the parts of a configuration, so that all of it is told at once. */
export class Findings {
  readonly warnings: Diagnostic[] = [];
  readonly #errors: Diagnostic[] = [];
  readonly #source: SourceText;

  constructor(source: SourceText) {
    this.#source = source;
  }

  add(diagnostic: Diagnostic): void {
    (diagnostic.severity === "error" ? this.#errors : this.warnings).push(diagnostic);
  }

  /** What a step gives; nothing where it throws an `OttlError`, whose diagnostics are kept. */
  collect<T>(step: () => T): T | undefined {
    try {
      return step();
    } catch (error) {
      if (!(error instanceof OttlError)) throw error;
      for (const diagnostic of error.diagnostics) this.#errors.push(diagnostic); // they may be too many to spread
      return undefined;
    }
  }

  /** One `OttlError` with every error, in the order of their places; nothing where there is none. */
  error(): OttlError | undefined {
    const [first, ...others] = this.#errors.toSorted((a, b) => a.span.start - b.span.start);
    if (first === undefined) return undefined;
    const { text, file } = this.#source;
    return new OttlError("configuration", [first, ...others], text, { file });
  }
}
