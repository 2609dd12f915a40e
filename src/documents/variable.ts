import { Failure } from "../core/failure.ts";
import { plainDoubleText } from "../core/number-text.ts";
import { Timestamp } from "../core/values.ts";
import type { DollarFacts } from "./dollar-facts.ts";
import type { DocumentNode } from "./node.ts";
import { parseYaml } from "./yaml.ts";

/** What an environment variable stands for. */
export interface Variable {
  /** The text, where that is all it is. */
  readonly text: string;
  /** What stands for it within a text. */
  readonly inText: string;
  /** The value that YAML makes of the text, absent where that is a text. */
  readonly value: DocumentNode | undefined;
}

/** Reads the value of an environment variable as YAML, as confmap does; throws a `Failure` for what it refuses. */
export function readVariable(name: string, set: string, facts: DollarFacts, reference: string): Variable {
  const { node, diagnostics } = parseYaml({ text: set });
  if (node === undefined) {
    if (facts("plain_dollars")) return { text: set, inText: set, value: undefined };
    throw new Failure("expand_value_yaml", { name, problem: diagnostics[0]?.message ?? "" });
  }
  if (node.kind === "scalar" && typeof node.value === "string") {
    const text = facts("verbatim_text") ? set : node.value;
    return { text, inText: text, value: undefined };
  }
  if (!isSupported(node, facts)) throw new Failure("expand_value_kind", { name });
  const inText = facts("plain_dollars") ? set : oldText(node, set, facts);
  if (inText === undefined)
    return {
      text: set,
      get inText(): string {
        throw new Failure("expand_value_text", { reference });
      },
      value: node,
    };
  return { text: set, inText, value: node };
}

/** Integers must fit 64 bits, the keys of a map be texts. */
function isSupported(node: DocumentNode, facts: DollarFacts): boolean {
  if (node.kind === "map") return node.entries.every(({ key }) => typeof key.value === "string");
  if (node.kind !== "scalar") return true;
  const { value } = node;
  if (value instanceof Timestamp) return facts("times");
  return typeof value !== "bigint" || value === BigInt.asIntN(64, value);
}

/** What releases before 0.107.0 put in a text for a value that is no text, if anything. */
function oldText(node: DocumentNode, set: string, facts: DollarFacts): string | undefined {
  if (node.kind === "scalar" && node.value !== null)
    return facts("reference_text")
      ? set
      : typeof node.value === "number"
        ? plainDoubleText(node.value)
        : String(node.value);
  return node.kind === "map" && facts("reference_text") ? set : undefined;
}
