/**
 * Reads a text as one row of CSV, as the reference does: Go's `encoding/csv` reads records, and all of them together
 * are one row, because a field may contain a newline. What a record holds before something is wrong in it is kept,
 * unless that is nothing.
 */
import { Failure } from "../../core/failure.ts";

/** The fields of a row. Where quotes are lazy, they may stand anywhere. */
export function readCsvRow(row: string, comma: string, lazy: boolean): string[] {
  if (/^[\0"\r\n\ufffd]$/.test(comma)) throw unreadable("its delimiter cannot separate fields");
  const lines = new Lines(row);
  let joined: string[] | undefined;
  for (let record = readRecord(lines, comma, lazy); record !== undefined; ) {
    if (joined === undefined) joined = record;
    else {
      joined[joined.length - 1] += `\n${record[0]}`;
      for (let i = 1; i < record.length; i++) joined.push(record[i] as string); // within the list
    }
    record = readRecord(lines, comma, lazy);
  }
  if (joined === undefined) throw unreadable("it has no fields");
  return joined;
}

/** The lines of a text, each with its newline; a carriage return before that or before the end is left out. */
class Lines {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  next(): string | undefined {
    if (this.#at >= this.#text.length) return undefined;
    const newline = this.#text.indexOf("\n", this.#at);
    const end = newline < 0 ? this.#text.length : newline;
    const line = this.#text.slice(this.#at, end);
    this.#at = end + 1;
    const text = line.endsWith("\r") ? line.slice(0, -1) : line;
    return newline < 0 ? text : `${text}\n`;
  }

  /** The next line that has more than its newline. */
  nextFull(): string | undefined {
    let line = this.next();
    while (line === "" || line === "\n") line = this.next();
    return line;
  }
}

function readRecord(lines: Lines, comma: string, lazy: boolean): string[] | undefined {
  let line = lines.nextFull();
  if (line === undefined) return undefined;
  const fields: string[] = [];
  /** What is wrong after the fields so far. */
  const stop = (reason: string): string[] => {
    if (fields.length === 0) throw unreadable(reason);
    return fields;
  };
  let at = 0;
  for (;;) {
    if (line[at] !== '"') {
      const separator = line.indexOf(comma, at);
      const end = separator >= 0 ? separator : line.endsWith("\n") ? line.length - 1 : line.length;
      const field = line.slice(at, end);
      if (!lazy && field.includes('"'))
        return stop("a quote stands inside a field that does not begin with one");
      fields.push(field);
      if (separator < 0) return fields;
      at = separator + comma.length;
      continue;
    }
    at++;
    let field = "";
    for (;;) {
      const quote = line.indexOf('"', at);
      if (quote >= 0) {
        field += line.slice(at, quote);
        at = quote + 1;
        if (line[at] === '"') {
          field += '"';
          at++;
        } else if (line.startsWith(comma, at)) {
          fields.push(field);
          at += comma.length;
          break;
        } else if (at === line.length || (line[at] === "\n" && at === line.length - 1)) {
          fields.push(field);
          return fields;
        } else if (lazy) field += '"';
        else return stop("something follows the quote that ends a field");
      } else if (at < line.length) {
        field += line.slice(at);
        line = lines.next() ?? "";
        at = 0;
      } else if (lazy) {
        fields.push(field);
        return fields;
      } else return stop("a quote is not closed");
    }
  }
}

function unreadable(reason: string): Failure {
  return new Failure("unreadable_csv", { reason });
}
