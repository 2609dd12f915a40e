import type { OttlText } from "../../collector/ottl-texts/ottl-text.ts";
import { textsOfOttlFile } from "../../collector/ottl-texts/texts-of-ottl-file.ts";
import { textsOfYaml } from "../../collector/ottl-texts/texts-of-yaml.ts";
import { relocate } from "../../collector/placed-text.ts";
import { lintMessages } from "../../diagnostics/codes/lint.ts";
import type { Diagnostic, Span } from "../../diagnostics/diagnostic.ts";
import type { ExpandOptions } from "../../documents/expand.ts";
import type { DocumentNode, SourceText } from "../../documents/node.ts";
import { findVersion } from "../../engine/options.ts";
import { withoutDisabled } from "../../lint/disabled.ts";
import { checkTexts } from "./check-texts.ts";
import { type ComponentForms, componentForms } from "./component-forms.ts";
import { holderFindings } from "./holder-findings.ts";
import type { CheckSettings } from "./options.ts";

/** A finding at its place in a file. */
export interface Found {
  readonly diagnostic: Diagnostic;
  /** The text that it is in, and the finding with the places of that text. */
  readonly within?: { readonly text: OttlText; readonly diagnostic: Diagnostic };
}

/** What was found in a file. */
export interface CheckedSource {
  /** In the order of their places. */
  readonly found: readonly Found[];
  readonly texts: readonly OttlText[];
  /** Whether the file, or a document of it, cannot be read. */
  readonly unreadable: boolean;
}

/** Checks the OTTL of a file. */
export function checkSource(
  source: SourceText,
  kind: "yaml" | "ottl",
  settings: CheckSettings,
): CheckedSource {
  return kind === "ottl" ? checkOttl(source, settings) : checkYaml(source, settings);
}

function checkOttl(source: SourceText, settings: CheckSettings): CheckedSource {
  const { texts, diagnostics } = textsOfOttlFile(source);
  const found = [...diagnostics.map((diagnostic) => ({ diagnostic })), ...findingsIn(texts, settings)];
  return { found: finished(source, found), texts, unreadable: false };
}

function checkYaml(source: SourceText, settings: CheckSettings): CheckedSource {
  const expansion = expansionOf(settings);
  const { texts, diagnostics, documents } = textsOfYaml(source, expansion);
  const unset = diagnostics.filter(({ code }) => code === "expand_unset");
  const isKnown = (text: OttlText) => !unset.some(({ span }) => isIn(span, text));
  const known = texts.filter(isKnown);
  const unknown = texts.filter((text) => !isKnown(text));
  const others = diagnostics.filter(
    ({ code, span }) => code !== "expand_unset" || texts.some((text) => isIn(span, text)),
  );
  const inTexts = findingsIn(known, settings);
  const right = rightOnes(known, inTexts);
  const forms = documents.flatMap(({ node, configurations }) =>
    configurations.flatMap((configuration) =>
      componentForms(configuration, settings, expansion, right).map((one) => ({ ...one, document: node })),
    ),
  );
  const holders = documents.flatMap(({ configurations }) =>
    configurations.flatMap((configuration) => holderFindings(configuration, expansion)),
  );
  const found = [
    ...[...others, ...holders].map((diagnostic) => ({ diagnostic })),
    ...agreed(forms, inTexts, known, unknown),
  ];
  const unreadable = diagnostics.some(
    ({ code, severity }) => severity === "error" && !code.startsWith("expand_"),
  );
  return { found: finished(source, found), texts, unreadable };
}

interface FormsOfDocument extends ComponentForms {
  readonly document: DocumentNode;
}

/**
 * What the readers of components and the check of texts find, each once. A reader knows which texts its component
 * refuses; what is only wrong with a text by itself is told besides where the reader does not get that far.
 */
