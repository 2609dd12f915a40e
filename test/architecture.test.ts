import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const src = join(root, "src");

/** Which layers each layer may import from, itself aside. Entries (files directly in `src`) may import all. */
const layers: Record<string, readonly string[]> = {
  core: [],
  diagnostics: ["core"],
  syntax: ["core", "diagnostics"],
  regexp: ["core", "diagnostics"],
  contexts: ["core", "diagnostics", "syntax"],
  functions: ["core", "diagnostics", "regexp"],
  shapes: ["core", "diagnostics", "contexts"],
  check: ["core", "diagnostics", "syntax", "contexts", "functions"],
  compile: ["core", "diagnostics", "syntax", "contexts", "functions", "shapes", "check"],
  engine: ["core", "diagnostics", "syntax", "regexp", "contexts", "functions", "shapes", "check", "compile"],
  lint: [
    "core",
    "diagnostics",
    "syntax",
    "regexp",
    "contexts",
    "functions",
    "shapes",
    "check",
    "compile",
    "engine",
  ],
  prometheus: ["core", "diagnostics", "regexp", "shapes"],
  documents: ["core", "diagnostics"],
  collector: [
    "core",
    "diagnostics",
    "syntax",
    "regexp",
    "contexts",
    "functions",
    "shapes",
    "check",
    "compile",
    "engine",
    "prometheus",
    "documents",
  ],
  format: ["core", "diagnostics", "syntax", "documents", "collector"],
  testing: [
    "core",
    "diagnostics",
    "contexts",
    "functions",
    "shapes",
    "engine",
    "prometheus",
    "documents",
    "collector",
  ],
  cli: [
    "core",
    "diagnostics",
    "syntax",
    "contexts",
    "functions",
    "shapes",
    "check",
    "compile",
    "engine",
    "lint",
    "prometheus",
    "documents",
    "collector",
    "format",
    "testing",
    "index",
    "..",
  ],
};

/** In which files each package may be imported. */
const packages: Record<string, (file: string) => boolean> = {
  chevrotain: (file) => file.startsWith("syntax/"),
  // Types only.
  sarif: (file) => file === "cli/check/sarif.ts",
  zod: (file) => file === "schemas.ts" || /^(collector|testing|cli)\//.test(file),
  yaml: (file) => file.startsWith("documents/"),
  "fast-glob": (file) => file.startsWith("testing/node") || file.startsWith("cli/"),
  diff: (file) => file.startsWith("cli/fmt/"),
  "@noble/hashes": (file) =>
    [
      "prometheus/relabel.ts",
      "collector/attributes/hash-value.ts",
      "functions/hash/hashes.ts",
      "functions/net/community-id.ts",
    ].includes(file),
  vitest: (file) => file === "vitest.ts" || file.startsWith("testing/vitest"),
};

const files = (readdirSync(src, { recursive: true, encoding: "utf8" }) as string[])
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.split(sep).join("/"));

const imports = (file: string): string[] => {
  const text = readFileSync(join(src, file), "utf8");
  return [
    ...text.matchAll(/^(?:import|export)\b[^"';]*?from "([^"]+)"|^import "([^"]+)"|\bimport\("([^"]+)"\)/gm),
  ].map((match) => (match[1] ?? match[2] ?? match[3]) as string);
};

const resolve = (file: string, specifier: string) =>
  relative(src, join(src, dirname(file), specifier))
    .split(sep)
    .join("/");

test("every folder of src is a layer of the table", () => {
  const folders = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((entry) => entry.name).sort()).toEqual(Object.keys(layers).sort());
});

test("imports go from a layer to the layers on its left only", () => {
  const wrong: string[] = [];
  for (const file of files) {
    const layer = file.includes("/") ? (file.split("/")[0] as string) : undefined;
    if (layer === undefined) continue;
    for (const specifier of imports(file).filter((s) => s.startsWith("."))) {
      const target = resolve(file, specifier);
      const other = target.includes("/") ? (target.split("/")[0] as string) : target.replace(/\.ts$/, "");
      if (other !== layer && !layers[layer]?.includes(other)) wrong.push(`${file} imports ${target}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("no files import each other in a circle", () => {
  const graph = new Map(
    files.map((file) => [
      file,
      imports(file)
        .filter((s) => s.startsWith("."))
        .map((s) => resolve(file, s)),
    ]),
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, path: readonly string[]) => {
    if (path.includes(file)) {
      circles.push([...path.slice(path.indexOf(file)), file].join(" → "));
      return;
    }
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  expect(circles).toEqual([]);
});

test("packages are imported only where they belong", () => {
  const wrong: string[] = [];
  for (const file of files) {
    for (const specifier of imports(file).filter((s) => !s.startsWith("."))) {
      const name = /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? "";
      const allowed = name.startsWith("node:") ? /^(cli|testing\/node)\b/.test(file) : packages[name]?.(file);
      if (allowed !== true) wrong.push(`${file} imports ${specifier}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("nothing evaluates text as code", () => {
  const guilty = files.filter((file) =>
    /\beval\(|new Function\b/.test(readFileSync(join(src, file), "utf8")),
  );
  expect(guilty).toEqual([]);
});

test("no file is longer than 500 lines, the parser aside", () => {
  const long = files
    .filter((file) => file !== "syntax/parser.ts")
    .map((file) => ({ file, lines: readFileSync(join(src, file), "utf8").split("\n").length }))
    .filter(({ lines }) => lines > 500);
  expect(long).toEqual([]);
});
