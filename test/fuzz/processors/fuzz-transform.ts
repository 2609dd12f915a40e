/**
 * Compares random configurations of the transform processor with the reference:
 * `npx node test/fuzz/processors/fuzz-transform.ts [count] [seed]`.
 */
import { stringify } from "../../../src/cli/json.ts";
import { judgeTransforms, type Version } from "./transform-judge.ts";
import { type TransformProgram, transformPrograms } from "./transform-programs.ts";

const [count = 2000, seed = 1] = process.argv.slice(2).map(Number);
const only = process.argv[4];
const hits = new Map<string, number>();
let different = 0;
let unsteady = 0;
let refused = 0;

for (const version of ["0.161.0", "0.118.0"] satisfies Version[]) {
  if (only !== undefined && only !== version) continue;
  const source = transformPrograms(seed, { version });
  for (let done = 0; done < count / 2; done += 200) {
    const batch = Array.from({ length: Math.min(200, count / 2 - done) }, () => next(source));
    const verdicts = await judgeTransforms(batch, version);
    for (const [i, { expected, found, isSame, isUnsteady }] of verdicts.entries()) {
      const program = batch[i] as TransformProgram;
      for (const one of new Set([version, program.signal, ...program.about]))
        hits.set(one, (hits.get(one) ?? 0) + 1);
      if (isUnsteady) unsteady++;
      if (expected.refused === "config") refused++;
      if (isSame) continue;
      different++;
      process.stdout.write(
        `${stringify({ version, config: program.config, payload: program.payload, expected, found })}\n`,
      );
    }
  }
}

const lines = [...hits].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, times]) => `${name}: ${times}`);
process.stderr.write(`${lines.join(", ")}\n`);
process.stderr.write(
  `${count} programs, ${refused} refused at start-up, ${unsteady} unsteady, ${different} different\n`,
);

function next(source: Generator<TransformProgram>): TransformProgram {
  return source.next().value as TransformProgram; // it does not end
}
