import type { OttlText } from "../../collector/ottl-texts/ottl-text.ts";
import { textsOfOttlFile } from "../../collector/ottl-texts/texts-of-ottl-file.ts";
import { textsOfYaml } from "../../collector/ottl-texts/texts-of-yaml.ts";
import type { Fix } from "../../diagnostics/diagnostic.ts";
import { type ExpandOptions, expand } from "../../documents/expand.ts";
import type { ScalarNode, SourceText } from "../../documents/node.ts";
import type { Replacement } from "../../documents/placed.ts";
import { rewriteScalar } from "../../documents/rewrite-scalar.ts";
import { newlineOf } from "../../format/formatted-file.ts";
import { isSameTree } from "../../format/same-tree.ts";
import { parse } from "../../syntax/parse.ts";
import { checkSource, expansionOf, type Found } from "./check-source.ts";
import type { CheckSettings } from "./options.ts";
import type { FileRepair } from "./report.ts";
import { isSameOtherwise } from "./same-otherwise.ts";

/** A repaired file. */
export interface FixedSource {
  readonly text: string;
  /** How many findings were repaired. */
  readonly fixes: number;
}

/** A repair may make room for another one; more rounds are not worth it. */
const mostRounds = 10;

/** Repairs what lint rules have a repair for; what the file says besides stays as it is. */
export function fixSource(source: SourceText, kind: "yaml" | "ottl", settings: CheckSettings): FixedSource {
  let { text } = source;
  let fixes = 0;
  for (let round = 0; round < mostRounds; round++) {
    const { found } = checkSource({ ...source, text }, kind, settings);
    const repairs = repairsOf(found);
    const applied = applyAll(text, kind, repairs, expansionOf(settings));
    if (applied.fixes === 0) break;
    text = applied.text;
    fixes += applied.fixes;
  }
  return { text, fixes };
}

/** What of a file the repair of one finding replaces, as it must be written there; nothing where it cannot be made alone. */
export function repairOf(
  source: SourceText,
  kind: "yaml" | "ottl",
  found: Found,
  settings: CheckSettings,
): FileRepair | undefined {
  const repairs = repairsOf([found]);
  const title = found.within?.diagnostic.fix?.title;
  if (repairs.length === 0 || title === undefined) return undefined;
  const { text, fixes } = applyAll(source.text, kind, repairs, expansionOf(settings));
  return fixes === 0 ? undefined : { title, ...replacementOf(source.text, text) };
}

/** The shortest range that a text differs in, and what stands there in the other. */
function replacementOf(before: string, after: string): Replacement {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}

/** A text and what it becomes. */
interface Repair {
  readonly text: OttlText;
  readonly fixed: string;
  readonly fixes: readonly Fix[];
}

function repairsOf(found: readonly Found[]): readonly Repair[] {
  const byText = new Map<OttlText, Fix[]>();
  for (const { within } of found) {
    if (within?.diagnostic.fix === undefined) continue;
    const fixes = byText.get(within.text) ?? [];
    fixes.push(within.diagnostic.fix);
    byText.set(within.text, fixes);
  }
  return [...byText].flatMap(([text, given]) => {
    const fixes = apart(given);
    const fixed = applied(text.text, fixes);
    return isRead(text.text, text) && !isRead(fixed, text) ? [] : [{ text, fixed, fixes }];
  });
}

function isRead(text: string, { kind }: OttlText): boolean {
  return parse(text, kind).diagnostics.length === 0;
}

/** Those that do not overlap, the first of each place. */
function apart(fixes: readonly Fix[]): readonly Fix[] {
  const chosen: Fix[] = [];
  for (const fix of fixes.toSorted((a, b) => a.span.start - b.span.start)) {
    const last = chosen.at(-1);
    if (last === undefined || fix.span.start >= last.span.end) chosen.push(fix);
  }
  return chosen;
}

function applied(text: string, fixes: readonly Fix[]): string {
  return fixes.reduceRight(
    (rest, { span, text: by }) => rest.slice(0, span.start) + by + rest.slice(span.end),
    text,
  );
}

/** All repairs together, without those that would change something else. */
function applyAll(
  source: string,
  kind: "yaml" | "ottl",
  repairs: readonly Repair[],
  expansion: ExpandOptions,
): FixedSource {
  const apply = (some: readonly Repair[]) =>
    kind === "yaml" ? inYaml(source, some, expansion) : inOttl(source, some);
  const made = largest(repairs, (some) => apply(some) !== undefined);
  return { text: apply(made) ?? source, fixes: count(made) };
}

