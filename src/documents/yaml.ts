import { Composer, type CST, type Document, Parser } from "yaml";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import { decodeDocument } from "./decode-document.ts";
import type { ParsedDocument, SourceText } from "./node.ts";
import { syntaxDiagnostic } from "./syntax-diagnostic.ts";
import { tabDiagnostic } from "./tabs.ts";

/** Maps and lists nested deeper than this are refused; yaml.v3 stops at 10,000. */
export const deepestDocument = 500;

const options = {
  schema: "failsafe",
  keepSourceTokens: true,
  uniqueKeys: false,
  strict: true,
  logLevel: "silent",
} as const;

/**
 * Reads the first document of a YAML text as yaml.v3 decodes it into `any`: YAML 1.1 leanings, anchors, merge keys,
 * duplicate keys refused. An empty text is the scalar `null`. Never throws.
 */
export function parseYaml(source: SourceText): ParsedDocument {
  return parse(source, true);
}

function parse(source: SourceText, explain: boolean): ParsedDocument {
  const bad = forbidden.exec(source.text);
  if (bad !== null) return { diagnostics: [characterDiagnostic(bad)] };
  // Of the breaks of a line that yaml.v3 knows the parser knows two; scalars are read from the text as it is.
  const text = source.text.replaceAll(/\r(?!\n)|[\x85\u2028\u2029]/g, "\n");
  const tokens = firstDocument(text);
  const deep = tooDeep(tokens.document);
  if (deep !== undefined)
    return { diagnostics: [makeDiagnostic("yaml_too_deep", { limit: deepestDocument }, deep)] };
  const document = compose(tokens.all);
  const error = document?.errors.find(({ code }) => !ours.has(code));
  if (error !== undefined) {
    const tabs = explain ? tabDiagnostic(source, error.pos[0], (t) => isReadable(t)) : undefined;
    return { diagnostics: [tabs ?? syntaxDiagnostic(source.text, error)] };
  }
  const decoded = decodeDocument(source, document?.contents ?? null);
  if (tokens.next === undefined || decoded.node === undefined) return decoded;
  const more = makeDiagnostic("yaml_more_documents", undefined, { start: tokens.next, end: tokens.next + 3 });
  return { ...decoded, diagnostics: [...decoded.diagnostics, { ...more, severity: "warning" }] };
}

/** Errors of the parser that yaml.v3 does not make, or that are found again when scalars are read. */
const ours: ReadonlySet<string> = new Set(["BAD_DQ_ESCAPE", "BAD_COLLECTION_TYPE", "TAG_RESOLVE_FAILED"]);

function isReadable(text: string): boolean {
  return parse({ text }, false).node !== undefined;
}

function compose(tokens: readonly CST.Token[]): Document | undefined {
  const [document] = new Composer(options).compose(tokens);
  return document as Document | undefined;
}

interface Tokens {
  readonly all: readonly CST.Token[];
  readonly document: CST.Token | undefined;
  /** Where the next document begins, if there is one. */
  readonly next: number | undefined;
}

/** The tokens up to the end of the first document; what follows is not looked at. */
function firstDocument(text: string): Tokens {
  const all: CST.Token[] = [];
  let document: CST.Token | undefined;
  for (const token of new Parser().parse(text)) {
    if (document !== undefined && (token.type === "document" || token.type === "directive"))
      return { all, document, next: token.offset };
    if (token.type === "document") document = token;
    all.push(token);
  }
  return { all, document, next: undefined };
}

/** The first place that is nested too deeply, found without recursion. */
function tooDeep(document: CST.Token | undefined): Span | undefined {
  const open: { readonly token: CST.Token; readonly depth: number }[] = [];
  if (document !== undefined) open.push({ token: document, depth: 0 });
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (depth > deepestDocument) return { start: token.offset, end: token.offset + 1 };
    if (token.type === "document" && token.value) open.push({ token: token.value, depth });
    if (!("items" in token)) continue;
    for (const { key, value } of token.items) {
      if (key) open.push({ token: key, depth: depth + 1 });
      if (value) open.push({ token: value, depth: depth + 1 });
    }
  }
  return undefined;
}

/** What yaml.v3's reader lets in (readerc.go), a byte order mark only at the front. */
const forbidden =
  /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}](?<!^\ufeff)/u;

function characterDiagnostic({ 0: character, index }: RegExpExecArray): Diagnostic {
  const point = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  return makeDiagnostic("yaml_character", { point }, { start: index, end: index + character.length });
}
