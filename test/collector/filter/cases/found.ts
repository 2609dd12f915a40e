/** What generated settings showed to be answered differently. */
import { each, type FilterCase } from "./case.ts";

const metricUp = 'metric.name == "up"';
const legacy = { match_type: "strict", metric_names: ["up"] };

/** Unknown settings are refused even where they are null. */
const unknownNulls = [
  { log: null },
  { nonsense: null, metrics: { metric: ['name == "up"'] } },
  { logs: { span: null } },
  { metrics: { metrics: null } },
  { metrics: { include: { ...legacy, names: null } } },
  { metrics: { include: { ...legacy, resource_attributes: [{ key: "id", values: null }] } } },
  { metrics: { include: { ...legacy, regexp: { cache: null } } } },
  { metric_conditions: [{ conditions: [metricUp], nonsense: null }] },
  { spans: { includes: null } },
  { traces: { error_mode: null } },
];

export const foundCases: readonly FilterCase[] = [...each(unknownNulls, ["mesh"])];
