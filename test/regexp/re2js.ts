import { RE2JS } from "re2js";

/** Another implementation of RE2, to compare with. */
export function re2js(pattern: string): { test(text: string): boolean } {
  return RE2JS.compile(pattern);
}
