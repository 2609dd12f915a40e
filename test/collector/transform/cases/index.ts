import { cacheCases } from "./cache.ts";
import type { TransformCase } from "./case.ts";
import { conditionCases } from "./conditions.ts";
import { configurationCases } from "./configurations.ts";
import { foundCases } from "./found.ts";
import { logCases } from "./logs.ts";
import { metricCases } from "./metrics.ts";
import { ownFunctionCases } from "./own-functions.ts";
import { traceCases } from "./traces.ts";

/** Every recorded case. */
export const transformCases: readonly TransformCase[] = [
  ...logCases,
  ...traceCases,
  ...metricCases,
  ...conditionCases,
  ...cacheCases,
  ...configurationCases,
  ...ownFunctionCases,
  ...foundCases,
];
