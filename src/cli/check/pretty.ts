import { drawDiagnostic } from "../../diagnostics/format.ts";
import { widthOf } from "../../diagnostics/lines.ts";
import { counted } from "../paper.ts";
import { countOf, type Finding, type Report } from "./report.ts";

/** What a terminal can show. */
export interface Terminal {
  readonly width: number;
  readonly colours: boolean;
}

/** A finding as compilers draw it, folded to the width of a terminal. */
export function prettyFinding({ file, lines, diagnostic }: Finding, terminal: Terminal): string {
  const excerpt = Math.max(20, terminal.width - 9);
  const place = { ...lines.lineAt(diagnostic.span.start), file };
  const drawn = drawDiagnostic(diagnostic, place, excerpt).split("\n");
  return drawn.flatMap((line, i) => foldedLine(line, i, drawn, terminal, diagnostic.severity)).join("\n");
}

const codesOf = { error: 31, warning: 33, info: 36 } as const;

function foldedLine(
  line: string,
  index: number,
  drawn: readonly string[],
  { width, colours }: Terminal,
  severity: keyof typeof codesOf,
): readonly string[] {
  const paint = (text: string, code: number | string) =>
    colours && text !== "" ? `\x1b[${code}m${text}\x1b[0m` : text;
  const colour = codesOf[severity];
  if (index === 0) {
    const head = line.slice(0, line.indexOf(": ") + 1);
    const [first = "", ...rest] = folded(line, width, "  ");
    return [
      paint(head, `1;${colour}`) + paint(first.slice(head.length), 1),
      ...rest.map((one) => paint(one, 1)),
    ];
  }
  const [, gutter = "", sign = "", text = ""] = /^( *\d* *)([|=] ?|at )(.*)$/.exec(line) ?? [];
  if (sign === "at ") return folded(line, width, `${gutter}   `).map((one) => paint(one, 2));
  if (sign.startsWith("="))
    return folded(line, width, `${gutter}  `).map((one) =>
      one.replace(/^( *= fix:)/, (fix) => paint(fix, 32)),
    );
  const [, blanks = "", carets = "", label = ""] = /^( *)(\^+) ?(.*)$/.exec(text) ?? [];
  if (index !== 4 || carets === "")
    return [paint(gutter + sign, 2) + (drawn.length > 4 && index === 3 ? text : paint(text, colour))];
  const marked = paint(gutter + sign, 2) + blanks + paint(carets, `1;${colour}`);
  if (label === "") return [marked];
  if (widthOf(line) <= width) return [`${marked} ${paint(label, colour)}`];
  const left = gutter + sign;
  const margin = " ".repeat(Math.max(0, Math.min(blanks.length, width - left.length - widthOf(label))));
  const below = folded(left + margin + label, width, left + margin).map((one) => one.slice(left.length));
  return [marked, ...below.map((one) => paint(left, 2) + paint(one, colour))];
}

/** A text in lines of at most so many columns, as far as its words let it. */
function folded(text: string, width: number, indent: string): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/(?<=\S)(?= )/)) {
    if (line.trim() === "" || widthOf(line) + widthOf(word) <= width) line += word;
    else {
      lines.push(line);
      line = indent + word.trimStart();
    }
  }
  return [...lines, line];
}

/** What was found all in all, in one sentence. */
export function prettySummary(report: Report, { width, colours }: Terminal, hidden: boolean): string {
  const severities = ["error", "warning", ...(hidden ? [] : (["info"] as const))] as const;
  const found = severities.flatMap((severity) => {
    const count = countOf(report, severity);
    return count === 0 ? [] : [{ text: counted(count, severity), colour: codesOf[severity] }];
  });
  const said = found.length === 0 ? [{ text: "nothing found", colour: 32 }] : found;
  const fixed = report.fixes === 0 ? "" : `; ${counted(report.fixes, "finding")} repaired`;
  const where = `${counted(report.texts, "text")} in ${counted(report.files, "file")}`;
  const sentence = `${said.map(({ text }) => text).join(", ")}: ${where}, checked against ${report.version}${fixed}`;
  const text = folded(sentence, width, "  ").join("\n");
  if (!colours) return text;
  return said.reduce((rest, one) => rest.replace(one.text, `\x1b[${one.colour}m${one.text}\x1b[0m`), text);
}
