import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const { files } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { files: string[] };
/** What npm puts into a package whatever `files` says. */
const always = ["README.md", "LICENSE", "package.json"];

const documents = [
  "README.md",
  ...readdirSync(join(root, "grammar")).map((name) => `grammar/${name}`),
].filter((name) => name.endsWith(".md"));

test.for(documents)("every link of %s leads to a file of the package", (name) => {
  const text = readFileSync(join(root, name), "utf8").replace(/^```.*?^```/gms, "");
  const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link]) => link as string);
  const paths = links
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => relative(root, join(root, dirname(name), link)));
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  const isPacked = (path: string) =>
    [...files, ...always].some((one) => path === one || path.startsWith(`${one}/`));
  expect(paths.filter((path) => !isPacked(path))).toEqual([]);
});
