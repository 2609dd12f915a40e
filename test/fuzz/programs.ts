import { functionSet } from "../../src/cli/function-sets.ts";
import type { TypeName } from "../../src/core/values.ts";
import type { FunctionDefinition } from "../../src/functions/define-function.ts";
import type { ContextName } from "../reference/cases/group.ts";
import type { Payload } from "../reference/cases/payload.ts";
import type { FunctionSet } from "../reference/protocol.ts";
import { generatePayload } from "./generate-payload.ts";
import { TextGenerator } from "./generator.ts";
import { mutate } from "./mutate.ts";
import { Random } from "./random.ts";
import { leaf, print, type Tree } from "./tree.ts";

/** A text with the records for which it is evaluated. */
export interface Program {
  readonly kind: "condition" | "value";
  readonly context: ContextName;
  readonly functions: FunctionSet;
  readonly tree: Tree;
  readonly text: string;
  readonly payload: Payload;
}

const contextNames: readonly ContextName[] = [
  "datapoint",
  "datapoint",
  "metric",
  "metric",
  "resource",
  "scope",
];
const valueTypes: readonly TypeName[] = ["any", "int", "double", "string", "list", "map", "bool", "duration"];

export interface ProgramOptions {
  /** The share of value expressions; the others are conditions. Default 0. */
  readonly values?: number;
  /** The share of texts that are broken on purpose. Default 0.03. */
  readonly broken?: number;
}

/** An endless stream of programs that depends on nothing but the seed. */
export function* programs(
  seed: number,
  { values = 0, broken = 0.03 }: ProgramOptions = {},
): Generator<Program> {
  const random = new Random(seed);
  let payload = generatePayload(random);
  for (let count = 0; ; count++) {
    if (count % 10 === 0) payload = generatePayload(random);
    const context = random.pick(contextNames);
    const kind = random.chance(values) ? "value" : "condition";
    const functions = functionsFor(random, kind, context);
    const generator = new TextGenerator(random, context, definitionsOf(functions));
    const depth = random.pick([1, 2, 2, 3]);
    const tree =
      kind === "condition" ? generator.condition(depth) : generator.value(random.pick(valueTypes), depth);
    const text = print(tree);
    if (random.chance(broken)) {
      const mutated = mutate(random, text);
      yield { kind, context, functions, tree: leaf("any", mutated), text: mutated, payload };
    } else {
      yield { kind, context, functions, tree, text, payload };
    }
  }
}

function functionsFor(random: Random, kind: string, context: string): FunctionSet {
  const isFilter = kind === "condition" && (context === "metric" || context === "datapoint");
  return isFilter ? "filter" : random.pick<FunctionSet>(["all", "standard"]);
}

/** The generator knows all functions, so that it also calls those that a set lacks. */
function definitionsOf(functions: FunctionSet): readonly FunctionDefinition[] {
  return functions === "standard" ? functionSet("standard") : functionSet("all");
}
