/** What lint finds in the texts of the corpus that the reference takes. */
import { type Diagnostic, type LintOptions, lint, OttlError, type StandardOptions } from "../../src/index.ts";
import { readVerdicts } from "../corpus/verdicts.ts";
import { waysToRead } from "../corpus/ways.ts";
import type { CorpusText } from "../syntax/corpus.ts";

/** One finding in a text of the corpus. */
export interface CorpusFinding {
  /** The number of the text in the corpus, from 0. */
  readonly id: number;
  readonly finding: Diagnostic;
}

/** How much was looked at, and what was found. */
export interface CorpusFindings {
  /** How many texts the engine and the reference take. */
  readonly texts: number;
  readonly findings: readonly CorpusFinding[];
}

/** Lints all texts, those of one list together. */
export function findingsInCorpus(corpus: readonly CorpusText[]): CorpusFindings {
  const { verdicts } = readVerdicts();
  const lists = new Map<string, { readonly ids: number[]; readonly way: Way }>();
  for (const [id, text] of corpus.entries()) {
    const way = acceptedWay(text, verdicts[id]?.split(" ") ?? []);
    if (way === undefined) continue;
    // Only the filter's lists are joined by "or"; what has no name of its own may be of several filters.
    const isList = text.processor === "filter" && text.kind === "condition" && text.list.includes('"filter/');
    const key = isList ? `${text.list} ${JSON.stringify(way)} ${text.errorMode}` : String(id);
    const list = lists.get(key);
    if (list === undefined) lists.set(key, { ids: [id], way });
    else list.ids.push(id);
  }
  const findings: CorpusFinding[] = [];
  let texts = 0;
  for (const { ids, way } of lists.values()) {
    const of = ids.map((id) => corpus[id] as CorpusText); // a number of the corpus
    texts += of.length;
    const found = lint(
      way.context,
      of.map(({ text }) => text),
      { ...way.options, ...optionsFor(of[0] as CorpusText) },
    );
    for (const [i, diagnostics] of found.entries())
      for (const finding of diagnostics) findings.push({ id: ids[i] as number, finding });
  }
  return {
    texts,
    findings: findings.sort((a, b) => a.id - b.id || a.finding.span.start - b.finding.span.start),
  };
}

interface Way {
  readonly context: string;
  readonly options: StandardOptions;
}

/** The first way in which the reference reads a text, and ottlkit, too. */
function acceptedWay(text: CorpusText, verdicts: readonly string[]): Way | undefined {
  for (const [i, { context, signal, prependContext, gates }] of waysToRead(text).entries()) {
    const verdict = verdicts[i];
    if (verdict === undefined || verdict === "-" || verdict === "?") continue;
    const way: Way = {
      context: context === "" ? verdict : (context ?? verdict),
      options: {
        pathContextNames: context === "" ? true : prependContext ? "prepend" : false,
        ...(signal && { signal }),
        ...(gates && { gates: Object.keys(gates) }),
      },
    };
    try {
      const errors = lint(way.context, text.text, { ...way.options, kind: text.kind }).filter(
        ({ severity }) => severity === "error",
      );
      if (errors.length === 0) return way;
    } catch (error) {
      if (!(error instanceof OttlError)) throw error; // a context that ottlkit does not have
    }
  }
  return undefined;
}

function optionsFor({ kind, processor, errorMode, list }: CorpusText): LintOptions {
  const mode = (["ignore", "silent", "propagate"] as const).find((one) => one === errorMode);
  if (processor === "" || list.includes("(alloy)")) return { kind }; // Alloy has defaults of its own
  return { kind, configuration: { component: processor, ...(mode && { errorMode: mode }) } };
}
