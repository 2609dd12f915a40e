import { Failure } from "../core/failure.ts";
import type { DollarFacts } from "./dollar-facts.ts";

/** The first `${…}` of a text that is to be replaced, innermost first, as confmap's `findURI` finds it. */
export function findReference(text: string, facts: DollarFacts): string | undefined {
  let from = 0;
  for (let close = text.indexOf("}"); close >= 0; close = text.indexOf("}", from)) {
    const before = text.slice(from, close).lastIndexOf("${");
    if (before >= 0) {
      const open = from + before;
      if (!facts("escaped_references") || !isEscaped(text, open, from)) return text.slice(open, close + 1);
      if (!facts("references_after_escape")) return undefined;
    }
    from = close + 1;
  }
  return undefined;
}

/** Whether an odd number of `$` stands before an offset. */
function isEscaped(text: string, offset: number, from: number): boolean {
  let at = offset;
  while (at > from && text[at - 1] === "$") at--;
  return (offset - at) % 2 === 1;
}

/** What a reference refers to: an environment variable, and what to take where it is not set. */
export interface Reference {
  readonly name: string;
  readonly fallback: string | undefined;
}

/** Reads `${env:NAME}`, `${NAME}` or `${env:NAME:-default}`; throws a `Failure` for anything else. */
export function readReference(reference: string, facts: DollarFacts): Reference {
  const inner = reference.slice(2, -1);
  const uri = inner.includes(":") ? inner : `env:${inner}`;
  const match = /^([A-Za-z][A-Za-z0-9+.-]+):(.*)$/s.exec(uri);
  if (match === null) throw new Failure("expand_reference", { reference });
  const [, scheme, rest = ""] = match;
  if (rest.includes("$")) throw new Failure("expand_reference", { reference });
  if (scheme !== "env") throw new Failure("expand_scheme", { reference, scheme });
  const cut = facts("defaults") ? rest.indexOf(":-") : -1;
  const name = cut < 0 ? rest : rest.slice(0, cut);
  if (!/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name)) throw new Failure("expand_name", { reference, name });
  return { name, fallback: cut < 0 ? undefined : rest.slice(cut + 2) };
}
