import type { FunctionSet, Kind } from "../protocol.ts";
import type { Payload } from "./payload.ts";

export type ContextName =
  | "resource"
  | "scope"
  | "metric"
  | "datapoint"
  | "exemplar"
  | "span"
  | "spanevent"
  | "log"
  | "otelcol";

/** A case as the tables write it; what it leaves out comes from its group. */
export interface CaseSource {
  readonly text: string;
  /** A sentence; absent: the section's with the text. */
  readonly name?: string;
  readonly kind?: Kind;
  /** `inferred`: the paths of the text tell. */
  readonly context?: ContextName | "inferred";
  /** The name of a data set. */
  readonly data?: string;
  /** A payload of its own in place of a data set. */
  readonly payload?: Payload;
  readonly functions?: FunctionSet;
  /** Whether paths must name their context, or have it `prepended` where they do not. */
  readonly pathContextNames?: boolean | "prepend";
  /** Feature gates to switch on. */
  readonly gates?: readonly string[];
  /** What paths of context otelcol read. */
  readonly client?: object;
  /** A release that only judges whole processors. */
  readonly compatibility?: "0.118.0" | "0.161.0";
  /** Data points and entries of maps are in a random order in the reference. */
  readonly anyOrder?: true;
}

/** A case with everything that decides its answer. */
export interface Case {
  readonly name: string;
  readonly kind: Kind;
  readonly context: ContextName | "inferred";
  readonly text: string;
  readonly functions: FunctionSet;
  readonly pathContextNames?: true | "prepend";
  readonly gates?: readonly string[];
  readonly client?: object;
  readonly compatibility?: "0.118.0" | "0.161.0";
  readonly anyOrder?: true;
  readonly data?: string;
  readonly payload?: Payload;
}

/** The cases of one file of `fixtures/conformance`. */
export interface Group {
  /** The path of the file without `.json`. */
  readonly file: string;
  readonly about: string;
  readonly cases: readonly Case[];
}

export type Sections = Readonly<Record<string, readonly (string | CaseSource)[]>>;

type Defaults = Omit<CaseSource, "text" | "name">;

/** Makes a group of sections: a sentence for each, and the texts of which it tells. */
export function group(file: string, about: string, defaults: Defaults, sections: Sections): Group {
  const cases: Case[] = [];
  const seen = new Set<string>();
  for (const [sentence, sources] of Object.entries(sections)) {
    for (const source of sources) {
      const made = complete(sentence, typeof source === "string" ? { text: source } : source, defaults);
      const key = JSON.stringify({ ...made, name: "" });
      if (seen.has(key)) continue;
      seen.add(key);
      cases.push({ ...made, name: uniqueName(made, cases) });
    }
  }
  return { file, about, cases };
}

function complete(sentence: string, source: CaseSource, defaults: Defaults): Case {
  const merged = { ...defaults, ...source };
  const kind = merged.kind ?? "condition";
  const context = merged.context ?? "datapoint";
  const isFilter = kind === "condition" && (context === "metric" || context === "datapoint");
  return {
    name: source.name ?? `${sentence}: ${source.text}`,
    kind,
    context,
    text: source.text,
    functions: merged.functions ?? (isFilter ? "filter" : "all"),
    ...(merged.pathContextNames ? { pathContextNames: merged.pathContextNames } : {}),
    ...(merged.gates === undefined ? {} : { gates: merged.gates }),
    ...(merged.client === undefined ? {} : { client: merged.client }),
    ...(merged.compatibility === undefined ? {} : { compatibility: merged.compatibility }),
    ...(merged.anyOrder === undefined ? {} : { anyOrder: merged.anyOrder }),
    ...(merged.payload === undefined ? { data: merged.data ?? "one" } : { payload: merged.payload }),
  };
}

/** The same text may be asked in several ways: the name then says in which. */
function uniqueName(made: Case, before: readonly Case[]): string {
  const taken = (name: string): boolean => before.some((other) => other.name === name);
  const release = made.compatibility === undefined ? [] : [`contrib ${made.compatibility}`];
  const gated = made.gates ?? [];
  const prefixed = made.pathContextNames
    ? [made.pathContextNames === true ? "path context names" : "context prepended"]
    : [];
  const ways = [
    made.data ?? "own payload",
    made.context,
    `functions ${made.functions}`,
    made.kind,
    ...prefixed,
    ...gated,
    ...release,
  ];
  let name = made.name;
  for (let i = 0; taken(name) && i < ways.length; i++) {
    name = `${made.name} (${ways.slice(0, i + 1).join(", ")})`;
  }
  if (taken(name)) throw new Error(`two cases are called ${JSON.stringify(name)}`);
  return name;
}
