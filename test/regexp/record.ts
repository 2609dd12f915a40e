/**
 * Records what the reference answers in `fixtures/regexp/pairs.json`:
 * `OTTLKIT_REFERENCE=<program of the reference> npx node test/regexp/record.ts`.
 */
import { writeFileSync } from "node:fs";
import { encodeUtf8, hasByteEscape } from "../../src/core/utf8.ts";
import { ask, type Reply } from "../core/ask-reference.ts";
import fc from "../property.ts";
import { type Group, pairsFile, type Text, type Verdict } from "./pairs.ts";
import { patterns, subjects } from "./random-patterns.ts";
import { type Questions, questions } from "./specimens.ts";

const lines = [...questions, ...generated()].map(record).map(print);
const about = "What patterns match what, as Go's regexp package says through the converter IsMatch.";
writeFileSync(
  pairsFile,
  `{"about": ${JSON.stringify(about)},\n"reference": "pkg/ottl v1.4.0, Go 1.26",\n"groups": [\n${lines.join(",\n")}\n]}\n`,
);

/** Groups of generated patterns with subjects of their own. */
function generated(): readonly Questions[] {
  return Array.from({ length: 20 }, (_, seed) => ({
    name: `generated patterns ${seed + 1}`,
    patterns: [...new Set(fc.sample(patterns, { numRuns: 15, seed }))],
    subjects: [...new Set(["", ...fc.sample(subjects, { numRuns: 14, seed })])].map((text) =>
      hasByteEscape(text) ? { hex: Buffer.from(encodeUtf8(text)).toString("hex") } : text,
    ),
  }));
}

function record({ name, patterns, subjects }: Questions): Group {
  const texts = subjects.filter((subject) => typeof subject === "string");
  const payload = {
    resourceMetrics: texts.map((text) => ({
      resource: { attributes: [{ key: "s", value: { stringValue: text } }] },
    })),
  };
  const requests = patterns.flatMap((pattern) => [
    { ...request([`IsMatch(attributes["s"], ${expression(pattern)})`]), payload },
    request(subjects.map((subject) => `IsMatch(${expression(subject)}, ${expression(pattern)})`)),
  ]);
  const replies = ask(requests);
  const judged = patterns.map((pattern, i) => {
    return [pattern, verdict(subjects, replies[2 * i] as Reply, replies[2 * i + 1] as Reply)] as const;
  });
  return { name, subjects, patterns: judged };
}

function request(texts: readonly string[]): object {
  const resource = { resourceMetrics: [{ resource: {} }] };
  return { op: "eval", kind: "value", context: "resource", texts, payload: resource };
}

/** Subjects that are text are answered as attributes of records, the others, made of literals, each by a text. */
function verdict(subjects: readonly Text[], records: Reply, made: Reply): Verdict {
  const results = [...answers(records), ...answers(made)];
  const errors = [records.error, made.error, ...results.map((result) => result.error)];
  const found = errors
    .map((error) => /error parsing regexp: ([^:]*): `(.*)`/s.exec(error ?? ""))
    .find(Boolean);
  if (found) return { reason: found[1] ?? "", part: found[2] ?? "" };
  const texts = (records.results ?? []).map((_, record) => answers(records, record)[0]);
  const others = answers(made);
  return subjects
    .map((subject, i) => {
      const bool = (typeof subject === "string" ? texts.shift() : others[i])?.value?.bool;
      if (bool === undefined) throw new Error(`no answer: ${JSON.stringify([records, made])}`);
      return bool ? "1" : "0";
    })
    .join("");
}

interface Answer {
  readonly value?: { readonly bool?: boolean };
  readonly error?: string;
}

/** What the texts of a request give for a record. */
function answers(reply: Reply, record = 0): readonly Answer[] {
  const result = reply.results?.[record];
  if (result === undefined) return [];
  return Array.isArray(result.value) ? result.value : [result as Answer];
}

/** An expression of the language whose value is the text. */
function expression(text: Text): string {
  if (typeof text === "string") return quote(text);
  const bytes = Buffer.from(text.hex, "hex");
  const parts = Array.from(bytes, (byte) => (byte < 0x80 ? quote(String.fromCharCode(byte)) : single(byte)));
  return `Concat([${parts.join(", ")}], "")`;
}

/** One byte of a character that has it. */
function single(byte: number): string {
  if (byte < 0xc0) return `Substring(${quote(String.fromCharCode(byte))}, 1, 1)`;
  const character = Buffer.from(
    [byte, byte === 0xe0 || byte === 0xf0 ? 0xa0 : 0x80, 0x80, 0x80].slice(
      0,
      byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4,
    ),
  );
  return `Substring(${quote(character.toString("utf8"))}, 0, 1)`;
}

function quote(text: string): string {
  const escaped = text.replace(/["\\]|[^ -~]/gu, (character) => {
    const rune = character.codePointAt(0) ?? 0;
    return rune < 0x80 && rune > 31 && rune !== 127
      ? `\\${character}`
      : `\\U${rune.toString(16).padStart(8, "0")}`;
  });
  return `"${escaped}"`;
}

function print({ name, subjects, patterns }: Group): string {
  const judged = patterns.map((pair) => `  ${JSON.stringify(pair)}`).join(",\n");
  return `{"name": ${JSON.stringify(name)},\n "subjects": ${JSON.stringify(subjects)},\n "patterns": [\n${judged}]}`;
}
