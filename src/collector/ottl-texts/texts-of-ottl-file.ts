import { contextsOfSignal, type Signal } from "../../contexts/inference.ts";
import { makeDiagnostic } from "../../diagnostics/all-messages.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { suggestion } from "../../diagnostics/did-you-mean.ts";
import type { SourceText } from "../../documents/node.ts";
import { type OttlComment, type OttlSection, readOttlFile } from "../../documents/ottl-file.ts";
import { type Kind, parse } from "../../syntax/parse.ts";
import type { OttlText } from "./ottl-text.ts";

/** A text of a `.ottl` file and the part of the file that it stands in. */
export interface OttlFileText extends OttlText {
  readonly section: OttlSection;
}

/** The OTTL of a `.ottl` file. */
export interface OttlFileTexts {
  readonly texts: readonly OttlFileText[];
  /** What is wrong with the comment that says what the file holds. */
  readonly diagnostics: readonly Diagnostic[];
}

const kinds = ["statement", "condition", "value"] as const;

/**
 * Finds the texts of a `.ottl` file. Its first comment may say what they are, as `# ottl: condition context=metric`; else
 * each is the first of statement, condition and value that it can be read as, and its paths tell the context.
 */
export function textsOfOttlFile(source: SourceText): OttlFileTexts {
  const sections = readOttlFile(source);
  const { kind, context, signal, diagnostics } = readHeader(sections[0]?.comments[0]);
  const texts = sections.flatMap((section, i): OttlFileText[] => {
    const { text, locate } = section;
    if (text.trim() === "") return [];
    return [
      {
        kind: kind ?? kindOf(text),
        text,
        locate,
        source,
        setting: `text ${i + 1}`,
        group: `text ${i + 1}`,
        context: context ?? "inferred",
        pathContextNames: context === undefined ? true : "prepend",
        functions: "standard",
        form: context === undefined ? "basic" : "advanced",
        ...(signal && { signal }),
        section,
      },
    ];
  });
  return { texts, diagnostics };
}

/** The first kind that a text can be read as; where it is none, that which it begins like for longest. */
function kindOf(text: string): Kind {
  let best: { kind: Kind; at: number } = { kind: "statement", at: -1 };
  for (const kind of kinds) {
    const [first] = parse(text, kind).diagnostics;
    if (first === undefined) return kind;
    if (first.span.start > best.at) best = { kind, at: first.span.start };
  }
  return best.kind;
}

interface Header {
  readonly kind?: Kind;
  readonly context?: string;
  readonly signal?: Signal;
  readonly diagnostics: readonly Diagnostic[];
}

function readHeader(comment: OttlComment | undefined): Header {
  const words = /^#\s*ottl:(.*)$/.exec(comment?.text ?? "");
  if (comment === undefined || words === null) return { diagnostics: [] };
  const found: { kind?: Kind; context?: string; signal?: Signal } = {};
  const diagnostics: Diagnostic[] = [];
  const start = comment.span.start + comment.text.length - (words[1] ?? "").length;
  for (const { 0: word, index } of (words[1] ?? "").matchAll(/\S+/g)) {
    const [name, value] = word.split("=", 2);
    const kind = kinds.find((one) => one === word);
    const signal = signals.find((one) => name === "signal" && one === value);
    if (kind !== undefined) found.kind = kind;
    else if (signal !== undefined) found.signal = signal;
    else if (name === "context" && value) found.context = value;
    else {
      const span = { start: start + index, end: start + index + word.length };
      const hint = "it may say what the texts are, and of which context: `# ottl: condition context=metric`";
      const extra = { ...suggestion(word, [...kinds, ...signals.map((one) => `signal=${one}`)]), hint };
      diagnostics.push(makeDiagnostic("ottl_header", { word }, span, extra));
    }
  }
  return { ...found, diagnostics };
}

const signals = Object.keys(contextsOfSignal) as readonly Signal[]; // its own keys
