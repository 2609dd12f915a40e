import { cacheCases } from "./cache.ts";
import type { TransformCase } from "./case.ts";
import { conditionCases } from "./conditions.ts";
import { configurationCases } from "./configurations.ts";
import { logCases } from "./logs.ts";
import { metricCases } from "./metrics.ts";
import { traceCases } from "./traces.ts";

/** Every recorded case. */
export const transformCases: readonly TransformCase[] = [
  ...logCases,
  ...traceCases,
  ...metricCases,
  ...conditionCases,
  ...cacheCases,
  ...configurationCases,
];
