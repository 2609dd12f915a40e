import { makeDiagnostic } from "../diagnostics/all-messages.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import type { DocumentNode, MapEntry, ScalarNode, SourceText } from "../documents/node.ts";

const deepest = 100;

/**
 * Writes settings given as data the way YAML has them and answers the document, so that whatever is wrong with them
 * can be shown at its place.
 *
 * @throws {OttlError} `invalid_option` where a value is no data, or nested too deeply.
 */
export function objectNode(name: string, settings: object): DocumentNode {
  const writer = new Writer();
  const node = writer.write(name, settings, 0);
  writer.end();
  return node;
}

class Writer {
  /** Its text is there at the end. */
  readonly #source: { text: string } & SourceText = { text: "" };
  readonly #parts: string[] = [];
  #length = 0;

  end(): void {
    this.#source.text = this.#parts.join("");
  }

  write(path: string, value: unknown, depth: number): DocumentNode {
    if (depth > deepest)
      throw notData(path.slice(0, 40), "data that contains itself or is nested too deeply");
    const start = this.#length;
    if (Array.isArray(value)) {
      const items = value.map((item, i) => {
        this.#line(depth, "- ", i === 0);
        return this.write(`${path}[${i}]`, item ?? null, depth + 1);
      });
      if (items.length === 0) this.#add("[]");
      return { kind: "sequence", items, ...this.#place(start) };
    }
    if (typeof value === "object" && value !== null) {
      const prototype: unknown = Object.getPrototypeOf(value);
      if (prototype !== Object.prototype && prototype !== null) throw notData(path, "an object of a class");
      const entries = Object.entries(value).filter(([, held]) => held !== undefined);
      const written = entries.map(([key, held], i): MapEntry => {
        this.#line(depth, "", i === 0);
        const node = this.#scalar(key, quoted(key));
        this.#add(": ");
        return { key: node, value: this.write(`${path}.${key}`, held, depth + 1) };
      });
      if (written.length === 0) this.#add("{}");
      return { kind: "map", entries: written, ...this.#place(start) };
    }
    if (typeof value === "string") return this.#scalar(value, quoted(value));
    if (typeof value === "number")
      return this.#scalar(Number.isInteger(value) ? BigInt(value) : value, String(value));
    if (typeof value === "boolean" || typeof value === "bigint" || value === null)
      return this.#scalar(value, String(value));
    throw notData(path, `a ${typeof value}`);
  }

  /** Begins a line for an item, but for the first of the whole text. */
  #line(depth: number, mark: string, first: boolean): void {
    const before = this.#parts.at(-1);
    if (before !== undefined && !(first && before === "- ")) {
      if (before.endsWith(" ")) {
        this.#parts.pop();
        this.#length -= before.length;
        this.#add(before.slice(0, -1));
      }
      this.#add(`\n${"  ".repeat(depth)}`);
    }
    if (mark !== "") this.#add(mark);
  }

  #add(part: string): void {
    this.#parts.push(part);
    this.#length += part.length;
  }

  #scalar(value: ScalarNode["value"], written: string): ScalarNode {
    const start = this.#length;
    this.#add(written);
    const text = typeof value === "string" ? value : undefined;
    return {
      kind: "scalar",
      value,
      ...(text === undefined ? {} : { text }),
      ...this.#place(start),
      locate: (span) => ({
        start: start + offsetIn(text, written, span.start),
        end: start + offsetIn(text, written, span.end),
      }),
    };
  }

  #place(start: number) {
    return { source: this.#source, span: { start, end: this.#length } };
  }
}

/** A text as it stands where nothing in it needs an escape, else in quotes. */
function quoted(text: string): string {
  return /[\p{Cc}\p{Zl}\p{Zp}]|^\s|\s$|^$/u.test(text) ? JSON.stringify(text) : text;
}

/** The offset in the written form of a text of an offset in the text. */
function offsetIn(text: string | undefined, written: string, offset: number): number {
  if (text === undefined || text === written) return offset;
  return JSON.stringify(text.slice(0, offset)).length - 1;
}

function notData(option: string, found: string): OttlError {
  const diagnostic = makeDiagnostic(
    "invalid_option",
    { option, expected: "data", found },
    { start: 0, end: 0 },
  );
  return new OttlError("configuration", [diagnostic], "");
}
