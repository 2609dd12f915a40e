import { RE2JS } from "re2js";
import type { Span } from "../../src/diagnostics/diagnostic.ts";

/** Another implementation of RE2, to compare with. */
export function re2js(pattern: string): { test(text: string): boolean } {
  return RE2JS.compile(pattern);
}

/** Where it finds a pattern and its groups first. */
export function re2jsSpans(pattern: string, text: string): readonly (Span | undefined)[] | undefined {
  const matcher = RE2JS.compile(pattern).matcher(text);
  if (!matcher.find()) return undefined;
  return Array.from({ length: matcher.groupCount() + 1 }, (_, group) =>
    matcher.start(group) < 0 ? undefined : { start: matcher.start(group), end: matcher.end(group) },
  );
}
