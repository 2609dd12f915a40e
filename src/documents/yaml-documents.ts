import { movedBy } from "./moved.ts";
import type { ParsedDocument, SourceText } from "./node.ts";
import { parseYaml } from "./yaml.ts";

/** Reads every document of a YAML text as `parseYaml` reads the first; one that cannot be read is the last. */
export function parseYamlDocuments(source: SourceText): readonly ParsedDocument[] {
  const { text } = source;
  const documents: ParsedDocument[] = [];
  for (let from = 0; ; ) {
    const { diagnostics, ...read } = parseFirst(text, from);
    const more = diagnostics.find(({ code }) => code === "yaml_more_documents");
    const others = diagnostics.filter((diagnostic) => diagnostic !== more);
    documents.push(movedBy(from, { ...read, diagnostics: others }, source));
    if (more === undefined || more.span.start === 0) return documents;
    from += more.span.start;
  }
}

/**
 * Reads the first document from a place on: of a text up to a later begin of a document, where another one is found
 * there, lest each of many documents is read with all that follow it.
 */
function parseFirst(text: string, from: number): ParsedDocument {
  const begin = /^---(?=\s)/gm;
  begin.lastIndex = from + 1;
  for (let tries = 0; tries < 3; tries++) {
    const next = begin.exec(text);
    if (next === null) break;
    const parsed = parseYaml({ text: text.slice(from, next.index + next[0].length + 1) });
    if (parsed.node !== undefined && parsed.diagnostics.some(({ code }) => code === "yaml_more_documents"))
      return parsed;
  }
  return parseYaml({ text: text.slice(from) });
}
