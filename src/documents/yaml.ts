import {
  Composer,
  type CST,
  type Document,
  isCollection,
  type Node,
  Parser,
  type YAMLParseError,
} from "yaml";
import { byteOfEscape, isUtf16 } from "../core/utf8.ts";
import { makeDiagnostic } from "../diagnostics/all-messages.ts";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { decodeDocument } from "./decode-document.ts";
import { joinLines } from "./join-lines.ts";
import type { ParsedDocument, SourceText } from "./node.ts";
import { stricterDiagnostics } from "./stricter.ts";
import { syntaxDiagnostic } from "./syntax-diagnostic.ts";
import { tabDiagnostic } from "./tabs.ts";
import { tokensOf } from "./tokens.ts";

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
  // yaml.v3 reads it, where it begins with a byte order mark; here a text is UTF-8 that was decoded before.
  if (isUtf16(source.text))
    return { diagnostics: [makeDiagnostic("yaml_utf16", undefined, { start: 0, end: 1 })] };
  const bad = forbidden.exec(source.text);
  if (bad !== null) return { diagnostics: [characterDiagnostic(bad)] };
  // Of the breaks of a line that yaml.v3 knows the parser knows two; scalars are read from the text as it is.
  const text = source.text.replaceAll(/\r(?!\n)|[\x85\u2028\u2029]/g, "\n");
  const first = readTree(text);
  let tree = first;
  let effort = 0;
  for (let known = text; tree.error !== undefined && tree.deep === undefined && effort < mostEffort; ) {
    effort += text.length;
    const joined = joinLines(known, tree.document, tree.error.pos[0]);
    if (joined === known) break;
    known = joined;
    tree = readTree(joined);
  }
  if (tree.deep !== undefined)
    return { diagnostics: [makeDiagnostic("yaml_too_deep", { limit: deepestDocument }, tree.deep)] };
  if (tree.error !== undefined) {
    const error = first.error ?? tree.error;
    const tabs = explain ? tabDiagnostic(source, error.pos[0], (t) => isReadable(t)) : undefined;
    return { diagnostics: [tabs ?? syntaxDiagnostic(source.text, error, first.document)] };
  }
  const stricter = [...tree.directives, ...stricterDiagnostics(source.text, tree.document, tree.root)];
  const decoded = decodeDocument(source, tree.root);
  if (stricter.length > 0) return { diagnostics: [...stricter, ...decoded.diagnostics] };
  if (tree.next === undefined || decoded.node === undefined) return decoded;
  const more = makeDiagnostic("yaml_more_documents", undefined, { start: tree.next, end: tree.next + 1 });
  return { ...decoded, diagnostics: [...decoded.diagnostics, { ...more, severity: "warning" }] };
}

/** How many characters are read again for the sake of joined lines. */
const mostEffort = 10_000_000;

/** What the parser makes of the first document of a text. */
interface Tree {
  readonly document: CST.Token | undefined;
  readonly root: Node | null;
  /** Where what follows the document begins, if something does. */
  readonly next: number | undefined;
  readonly error?: YAMLParseError;
  readonly deep?: Span;
  readonly directives: readonly Diagnostic[];
}

function readTree(text: string): Tree {
  const { all, document, next } = firstDocument(text);
  const directives = directiveDiagnostics(all);
  const base = { document, next, directives };
  const deep = tooDeep(document);
  if (deep !== undefined) return { ...base, root: null, deep };
  const composed = compose(all);
  const root = composed?.contents ?? null;
  const error = composed?.errors.find(({ code }) => !ours.has(code));
  if (error === undefined) return { ...base, root };
  const end = endOfRoot(text, root, error);
  if (end === undefined || end === text.length) return { ...base, root, error };
  return { ...readTree(text.slice(0, end)), next: end };
}

/** Where a document ends that is complete before an error: yaml.v3 does not read on then. */
function endOfRoot(text: string, root: Node | null, error: YAMLParseError): number | undefined {
  const at = error.pos[0];
  if (error.code !== "UNEXPECTED_TOKEN" || root?.range == null || /[@`'"\t]/.test(text[at] ?? ""))
    return undefined;
  const [start, end] = root.range;
  if (start === end) return undefined;
  const isBlock = isCollection(root) && root.flow !== true;
  const line = text.lastIndexOf("\n", at - 1) + 1;
  const before = text.slice(line, at);
  if (isBlock)
    return before.trim() === "" && before.length < columnOf(text, start) && at > start ? line : undefined;
  return at >= end && !/^[:#]/.test(text.slice(at)) ? at : undefined;
}

function columnOf(text: string, offset: number): number {
  return offset === 0 ? 0 : offset - text.lastIndexOf("\n", offset - 1) - 1;
}

/** Only YAML 1.1 and tags can be declared, and each once; `...` ends a document that has begun. */
function directiveDiagnostics(tokens: readonly CST.Token[]): Diagnostic[] {
  const seen = new Set<string>();
  const [ended] = tokens.some(({ type }) => type === "document")
    ? []
    : tokens.filter(({ type }) => type === "doc-end");
  if (ended !== undefined)
    return [
      makeDiagnostic("yaml_unexpected", { found: '"..."' }, { start: ended.offset, end: ended.offset + 3 }),
    ];
  return tokens.flatMap((token) => {
    if (token.type !== "directive") return [];
    const { offset, source } = token;
    const [name = "", value = ""] = source.split(/[ \t]+/);
    const key = name === "%TAG" ? `${name} ${value}` : name;
    const isKnown = (name === "%YAML" && value === "1.1") || name === "%TAG";
    if (isKnown && !seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [makeDiagnostic("yaml_directive", undefined, { start: offset, end: offset + source.length })];
  });
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

/** The first place that is nested too deeply. */
function tooDeep(document: CST.Token | undefined): Span | undefined {
  for (const { token, depth } of tokensOf(document, deepestDocument))
    if (depth > deepestDocument) return { start: token.offset, end: token.offset + 1 };
  return undefined;
}

/** What yaml.v3's reader lets in (readerc.go). */
const forbidden = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

function characterDiagnostic({ 0: character, index }: RegExpExecArray): Diagnostic {
  const byte = byteOfEscape(character);
  const span = { start: index, end: index + character.length };
  if (byte !== undefined) return makeDiagnostic("yaml_encoding", { byte }, span);
  const point = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  return makeDiagnostic("yaml_character", { point }, span);
}
