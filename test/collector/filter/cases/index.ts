import type { FilterCase } from "./case.ts";
import { configurationCases } from "./configurations.ts";
import { flatCases } from "./flat.ts";
import { structuredCases } from "./structured.ts";

/** Every recorded case. */
export const filterCases: readonly FilterCase[] = [...structuredCases, ...flatCases, ...configurationCases];