function agreed(
  forms: readonly FormsOfDocument[],
  inTexts: readonly Found[],
  known: readonly OttlText[],
  unknown: readonly OttlText[],
): readonly Found[] {
  const dropped = new Set<Found>();
  const told: Found[] = [];
  const knownOf = Map.groupBy(known, ({ component }) => component);
  const unknownOf = Map.groupBy(unknown, ({ component }) => component);
  const mistakesIn = Map.groupBy(
    inTexts.filter(({ diagnostic }) => isMistake(diagnostic)),
    ({ within }) => within?.text,
  );
  for (const { id, setting, found, reads, document } of forms) {
    const prefix = `${setting}.`;
    const isOwn = (text: OttlText) =>
      text.setting.startsWith(prefix) && isInside(placeOf(text), document.span) && reads(text);
    const own = (knownOf.get(id) ?? []).filter(isOwn);
    const unset = (unknownOf.get(id) ?? []).filter(isOwn);
    const textAt = finderOf(own);
    const wrong = new Set<OttlText>();
    let isWrongBesides = false;
    for (const diagnostic of found) {
      if (unset.some((text) => isInside(diagnostic.span, placeOf(text)))) continue;
      const text = textAt(diagnostic.span);
      const mistakes = (text === undefined ? undefined : mistakesIn.get(text)) ?? [];
      const saysMore = mistakes.every((one) => readersSayMore.has(one.diagnostic.code));
      if (text !== undefined && !saysMore) wrong.add(text);
      else told.push({ diagnostic });
      if (text === undefined && diagnostic.severity === "error") isWrongBesides = true;
    }
    for (const text of own) {
      const errors = mistakesIn.get(text) ?? [];
      const isAboutContext = errors.every(({ diagnostic }) => diagnostic.code === "unknown_context_name");
      if (wrong.has(text) || (isWrongBesides && !isAboutContext)) continue;
      for (const error of errors) dropped.add(error);
    }
  }
  return [...told, ...inTexts.filter((one) => !dropped.has(one))];
}

/** What is wrong with a text that is looked at by itself, whereas readers know the texts beside it and the signal. */
const readersSayMore: ReadonlySet<string> = new Set(["context_unclear", "inferred_context"]);

/** Whether a finding is a mistake and not what a lint rule is told to call one. */
function isMistake({ severity, code }: Diagnostic): boolean {
  return severity === "error" && !Object.hasOwn(lintMessages, code);
}

/** Where the texts begin that have no error. */
function rightOnes(texts: readonly OttlText[], found: readonly Found[]): ReadonlySet<number> {
  const wrong = new Set(
    found.map(({ diagnostic, within }) => (isMistake(diagnostic) ? within?.text : undefined)),
  );
  return new Set(texts.flatMap((text) => (wrong.has(text) ? [] : (text.scalar?.span.start ?? []))));
}

/** How `$` is replaced for a check. */
export function expansionOf({ compatibility, gates, env }: CheckSettings): ExpandOptions {
  return { compatibility: findVersion(compatibility, gates), env };
}

function isIn(span: Span, text: OttlText): boolean {
  return isInside(span, placeOf(text));
}

function isInside({ start, end }: Span, around: Span): boolean {
  return start >= around.start && end <= around.end;
}

/** Makes a function that finds the text around a place; texts do not overlap. */
function finderOf(texts: readonly OttlText[]): (span: Span) => OttlText | undefined {
  const placed = texts
    .map((text) => ({ text, place: placeOf(text) }))
    .sort((a, b) => a.place.start - b.place.start);
  return (span) => {
    let [low, high] = [0, placed.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((placed[middle]?.place.start ?? 0) <= span.start) low = middle + 1;
      else high = middle;
    }
    const found = placed[low - 1];
    return found !== undefined && isInside(span, found.place) ? found.text : undefined;
  };
}

function placeOf({ scalar, text, locate }: OttlText): Span {
  return scalar?.span ?? locate({ start: 0, end: text.length });
}

function findingsIn(texts: readonly OttlText[], settings: CheckSettings): readonly Found[] {
  return checkTexts(texts, settings).map(({ text, diagnostic }) => ({
    diagnostic: relocate(diagnostic, text),
    within: { text, diagnostic },
  }));
}

/** Each finding once, without those that comments switch off, in the order of their places. */
function finished({ text: source }: SourceText, found: readonly Found[]): readonly Found[] {
  const begins = new Map(
    found.map(({ diagnostic, within }) => [diagnostic, within?.text.locate({ start: 0, end: 0 }).start]),
  );
  const beginOf = (diagnostic: Diagnostic) => begins.get(diagnostic) ?? diagnostic.span.start;
  const left = new Set(withoutDisabled(source, [...begins.keys()], beginOf));
  const known = new Set<string>();
  return found
    .filter(({ diagnostic }) => {
      const { code, span } = diagnostic;
      const key = `${code} ${span.start} ${span.end}`;
      if (known.has(key) || !left.has(diagnostic)) return false;
      known.add(key);
      return true;
    })
    .sort((a, b) => a.diagnostic.span.start - b.diagnostic.span.start);
}
