/**
 * Writes `src/functions/data/time-zones.ts` from a folder of compiled time zones, such as what
 * `$(go env GOROOT)/lib/time/zoneinfo.zip` unpacks to: `npx node scripts/time-zones.ts <folder> <version>`.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

const [folder, version] = process.argv.slice(2);
if (folder === undefined || version === undefined) throw new Error("usage: time-zones.ts <folder> <version>");

const namesOf = new Map<string, string[]>();
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const path = join(entry.parentPath, entry.name);
  const content = contentOf(readFileSync(path));
  namesOf.set(content, [...(namesOf.get(content) ?? []), relative(folder, path)]);
}
const lines = [...namesOf].map(([content, names]) => `${names.toSorted().join(" ")};${content}`).toSorted();

/** The periods, the transitions and the rule for the time after them of a TZif file (RFC 9636). */
function contentOf(file: Buffer): string {
  const skipped = headerOf(file, 0);
  const start =
    44 + skipped.times * 5 + skipped.types * 6 + skipped.chars + skipped.leaps * 8 + skipped.flags;
  const { times, types, chars, leaps, flags } = headerOf(file, start);
  const kinds = start + 44 + times * 8;
  const periods = kinds + times;
  const letters = periods + types * 6;
  const period = (i: number) => {
    const at = periods + i * 6;
    const name = letters + file.readUInt8(at + 5);
    const abbreviation = file.toString("latin1", name, file.indexOf(0, name));
    return `${abbreviation}=${file.readInt32BE(at)}${file.readUInt8(at + 4) === 1 ? "d" : ""}`;
  };
  let before = 0;
  const transitions = Array.from({ length: times }, (_, i) => {
    const at = Number(file.readBigInt64BE(start + 44 + i * 8));
    const distance = at - before;
    before = at;
    const quarters = Math.floor(distance / 900);
    const rest = distance - quarters * 900;
    const kind = String.fromCharCode(65 + file.readUInt8(kinds + i));
    return `${kind}${quarters.toString(36)}${rest === 0 ? "" : `.${rest.toString(36)}`}`;
  });
  if (types > 26) throw new Error("more periods than letters");
  const rule = file.toString("latin1", letters + chars + leaps * 12 + flags).trim();
  return `${Array.from({ length: types }, (_, i) => period(i)).join(" ")};${transitions.join("")};${rule}`;
}

function headerOf(file: Buffer, at: number) {
  const [utc, standard, leaps, times, types, chars] = [0, 1, 2, 3, 4, 5].map((i) =>
    file.readUInt32BE(at + 20 + i * 4),
  ) as [number, number, number, number, number, number];
  return { leaps, times, types, chars, flags: utc + standard };
}

const target = new URL("../src/functions/data/time-zones.ts", import.meta.url);
writeFileSync(
  target,
  `// Made by scripts/time-zones.ts of the IANA time zone database ${version}, which is in the public domain. Do not edit.

/**
 * The time zones, one a line: names; periods as abbreviation and seconds east of UTC, \`d\` where it is summer time;
 * transitions as the letter of the period and the distance from the one before in quarters of an hour and seconds, both
 * in base 36; the rule for the time after the last transition as POSIX writes it.
 */
export const zoneLines = \`
${lines.join("\n")}
\`;
`,
);
