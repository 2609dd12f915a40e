import { Failure } from "../../../core/failure.ts";
import { quoted } from "../../../diagnostics/quoted.ts";
import { trimSpace } from "../trim-space.ts";
import { type XmlDialect, xmlToday } from "./dialect.ts";
import { type Attribute, type Token, XmlReader } from "./xml-reader.ts";

export type NodeKind =
  | "document"
  | "declaration"
  | "element"
  | "text"
  | "cdata"
  | "comment"
  | "attribute"
  | "directive"
  | "instruction";

/** An attribute; `name.space` is the prefix. */
export interface NodeAttribute extends Attribute {
  readonly namespace: string;
}

/** A node of a document, linked with its neighbours; what lies before the root's declaration follows the document. */
export class XmlNode {
  kind: NodeKind;
  /** The name of an element, an instruction or an attribute, the text of the others. */
  data: string;
  prefix = "";
  namespace = "";
  attributes: readonly NodeAttribute[] = [];
  /** How often the attributes without a prefix and with this name have been removed. */
  removed: Map<string, number> | undefined;
  /** The text of an instruction. */
  instruction = "";
  level = 0;
  /** Whether the serializer is in the node or behind it, and whether it has been there. */
  isActive = false;
  isWritten = false;
  parent: XmlNode | undefined;
  first: XmlNode | undefined;
  last: XmlNode | undefined;
  previous: XmlNode | undefined;
  next: XmlNode | undefined;

  constructor(kind: NodeKind, data: string) {
    this.kind = kind;
    this.data = data;
  }
}

/** Adds a node as the last child, without taking it out of where it was. */
export function addChild(parent: XmlNode, node: XmlNode): void {
  node.parent = parent;
  node.next = undefined;
  if (parent.first === undefined || parent.last === undefined) {
    parent.first = node;
    node.previous = undefined;
  } else {
    parent.last.next = node;
    node.previous = parent.last;
  }
  parent.last = node;
}

/** Takes a node and what is in it out of its parent. */
export function removeNode(node: XmlNode): void {
  const { parent, previous, next } = node;
  if (parent === undefined) return;
  if (previous === undefined) parent.first = next;
  else previous.next = next;
  if (next === undefined) parent.last = previous;
  else next.previous = previous;
  node.parent = undefined;
  node.previous = undefined;
  node.next = undefined;
}

/** Removes the first attribute that has no prefix and this name, which has no colon inside. */
export function removeAttribute(node: XmlNode, name: string): void {
  if (name.indexOf(":") > 0) return;
  node.removed ??= new Map();
  node.removed.set(name, (node.removed.get(name) ?? 0) + 1);
}

/**
 * Reads a document as the reference does: its first node is a declaration only where the text begins with one. Throws
 * `invalid_xml`, mostly also of a document without an element.
 */
export function parseDocument(text: string, dialect: XmlDialect = xmlToday): XmlNode {
  const document = new Builder(text, dialect).build();
  if (!text.startsWith("<?xml") && document.first !== undefined) removeNode(document.first);
  return document;
}

/** Builds what `xmlquery.Parse` builds. */
class Builder {
  readonly #reader: XmlReader;
  readonly #dialect: XmlDialect;
  readonly #document = new XmlNode("document", "");
  readonly #prefixes = new Map([["http://www.w3.org/XML/1998/namespace", { prefix: "xml", level: 0 }]]);
  #level = 0;
  /** The element or the instruction that came last. */
  #last = this.#document;
  /** The last of the nodes that follow the document itself. */
  #tail = this.#document;

  constructor(text: string, dialect: XmlDialect) {
    this.#reader = new XmlReader(text, true);
    this.#dialect = dialect;
  }

