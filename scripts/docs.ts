/** Writes the documents of `grammar/` that are made of the code; the tests compare them. */
import { writeFileSync } from "node:fs";
import { collectorSchemaDocument } from "./collector-schema.ts";
import { configSchemaDocument } from "./config-schema.ts";
import { contextsDocument } from "./contexts-document.ts";
import { diagnosticsDocument } from "./diagnostics-document.ts";
import { functionsDocument } from "./functions-document.ts";
import { suiteSchemaDocument } from "./suite-schema.ts";

const documents: Readonly<Record<string, () => string | Promise<string>>> = {
  "collector.schema.json": collectorSchemaDocument,
  "config.schema.json": configSchemaDocument,
  "contexts.md": contextsDocument,
  "diagnostics.md": diagnosticsDocument,
  "functions.md": functionsDocument,
  "suite.schema.json": suiteSchemaDocument,
};

for (const [name, make] of Object.entries(documents)) {
  writeFileSync(new URL(`../grammar/${name}`, import.meta.url), await make());
}
