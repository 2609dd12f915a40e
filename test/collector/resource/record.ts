/** Writes `fixtures/resource` from the reference: `npx node test/collector/resource/record.ts`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { askResourceCases } from "./ask.ts";
import { folder } from "./recorded.ts";

mkdirSync(folder, { recursive: true });
for (const [name, text] of await askResourceCases()) writeFileSync(join(folder, name), text);
