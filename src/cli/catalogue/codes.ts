import type { Paper } from "../paper.ts";
import { allCodes, codeFacts } from "./code-facts.ts";
import { nameOf } from "./options.ts";
import { plain } from "./plain.ts";

/** Lists all codes by group, or shows one. */
export function writeCodes(paper: Paper, name: string | undefined): void {
  if (name === undefined) writeList(paper);
  else writeOne(paper, nameOf("codes", name, allCodes()));
}

/** All codes, or one, as data. */
export function codesData(name: string | undefined): unknown {
  return name === undefined ? allCodes().map(codeFacts) : codeFacts(nameOf("codes", name, allCodes()));
}

function writeList(paper: Paper): void {
  const all = allCodes().map(codeFacts);
  for (const [group, codes] of Map.groupBy(all, ({ group }) => group)) {
    const width = Math.max(...codes.map(({ code }) => code.length));
    paper.heading(group);
    for (const { code, summary } of codes) paper.row(code, plain(summary), width);
  }
}

function writeOne(paper: Paper, code: string): void {
  const { severity, group, summary, message, why, bad, good } = codeFacts(code);
  paper.heading(`${severity}[${code}]`);
  paper.text(plain(summary));
  paper.text(`${group}.`);
  paper.heading("message");
  paper.text(plain(message));
  paper.heading(bad === undefined ? "what to do" : "why, and what to do");
  paper.text(plain(why));
  if (bad !== undefined) {
    paper.heading("found in");
    for (const line of bad.split("\n")) paper.text(line);
  }
  if (good === undefined) return;
  paper.heading("not in");
  for (const line of good.split("\n")) paper.text(line);
}
