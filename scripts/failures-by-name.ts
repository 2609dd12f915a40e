import { readdirSync, readFileSync } from "node:fs";
import { isCode } from "../src/diagnostics/messages.ts";
import type { FunctionDefinition } from "../src/functions/define-function.ts";

const folder = new URL("../src/functions/", import.meta.url);

/** The codes that the module of each function, and the ones of `src/functions` that it uses, can fail with. */
export async function failuresByName(): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const file of modules()) {
    const exported: Record<string, unknown> = await import(file.href);
    const codes = [...codesFrom(file, new Set())].toSorted();
    for (const value of Object.values(exported)) if (isDefinition(value)) found.set(value.name, codes);
  }
  return found;
}

function* modules(): Generator<URL> {
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )) {
    if (name === "lib" || name === "data" || name === "types") continue;
    for (const file of readdirSync(new URL(`${name}/`, folder))) yield new URL(`${name}/${file}`, folder);
  }
}

function isDefinition(value: unknown): value is FunctionDefinition {
  return typeof value === "object" && value !== null && "examples" in value;
}

function codesFrom(file: URL, seen: Set<string>): ReadonlySet<string> {
  if (seen.has(file.href)) return new Set();
  seen.add(file.href);
  const text = readFileSync(file, "utf8");
  const codes = new Set<string>();
  for (const [, word = ""] of text.matchAll(/"([a-z]+(?:_[a-z]+)+)"/g)) if (isCode(word)) codes.add(word);
  for (const [, path] of text.matchAll(/^(?:import|export)\s(?!type)[^;]*? from "(\.{1,2}\/[^"]+\.ts)";/gm)) {
    const other = new URL(String(path), file);
    if (!other.href.startsWith(folder.href) || other.href.endsWith("define-function.ts")) continue;
    for (const code of codesFrom(other, seen)) codes.add(code);
  }
  return codes;
}
