/** Questions that users of OTTL ask, each with the command that answers it or the test that shows it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { Workspace } from "../call.ts";
import { checkQuestions } from "./check.ts";
import { explainQuestions } from "./explain.ts";
import { proofs } from "./proofs.ts";
import type { Question } from "./question.ts";
import { evalQuestions, testQuestions } from "./test-and-eval.ts";

const space = new Workspace();
const root = join(import.meta.dirname, "../../..");
const folder = relative(process.cwd(), join(root, "fixtures/questions"));
const questions = [...explainQuestions, ...checkQuestions, ...testQuestions, ...evalQuestions];

/** What users ask that is to be answered here, by the issues that ask it. */
const asked = [
  "33048",
  "23840, 27471",
  "50526",
  "39455, 39155, 38755",
  "37804",
  "42288",
  "32895",
  "49245",
  "44479",
  "30932",
  "43796",
  "33433, 33508, 42281, 42209, 34890",
  "38140, 36900, 36722",
  "50561",
  "33747, otelbin 342",
  "collector 9709",
  "collector 7962, operator 1771",
  "weaver 614",
  "36564, 34605",
  "18756",
  "36003",
  "IsMatch with globs (documentation)",
  "filter inference (blog, 2026-03)",
  "47231, 47232, 48415, 48418, 48420, 48438",
  "29710",
  "16237",
  "12193, 48714, 49741",
  "40198, 48384",
  "40231, 38824",
  "14467",
  "16434, 32895",
  "33696, 51299",
  "29289, 31930",
  "30420",
  "11852",
  "35621, 35618",
  "16297, 13581",
  "36463, 43915, 42359, 42335, 43949, 44201",
  "49221, 49222",
  "Kyma ADR 016a",
];

test.each(questions)("$issues: $asks", async ({ args, code = 0, answer, never = [], ...question }) => {
  const found = await space.call(
    args.map((arg) => placed(arg, question.folder)),
    { columns: 10_000 },
  );
  const told = stripVTControlCharacters(found.stdout + found.stderr).replace(/\s+/g, " ");
  expect(
    answer.filter((piece) => !told.includes(piece)),
    told,
  ).toEqual([]);
  expect(never.filter((piece) => told.includes(piece))).toEqual([]);
  expect(found.code).toBe(code);
});

/** An argument that is the name of a file of the question, as a path. */
function placed(arg: string, of = ""): string {
  const path = join(folder, of, arg);
  return /^[\w.-]+\.\w+$/.test(arg) && existsSync(path) ? path : arg;
}

test.each(proofs)("$issues: $asks is shown by $test", ({ test, named }) => {
  expect(readFileSync(join(root, test), "utf8")).toContain(named);
});

test("every question is answered", () => {
  const answered = new Set([...questions, ...proofs].map(({ issues }) => issues));
  expect([...answered].sort()).toEqual([...asked].sort());
});

test("every folder is that of a question", () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual(
    [...new Set(questions.flatMap(({ folder }) => folder ?? []))].sort(),
  );
});

test("the README lists them", async () => {
  const rows = asked.flatMap((issues) => [
    ...questions.filter((one) => one.issues === issues).map(rowOf),
    ...proofs
      .filter((one) => one.issues === issues)
      .map(({ asks, test, named }) => row(issues, asks, `\`${test}\``, `“${named}”`)),
  ]);
  await expect(readme(rows)).toMatchFileSnapshot(join(root, "fixtures/questions/README.md"));
});

function rowOf({ issues, asks, folder, args }: Question): string {
  const words = args.map((arg) => (/^[\w./-]+$/.test(arg) ? arg : `'${arg}'`));
  return row(
    issues,
    asks,
    folder === undefined ? "" : `[${folder}](${folder})`,
    `\`ottlkit ${words.join(" ")}\``,
  );
}

function row(...cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function readme(rows: readonly string[]): string {
  return `# Questions that users of OTTL ask

Each has a small configuration and a payload in a folder, and a command that answers it there; what is about the library or
the whole language is shown by a test. \`test/cli/questions\` runs them all, and holds what the answers have to tell. Numbers
are issues of opentelemetry-collector-contrib where nothing else is said: ${asked.length} groups of issues, ${rows.length} questions.

| issues | question | folder or test | command |
|---|---|---|---|
${rows.join("\n")}
`;
}
