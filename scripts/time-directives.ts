import { OttlError } from "../src/diagnostics/ottl-error.ts";
import { value } from "../src/engine/standard.ts";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz%";

/** What each directive of a time format writes of one moment, as `FormatTime` says. */
export function timeDirectives(): readonly (readonly [directive: string, written: string])[] {
  return Array.from(letters).flatMap((letter) => {
    const written = write(`.%${letter}`);
    return written === undefined ? [] : [[`%${letter}`, written.slice(1)] as const];
  });
}

function write(format: string): string | undefined {
  const moment = 'Time("2023-11-04 09:05:07.123456789", "%F %T.%s", location="Europe/Berlin")';
  try {
    return String(value("resource", `FormatTime(${moment}, ${JSON.stringify(format)})`).evaluate({}));
  } catch (error) {
    if (error instanceof OttlError) return undefined;
    throw error;
  }
}
