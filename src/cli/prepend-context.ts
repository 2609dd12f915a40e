import { contexts } from "../contexts/index.ts";
import { type Kind, parse } from "../syntax/parse.ts";
import { visit } from "../syntax/visit.ts";

/**
 * Writes the name of the context in front of each path that names none, as the transform processor does for a group
 * of statements of one context. A text that cannot be read stays as it is.
 */
export function prependContext(text: string, kind: Kind, context: string): string {
  const { node, diagnostics } = parse(text, kind);
  if (diagnostics.length > 0) return text;
  const known = namesOf(context);
  const places: number[] = [];
  visit(node, {
    enter: {
      Path: ({ segments, span }) => {
        const [first] = segments;
        const isNamed =
          segments.length > 1 && first !== undefined && first.keys.length === 0 && known.has(first.name);
        if (!isNamed) places.push(span.start);
      },
    },
  });
  let written = text;
  for (const place of places.toSorted((a, b) => b - a)) {
    written = `${written.slice(0, place)}${context}.${written.slice(place)}`;
  }
  return written;
}

/** The names by which paths of a context may begin. */
function namesOf(context: string): ReadonlySet<string> {
  const own = Object.hasOwn(contexts, context) ? contexts[context] : undefined;
  return new Set([context, ...(own?.higher ?? []).flatMap(({ name, aliases = [] }) => [name, ...aliases])]);
}
