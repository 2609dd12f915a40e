import { Failure } from "../../core/failure.ts";
import type { NamedFunction } from "../../core/types.ts";

/**
 * Makes the function that `function` names usable for texts. One that has no parameter, or whose only one is no text,
 * crashes the reference where it is called, so it is refused at once; one with more parameters, or that answers no
 * text, fails where it is called.
 */
export function textFunction(named: NamedFunction): (text: string) => string {
  const { name, getters, call } = named;
  const [only] = getters;
  if (getters.length < 2 && only !== "StringGetter") throw refusal("function", `${name}, which takes none`);
  return (text) => {
    if (getters.length > 1) throw refusal("function", `${name}, which takes ${getters.length} arguments`);
    const result = call(text);
    if (typeof result !== "string") throw refusal("function", `${name}, which answers something else`);
    return result;
  };
}

function refusal(argument: string, found: string): Failure {
  return new Failure("argument_value", {
    argument,
    expected: "a function of one text that answers a text",
    found,
  });
}
