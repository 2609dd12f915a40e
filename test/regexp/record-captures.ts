/** Records what Go finds in `fixtures/regexp/captures.json`: `npx node test/regexp/record-captures.ts`. Needs Go. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { encodeUtf8, hasByteEscape } from "../../src/core/utf8.ts";
import fc from "../property.ts";
import { captureQuestions } from "./capture-specimens.ts";
import { type CaptureGroup, capturesFile, type Found } from "./captures.ts";
import { stringOf, type Text } from "./pairs.ts";
import { capturedSubjects, capturingPatterns, patterns, subjects } from "./random-patterns.ts";

interface Asked {
  readonly name: string;
  readonly patterns: readonly string[];
  readonly subjects: readonly Text[];
}

const asked: readonly Asked[] = [
  ...captureQuestions,
  ...generated("groups in loops", capturingPatterns, capturedSubjects, 25),
  ...generated("any patterns", patterns, subjects, 10),
];
const groups = record(asked);
const about = "Where patterns and their groups match, as Go's FindSubmatchIndex says.";
const lines = groups.map(
  ({ name, subjects, patterns }) =>
    `{"name": ${JSON.stringify(name)},\n "subjects": ${JSON.stringify(subjects)},\n "patterns": [\n${patterns
      .map((each) => `  ${JSON.stringify(each)}`)
      .join(",\n")}]}`,
);
const { stdout: version } = spawnSync("go", ["version"], { encoding: "utf8" });
const reference = `Go ${/go(\d+\.\d+)/.exec(version)?.[1]}`;
writeFileSync(
  capturesFile,
  `{"about": ${JSON.stringify(about)},\n"reference": "${reference}",\n"groups": [\n${lines.join(",\n")}\n]}\n`,
);

function generated(
  name: string,
  pattern: fc.Arbitrary<string>,
  subject: fc.Arbitrary<string>,
  count: number,
): readonly Asked[] {
  return Array.from({ length: count }, (_, seed) => ({
    name: `${name} ${seed + 1}`,
    patterns: [...new Set(fc.sample(pattern, { numRuns: 12, seed }))],
    subjects: [...new Set(["", ...fc.sample(subject, { numRuns: 12, seed })])].map((text) =>
      hasByteEscape(text) ? { hex: Buffer.from(encodeUtf8(text)).toString("hex") } : text,
    ),
  }));
}

function record(asked: readonly Asked[]): readonly CaptureGroup[] {
  const base64 = (text: Text) => Buffer.from(encodeUtf8(stringOf(text))).toString("base64");
  const input = asked
    .flatMap(({ patterns, subjects }) =>
      patterns.map((pattern) => JSON.stringify({ pattern: base64(pattern), subjects: subjects.map(base64) })),
    )
    .join("\n");
  const program = join(import.meta.dirname, "recorder", "main.go");
  const { stdout, stderr } = spawnSync("go", ["run", program], {
    input,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (stderr !== "") throw new Error(stderr);
  const answers = stdout
    .trimEnd()
    .split("\n")
    .map(
      (line) =>
        JSON.parse(line) as { readonly groups: readonly string[]; readonly matches: readonly Found[] },
    );
  return asked.map(({ name, patterns, subjects }) => ({
    name,
    subjects,
    patterns: patterns.map((pattern) => {
      const answer = answers.shift();
      if (answer === undefined) throw new Error(`no answer for ${pattern}`);
      return { pattern, groups: answer.groups, found: answer.matches };
    }),
  }));
}
