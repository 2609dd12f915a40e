/**
 * Asks the reference again for the verdicts in `fixtures/syntax`:
 * `OTTLKIT_REFERENCE=<program that answers op "syntax"> npx node test/syntax/record.ts`.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import type { Kind } from "../../src/syntax/parse.ts";
import { readCorpus } from "./corpus.ts";
import { files, readAdversarial } from "./verdicts.ts";

const reference = "pkg/ottl v1.4.0";
const program = process.env.OTTLKIT_REFERENCE;
if (program === undefined) throw new Error("OTTLKIT_REFERENCE must name the program of the reference");

const { cases } = readAdversarial();
const verdicts = ask(program, cases);
const judged = cases.map(([kind, , text], index) => JSON.stringify([kind, verdicts[index], text]));
const format = "each case is [kind of text, whether the reference's grammar accepts it, text]";
writeFileSync(
  files.adversarial,
  `{"format": ${JSON.stringify(format)},\n"reference": "${reference}",\n"cases": [\n${judged.join(",\n")}\n]}\n`,
);

const corpus = readCorpus();
if (corpus !== undefined) {
  const accepted = ask(
    program,
    corpus.map(({ kind, text }) => [kind, true, text] as const),
  );
  const refused = accepted.flatMap((ok, index) => (ok ? [] : [index]));
  const format = "the indexes of the texts of the corpus that the reference's grammar refuses";
  writeFileSync(files.corpus, `${JSON.stringify({ format, reference, texts: corpus.length, refused })}\n`);
}

function ask(program: string, cases: readonly (readonly [Kind, boolean, string])[]): boolean[] {
  const requests = cases.map(([kind, , text], id) => JSON.stringify({ id, op: "syntax", kind, text }));
  const input = `${requests.join("\n")}\n`;
  const done = spawnSync(program, { input, encoding: "utf8", maxBuffer: 2 ** 30, timeout: 120_000 });
  const replies = done.stdout.split("\n").filter((line) => line !== "");
  if (replies.length !== cases.length)
    throw new Error(`${replies.length} replies to ${cases.length} requests`);
  return replies.map((line) => (JSON.parse(line) as { readonly ok?: boolean }).ok === true);
}
