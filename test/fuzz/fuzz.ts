/**
 * Compares ottlkit with the reference on generated texts and records: `npm run fuzz -- [seed …] [--count n]
 * [--values share] [--statements share] [--json file]`. Without seeds it takes 1 to 10. A difference is shrunk and
 * printed as a conformance case; the exit code is 1. `--json` writes the counts, and `npm run fuzz -- --sum file …`
 * prints those of several runs together. `npm run fuzz -- --explain [seed …] [--count n]` compares explanations of
 * conditions with their evaluation instead, without the reference. `npm run fuzz -- --processor filter [seed …] [--count n]`
 * (or `transform`) compares a processor on generated settings and payloads, as each of its releases.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { stringify } from "../../src/cli/json.ts";
import { build, whyUnavailable } from "../reference/reference.ts";
import { explainRun } from "./explain-run.ts";
import { explained } from "./explained.ts";
import { caseOf, judge } from "./judge.ts";
import { fuzzProcessor } from "./processors/run.ts";
import { type Program, programs } from "./programs.ts";
import { type Finding, shrink } from "./shrink.ts";
import { type CountsJson, Statistics } from "./statistics.ts";

// As the reference, which lives by UTC.
process.env.TZ = "UTC";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: "string", default: "5000" },
    values: { type: "string", default: "0.25" },
    statements: { type: "string", default: "0.45" },
    json: { type: "string" },
    sum: { type: "boolean", default: false },
    explain: { type: "boolean", default: false },
    processor: { type: "string" },
  },
});
const seeds = positionals.length > 0 ? positionals.map(Number) : Array.from({ length: 10 }, (_, i) => i + 1);
const count = Number(options.count);
const batchSize = 250;
/** Enough to see what is wrong; more are rarely new. */
const mostFindings = 20;

async function main(): Promise<number> {
  const statistics = new Statistics();
  if (options.sum) {
    for (const file of positionals) statistics.merge(JSON.parse(readFileSync(file, "utf8")) as CountsJson); // as written below
    console.log(`${statistics}`);
    return 0;
  }
  if (options.explain) return explainAll();
  const reason = whyUnavailable();
  if (reason !== undefined) {
    console.error(reason);
    return 2;
  }
  build();
  if (options.processor !== undefined)
    return (await fuzzProcessor(options.processor, seeds, count)) === 0 ? 0 : 1;
  const findings: Finding[] = [];
  const contradictions: string[] = [];
  for (const seed of seeds) {
    const source = programs(seed, { values: Number(options.values), statements: Number(options.statements) });
    for (let done = 0; done < count; done += batchSize) {
      const some = take(source, Math.min(batchSize, count - done));
      const verdicts = await judge(some);
      for (const [index, program] of some.entries()) {
        const verdict = verdicts[index];
        if (verdict === undefined) continue;
        const shown =
          program.kind === "condition"
            ? explained(program)
            : { contradictions: [], meetings: [], records: 0 };
        statistics.add(program, verdict, shown);
        contradictions.push(...shown.contradictions);
        if (verdict.difference === undefined) continue;
        findings.push({ program, verdict });
        console.log(`${program.context} ${program.kind}: ${program.text}\n  ${short(verdict.difference)}`);
      }
    }
    console.log(`seed ${seed}: ${count} texts, ${findings.length} differences so far`);
    if (findings.length >= mostFindings) break;
  }
  console.log(`\n${statistics}`);
  if (options.json !== undefined) writeFileSync(options.json, JSON.stringify(statistics));
  for (const contradiction of contradictions.slice(0, mostFindings))
    console.log(`\ncontradiction: ${contradiction}`);
  for (const finding of findings.slice(0, mostFindings)) report(await shrink(finding));
  console.log(`\n${findings.length} differences, ${contradictions.length} contradictions`);
  return findings.length + contradictions.length === 0 ? 0 : 1;
}

function explainAll(): number {
  let wrong = 0;
  for (const seed of seeds) {
    const found = explainRun(seed, count);
    wrong += found.wrong.length;
    console.log(
      `seed ${seed}: ${count} conditions, ${found.records} records, ${found.wrong.length} contradictions`,
    );
    for (const one of found.wrong.slice(0, mostFindings)) console.log(`  ${one}`);
  }
  return wrong === 0 ? 0 : 1;
}

function take(source: Generator<Program>, limit: number): Program[] {
  return Array.from({ length: limit }, () => source.next().value as Program); // the source is endless
}

function short(text: string): string {
  return text.length > 500 ? `${text.slice(0, 500)}…` : text;
}

function report({ program, verdict }: Finding): void {
  const { expected, difference } = verdict;
  console.log(`\n${program.text}\n  ${difference}\n  ${stringify({ ...caseOf(program), expect: expected })}`);
}

process.exitCode = await main();
