import type { Span } from "../diagnostics/diagnostic.ts";
import { moved } from "./moved.ts";
import type { ParsedDocument, SourceText } from "./node.ts";
import { parseYaml } from "./yaml.ts";

/** Reads every document of a YAML text as `parseYaml` reads the first; one that cannot be read is the last. */
export function parseYamlDocuments(source: SourceText): readonly ParsedDocument[] {
  const documents: ParsedDocument[] = [];
  for (let from = 0; ; ) {
    const offset = from;
    const shifted = ({ start, end }: Span) => ({ start: start + offset, end: end + offset });
    const { node, diagnostics } = parseYaml({ text: source.text.slice(offset) });
    const more = diagnostics.find(({ code }) => code === "yaml_more_documents");
    documents.push({
      ...(node === undefined ? {} : { node: moved(node, source, shifted) }),
      diagnostics: diagnostics
        .filter((diagnostic) => diagnostic !== more)
        .map((diagnostic) => ({ ...diagnostic, span: shifted(diagnostic.span) })),
    });
    if (more === undefined || more.span.start === 0) return documents;
    from += more.span.start;
  }
}
