import {
  type CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { makeDiagnostic } from "../diagnostics/all-messages.ts";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { tokensOf } from "./tokens.ts";

/** Finds what yaml.v3's scanner and parser refuse and the parser lets pass. */
export function stricterDiagnostics(
  text: string,
  document: CST.Token | undefined,
  root: Node | null,
): Diagnostic[] {
  const checker = new Checker(text);
  checker.properties(document);
  checker.node(root, { flow: false, indent: -1 });
  return checker.diagnostics;
}

/** Where a node stands: between brackets or not, and how far the list or map without brackets around it is indented. */
interface Context {
  readonly flow: boolean;
  readonly indent: number;
}

class Checker {
  readonly diagnostics: Diagnostic[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  node(node: Node | null, context: Context): void {
    if (node === null || isAlias(node)) return;
    if (isScalar(node))
      this.#plain(node.srcToken as CST.FlowScalar | undefined, context); // or a block scalar
    else this.#collection(node, context);
  }

  #collection(node: YAMLMap | YAMLSeq, context: Context): void {
    const flow = context.flow || node.flow === true;
    const inner = { flow, indent: flow ? context.indent : columnOf(this.#text, startOf(node)) };
    if (isSeq<Node>(node)) {
      const { srcToken } = node;
      if (srcToken !== undefined && "items" in srcToken && !flow)
        for (const { start } of srcToken.items) this.#tabs(start);
      for (const item of node.items) this.node(item, inner);
    } else if (isMap<Node, Node | null>(node))
      for (const pair of node.items) {
        this.#key(pair, flow);
        this.node(pair.key, inner);
        this.node(pair.value, inner);
      }
  }

  /** Names of anchors are letters, digits, `_` and `-`; tags have a declared prefix. */
  properties(document: CST.Token | undefined): void {
    const declared = new Set([...this.#text.matchAll(/%TAG (!\w*!)/g)].map(([, handle]) => handle));
    for (const { token } of tokensOf(document)) {
      const { type, offset } = token;
      if (type === "anchor" || type === "alias") this.#name(token.source.slice(1), offset + 1);
      if (type !== "tag") continue;
      const span = { start: offset, end: offset + token.source.length };
      const handle = /^!\w*!/.exec(token.source)?.[0] ?? "!!";
      if (token.source === "!!") this.#unexpected(span);
      else if (handle !== "!!" && !declared.has(handle))
        this.diagnostics.push(makeDiagnostic("yaml_tag_handle", { handle }, span));
    }
  }

  #name(name: string, at: number): void {
    const bad = /[^\w-]/.exec(name);
    if (bad !== null) this.#unexpected({ start: at + bad.index, end: at + bad.index + 1 });
  }

  /** A key without `?` must be there, on one line with its `:`, and not too long. */
  #key({ srcToken }: Pair, flow: boolean): void {
    if (srcToken === undefined || srcToken.start.some(({ type }) => type === "explicit-key-ind")) return;
    const colon = srcToken.sep?.find(({ type }) => type === "map-value-ind");
    if (colon === undefined) return;
    const span = { start: colon.offset, end: colon.offset + 1 };
    const { key } = srcToken;
    if (!key) {
      this.#unexpected(span);
      return;
    }
    const written = this.#text.slice(key.offset, colon.offset);
    if (/[\r\n\x85\u2028\u2029]/.test(written))
      this.diagnostics.push(
        makeDiagnostic("yaml_colon_missing", undefined, { start: key.offset, end: key.offset + 1 }),
      );
    else if (flow && colon.offset - key.offset > 1024)
      this.diagnostics.push(makeDiagnostic("yaml_key_length", undefined, span));
  }

  /** Between brackets a text without quotes ends at `?` and begins with no `:`, and no tab may begin a line behind it. */
  #plain(token: CST.FlowScalar | undefined, { flow, indent }: Context): void {
    if (token?.type !== "scalar" || token.source === "") return;
    const { offset, source } = token;
    const mark = flow ? source.search(/^:|\?/) : -1;
    if (mark >= 0) this.#unexpected({ start: offset + mark, end: offset + mark + 1 });
    const end = offset + source.length;
    for (let at = offset; at < end || /\s/.test(this.#text[at] ?? ""); ) {
      const newline = this.#text.indexOf("\n", at);
      if (newline < 0 || (newline >= end && this.#text.slice(Math.max(at, end), newline).trim() !== ""))
        return;
      indentation.lastIndex = newline + 1;
      const [spaces = ""] = indentation.exec(this.#text) ?? [];
      at = newline + 1 + spaces.length;
      if (this.#text[at] === "\t" && spaces.length <= indent) {
        this.diagnostics.push(makeDiagnostic("yaml_tab_indentation", undefined, { start: at, end: at + 1 }));
        return;
      }
    }
  }

  /** What follows `-` on its line is not set off by tabs. */
  #tabs(start: readonly CST.SourceToken[]): void {
    const dash = start.findIndex(({ type }) => type === "seq-item-ind");
    const next = start[dash + 1];
    if (dash < 0 || next?.type !== "space" || !next.source.includes("\t")) return;
    const after = this.#text[next.offset + next.source.length];
    if (after === undefined || /[\r\n#]/.test(after)) return;
    const at = next.offset + next.source.indexOf("\t");
    this.diagnostics.push(makeDiagnostic("yaml_tab_indentation", undefined, { start: at, end: at + 1 }));
  }

  #unexpected(span: Span): void {
    const found = JSON.stringify(this.#text.slice(span.start, span.end));
    this.diagnostics.push(makeDiagnostic("yaml_unexpected", { found }, span));
  }
}

const indentation = / */y;

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

function columnOf(text: string, offset: number): number {
  return offset - (offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1);
}
