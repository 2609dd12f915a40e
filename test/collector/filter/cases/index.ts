import type { FilterCase } from "./case.ts";
import { configurationCases } from "./configurations.ts";
import { flatCases } from "./flat.ts";
import { foundCases } from "./found.ts";
import { legacyCases } from "./legacy.ts";
import { logCases } from "./logs.ts";
import { structuredCases } from "./structured.ts";
import { traceCases } from "./traces.ts";

/** Every recorded case. */
export const filterCases: readonly FilterCase[] = [
  ...structuredCases,
  ...flatCases,
  ...configurationCases,
  ...traceCases,
  ...logCases,
  ...legacyCases,
  ...foundCases,
];
