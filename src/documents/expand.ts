import type { Compatibility } from "../core/compatibility.ts";
import { Failure } from "../core/failure.ts";
import { failureDiagnostic, makeDiagnostic } from "../diagnostics/all-messages.ts";
import { expandHint } from "../diagnostics/codes/documents.ts";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { type DollarFacts, dollarFactsOf } from "./dollar-facts.ts";
import type { DocumentNode, MapEntry, ScalarNode, ScalarValue } from "./node.ts";
import { type Placed, placedWith, replaced } from "./placed.ts";
import { keyText } from "./plain.ts";
import { findReference, readReference } from "./reference.ts";
import { expandShell } from "./shell.ts";
import { readVariable, type Variable } from "./variable.ts";

/** How `$` is replaced. */
export interface ExpandOptions {
  readonly compatibility: Compatibility;
  /** Values of `${env:NAME}`; default: none is set. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** A document after the replacement, and what there is to say about it. */
export interface Expanded {
  readonly node: DocumentNode;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Replaces `${env:NAME}` and `$$` in the values of a document as the Collector's resolver does (confmap), and refuses
 * what a release refuses; keys stay as they are. Never throws.
 */
export function expand(node: DocumentNode, options: ExpandOptions): Expanded {
  const expander = new Expander(options);
  const expanded = expander.node(node, false, 0);
  return { node: expanded, diagnostics: expander.diagnostics };
}

/** A text, or another value with the text that it was read from. */
type Resolved = Placed | { readonly node: DocumentNode; readonly original: string | undefined };

/** A text that grows by more than this refers to itself. */
const mostGrowth = 1 << 20;

class Expander {
  readonly diagnostics: Diagnostic[] = [];
  readonly #facts: DollarFacts;
  readonly #version: string;
  readonly #env: Readonly<Record<string, string | undefined>>;

  constructor({ compatibility: { version }, env = {} }: ExpandOptions) {
    this.#version = version;
    this.#facts = dollarFactsOf(version);
    this.#env = env;
  }

  node(node: DocumentNode, inList: boolean, passes: number): DocumentNode {
    if (node.kind === "scalar")
      return typeof node.value === "string" ? this.#scalar(node, node.value, inList, passes) : node;
    if (node.kind === "sequence")
      return { ...node, items: node.items.map((item) => this.node(item, true, passes)) };
    const entry = ({ key, value }: MapEntry) => ({
      key: textKey(key),
      value: this.node(value, inList, passes),
    });
    return { ...node, entries: node.entries.map(entry) };
  }

  #scalar(node: ScalarNode, text: string, inList: boolean, passes: number): DocumentNode {
    if (!text.includes("$")) return node;
    try {
      const resolved = this.#resolve({ text, locate: (span) => node.locate(span) }, node, inList, passes);
      if ("text" in resolved) return scalarAt(node, this.#unescape(resolved, inList));
      const { node: value, original } = resolved;
      if (original === undefined || !this.#facts("plain_dollars")) return value;
      return { ...value, text: original.replaceAll("$$", "$") };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#report(error, node);
      return node;
    }
  }

  /** Replaces references until there are none. */
  #resolve(start: Placed, base: ScalarNode, inList: boolean, passes: number): Resolved {
    const most = this.#facts("deep_references") ? 1000 : 100;
    let placed = start;
    for (let pass = passes + 1; ; pass++) {
      if (pass > most || placed.text.length - start.text.length > mostGrowth)
        throw new Failure("expand_recursion", {}, base.span);
      const found = findReference(placed.text, this.#facts);
      if (found === undefined) return placed;
      const at = placed.text.indexOf(found);
      const span = placed.locate({ start: at, end: at + found.length });
      const variable = this.#variable(found, span);
      if (found === placed.text) {
        if (variable.value !== undefined) return this.#value(variable, base, inList, pass);
        placed = replaced(placed, [{ start: 0, end: found.length, text: variable.text }]);
      } else placed = placedWith(placed, found, variable.inText);
    }
  }

  #variable(reference: string, span: Span): Variable {
    try {
      const { name, fallback } = readReference(reference, this.#facts);
      const set = Object.hasOwn(this.#env, name) ? this.#env[name] : undefined;
      if (set === undefined && fallback === undefined)
        this.diagnostics.push({ ...makeDiagnostic("expand_unset", { name }, span), severity: "warning" });
      if (set === undefined && fallback === "" && this.#facts("empty_default"))
        return { text: "", inText: "", value: undefined };
      return readVariable(name, set ?? fallback ?? "", this.#facts, reference);
    } catch (error) {
      if (error instanceof Failure) error.span ??= span;
      throw error;
    }
  }

  /** A value that is no text: its own references are replaced, and those of its text, which must not fail. */
  #value({ text, value }: Variable, base: ScalarNode, inList: boolean, passes: number): Resolved {
    const here = anchored(value as DocumentNode, base); // only called where there is a value
    const node = this.node(here, inList, passes);
    return { node, original: this.#original(text, base, passes) };
  }

  #original(text: string, base: ScalarNode, passes: number): string | undefined {
    const known = this.diagnostics.length;
    try {
      const resolved = this.#resolve({ text, locate: () => base.span }, base, false, passes);
      return "text" in resolved ? resolved.text : undefined;
    } catch (error) {
      if (error instanceof Failure) return undefined;
      throw error;
    } finally {
      this.diagnostics.length = known; // the value has told them
    }
  }

  /** What becomes of the `$` that are left. */
  #unescape(placed: Placed, inList: boolean): Placed {
    if (this.#facts("plain_dollars")) return placedWith(placed, "$$", "$");
    const twice = this.#version === "0.105.0" && !inList;
    return expandShell(twice ? placedWith(placed, "$$", "$") : placed, {
      env: this.#env,
      version: this.#version,
      spelling: twice ? "$$$$" : "$$",
      report: (diagnostic) => this.diagnostics.push(diagnostic),
    });
  }

  #report(error: Failure, node: ScalarNode): void {
    const hint = expandHint(error.code, error.params);
    this.diagnostics.push(failureDiagnostic(error, node.span, hint === undefined ? {} : { hint }));
  }
}

/** A key of another type is the text that Go prints it as. */
function textKey(key: ScalarNode): ScalarNode {
  if (typeof key.value === "string") return key;
  const { source, span } = key;
  const text = keyText(key);
  return { kind: "scalar", source, span, value: text, text, locate: () => span };
}

function scalarAt({ source, span }: ScalarNode, { text, locate }: Placed): ScalarNode {
  return { kind: "scalar", source, span, value: text, text, locate };
}

/** A document read from elsewhere, every place in it that of a scalar. */
function anchored(node: DocumentNode, base: ScalarNode): DocumentNode {
  const { source, span } = base;
  if (node.kind === "scalar") return anchoredScalar(node.value, base);
  if (node.kind === "sequence")
    return { kind: "sequence", source, span, items: node.items.map((item) => anchored(item, base)) };
  const entries = node.entries.map(({ key, value }) => ({
    key: anchoredScalar(key.value, base),
    value: anchored(value, base),
  }));
  return { kind: "map", source, span, entries };
}

function anchoredScalar(value: ScalarValue, { source, span }: ScalarNode): ScalarNode {
  const text = typeof value === "string" ? { text: value } : {};
  return { kind: "scalar", source, span, value, ...text, locate: () => span };
}
