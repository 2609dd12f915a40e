/** The ways in which a Collector may read a text of the corpus of texts found in the wild. */
import type { FunctionSet, LanguageRequest } from "../reference/protocol.ts";
import type { CorpusText } from "../syntax/corpus.ts";

type Way = Pick<LanguageRequest, "context" | "functions" | "gates" | "prependContext" | "signal">;

const contextsOf = {
  logs: ["log", "resource", "scope"],
  traces: ["span", "spanevent", "resource", "scope"],
  metrics: ["datapoint", "metric", "resource", "scope", "exemplar"],
  any: ["log", "span", "datapoint", "metric", "resource", "scope", "spanevent", "exemplar"],
} as const;
const gates = { "ottl.functions.enableLambda": true, "pkg.ottl.functions.enableExperimental": true };

/** The questions that a text raises; none for profiles, which the reference program has not. */
export function waysToRead(text: CorpusText): readonly LanguageRequest[] {
  const ways = waysOf(text);
  const [first] = ways;
  const all = text.text.includes("=>") && first !== undefined ? [...ways, { ...first, gates }] : ways;
  return all.map((way) => ({ op: "parse", kind: text.kind, text: text.text, ...way }));
}

function waysOf({ kind, signal: named, context, processor }: CorpusText): readonly Way[] {
  const signal: Pick<Way, "signal"> =
    named === "metrics" || named === "traces" || named === "logs" ? { signal: named } : {};
  const functions = functionsOf(processor, kind);
  const prepend: Way = { context, functions, prependContext: true, ...signal };
  const infer: Way = { context: "", functions, ...signal };
  switch (context) {
    case "profile":
      return [];
    case "unknown":
      return [
        infer,
        ...contextsOf[signal.signal ?? "any"].map(
          (guess): Way => ({ context: guess, functions, prependContext: true }),
        ),
      ];
    case "inferred":
      return named === "profiles" ? [] : [infer];
    default:
      if (processor === "transform" && kind === "statement" && named !== "profiles") return [prepend];
      return processor === "transform" ? [{ context, functions }] : [{ context, functions }, prepend];
  }
}

function functionsOf(processor: string, kind: string): FunctionSet {
  if (processor === "filter" || (processor === "transform" && kind === "condition")) return "filter";
  return processor === "transform" ? "transform" : "all";
}
