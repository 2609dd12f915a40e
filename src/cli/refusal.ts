/** Why a question is not answered: where, and in which words. */
export class Refusal extends Error {
  /** `unsupported`: ottlkit cannot do it yet. */
  readonly stage: "parse" | "eval" | "config" | "consume" | "unsupported" | undefined;

  constructor(stage: Refusal["stage"], message: string) {
    super(message);
    this.name = "Refusal";
    this.stage = stage;
  }
}

/** The refusal of what the reference can do and ottlkit cannot. */
export function unsupported(what: string): Refusal {
  return new Refusal("unsupported", `${what} is not supported`);
}
