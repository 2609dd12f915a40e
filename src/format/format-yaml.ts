import type { OttlText } from "../collector/ottl-texts/ottl-text.ts";
import { textsOfYaml, type YamlTexts } from "../collector/ottl-texts/texts-of-yaml.ts";
import { relocate } from "../collector/placed-text.ts";
import { makeDiagnostic } from "../diagnostics/all-messages.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { DocumentNode, ScalarNode, SourceText } from "../documents/node.ts";
import type { Replacement } from "../documents/placed.ts";
import { rewriteScalar } from "../documents/rewrite-scalar.ts";
import { parse } from "../syntax/parse.ts";
import { differenceOf } from "./difference-of.ts";
import { formatText } from "./format-text.ts";
import { type FormatFileOptions, type FormattedFile, newlineOf } from "./formatted-file.ts";

/** Formats the OTTL in the Collector configurations of a YAML file; every other character stays as it is. */
export function formatYaml(source: SourceText, options: FormatFileOptions): FormattedFile {
  const found = textsOfYaml(source);
  const errors = found.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) return { text: source.text, diagnostics: errors, unreadable: true };
  const formatter = new YamlFormatter(source, found, options);
  for (const text of found.texts) formatter.add(text);
  return formatter.finish();
}

class YamlFormatter {
  readonly #source: SourceText;
  readonly #found: YamlTexts;
  readonly #layout: { readonly width: number; readonly newline: string };
  readonly #edits = new Map<number, Replacement>();
  readonly #diagnostics: Diagnostic[] = [];
  readonly #known = new Set<string>();
  /** Where scalars are written that are used as something else too, and configurations whose lines are not their own. */
  readonly #shared: ReadonlySet<number>;
  readonly #folded: readonly ScalarNode[];

  constructor(source: SourceText, found: YamlTexts, { width }: FormatFileOptions) {
    this.#source = source;
    this.#found = found;
    this.#layout = { width, newline: newlineOf(source.text) };
    this.#shared = otherUses(found);
    this.#folded = found.documents
      .flatMap(({ configurations }) => configurations.flatMap(({ scalar }) => scalar ?? []))
      .filter(({ span }) => source.text[span.start] !== "|");
  }

  add(text: OttlText): void {
    if (text.text.trim() === "") return;
    const { start, end } = text.locate({ start: 0, end: text.text.length });
    // The same text may be reached through several aliases.
    const place = `${start} ${end} ${text.kind}`;
    if (this.#known.has(place)) return;
    this.#known.add(place);
    const { diagnostics } = parse(text.text, text.kind);
    if (diagnostics.some(({ span }) => /^\$\{/.test(text.text.slice(span.start)))) {
      this.#leave(text, "a part of it is only known when its `${…}` is replaced");
    } else if (diagnostics.length > 0) {
      for (const diagnostic of diagnostics) this.#diagnostics.push(relocate(diagnostic, text));
    } else this.#format(text);
  }

  #format(text: OttlText): void {
    const { scalar, kind } = text;
    if (scalar === undefined) {
      this.#leave(text, "it stands in a text that is split at commas");
      return;
    }
    const reason = this.#reason(scalar);
    if (reason !== undefined) {
      this.#leave(text, reason);
      return;
    }
    const edit = rewriteScalar(
      scalar,
      (width) => formatText(text.text, { kind, width }).text ?? text.text,
      this.#layout,
    );
    if (edit === undefined || edit.text === this.#source.text.slice(edit.start, edit.end)) return;
    this.#edits.set(edit.start, edit);
  }

  /** Why a scalar cannot be written anew. */
  #reason({ span: { start, end } }: ScalarNode): string | undefined {
    if (this.#shared.has(start)) return "something else refers to the same text";
    const isFolded = this.#folded.some(({ span }) => span.start <= start && end <= span.end);
    return isFolded ? "the configuration that it is in is no block that begins with |" : undefined;
  }

  #leave({ text, locate, setting }: OttlText, reason: string): void {
    const span = locate({ start: 0, end: text.length });
    const diagnostic = makeDiagnostic("format_left", { reason }, span);
    this.#diagnostics.push({ ...diagnostic, severity: "info", setting });
  }

  /** The text with everything replaced, if it says the same. */
  finish(): FormattedFile {
    const { text } = this.#source;
    const diagnostics = this.#diagnostics;
    if (this.#edits.size === 0) return { text, diagnostics };
    const edits = [...this.#edits.values()].sort((a, b) => a.start - b.start);
    let formatted = "";
    let at = 0;
    for (const edit of edits) {
      formatted += text.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    formatted += text.slice(at);
    const difference = differenceOf(this.#found, textsOfYaml({ ...this.#source, text: formatted }));
    if (difference === undefined) return { text: formatted, diagnostics };
    return { text, diagnostics: [...diagnostics, makeDiagnostic("format_unsafe", undefined, difference)] };
  }
}

/** Where the scalars are that are a text in OTTL here and something else there, through an alias. */
function otherUses({ texts, documents }: YamlTexts): ReadonlySet<number> {
  const scalars = new Set<DocumentNode>(texts.flatMap(({ scalar }) => scalar ?? []));
  const starts = new Set([...scalars].map(({ span }) => span.start));
  const shared = new Set<number>();
  const visit = (node: DocumentNode): void => {
    if (node.kind === "sequence") for (const item of node.items) visit(item);
    else if (node.kind === "map")
      for (const { key, value } of node.entries) {
        visit(key);
        visit(value);
      }
    else if (!scalars.has(node) && starts.has(node.span.start)) shared.add(node.span.start);
  };
  for (const { node, configurations } of documents) {
    visit(node);
    for (const { node, scalar } of configurations) if (scalar !== undefined) visit(node);
  }
  return shared;
}
