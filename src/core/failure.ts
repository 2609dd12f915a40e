/**
 * An evaluation that went wrong, as data: a code of the diagnostics table and its parameters. Whoever knows the
 * place in the text (compile) adds it; the engine turns it into an `OttlError`.
 */
export class Failure extends Error {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Where in the text it happened, once known. */
  span: { readonly start: number; readonly end: number } | undefined;

  constructor(code: string, params: Readonly<Record<string, unknown>> = {}, span?: Failure["span"]) {
    super(code);
    this.name = "Failure";
    this.code = code;
    this.params = params;
    this.span = span;
  }
}

/** A value of the wrong type for where it is used: the reference's `TypeError`, which `IsString` and its kin catch. */
export class TypeMismatch extends Failure {
  constructor(expected: string, found: string) {
    super("type_mismatch", { expected, found });
    this.name = "TypeMismatch";
  }
}
