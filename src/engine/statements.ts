import { OttlError } from "../diagnostics/ottl-error.ts";
import { requireKind } from "../diagnostics/require-options.ts";
import { compileAll } from "./compile-all.ts";
import { type ErrorMode, errorModes } from "./conditions.ts";
import { aboutOne } from "./infer.ts";
import { checkSettings, type Options, oneOf, requireKnownOptions } from "./options.ts";
import { makeStatement, type Statement } from "./statement.ts";

/** How a list of statements is run. */
export interface StatementsOptions {
  /** Default `propagate`, as in the reference's library; the transform processor has a default of its own. */
  readonly errorMode?: ErrorMode;
  /** Called under `ignore` for each statement that fails on a record. */
  readonly onError?: (error: OttlError, index: number, record: object) => void;
}

/** A list of statements that run one after the other, with one `error_mode`. */
export interface Statements {
  readonly context: string;
  readonly statements: readonly Statement[];
  readonly errorMode: ErrorMode;
  /**
   * Runs every statement whose condition holds and tells whether there was one; they share the record's `cache`. Under
   * `propagate` throws at the first that fails: what the ones before it wrote stays, as in the reference.
   */
  execute(record: object): boolean;
}

/** Compiles a list of statements over records of a context; all of them are checked before one error is thrown. */
export function makeStatements(
  context: string,
  texts: readonly string[],
  options: Options & StatementsOptions,
): Statements {
  requireKind("texts", "texts", texts);
  requireKnownOptions(options, ["errorMode", "onError"]);
  const { errorMode: _, onError: __, ...others } = options;
  const { name, settings } = aboutOne("statement", context, texts, others);
  checkSettings(name, "", settings);
  return new Sequence(
    name,
    compileAll(texts, (text) => makeStatement(name, text, settings)),
    options,
  );
}

class Sequence implements Statements {
  readonly context: string;
  readonly statements: readonly Statement[];
  readonly errorMode: ErrorMode;
  readonly #onError: StatementsOptions["onError"];

  constructor(context: string, statements: readonly Statement[], options: StatementsOptions) {
    this.context = context;
    this.statements = statements;
    this.errorMode = oneOf("errorMode", errorModes, options.errorMode ?? "propagate");
    this.#onError = options.onError;
  }

  execute(record: object): boolean {
    let ran = false;
    for (let i = 0; i < this.statements.length; i++) if (this.#one(i, record)) ran = true;
    return ran;
  }

  #one(index: number, record: object): boolean {
    const statement = this.statements[index] as Statement;
    if (this.errorMode === "propagate") return statement.execute(record);
    try {
      return statement.execute(record);
    } catch (error) {
      if (!(error instanceof OttlError)) throw error;
      if (this.errorMode === "ignore") this.#onError?.(error, index, record);
      return false;
    }
  }
}
