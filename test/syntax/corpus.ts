import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Kind } from "../../src/syntax/parse.ts";

interface Row {
  readonly kind: Kind;
  readonly text: string;
  readonly signal: string | null;
  readonly context: string;
  readonly processor: string | null;
  readonly error_mode: string | null;
  readonly source: string;
}

/** A text that somebody published in a Collector configuration, as the Collector hands it to OTTL. */
export interface CorpusText {
  readonly kind: Kind;
  readonly text: string;
  /** `metrics`, `traces`, `logs`, `profiles`, or `any` where it is not known. */
  readonly signal: string;
  /** A context, `inferred` where the configuration names none, or `unknown`. */
  readonly context: string;
  /** The component's type, such as `filter`; empty where it is not known. */
  readonly processor: string;
  /** The `error_mode` that the configuration states. */
  readonly errorMode: string | undefined;
  /** Texts of one list of one component share it. */
  readonly list: string;
}

const shared = process.env.OTTLKIT_SHARED ?? join(import.meta.dirname, "../../../shared");
const file = join(shared, "corpus/ottl-in-the-wild.jsonl");

/** Reads the corpus, which is not part of this repository; undefined where it is absent. */
export function readCorpus(): readonly CorpusText[] | undefined {
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => unescaped(JSON.parse(line) as Row));
}

/** A Collector's YAML configuration writes a dollar sign as two. */
function unescaped({ kind, text, signal, context, processor, error_mode, source }: Row): CorpusText {
  const isYaml = !/\balloy\b/i.test(processor ?? "") && !/\.(?:alloy|go)\b/.test(source);
  return {
    kind,
    text: isYaml ? text.replaceAll("$$", "$") : text,
    signal: signal ?? "any",
    context,
    processor: (processor ?? "").split(/[/ ]/)[0] ?? "",
    errorMode: error_mode ?? undefined,
    list: JSON.stringify([source, processor, signal, context, kind]),
  };
}
