/** Writes `fixtures/attributes` from the reference: `npx node test/collector/attributes/record.ts`. */
import { writeFileSync } from "node:fs";
import { askAttributesCases } from "./ask.ts";
import { fixture } from "./recorded.ts";

writeFileSync(fixture, await askAttributesCases());
