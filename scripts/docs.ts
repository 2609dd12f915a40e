/** Writes the documents of `grammar/` that are made of the code; the tests compare them. */
import { writeFileSync } from "node:fs";
import { functionsDocument } from "./functions-document.ts";

const documents: Readonly<Record<string, () => string>> = {
  "functions.md": functionsDocument,
};

for (const [name, make] of Object.entries(documents)) {
  writeFileSync(new URL(`../grammar/${name}`, import.meta.url), make());
}
