import { showResult } from "../src/cli/catalogue/show-result.ts";
import { value } from "../src/engine/standard.ts";

/** Placeholders of `Format`, each with values that show what it does. */
const samples: readonly (readonly [format: string, values: string, meaning: string])[] = [
  ["%v %v %v", '["a", 1.5, [1, true]]', "any value"],
  ["%s", '["a"]', "a text"],
  ["%q", '["a \\"b\\""]', "a text in quotes"],
  ["%d", "[42]", "an int"],
  ["%x %X %o %b", "[255, 255, 8, 5]", "an int in another base; %x also a text"],
  ["%c %U", "[233, 233]", "an int as a character, as a code point"],
  ["%f %.2f", "[1.5, 1.5]", "a double; with so many digits"],
  ["%e %g", "[1500.0, 1500.0]", "a double with an exponent; the shorter way"],
  ["%t", "[true]", "a bool"],
  ["%T", "[1]", "the name of the type in Go"],
  ["%6d|%-6d|%06d|%+d", "[42, 42, 42, 42]", "width; to the left; zeros before; a sign"],
  ["%*d", "[6, 42]", "a width that is a value"],
  ["%[2]s %[1]s", '["a", "b"]', "a value by its number"],
  ["%d%%", "[50]", "a percent sign"],
  ["%d", '["a"]', "what does not fit is told in the text"],
];

/** A line for each placeholder: a call, what it gives, and what that means. */
export function placeholders(): readonly string[] {
  return samples.map(([format, values, meaning]) => {
    const call = `Format(${JSON.stringify(format)}, ${values})`;
    const result = showResult(value("resource", call).evaluate({}));
    return `${call.padEnd(48)} → ${result.padEnd(28)} ${meaning}`;
  });
}
