/**
 * Writes `src/functions/data/time-locales.ts` from the tables of github.com/elastic/lunes, which the reference reads:
 * `npx node scripts/time-locales.ts "$(go list -m -f '{{.Dir}}' github.com/elastic/lunes)"`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
if (folder === undefined) throw new Error("usage: time-locales.ts <folder of the module lunes>");
const source = readFileSync(join(folder, "tables.go"), "utf8");

const tagOf = new Map(
  [...source.matchAll(/(Locale\w+)\s+= "([^"]+)"/g)].map(([, constant, tag]) => [constant, tag]),
);
const tableOf = new Map(
  [
    ...source.matchAll(
      /func (localeTable\w+)\(\) \[5\]\[\]string \{\n\treturn \[5\]\[\]string\{\n([\s\S]*?)\n\t\}\n\}/g,
    ),
  ].map(([, name, rows]) => [name, rows?.split("\n").map(namesOf) ?? []]),
);

function namesOf(row: string): string {
  const names = JSON.parse(`[${row.trim().replace(/^\{|\},?$/g, "")}]`) as string[];
  if (names.some((name) => /[|;\n\\`]|\$\{/.test(name))) throw new Error(`a name needs escaping: ${row}`);
  return names.join("|");
}

const lists = new Map<string, number>();
const lines: string[] = [];
for (const [, constant, name] of source.matchAll(/^\t\t(Locale\w+):\s+(localeTable\w+),$/gm)) {
  const [tag, rows] = [tagOf.get(constant), tableOf.get(name)];
  if (tag === undefined || rows?.length !== 5) throw new Error(`${constant} has no table`);
  for (const row of rows) if (!lists.has(row)) lists.set(row, lists.size);
  lines.push(`${tag}:${rows.map((row) => lists.get(row)?.toString(36)).join(",")}`);
}

const version = /CLDRVersion = (\d+)/.exec(source)?.[1];
const target = new URL("../src/functions/data/time-locales.ts", import.meta.url);
writeFileSync(
  target,
  `// Made by scripts/time-locales.ts of the tables of github.com/elastic/lunes. Do not edit.
// Names of days, months and halves of the day: Unicode CLDR ${version}, Copyright Unicode, Inc., Unicode License v3.

/** The lists of names: a semicolon and perhaps a line break between lists, a bar between names. */
export const nameLists = \`${escaped(wrapped([...lists.keys()], ";\n", ";", 6))}\`;

/**
 * The locales: a tag and the numbers of its lists in base 36, which are short days, days, short months, months and the
 * halves of the day. An empty list says that the locale has none.
 */
export const localeLists = \`
${wrapped(lines, "\n", " ", 8)}
\`;
`,
);

function wrapped(items: readonly string[], far: string, near: string, count: number): string {
  return items.map((item, i) => (i === 0 ? item : `${i % count === 0 ? far : near}${item}`)).join("");
}

/** What an editor or a terminal would not show is written as an escape. */
function escaped(text: string): string {
  return text.replace(/[\p{C}\p{Z}]/gu, (unit) =>
    unit === " " || unit === "\n" ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
