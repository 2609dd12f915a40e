/** Writes `fixtures/conformance` and `fixtures/data` from the reference: `npx node test/reference/record.ts [file …]`. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stringify } from "../../src/cli/json.ts";
import { datasets } from "./cases/datasets.ts";
import { groups } from "./cases/index.ts";
import { recordGroups } from "./record-groups.ts";
import { fileNameOf, printFile } from "./recorded-file.ts";

const fixtures = fileURLToPath(new URL("../../fixtures/", import.meta.url));
const wanted = process.argv.slice(2);
const chosen = groups.filter(
  (group) => wanted.length === 0 || wanted.some((name) => group.file.startsWith(name)),
);

function write(path: string, text: string): boolean {
  const file = join(fixtures, path);
  if (existsSync(file) && readFileSync(file, "utf8") === text) return false;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`wrote fixtures/${path}`);
  return true;
}

for (const [name, payload] of Object.entries(datasets)) write(`data/${name}.json`, `${stringify(payload)}\n`);
const files = await recordGroups(chosen);
let count = 0;
let written = 0;
for (const [index, file] of files.entries()) {
  const group = chosen[index];
  if (group === undefined) continue;
  count += file.cases.length;
  if (write(`conformance/${fileNameOf(group)}`, printFile(file))) written++;
}
console.log(`${count} cases in ${files.length} files, ${written} of them changed`);
