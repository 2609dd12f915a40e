import { type LinePlace, lineAt } from "./lines.ts";

/** The file that a text comes from, or the files that it is joined of, each from the beginning of a line on. */
export type SourceFile = string | readonly SourcePart[];

/** A file in a text that is joined of several: where it begins, up to the next one. */
export interface SourcePart {
  readonly file?: string;
  readonly start: number;
  /** Where the next one begins; absent for the last. */
  readonly end?: number;
  /** The number of its first line, where the text has not all of the file; default 1. */
  readonly line?: number;
}

/** The line of an offset in the file that it belongs to. */
export interface FilePlace extends LinePlace {
  readonly file?: string;
}

/** Finds the file of an offset and where it begins in the text. */
export function partIn(file: SourceFile | undefined, offset: number): SourcePart {
  if (file === undefined) return { start: 0 };
  if (typeof file === "string") return { file, start: 0 };
  return file.findLast(({ start }) => start <= offset) ?? { start: 0 };
}

/** Finds the file and the line of an offset. */
export function placeIn(source: string, file: SourceFile | undefined, offset: number): FilePlace {
  const part = partIn(file, offset);
  const place = lineAt(source.slice(part.start, part.end), offset - part.start);
  return {
    ...place,
    line: place.line + (part.line ?? 1) - 1,
    start: place.start + part.start,
    ...(part.file === undefined ? {} : { file: part.file }),
  };
}
