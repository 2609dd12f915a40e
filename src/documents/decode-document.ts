import {
  type Alias,
  type CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { Failure } from "../core/failure.ts";
import { failureDiagnostic, makeDiagnostic } from "../diagnostics/all-messages.ts";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { LineCounter } from "../diagnostics/line-counter.ts";
import { type MappedText, MappedTextBuilder } from "./mapped-text.ts";
import type { DocumentNode, MapEntry, MapNode, ParsedDocument, ScalarNode, SourceText } from "./node.ts";
import { type ResolvedScalar, resolvePlain, resolveTagged } from "./resolve-scalar.ts";
import { blockScalarText, flowScalarText } from "./scalar-text.ts";

/** Decodes the tree of a document as yaml.v3's decoder does into `any` (decode.go), with its limit on aliases. */
export function decodeDocument(source: SourceText, root: Node | null): ParsedDocument {
  const decoder = new Decoder(source);
  try {
    const node = decoder.decode(root);
    return decoder.diagnostics.length > 0 ? { diagnostics: decoder.diagnostics } : { node, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { diagnostics: [...decoder.diagnostics, failureDiagnostic(error, { start: 0, end: 0 })] };
  }
}

type NodeMap = YAMLMap<Node, Node | null>;

/** Entries by what tells keys apart. */
type Entries = Map<string, MapEntry>;

class Decoder {
  readonly diagnostics: Diagnostic[] = [];
  readonly #source: SourceText;
  readonly #lines: LineCounter;
  readonly #targets = new Map<Alias, Node>();
  readonly #open = new Set<Alias>();
  readonly #texts = new Map<Scalar, MappedText>();
  readonly #checked = new Map<YAMLMap, boolean>();
  #count = 0;
  #aliasCount = 0;
  #aliasDepth = 0;

  constructor(source: SourceText) {
    this.#source = source;
    this.#lines = new LineCounter(source.text);
  }

  decode(root: Node | null): DocumentNode {
    if (root === null) return this.#nothing(0);
    this.#bind(root, new Map());
    return this.#node(root, true);
  }

  /** Finds what each alias stands for: the last anchor of its name before it. */
  #bind(node: Node | null, anchors: Map<string, Node>): void {
    if (node === null) return;
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target !== undefined) this.#targets.set(node, target);
      else this.diagnostics.push(makeDiagnostic("yaml_anchor_unknown", { name: node.source }, rangeOf(node)));
      return;
    }
    if ("anchor" in node && node.anchor) anchors.set(node.anchor, node);
    if (isSeq<Node>(node)) for (const item of node.items) this.#bind(item, anchors);
    if (isMap<Node, Node | null>(node))
      for (const { key, value } of node.items) {
        this.#bind(key, anchors);
        this.#bind(value, anchors);
      }
  }

  #node(node: Node, root = false): DocumentNode {
    this.#step(node);
    if (isAlias(node)) return this.#alias(node);
    if (isScalar(node)) return this.#scalar(node, root);
    return isSeq<Node>(node) ? this.#sequence(node) : this.#map(node as NodeMap); // there is nothing else
  }

  /** Counts a step, as the reference does to find aliases that repeat each other. */
  #step(node: Node): void {
    this.#count++;
    if (this.#aliasDepth > 0) this.#aliasCount++;
    if (
      this.#aliasCount > 100 &&
      this.#count > 1000 &&
      this.#aliasCount / this.#count > allowedRatio(this.#count)
    )
      throw new Failure("yaml_alias_excess", {}, rangeOf(node));
  }

  #alias(node: Alias): DocumentNode {
    const target = this.#targets.get(node);
    if (target === undefined) return this.#nothing(rangeOf(node).end);
    if (this.#open.has(node))
      throw new Failure("yaml_anchor_inside_itself", { name: node.source }, rangeOf(node));
    this.#open.add(node);
    this.#aliasDepth++;
    const decoded = this.#node(target);
    this.#aliasDepth--;
    this.#open.delete(node);
    return decoded;
  }

  #scalar(node: Scalar, root = false): ScalarNode {
    const { value } = this.#resolved(node, root);
    return this.#make(rangeOf(node), value, this.#text(node, root));
  }

  #make(span: Span, value: ScalarNode["value"], mapped: MappedText): ScalarNode {
    const text = typeof value === "string" ? { text: value } : {};
    return {
      kind: "scalar",
      source: this.#source,
      span,
      value,
      ...text,
      locate: (part) => mapped.locate(part),
    };
  }

  #nothing(at: number): ScalarNode {
    return this.#make({ start: at, end: at }, null, new MappedTextBuilder("").build(at));
  }

  #resolved(node: Scalar, root = false): ResolvedScalar {
    const { text } = this.#text(node, root);
    if (node.tag === undefined || node.tag === "!")
      return node.type === Scalar.PLAIN ? resolvePlain(text) : { tag: "str", value: text };
    try {
      return resolveTagged(node.tag, text);
    } catch (error) {
      this.#report(error, rangeOf(node));
      return { tag: "null", value: null };
    }
  }

  #text(node: Scalar, root = false): MappedText {
    let text = this.#texts.get(node);
    if (text !== undefined) return text;
    try {
      text = scalarText(this.#source.text, node, root);
    } catch (error) {
      this.#report(error, rangeOf(node));
      text = new MappedTextBuilder("").build(rangeOf(node).start);
    }
    this.#texts.set(node, text);
    return text;
  }

  #report(error: unknown, span: Span): void {
    if (!(error instanceof Failure)) throw error;
    this.diagnostics.push(failureDiagnostic(error, span));
  }

  #sequence(node: YAMLSeq<Node>): DocumentNode {
    const items = node.items.map((item) => this.#node(item));
    return { kind: "sequence", source: this.#source, span: spanOf(node, items.at(-1)), items };
  }

  #map(node: NodeMap): MapNode {
    const entries: Entries = new Map();
    this.#fill(node, entries, undefined, this.#hasStringKeys(node));
    const list = [...entries.values()];
    return { kind: "map", source: this.#source, span: spanOf(node, list.at(-1)?.value), entries: list };
  }

  /** Adds what a map holds, then what it merges; `taken` are the keys that a merged map may not set again. */
  #fill(node: NodeMap, into: Entries, taken: Set<string> | undefined, strings: boolean): void {
    if (!this.#hasUniqueKeys(node)) return;
    let merged: Node | null | undefined;
    for (const { key, value } of node.items) {
      if (isScalar(key) && this.#isMerge(key)) {
        merged = value;
        continue;
      }
      const entry = this.#key(key, strings);
      if (entry === undefined) continue;
      const identity = identityOf(entry);
      if (taken?.has(identity)) continue;
      taken?.add(identity);
      into.set(identity, {
        key: entry,
        value: value === null ? this.#nothing(entry.span.end) : this.#node(value),
      });
    }
    if (merged !== undefined) this.#merge(node, merged, into, taken, strings);
  }

  #merge(
    parent: NodeMap,
    value: Node | null,
    into: Entries,
    taken: Set<string> | undefined,
    strings: boolean,
  ): void {
    const known = taken ?? this.#keysOf(parent, strings);
    const maps = isSeq<Node>(value) ? value.items : [value];
    for (const item of maps) {
      const target = isAlias(item) ? this.#targets.get(item) : item;
      if (!isMap<Node, Node | null>(target)) throw new Failure("yaml_merge", {}, rangeOf(item ?? parent));
      this.#step(target);
      if (isAlias(item)) this.#enter(item, target);
      this.#fill(target, into, known, strings);
      if (isAlias(item)) this.#leave(item);
    }
  }

  #keysOf(node: NodeMap, strings: boolean): Set<string> {
    const keys = new Set<string>();
    for (const { key } of node.items) {
      const entry = this.#key(key, strings);
      if (entry !== undefined) keys.add(identityOf(entry));
    }
    return keys;
  }

  #enter(alias: Alias, target: Node): void {
    if (this.#open.has(alias))
      throw new Failure("yaml_anchor_inside_itself", { name: alias.source }, rangeOf(alias));
    this.#open.add(alias);
    this.#aliasDepth++;
    this.#step(target);
  }

  #leave(alias: Alias): void {
    this.#aliasDepth--;
    this.#open.delete(alias);
  }

  /** A key; in a map whose keys are texts it is the text as written, and null is none. */
  #key(node: Node, strings: boolean): ScalarNode | undefined {
    const key = this.#node(node);
    if (key.kind !== "scalar") {
      this.diagnostics.push(makeDiagnostic("yaml_key_kind", undefined, rangeOf(node)));
      return undefined;
    }
    if (!strings || typeof key.value === "string") return key;
    if (key.value === null) return undefined;
    const scalar = isAlias(node) ? this.#targets.get(node) : node;
    const mapped = this.#text(scalar as Scalar); // a key that is a scalar was made of one
    return this.#make(key.span, mapped.text, mapped);
  }

  #hasStringKeys(node: NodeMap): boolean {
    return node.items.every(({ key }) => {
      const target = isAlias(key) ? this.#targets.get(key) : key;
      return isScalar(target) && ["str", "merge"].includes(this.#resolved(target).tag);
    });
  }

  #isMerge(key: Scalar): boolean {
    return this.#text(key).text === "<<" && this.#resolved(key).tag === "merge";
  }

  /** Keys are the same where they are written with the same text, whatever their type. */
  #hasUniqueKeys(node: NodeMap): boolean {
    const known = this.#checked.get(node);
    if (known !== undefined) return known;
    const first = new Map<string, Node>();
    let unique = true;
    for (const { key } of node.items) {
      const kind = isAlias(key)
        ? `*${key.source}`
        : isScalar(key)
          ? `'${this.#text(key).text}`
          : isSeq(key)
            ? "["
            : "{";
      const before = first.get(kind);
      if (before === undefined) first.set(kind, key);
      else {
        unique = false;
        const span = rangeOf(key);
        const line = this.#lines.lineOf(rangeOf(before).start);
        const written = this.#source.text.slice(span.start, span.end);
        this.diagnostics.push(makeDiagnostic("yaml_duplicate_key", { key: written, line }, span));
      }
    }
    this.#checked.set(node, unique);
    return unique;
  }
}