/** As many of some items as are possible together with those before them; halves what is not, since most of it is. */
function largest<T>(
  items: readonly T[],
  isPossible: (some: readonly T[]) => boolean,
  before: readonly T[] = [],
): readonly T[] {
  const all = [...before, ...items];
  if (items.length === 0 || isPossible(all)) return all;
  if (items.length === 1) return before;
  const half = Math.ceil(items.length / 2);
  return largest(items.slice(half), isPossible, largest(items.slice(0, half), isPossible, before));
}

function count(repairs: readonly Repair[]): number {
  return repairs.reduce((sum, { fixes }) => sum + fixes.length, 0);
}

function inYaml(source: string, repairs: readonly Repair[], expansion: ExpandOptions): string | undefined {
  const before = textsOfYaml({ text: source });
  const expected = new Map<OttlText, string>();
  const edits = new Map<number, { readonly start: number; readonly end: number; readonly text: string }>();
  for (const { text, fixed } of repairs) {
    const written = before.texts.find((one) => one.setting === text.setting && isAt(one, text));
    const says = written?.scalar && asWritten(written.scalar, text.text, fixed, expansion);
    if (written?.scalar === undefined || says === undefined) return undefined;
    const layout = { width: Number.POSITIVE_INFINITY, newline: newlineOf(source) };
    const edit = rewriteScalar(written.scalar, () => says.trim(), layout);
    if (edit === undefined) return undefined;
    edits.set(edit.start, edit);
    for (const one of before.texts)
      if (one.scalar?.span.start === written.scalar.span.start) expected.set(one, says);
  }
  const after = edited(source, [...edits.values()]);
  return isSameOtherwise(before, textsOfYaml({ text: after }), expected) ? after : undefined;
}

function isAt(one: OttlText, other: OttlText): boolean {
  const begin = { start: 0, end: 0 };
  return one.locate(begin).start === other.locate(begin).start;
}

/**
 * A repaired text as it must be written so that it is read as such after the replacement of `$`; nothing where variables
 * are replaced in it.
 */
function asWritten(
  written: ScalarNode,
  read: string,
  fixed: string,
  expansion: ExpandOptions,
): string | undefined {
  const { text = "" } = written;
  const isPlain = text === read || text.replaceAll("$$", "$") === read;
  if (!isPlain) return undefined;
  const doubled = fixed.replaceAll("$", "$$$$");
  const candidates = text === read ? [fixed, fixed.replaceAll("${", "$$${"), doubled] : [doubled];
  return candidates.find((candidate) => expanded(written, candidate, expansion) === fixed);
}

function expanded(node: ScalarNode, text: string, expansion: ExpandOptions): string | undefined {
  const { node: read, diagnostics } = expand(
    { ...node, value: text, text, locate: () => node.span },
    expansion,
  );
  return diagnostics.length === 0 ? read.text : undefined;
}

function inOttl(source: string, repairs: readonly Repair[]): string | undefined {
  const edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  for (const { text, fixes } of repairs)
    for (const fix of fixes) {
      const span = text.locate(fix.span);
      // A comment may stand within.
      if (source.slice(span.start, span.end) !== text.text.slice(fix.span.start, fix.span.end))
        return undefined;
      edits.push({ ...span, text: fix.text });
    }
  const after = edited(source, edits);
  const before = textsOfOttlFile({ text: source }).texts;
  const found = textsOfOttlFile({ text: after }).texts;
  const fixed = new Map(repairs.map(({ text, fixed }) => [text.setting, fixed]));
  const same =
    before.length === found.length &&
    before.every((one, i) => {
      const other = found[i];
      const says = fixed.get(one.setting) ?? one.text;
      return other?.kind === one.kind && (other.text === says || isSameText(other.text, says, one));
    });
  return same ? after : undefined;
}

function isSameText(a: string, b: string, { kind }: OttlText): boolean {
  return isSameTree(parse(a, kind).node, parse(b, kind).node);
}

function edited(
  source: string,
  edits: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): string {
  return edits
    .toSorted((a, b) => a.start - b.start)
    .reduceRight((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), source);
}
