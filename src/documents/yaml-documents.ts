import { movedBy } from "./moved.ts";
import type { ParsedDocument, SourceText } from "./node.ts";
import { parseYaml } from "./yaml.ts";

/** Reads every document of a YAML text as `parseYaml` reads the first; one that cannot be read is the last. */
export function parseYamlDocuments(source: SourceText): readonly ParsedDocument[] {
  const documents: ParsedDocument[] = [];
  for (let from = 0; ; ) {
    const { diagnostics, ...read } = parseYaml({ text: source.text.slice(from) });
    const more = diagnostics.find(({ code }) => code === "yaml_more_documents");
    const others = diagnostics.filter((diagnostic) => diagnostic !== more);
    documents.push(movedBy(from, { ...read, diagnostics: others }, source));
    if (more === undefined || more.span.start === 0) return documents;
    from += more.span.start;
  }
}