const low = 400_000;
const high = 4_000_000;

/** The share of steps that may come from aliases: much in small documents, little in large ones. */
function allowedRatio(count: number): number {
  if (count <= low) return 0.99;
  return count >= high ? 0.1 : 0.99 - 0.89 * ((count - low) / (high - low));
}

function scalarText(source: string, node: Scalar, root: boolean): MappedText {
  const token = node.srcToken as CST.FlowScalar | CST.BlockScalar | undefined; // a scalar is made of one
  if (token === undefined) return new MappedTextBuilder(source).build(rangeOf(node).start);
  const { offset } = token;
  if (token.type !== "block-scalar") {
    const style =
      token.type === "scalar" ? "plain" : token.type === "single-quoted-scalar" ? "single" : "double";
    return flowScalarText(source, offset, offset + token.source.length, style);
  }
  let from = offset;
  for (const prop of token.props) from += sourceOf(prop).length;
  const [first] = token.props;
  const header = first === undefined ? "" : sourceOf(first);
  return blockScalarText(source, from, from + token.source.length, {
    folded: header.startsWith(">"),
    chomp: header.includes("-") ? "strip" : header.includes("+") ? "keep" : "clip",
    increment: Number(/\d/.exec(header)?.[0] ?? 0),
    parentIndent: root ? -1 : token.indent,
  });
}

function sourceOf(token: CST.Token): string {
  const { source } = token as { readonly source?: string }; // tokens that have parts have no source of their own
  return source ?? "";
}

function identityOf({ value }: ScalarNode): string {
  return typeof value === "object" && value !== null
    ? `time ${value.nanos} ${value.zone.at(0).offset}`
    : `${typeof value} ${value}`;
}

function rangeOf(node: Node): Span {
  const [start, end] = node.range ?? [0, 0, 0];
  return { start, end };
}

/** The range of a list or map; one without brackets ends where its last part does. */
function spanOf(node: NodeMap | YAMLSeq<Node>, last: DocumentNode | undefined): Span {
  const { start, end } = rangeOf(node);
  return {
    start,
    end: node.flow || last === undefined ? end : Math.max(start, Math.min(end, last.span.end)),
  };
}
