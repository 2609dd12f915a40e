import type { Writable } from "node:stream";
import { widthOf } from "../diagnostics/lines.ts";
import { hasColours, tame } from "./terminal.ts";

/** Lines for a terminal: folded to its width, in colours where it has them. */
export class Paper {
  readonly lines: string[] = [];
  readonly #width: number;
  readonly #colours: boolean;

  constructor({ width, colours }: { readonly width: number; readonly colours: boolean }) {
    this.#width = width;
    this.#colours = colours;
  }

  /** Paper as wide as the terminal behind a stream, or 80 columns. */
  static for(stream: Writable & { readonly isTTY?: boolean; readonly columns?: number }): Paper {
    return new Paper({
      width: Math.max(40, stream.columns ?? 80),
      colours: hasColours(stream),
    });
  }

  heading(text: string): void {
    if (this.lines.length > 0) this.lines.push("");
    this.lines.push(this.#painted(tame(text), 1));
  }

  /** A text in as many lines as it needs, later ones further in; a mark before it has a colour. */
  text(text: string, indent = 2): void {
    const from = this.lines.length;
    this.#folded(text, " ".repeat(indent), indent + 2);
    const mark = /^[✓✗!](?= )/.exec(text)?.[0];
    const [first = ""] = this.lines.slice(from);
    if (mark !== undefined)
      this.lines[from] = first.replace(mark, this.#painted(mark, markColours[mark] ?? 0));
  }

  /** A text that stands out. */
  warning(text: string): void {
    const from = this.lines.length;
    this.#folded(`! ${text}`, "  ", 4);
    for (let i = from; i < this.lines.length; i++) this.lines[i] = this.#painted(this.lines[i] ?? "", 33);
  }

  /** Two columns, the right one in as many lines as it needs. */
  entry(left: string, right: string, width: number): void {
    const start = rowStart(left, width);
    this.#folded(right, start, Math.min(start.length, Math.max(4, this.#width - 30)));
  }

  /** Two columns, the right one cut where the line ends. */
  row(left: string, right: string, width: number): void {
    const start = rowStart(left, width);
    const room = Math.max(20, this.#width - widthOf(start));
    this.lines.push(`${start}${cut(tame(right), room)}`.trimEnd());
  }

  toString(): string {
    return `${this.lines.join("\n")}\n`;
  }

  /** A text behind the margin of its first line, later lines so far in. */
  #folded(text: string, first: string, indent: number): void {
    let margin = first;
    let line = "";
    let columns = 0;
    for (const word of tame(text).split(" ")) {
      const width = widthOf(word);
      if (line !== "" && margin.length + columns + 1 + width > this.#width) {
        this.lines.push(margin + line);
        margin = " ".repeat(indent);
        line = word;
        columns = width;
      } else {
        columns += line === "" ? width : width + 1;
        line = line === "" ? word : `${line} ${word}`;
      }
    }
    this.lines.push(margin + line);
  }

  #painted(text: string, code: number): string {
    return this.#colours ? `\x1b[${code}m${text}\x1b[0m` : text;
  }
}

/** Green for what is true, red for what is false, yellow for what fails. */
const markColours: Readonly<Record<string, number>> = { "✓": 32, "✗": 31, "!": 33 };

function rowStart(left: string, width: number): string {
  const shown = tame(left);
  return `  ${shown}${" ".repeat(Math.max(0, width - widthOf(shown)))}  `;
}

/** A text in so many columns. */
function cut(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let left = columns - 1;
  let shown = "";
  for (const c of text) {
    left -= widthOf(c);
    if (left < 0) break;
    shown += c;
  }
  return `${shown}…`;
}

/** A number with its noun. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
