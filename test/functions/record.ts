/**
 * Writes `fixtures/functions/*.json` from the reference: `npx node test/functions/record.ts`. `OTTLKIT_REFERENCE` names the
 * program of the language, `OTTLKIT_REFERENCE_118` the one of the processors of version 0.118.0.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { filterFunctions, standardFunctions } from "../../src/functions/index.ts";
import { ask } from "../core/ask-reference.ts";
import { brokenTextExpressions } from "./broken-texts.ts";
import { jsonTexts } from "./json-texts.ts";
import { sortedMaps } from "./outcome.ts";

const folder = new URL("../../fixtures/functions/", import.meta.url);

interface Question {
  readonly text: string;
  /** The text of the attribute `text`. */
  readonly attribute?: string;
}

function evaluate(questions: readonly Question[]): unknown[] {
  const requests = questions.map(({ text, attribute = "" }) => {
    const attributes = [{ key: "text", value: { stringValue: attribute } }];
    const payload = { resourceMetrics: [{ resource: { attributes } }] };
    return { op: "eval", kind: "value", context: "resource", text, payload };
  });
  return ask(requests).map((reply) => {
    const result = reply.results?.[0];
    if (result === undefined) throw new Error(`no result: ${JSON.stringify(reply)}`);
    return result.error === undefined ? sortedMaps(result.value) : "error";
  });
}

function save(name: string, rows: readonly unknown[]): void {
  writeFileSync(
    new URL(`${name}.json`, folder),
    `[\n${rows.map((row) => ` ${JSON.stringify(row)}`).join(",\n")}\n]\n`,
  );
}

function recordJson(): void {
  const texts = jsonTexts();
  const results = evaluate(texts.map((attribute) => ({ text: 'ParseJSON(attributes["text"])', attribute })));
  save(
    "parse-json",
    texts.map((text, i) => [text, results[i]]),
  );
}

/** Every character whose case is changed, and what it becomes; all others stay as they are. */
function recordLetterCase(): void {
  const blocks = Array.from({ length: 0x110 }, (_, block) =>
    Array.from({ length: 0x1000 }, (_, i) => block * 0x1000 + i)
      .filter((point) => point < 0xd800 || point > 0xdfff)
      .map((point) => String.fromCodePoint(point)),
  );
  const rows = ["ToUpperCase", "ToLowerCase"].map((name) => {
    const questions = blocks.map((block) => ({
      text: `${name}(attributes["text"])`,
      attribute: block.join(""),
    }));
    const changed = evaluate(questions).flatMap((result, i) => {
      const after = [...(result as { string: string }).string];
      const before = blocks[i] as string[];
      return before.map((from, j) => [from, after[j]]).filter(([from, to]) => from !== to);
    });
    return [name, changed.map(([from]) => from).join(""), changed.map(([, to]) => to).join("")];
  });
  save("letter-case", rows);
}

/** The characters that Go's quotes leave as they are, as ranges of code points. */
function recordPrintable(): void {
  const blocks = Array.from({ length: 0x110 }, (_, block) =>
    Array.from({ length: 0x1000 }, (_, i) => block * 0x1000 + i)
      .filter((point) => point < 0xd800 || point > 0xdfff)
      .map((point) => String.fromCodePoint(point))
      .join(""),
  );
  const results = evaluate(
    blocks.map((attribute) => ({ text: 'Format("%q", [attributes["text"]])', attribute })),
  );
  const ranges: [first: number, last: number][] = [];
  for (const result of results) {
    const quoted = (result as { string: string }).string.slice(1, -1);
    const kept = quoted.replace(/\\(?:u....|U.{8}|x..|[abfnrtv])/g, "").replace(/\\(.)/g, "$1");
    for (const character of kept) {
      const point = character.codePointAt(0) as number;
      const last = ranges.at(-1);
      if (last !== undefined && last[1] === point - 1) last[1] = point;
      else ranges.push([point, point]);
    }
  }
  save("printable", ranges);
}

function recordBrokenTexts(): void {
  const expressions = brokenTextExpressions();
  const results = evaluate(expressions.map((text) => ({ text })));
  save(
    "broken-texts",
    expressions.map((text, i) => [text, results[i]]),
  );
}

/** The converters that the filter processor of 0.118.0 does not know, among those that exist here. */
function recordVersions(): void {
  const names = [...standardFunctions, ...filterFunctions].map((definition) => definition.name);
  const requests = names.map((name) => ({
    op: "process",
    processor: "filter",
    signal: "metrics",
    config: { metrics: { metric: [`${name}()`] } },
  }));
  const missing = ask(requests, "OTTLKIT_REFERENCE_118").map((reply) =>
    /undefined function/.test(reply.error ?? ""),
  );
  save(
    "versions",
    names.map((name, i) => [name, "0.118.0", !missing[i]]),
  );
}

mkdirSync(folder, { recursive: true });
recordJson();
recordLetterCase();
recordPrintable();
recordBrokenTexts();
recordVersions();
