/**
 * Texts that can be broken into lines, after Wadler's "A prettier printer": groups that stand on one line where there
 * is room, indented lines where there is none.
 */
import { isAscii } from "../core/utf8.ts";
import { widthOf } from "../diagnostics/lines.ts";

/** A text with places where its lines may be broken. */
export type Doc = string | Composite;

type Composite = Parts | Line | Choice;

/** Parts after one another; a group's lines are broken all or none, those within a nested group by themselves. */
interface Parts {
  readonly kind: "parts" | "group" | "indent";
  readonly parts: readonly Doc[];
  readonly breaks: boolean;
}

/** A blank, or nothing, that becomes a line break where the group around it is broken. */
interface Line {
  readonly kind: "line";
  readonly flat: " " | "";
  readonly breaks: boolean;
}

/** The first of several texts whose first line has room; the last has to do. */
interface Choice {
  readonly kind: "choice";
  readonly options: readonly [Doc, ...Doc[]];
  readonly breaks: boolean;
}

export const line: Doc = { kind: "line", flat: " ", breaks: false };
export const softLine: Doc = { kind: "line", flat: "", breaks: false };
/** A line break, which breaks every group around it. */
export const hardLine: Doc = { kind: "line", flat: "", breaks: true };

export function parts(...list: readonly Doc[]): Doc {
  return { kind: "parts", parts: list, breaks: list.some(breaks) };
}

export function group(...list: readonly Doc[]): Doc {
  return { kind: "group", parts: list, breaks: list.some(breaks) };
}

/** A group that is broken whether there is room or not. */
export function broken(...list: readonly Doc[]): Doc {
  return { kind: "group", parts: list, breaks: true };
}

export function indent(...list: readonly Doc[]): Doc {
  return { kind: "indent", parts: list, breaks: list.some(breaks) };
}

export function choice(...options: readonly [Doc, ...Doc[]]): Doc {
  return { kind: "choice", options, breaks: options.every(breaks) };
}

export function join(separator: Doc, list: readonly Doc[]): Doc {
  return parts(...list.flatMap((doc, i) => (i === 0 ? [doc] : [separator, doc])));
}

/** Whether a line break is in it in any case. */
export function breaks(doc: Doc): boolean {
  return typeof doc !== "string" && doc.breaks;
}

/** A text still to be written: how far its lines are indented, and whether they are broken. */
interface Step {
  readonly doc: Doc;
  readonly indent: number;
  readonly flat: boolean;
}

const step = 2;

/** Writes a text in lines of at most so many columns, where that is possible. */
export function layOut(doc: Doc, width: number): string {
  const out: string[] = [];
  const open: Step[] = [{ doc, indent: 0, flat: false }];
  let column = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { doc, indent, flat } = next;
    if (typeof doc === "string") {
      out.push(doc);
      column += columns(doc);
      continue;
    }
    switch (doc.kind) {
      case "line":
        if (flat && !doc.breaks) {
          out.push(doc.flat);
          column += doc.flat.length;
        } else {
          out.push(`\n${" ".repeat(indent)}`);
          column = indent;
        }
        break;
      case "choice": {
        const chosen = doc.options.find((doc) => fits({ doc, indent, flat }, open, width - column));
        open.push({ doc: chosen ?? doc.options.at(-1) ?? "", indent, flat });
        break;
      }
      case "group": {
        const one: Step = { doc: { ...doc, kind: "parts" }, indent, flat: true };
        const isFlat = !doc.breaks && (flat || fits(one, open, width - column));
        push(open, doc.parts, { indent, flat: isFlat });
        break;
      }
      case "indent":
        push(open, doc.parts, { indent: indent + step, flat });
        break;
      case "parts":
        push(open, doc.parts, { indent, flat });
    }
  }
  return out.join("");
}

function push(open: Step[], docs: readonly Doc[], { indent, flat }: Omit<Step, "doc">): void {
  for (let i = docs.length - 1; i >= 0; i--) open.push({ doc: docs[i] ?? "", indent, flat });
}

/** Whether there is room for a text, and for what follows it, up to the next line break. */
function fits(start: Step, behind: readonly Step[], room: number): boolean {
  const open: Step[] = [start];
  let left = room;
  for (let rest = behind.length; left >= 0; ) {
    const next = open.pop() ?? behind[--rest];
    if (next === undefined) return true;
    const { doc, indent, flat } = next;
    if (typeof doc === "string") left -= columns(doc);
    else if (doc.kind === "line") {
      if (!flat || doc.breaks) return true;
      left -= doc.flat.length;
    } else if (doc.kind === "choice") open.push({ doc: doc.options[0], indent, flat });
    else push(open, doc.parts, { indent, flat: doc.kind === "group" ? !doc.breaks : flat });
  }
  return false;
}

function columns(text: string): number {
  return isAscii(text) ? text.length : widthOf(text);
}
