import { Failure } from "../../core/failure.ts";
import { quoted } from "../../diagnostics/quoted.ts";

/** The one of some names that an argument gives. Throws `argument_value` for other texts. */
export function choiceOf<const N extends string>(argument: string, names: readonly N[], given: string): N {
  const found = names.find((name) => name === given);
  if (found !== undefined) return found;
  const all = names.map((name) => quoted(name));
  const expected = `${all.slice(0, -1).join(", ")} or ${all.at(-1)}`;
  throw new Failure("argument_value", { argument, expected, found: quoted(given) });
}
