/** Writes `fixtures/documents` from the recorders in a folder: `npx node test/documents/record.ts <folder>`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ask } from "./ask.ts";
import { durations } from "./cases/durations.ts";
import { expansions } from "./cases/expansions.ts";
import { merges } from "./cases/merges.ts";
import { yamlTexts } from "./cases/yaml.ts";
import { type DurationCase, type ExpansionAnswer, versions, type YamlCase } from "./recorded.ts";
import type { Typed } from "./typed.ts";

const folder = process.argv[2];
if (folder === undefined) throw new Error("say where the recorders are");
const out = join(import.meta.dirname, "../../fixtures/documents");
mkdirSync(out, { recursive: true });

const decoded = ask<{ value?: Typed; error?: string }>(
  join(folder, "recorder-yaml"),
  yamlTexts.map((text) => ({ op: "yaml", text })),
);
write(
  "yaml.json",
  yamlTexts.map((text, i): YamlCase => {
    const { value, error } = decoded[i] ?? {};
    return value === undefined ? { text, error: error ?? "" } : { text, value };
  }),
);

const read = ask<Omit<DurationCase, "text">>(
  join(folder, "recorder-duration"),
  durations.map((text) => ({ op: "duration", text })),
);
write(
  "duration.json",
  durations.map((text, i): DurationCase => ({ text, ...read[i] })),
);

write(
  "expansion.json",
  byVersions(expansions, (c) => ({ op: "expand", text: c.text, env: c.env ?? {} })),
);
write(
  "merge.json",
  byVersions(merges, (c) => ({ op: "expand", files: c.files, env: c.env ?? {} })),
);

/** What each release answers, those with the same answer together. */
function byVersions<C extends object>(
  cases: readonly C[],
  request: (asked: C) => object,
): readonly (C & { readonly answers: readonly ExpansionAnswer[] })[] {
  const answers = versions.map((version) =>
    ask<Omit<ExpansionAnswer, "versions">>(join(folder ?? "", `recorder-${version}`), cases.map(request)),
  );
  return cases.map((asked, i) => {
    const shared: { versions: string[]; answer: Omit<ExpansionAnswer, "versions"> }[] = [];
    for (const [v, version] of versions.entries()) {
      const answer = answers[v]?.[i] ?? {};
      const same = shared.find((other) => JSON.stringify(other.answer) === JSON.stringify(answer));
      if (same === undefined) shared.push({ versions: [version], answer });
      else same.versions.push(version);
    }
    return { ...asked, answers: shared.map(({ versions, answer }) => ({ versions, ...answer })) };
  });
}

/** One case a line. */
function write(file: string, cases: readonly object[]): void {
  writeFileSync(join(out, file), `[\n${cases.map((c) => `  ${JSON.stringify(c)}`).join(",\n")}\n]\n`);
}
