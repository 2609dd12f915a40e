import { functionSet } from "../../src/cli/function-sets.ts";
import type { TypeName } from "../../src/core/values.ts";
import type { FunctionDefinition } from "../../src/functions/define-function.ts";
import type { Case, ContextName } from "../reference/cases/group.ts";
import type { Payload } from "../reference/cases/payload.ts";
import type { FunctionSet, Kind } from "../reference/protocol.ts";
import { TextGenerator } from "./generator.ts";
import { mutate } from "./mutate.ts";
import { generatePayload, type Signal } from "./payload/generate-payload.ts";
import { clients } from "./pools.ts";
import { Random } from "./random.ts";
import { leaf, print, type Tree } from "./tree.ts";

/** A text with the records for which it is evaluated. */
export interface Program extends Pick<Case, "pathContextNames" | "gates" | "client"> {
  readonly kind: Kind;
  readonly context: ContextName | "inferred";
  /** Where the context is inferred: the one for which the text was made. */
  readonly home: ContextName;
  readonly functions: FunctionSet;
  readonly tree: Tree;
  readonly text: string;
  readonly payload: Payload;
}

/** The contexts that the reference knows; those with many paths come more often. */
const homes: readonly ContextName[] = [
  "datapoint",
  "datapoint",
  "metric",
  "exemplar",
  "log",
  "log",
  "log",
  "span",
  "span",
  "spanevent",
  "resource",
  "scope",
  "otelcol",
];
const signalsOf: Readonly<Partial<Record<ContextName, Signal>>> = {
  metric: "metrics",
  datapoint: "metrics",
  exemplar: "metrics",
  span: "traces",
  spanevent: "traces",
  log: "logs",
};
const signals: readonly Signal[] = ["metrics", "traces", "logs"];
const valueTypes: readonly TypeName[] = ["any", "int", "double", "string", "list", "map", "bool", "duration"];
const gates = [
  "ottl.functions.enableLambda",
  "pkg.ottl.enableDynamicMapKeys",
  "pkg.ottl.functions.enableExperimental",
];

export interface ProgramOptions {
  /** The share of value expressions. Default 0.25. */
  readonly values?: number;
  /** The share of statements; the rest are conditions. Default 0.45. */
  readonly statements?: number;
  /** The share of texts that are broken on purpose. Default 0.02. */
  readonly broken?: number;
}

/** An endless stream of programs that depends on nothing but the seed. */
export function* programs(
  seed: number,
  { values = 0.25, statements = 0.45, broken = 0.02 }: ProgramOptions = {},
): Generator<Program> {
  const random = new Random(seed);
  let payloads = new Map<Signal, Payload>();
  for (let count = 0; ; count++) {
    if (count % 30 === 0) {
      payloads = new Map(signals.map((signal) => [signal, generatePayload(random, signal)]));
    }
    const kind = random.weighted<Kind>([
      [values, () => "value"],
      [statements, () => "statement"],
      [1 - values - statements, () => "condition"],
    ]);
    const surroundings = surroundingsOf(random, kind);
    const payload = payloads.get(signalsOf[surroundings.home] ?? random.pick(signals)) ?? {};
    const tree = treeOf(random, kind, surroundings);
    const text = print(tree);
    if (random.chance(broken)) {
      const mutated = mutate(random, text);
      yield { kind, ...surroundings, tree: leaf("any", mutated), text: mutated, payload };
    } else {
      yield { kind, ...surroundings, tree, text, payload };
    }
  }
}

type Surroundings = Omit<Program, "kind" | "tree" | "text" | "payload">;

function surroundingsOf(random: Random, kind: Kind): Surroundings {
  const home = random.pick(homes);
  const naming = random.weighted<Pick<Program, "context" | "pathContextNames">>([
    [6, () => ({ context: home })],
    [1, () => ({ context: home, pathContextNames: true })],
    [1, () => ({ context: home, pathContextNames: "prepend" })],
    [1.5, () => ({ context: "inferred" })],
  ]);
  const isFilter =
    kind === "condition" && (home === "metric" || home === "datapoint") && naming.context === home;
  return {
    ...naming,
    home,
    functions: isFilter ? "filter" : random.pick<FunctionSet>(["all", "all", "all", "standard"]),
    ...(random.chance(0.75) ? { gates: gates.filter(() => random.chance(0.95)) } : {}),
    ...(home === "otelcol" || random.chance(0.1) ? { client: random.pick(clients) } : {}),
  };
}

function treeOf(random: Random, kind: Kind, { home, functions, ...how }: Surroundings): Tree {
  const definitions = definitionsOf(functions);
  const { gates: on = [] } = how;
  const named = how.pathContextNames === true || how.context === "inferred";
  const generator = new TextGenerator(random, { context: home, functions: definitions, gates: on, named });
  if (random.chance(0.6)) {
    const wanted = definitions.filter(
      ({ contexts, gate, until, kind: is }) =>
        (contexts === undefined || contexts.includes(home)) &&
        (gate === undefined || on.includes(gate)) &&
        until === undefined &&
        (is === "converter" || kind === "statement"),
    );
    // Those of few contexts have few chances elsewhere.
    const own = wanted.filter(({ contexts }) => contexts !== undefined);
    const among = own.length > 0 && random.chance(0.1) ? own : wanted;
    return generator.about(random.pick(among), kind, random.pick([0, 1, 1, 2, 2, 3]));
  }
  const depth = random.pick([1, 2, 2, 3]);
  if (kind === "statement") return generator.statement(depth);
  return kind === "condition" ? generator.condition(depth) : generator.value(random.pick(valueTypes), depth);
}

/** The generator knows all functions, so that it also calls those that a set lacks. */
function definitionsOf(functions: FunctionSet): readonly FunctionDefinition[] {
  return functions === "standard" ? functionSet("standard") : functionSet("all");
}
