/** `fixtures/diagnostics` shows the first bad example of each rule as it is drawn; `npx vitest run -u` writes it anew. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { formatDiagnostics } from "../../src/index.ts";
import { rules } from "../../src/lint/index.ts";
import { findingsFor } from "./findings-for.ts";

const folder = join(import.meta.dirname, "../../fixtures/diagnostics");

test.for(rules)("$code is drawn as its fixture shows", async ({ code, bad: [example] }) => {
  const { context, text, kind = "condition", before, configuration, compatibility, gates } = example;
  const options = compatibility === undefined && gates === undefined ? undefined : { compatibility, gates };
  const head = JSON.stringify({ kind, context, before, configuration, options });
  const drawn = formatDiagnostics(
    text,
    findingsFor(example).filter((one) => one.code === code),
  );
  expect(drawn).toContain(`[${code}]`);
  await expect(`${head}\n${text}\n---\n${drawn}\n`).toMatchFileSnapshot(join(folder, `${code}.txt`));
});
