import { placesIn, replaced } from "./break-config.ts";
import type { judgeProcessors, ProcessorVerdict } from "./judge.ts";
import type { ProcessorProgram } from "./program.ts";

/** A program and what is said of it. */
export interface ProcessorFinding {
  readonly program: ProcessorProgram;
  readonly verdict: ProcessorVerdict;
}

/** How many smaller programs are asked about at once. */
const batch = 40;

/** Finds a smaller program on which both sides still differ: without parts of the settings, then of the payload. */
export async function shrinkProcessor(
  finding: ProcessorFinding,
  judge: typeof judgeProcessors,
  milliseconds = 12_000,
): Promise<ProcessorFinding> {
  const end = performance.now() + milliseconds;
  let smallest = finding;
  for (const part of ["config", "payload", "config"] as const) {
    let found: ProcessorFinding | undefined = smallest;
    while (found !== undefined && performance.now() < end) {
      smallest = found;
      found = await firstDiffering(smaller(smallest.program, part), judge, end);
    }
  }
  return smallest;
}

function smaller(program: ProcessorProgram, part: "config" | "payload"): readonly ProcessorProgram[] {
  return [...placesIn(program[part], [])].map(
    (place) => ({ ...program, [part]: replaced(program[part], place, () => undefined) }) as ProcessorProgram,
  );
}

async function firstDiffering(
  candidates: readonly ProcessorProgram[],
  judge: typeof judgeProcessors,
  end: number,
): Promise<ProcessorFinding | undefined> {
  for (let i = 0; i < candidates.length && performance.now() < end; i += batch) {
    const some = candidates.slice(i, i + batch);
    const verdicts = await judge(some);
    const index = verdicts.findIndex(({ difference }) => difference !== undefined);
    const [program, verdict] = [some[index], verdicts[index]];
    if (program !== undefined && verdict !== undefined) return { program, verdict };
  }
  return undefined;
}
