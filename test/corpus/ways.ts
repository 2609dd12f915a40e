/** The ways in which a Collector may read a text of the corpus of texts found in the wild. */
import { ownerOf } from "../../src/functions/known-names.ts";
import type { FunctionSet, LanguageRequest, ProcessRequest } from "../reference/protocol.ts";
import type { CorpusText } from "../syntax/corpus.ts";

type Way = Pick<LanguageRequest, "context" | "functions" | "gates" | "prependContext" | "signal">;

const contextsOf = {
  logs: ["log", "resource", "scope"],
  traces: ["span", "spanevent", "resource", "scope"],
  metrics: ["datapoint", "metric", "resource", "scope", "exemplar"],
  any: ["log", "span", "datapoint", "metric", "resource", "scope", "spanevent", "exemplar"],
} as const;
const gates = { "ottl.functions.enableLambda": true, "pkg.ottl.functions.enableExperimental": true };

/** The questions that a text raises; none for profiles and functions of processors, which the reference program has not. */
export function waysToRead(text: CorpusText): readonly LanguageRequest[] {
  if (callsOwnFunction(text)) return [];
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

/** Whether a text calls a function that only the transform processor has. */
function callsOwnFunction({ text }: CorpusText): boolean {
  const names = [...text.matchAll(/\b(\w+)\s*\(/g)].map(([, name = ""]) => name);
  return names.some((name) => ownerOf(name)?.types.includes("transform"));
}

/** A statement as a transform processor of 0.161.0 is asked for it, and as ottlkit is. */
export interface OwnQuestion {
  readonly process: ProcessRequest;
  readonly parse: LanguageRequest & { readonly compatibility: string };
}

/** The question that a text with a function of the transform processor raises; none of any other text. */
export function ownQuestion(text: CorpusText): OwnQuestion | undefined {
  const { kind, signal, context } = text;
  if (kind !== "statement" || (signal !== "metrics" && signal !== "traces" && signal !== "logs"))
    return undefined;
  if (!callsOwnFunction(text)) return undefined;
  const isInferred = context === "inferred";
  const group = { statements: [text.text], ...(isInferred ? {} : { context }) };
  const config = { [`${signal.slice(0, -1)}_statements`]: [group] };
  const way = isInferred ? { context: "" } : { context, prependContext: true };
  return {
    process: { op: "process", processor: "transform", signal, config },
    parse: {
      op: "parse",
      kind,
      text: text.text,
      functions: "transform",
      signal,
      compatibility: "0.161.0",
      ...way,
    },
  };
}
