/** The text of a message with the names of its parameters in place of them, such as `‹path›`. */
export function templateOf(message: (params: never) => string): string {
  const params = new Proxy({}, { get: (_, name) => new Placeholder(String(name)) });
  return String(message(params as never)); // stands for whatever the message asks for
}

/** A parameter that is not known: whatever is done with it, it stays its name. */
class Placeholder {
  readonly length = 1;
  readonly #name: string;

  constructor(name: string) {
    this.#name = `‹${name}›`;
  }

  toString(): string {
    return this.#name;
  }

  toJSON(): string {
    return this.#name;
  }

  join(): string {
    return this.#name;
  }

  map(): this {
    return this;
  }

  slice(): string {
    return this.#name;
  }

  *[Symbol.iterator](): Generator<string> {
    yield this.#name;
  }
}
