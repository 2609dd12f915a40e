import { relocate } from "../../collector/filter/placed-text.ts";
import type { OttlText } from "../../collector/ottl-texts/ottl-text.ts";
import { textsOfOttlFile } from "../../collector/ottl-texts/texts-of-ottl-file.ts";
import { textsOfYaml } from "../../collector/ottl-texts/texts-of-yaml.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ExpandOptions } from "../../documents/expand.ts";
import type { SourceText } from "../../documents/node.ts";
import { findVersion } from "../../engine/options.ts";
import { withoutDisabled } from "../../lint/disabled.ts";
import { checkTexts } from "./check-texts.ts";
import { filterForms } from "./filter-forms.ts";
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
  const unknown = new Set(texts.filter((text) => !isKnown(text)).map(({ setting }) => setting));
  const others = diagnostics.filter(
    ({ code, span }) => code !== "expand_unset" || texts.some((text) => isIn(span, text)),
  );
  const inTexts = findingsIn(known, settings);
  const right = rightOnes(known, inTexts);
  const forms = documents.flatMap(({ configurations }) =>
    configurations.flatMap(({ node }) => filterForms(node, settings, expansion, right)),
  );
  const found = [
    ...others.map((diagnostic) => ({ diagnostic })),
    ...forms.filter(({ setting = "" }) => !unknown.has(setting)).map((diagnostic) => ({ diagnostic })),
    ...inTexts,
  ];
  const unreadable = diagnostics.some(
    ({ code, severity }) => severity === "error" && !code.startsWith("expand_"),
  );
  return { found: finished(source, found), texts, unreadable };
}

/** Where the texts begin that have no error. */
function rightOnes(texts: readonly OttlText[], found: readonly Found[]): ReadonlySet<number> {
  const wrong = new Set(
    found.map(({ diagnostic, within }) => (diagnostic.severity === "error" ? within?.text : undefined)),
  );
  return new Set(texts.flatMap((text) => (wrong.has(text) ? [] : (text.scalar?.span.start ?? []))));
}

/** How `$` is replaced for a check. */
export function expansionOf({ compatibility, gates, env }: CheckSettings): ExpandOptions {
  return { compatibility: findVersion(compatibility, gates), env };
}

function isIn({ start, end }: Diagnostic["span"], text: OttlText): boolean {
  const { scalar } = text;
  const span = scalar?.span ?? text.locate({ start: 0, end: text.text.length });
  return start >= span.start && end <= span.end;
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
