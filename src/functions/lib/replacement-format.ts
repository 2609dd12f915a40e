import { Failure } from "../../core/failure.ts";
import { joinTexts } from "../../core/text-length.ts";

/**
 * A replacement put into a format such as `"<%s>"`, as Go's `fmt.Sprintf` does it after the reference's own check: the
 * first `%s` is the replacement, another one says that it is missing, and a `%` at the end that it has no verb.
 */
export function formatReplacement(format: string, replacement: string): string {
  if (!/^[^\n]*%s[^\n]*$/.test(format) || /%[^s]/u.test(format)) {
    throw new Failure("argument_value", {
      argument: "replacement_format",
      expected: "a text of one line with one %s and nothing else that begins with %",
      found: JSON.stringify(format),
    });
  }
  const [before, first, ...others] = format.replace(/%$/, "%!(NOVERB)").split("%s") as [string, string];
  return joinTexts([before + replacement + first, ...others], "%!s(MISSING)");
}
