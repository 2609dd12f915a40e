import { Failure } from "../../../core/failure.ts";
import { mostXmlRepeats } from "../../../core/limits.ts";
import { requireTextLength } from "../../../core/text-length.ts";
import { trimSpace } from "../trim-space.ts";
import type { XmlDialect } from "./dialect.ts";
import type { XmlNode } from "./tree.ts";

interface Frame {
  readonly first: XmlNode | undefined;
  at: XmlNode | undefined;
  /** Whether text keeps the white space at its ends. */
  readonly keepsSpace: boolean;
  readonly end: string;
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "'": "&#39;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&#34;",
};

/**
 * The text of what is in a node, as `xmlquery` writes it: empty elements with an end tag, `'` and `"` as numbers. Nodes
 * that have been added elsewhere may be met twice. Throws `text_too_long`, `xml_limit` of too many of these and `endless_xml` of a node that
 * has come to follow or to hold itself.
 */
export function serialize(top: XmlNode, dialect: XmlDialect): string {
  const kept = keepsSpace(top, dialect.keepsSpace);
  const frames: Frame[] = [{ first: top.first, at: top.first, keepsSpace: kept, end: "" }];
  const pieces: string[] = [];
  let length = 0;
  let repeats = 0;
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const node = frame.at;
    if (node === undefined) {
      for (let done = frame.first; done !== undefined; done = done.next) done.isActive = false;
      pieces.push(frame.end);
      frames.pop();
      continue;
    }
    if (node.isActive) throw new Failure("endless_xml");
    if (node.isWritten && ++repeats > mostXmlRepeats)
      throw new Failure("xml_limit", { limit: mostXmlRepeats, unit: "repeated nodes" });
    node.isActive = true;
    node.isWritten = true;
    frame.at = node.next;
    let piece = "";
    if (node.kind === "element") {
      const name = node.prefix === "" ? node.data : `${node.prefix}:${node.data}`;
      piece = `<${name}${attributesOf(node)}>`;
      const { first } = node;
      const end = `</${name}>`;
      frames.push({ first, at: first, keepsSpace: keepsSpace(node, frame.keepsSpace), end });
      length += end.length;
    } else piece = leaf(node, frame.keepsSpace);
    pieces.push(piece);
    length += piece.length;
    requireTextLength(length);
  }
  return pieces.join("");
}

function leaf(node: XmlNode, spaceKept: boolean): string {
  switch (node.kind) {
    case "text":
      return escaped(spaceKept ? node.data : trimSpace(node.data));
    case "cdata":
      return `<![CDATA[${node.data}]]>`;
    case "comment":
      return `<!--${node.data}-->`;
    case "directive":
      return `<!${node.data}>`;
    case "instruction":
      return node.instruction === "" ? `<?${node.data}?>` : `<?${node.data} ${node.instruction}?>`;
    default:
      return `<?${node.data}${attributesOf(node)}?>`;
  }
}

function attributesOf(node: XmlNode): string {
  if (node.attributes.length === 0) return "";
  const removed = node.removed && new Map(node.removed);
  let text = "";
  for (const { name, value } of node.attributes) {
    const left = name.space === "" ? (removed?.get(name.local) ?? 0) : 0;
    if (left > 0) removed?.set(name.local, left - 1);
    else text += ` ${name.space === "" ? name.local : `${name.space}:${name.local}`}="${escaped(value)}"`;
  }
  return text;
}

function keepsSpace(node: XmlNode, before: boolean): boolean {
  if (node.attributes.length === 0) return before;
  const own = node.attributes.find(({ name }) => name.local === "space" && name.space === "xml")?.value;
  return own === "preserve" || (own !== "default" && before);
}

function escaped(text: string): string {
  return text.replace(/[&'<>"]/g, (character) => escapes[character] as string); // the class has the keys
}
