/** A question of users of OTTL that a command answers. */
export interface Question {
  /** The issues that ask it, as `fixtures/questions/README.md` names them. */
  readonly issues: string;
  readonly asks: string;
  /** The folder in `fixtures/questions`; absent where the command needs no file. */
  readonly folder?: string;
  /** The command line; names of files in the folder stand alone. */
  readonly args: readonly string[];
  /** Default 0. */
  readonly code?: number;
  /** Pieces of what is printed, whatever the white space. */
  readonly answer: readonly string[];
  /** What must not be printed. */
  readonly never?: readonly string[];
}

/** A question of users that a test answers, since it is about the library or the whole language. */
export interface Proof {
  readonly issues: string;
  readonly asks: string;
  /** The file of the test. */
  readonly test: string;
  /** The name of the test, or a part of it. */
  readonly named: string;
}
