/** Writes `fixtures/filter/cases.json` from the reference: `npx node test/collector/filter/record.ts`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { askFilterCases } from "./ask.ts";
import { fixture } from "./recorded.ts";

mkdirSync(new URL(".", fixture), { recursive: true });
writeFileSync(fixture, await askFilterCases());