  build(): XmlNode {
    for (let token = this.#reader.next(); token !== undefined; token = this.#reader.next()) this.#add(token);
    if (!this.#dialect.needsElement) return this.#document;
    for (let node = this.#document.first; node !== undefined; node = node.next) {
      if (node.kind === "element") return this.#document;
    }
    throw new Failure("invalid_xml", { reason: "the document has no element", line: 1 });
  }

  #add(token: Token): void {
    switch (token.kind) {
      case "start":
        this.#begin(token);
        break;
      case "end":
        this.#level--;
        break;
      case "text": {
        const isData = /^<?!\[CDATA\[/.test(this.#reader.began(9).toUpperCase());
        this.#place(new XmlNode(isData ? "cdata" : "text", token.text));
        break;
      }
      case "instruction":
        this.#instruct(token.target, token.text);
        break;
      default:
        this.#place(new XmlNode(token.kind, token.text));
    }
  }

  #begin({ name, attributes }: Extract<Token, { kind: "start" }>): void {
    if (this.#level === 0) {
      const declaration = new XmlNode("declaration", "xml");
      declaration.attributes = [{ name: { space: "", local: "version" }, value: "1.0", namespace: "" }];
      declaration.level = 1;
      addChild(this.#last, declaration);
      this.#level = 1;
      this.#last = declaration;
    }
    this.#declarePrefixes(attributes);
    if (name.space !== "" && !this.#prefixes.has(name.space)) {
      throw new Failure("invalid_xml", {
        reason: `the prefix ${quoted(name.space)} is not declared`,
        line: this.#reader.line,
      });
    }
    const node = new XmlNode("element", name.local);
    node.namespace = name.space;
    node.attributes = attributes.map(({ name: { space, local }, value }) => ({
      name: { space: this.#prefixes.get(space)?.prefix ?? space, local },
      value,
      namespace: space,
    }));
    this.#place(node);
    const known = name.space === "" ? undefined : this.#prefixes.get(name.space);
    if (known !== undefined && this.#reader.beganWith(`<${known.prefix}:${name.local}`))
      node.prefix = known.prefix;
    this.#last = node;
    this.#level++;
  }

  #declarePrefixes(attributes: readonly Attribute[]): void {
    const level = this.#level;
    for (const { name, value } of attributes) {
      if (name.local === "xmlns") {
        const known = this.#prefixes.get(value);
        if (known === undefined || known.level >= level) this.#prefixes.set(value, { prefix: "", level });
      } else if (name.space === "xmlns") this.#prefixes.set(value, { prefix: name.local, level });
    }
  }

  #instruct(target: string, text: string): void {
    const { instructions } = this.#dialect;
    if (instructions ? this.#last.kind === "document" : this.#last.kind !== "declaration") this.#level++;
    const node = new XmlNode(target === "xml" || !instructions ? "declaration" : "instruction", target);
    node.attributes = pairsOf(text, !instructions);
    node.instruction = trimSpace(text);
    this.#place(node);
    this.#last = node;
  }

  /** Puts a node behind or into the element or the instruction that came last, or behind the one around it. */
  #place(node: XmlNode): void {
    const level = this.#level;
    node.level = level;
    let parent: XmlNode | undefined = this.#last;
    if (level <= this.#last.level) {
      while (this.#last.level > level && this.#last.parent !== undefined) this.#last = this.#last.parent;
      parent = this.#last.parent;
    }
    if (parent !== undefined) addChild(parent, node);
    else {
      node.previous = this.#tail;
      this.#tail.next = node;
      this.#tail = node;
    }
  }
}

/** What looks like attributes in an instruction, all or the first of equal names; a space always ends one. */
function pairsOf(text: string, all: boolean): NodeAttribute[] {
  const found: NodeAttribute[] = [];
  const names = new Set<string>();
  for (const part of text.split(" ")) {
    const pair = trimSpace(part);
    const at = pair.indexOf("=");
    const name = pair.slice(0, Math.max(at, 0));
    if (name === "" || (!all && names.has(name))) continue;
    names.add(name);
    const colon = Math.max(name.indexOf(":"), 0);
    found.push({
      name: { space: name.slice(0, colon), local: colon === 0 ? name : name.slice(colon + 1) },
      value: withoutQuotes(pair.slice(at + 1)),
      namespace: "",
    });
  }
  return found;
}

function withoutQuotes(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isQuote(text[start])) start++;
  while (start < end && isQuote(text[end - 1])) end--;
  return text.slice(start, end);
}

function isQuote(character: string | undefined): boolean {
  return character === '"' || character === "'";
}
