import type { Timestamp } from "../core/values.ts";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../diagnostics/source-file.ts";

/** A text that was read, and the name of its file where it has one, or those of the files that it is joined of. */
export interface SourceText {
  readonly text: string;
  readonly file?: SourceFile;
}

/** A value of a document with its place: what Go's YAML makes of the text, after `$` expansion where that was asked for. */
export type DocumentNode = ScalarNode | SequenceNode | MapNode;

interface Located {
  readonly source: SourceText;
  /** The range of the node in the text of its source. */
  readonly span: Span;
}

/** A scalar of YAML: integers are bigints, other numbers doubles. */
export type ScalarValue = string | bigint | number | boolean | null | Timestamp;

export interface ScalarNode extends Located {
  readonly kind: "scalar";
  readonly value: ScalarValue;
  /** What a setting that wants a text gets: the value where it is a string, the replacement where `${…}` is the whole scalar. */
  readonly text?: string;
  /** The range in the source of a range of `text`, through escapes, folding, block indentation and `$` expansion. */
  locate(span: Span): Span;
}

export interface SequenceNode extends Located {
  readonly kind: "sequence";
  /** What a setting that wants a text gets, where `${…}` stands for the whole list. */
  readonly text?: string;
  readonly items: readonly DocumentNode[];
}

export interface MapNode extends Located {
  readonly kind: "map";
  /** What a setting that wants a text gets, where `${…}` stands for the whole map. */
  readonly text?: string;
  readonly entries: readonly MapEntry[];
}

export interface MapEntry {
  readonly key: ScalarNode;
  readonly value: DocumentNode;
}

/** A document that was read, absent where it has an error, and what there is to say about it. */
export interface ParsedDocument {
  readonly node?: DocumentNode;
  readonly diagnostics: readonly Diagnostic[];
}
