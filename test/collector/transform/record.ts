/** Writes `fixtures/transform/cases.json` from the reference: `npx node test/collector/transform/record.ts`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { askTransformCases } from "./ask.ts";
import { fixture } from "./recorded.ts";

mkdirSync(new URL(".", fixture), { recursive: true });
writeFileSync(fixture, await askTransformCases());
