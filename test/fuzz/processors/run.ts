import { stringify } from "../../../src/cli/json.ts";
import { filterPrograms } from "./filter-programs.ts";
import { judgeProcessors } from "./judge.ts";
import type { ProcessorProgram } from "./program.ts";
import { type ProcessorFinding, shrinkProcessor } from "./shrink.ts";
import { ProcessorStatistics } from "./statistics.ts";
import { transformPrograms } from "./transform-programs.ts";

/** The streams of programs by what is fuzzed. */
const sources: Readonly<Record<string, (seed: number) => Generator<ProcessorProgram>>> = {
  filter: filterPrograms,
  transform: transformPrograms,
};

const batchSize = 200;
/** Enough to see what is wrong; more are rarely new. */
const mostFindings = 8;

/** Compares a processor with the reference's on generated settings and payloads; tells how many differ. */
export async function fuzzProcessor(name: string, seeds: readonly number[], count: number): Promise<number> {
  const source = sources[name];
  if (source === undefined) throw new Error(`no programs of ${name}: ${Object.keys(sources).join(", ")}`);
  const statistics = new ProcessorStatistics();
  const findings: ProcessorFinding[] = [];
  for (const seed of seeds) {
    const programs = source(seed);
    for (let done = 0; done < count; done += batchSize) {
      const length = Math.min(batchSize, count - done);
      const some = Array.from({ length }, () => programs.next().value as ProcessorProgram); // the source is endless
      const verdicts = await judgeProcessors(some);
      for (const [i, program] of some.entries()) {
        const verdict = verdicts[i];
        if (verdict === undefined) continue;
        statistics.add(program, verdict);
        if (verdict.difference === undefined) continue;
        findings.push({ program, verdict });
        console.log(`${program.release} ${stringify(program.config)}\n  ${verdict.difference.slice(0, 400)}`);
      }
    }
    console.log(`seed ${seed}: ${count} programs, ${findings.length} differences so far`);
    if (findings.length >= mostFindings) break;
  }
  console.log(`\n${statistics}`);
  for (const finding of findings.slice(0, mostFindings))
    report(await shrinkProcessor(finding, judgeProcessors));
  console.log(`\n${findings.length} differences`);
  return findings.length;
}

function report({ program, verdict }: ProcessorFinding): void {
  const { release, config, payload } = program;
  console.log(`\n${release} ${stringify(config)}\n  ${stringify(payload)}\n  ${verdict.difference}`);
}
