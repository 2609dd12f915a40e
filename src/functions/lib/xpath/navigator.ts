import { Failure } from "../../../core/failure.ts";
import { longestXPathWalk } from "../../../core/limits.ts";
import { isSpace, trimSpace } from "../trim-space.ts";
import type { NodeAttribute, XmlNode } from "../xml/tree.ts";
import type { NodeTest } from "./expression.ts";

/** What all navigators of one evaluation share. */
interface Walk {
  readonly root: XmlNode;
  steps: number;
  /** For each node how many nodes stand before it, and where it is in the document. */
  readonly places: Map<XmlNode, { readonly before: number; path?: string }>;
}

/**
 * A place in a document that moves: a node, or the attribute of a node with an index. The moves are those of
 * `xmlquery`'s navigator: blank text is passed over, but not where it comes first. Throws `xpath_failed` when the
 * evaluation takes too many steps.
 */
export class Navigator {
  readonly #walk: Walk;
  node: XmlNode;
  /** -1: the node itself. */
  attribute = -1;

  private constructor(walk: Walk, node: XmlNode) {
    this.#walk = walk;
    this.node = node;
  }

  static at(root: XmlNode): Navigator {
    return new Navigator({ root, steps: 0, places: new Map() }, root);
  }

  copy(): Navigator {
    const copy = new Navigator(this.#walk, this.node);
    copy.attribute = this.attribute;
    return copy;
  }

  moveTo(other: Navigator): void {
    this.node = other.node;
    this.attribute = other.attribute;
  }

  /** Leaves the index of the attribute as it is. */
  moveToRoot(): void {
    this.node = this.#walk.root;
  }

  moveToParent(): boolean {
    this.spend();
    if (this.attribute !== -1) this.attribute = -1;
    else if (this.node.parent === undefined) return false;
    else this.node = this.node.parent;
    return true;
  }

  moveToChild(): boolean {
    this.spend();
    if (this.attribute !== -1 || this.node.first === undefined) return false;
    this.node = this.node.first;
    return true;
  }

  moveToNext(): boolean {
    if (this.attribute !== -1) return false;
    for (let next = this.node.next; next !== undefined; next = next.next) {
      this.spend();
      this.node = next;
      if (!isBlank(next)) return true;
    }
    return false;
  }

  moveToPrevious(): boolean {
    if (this.attribute !== -1) return false;
    for (let previous = this.node.previous; previous !== undefined; previous = previous.previous) {
      this.spend();
      this.node = previous;
      if (!isBlank(previous)) return true;
    }
    return false;
  }

  moveToFirst(): void {
    if (this.attribute !== -1) return;
    for (; this.node.previous !== undefined; this.node = this.node.previous) this.spend();
  }

  moveToNextAttribute(): boolean {
    this.spend();
    if (this.attribute >= this.node.attributes.length - 1) return false;
    this.attribute++;
    return true;
  }

  get type(): NodeTest | "root" {
    switch (this.node.kind) {
      case "element":
        return this.attribute === -1 ? "element" : "attribute";
      case "instruction":
        return "element";
      case "comment":
        return "comment";
      case "text":
      case "cdata":
      case "directive":
        return "text";
      default:
        return "root";
    }
  }

  get name(): string {
    return this.attribute === -1 ? this.node.data : this.#attribute.name.local;
  }

  get prefix(): string {
    return this.type === "attribute" ? this.#attribute.name.space : this.node.prefix;
  }

  get namespace(): string {
    return this.attribute === -1 ? this.node.namespace : this.#attribute.namespace;
  }

  /** The text of an element, an attribute, a text or a comment; all others have none, CDATA too. */
  get value(): string {
    switch (this.node.kind) {
      case "element":
        return this.attribute === -1 ? this.#innerText() : this.#attribute.value;
      case "text":
      case "comment":
        return this.node.data;
      default:
        return "";
    }
  }

  /** What nodes are told apart by where each is to be met once: all that are not in the tree of elements are one. */
  get identity(): string {
    const { type } = this;
    if (type === "root") return "";
    const begin = type === "element" ? this.prefix + this.name : `${this.name}=${this.value}`;
    const path = this.#pathOf(this.node);
    const identity = this.attribute === -1 ? begin + path : `${begin}-1${path}`;
    this.spend(identity.length >> 4);
    return identity;
  }

  get #attribute(): NodeAttribute {
    const attribute = this.node.attributes[this.attribute];
    if (attribute === undefined) {
      throw new Failure("xpath_failed", { reason: "an attribute is asked for what is absolute" });
    }
    return attribute;
  }

  #innerText(): string {
    const top = this.node;
    let text = "";
    for (let at = top.first; at !== undefined; ) {
      this.spend();
      if (at.kind === "text" || at.kind === "cdata") text += at.data;
      if (at.first !== undefined) {
        at = at.first;
        continue;
      }
      while (at.next === undefined && at.parent !== undefined && at.parent !== top) at = at.parent;
      at = at.next;
    }
    return text;
  }

  /** How many nodes that are not blank stand before each node up to the top, nearest first. */
  #pathOf(node: XmlNode): string {
    const missing: XmlNode[] = [];
    let path = "";
    for (let at: XmlNode | undefined = node; at !== undefined; at = at.parent) {
      const known = this.#placeOf(at).path;
      if (known !== undefined) {
        path = known;
        break;
      }
      missing.push(at);
    }
    for (const at of missing.reverse()) {
      const place = this.#placeOf(at);
      path = `-${place.before + 1}${path}`;
      place.path = path;
    }
    return path;
  }

  #placeOf(node: XmlNode): { readonly before: number; path?: string } {
    const { places } = this.#walk;
    const known = places.get(node);
    if (known !== undefined) return known;
    const unknown: XmlNode[] = [];
    let before = 0;
    for (let at: XmlNode | undefined = node; at !== undefined; at = at.previous) {
      const place = places.get(at);
      if (place !== undefined) {
        before = place.before + (isBlank(at) ? 0 : 1);
        break;
      }
      unknown.push(at);
    }
    this.spend(unknown.length);
    let place = { before };
    for (const at of unknown.reverse()) {
      place = { before };
      places.set(at, place);
      if (!isBlank(at)) before++;
    }
    return place;
  }

  /** Counts steps that were taken for this navigator. */
  spend(steps = 1): void {
    this.#walk.steps += steps;
    if (this.#walk.steps > longestXPathWalk) {
      throw new Failure("xpath_failed", { reason: `it takes more than ${longestXPathWalk} steps` });
    }
  }
}

function isBlank(node: XmlNode): boolean {
  if (node.kind !== "text") return false;
  return isSpace(node.data.charCodeAt(0)) ? trimSpace(node.data) === "" : node.data === "";
}
