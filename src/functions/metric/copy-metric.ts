import * as t from "../../core/types.ts";
import { defineFunction, optional } from "../define-function.ts";
import { metricInScope, scopeOf } from "../lib/example-metrics.ts";

const gauge = { dataPoints: [{ asInt: "7" }] };
const jobs = { name: "jobs", gauge };

export const copyMetric = defineFunction({
  kind: "editor",
  name: "copy_metric",
  category: "metric",
  summary:
    "Adds a copy of the metric to the scope. A processor comes to the copies, too: the condition of the statement must not hold for them.",
  params: [
    optional("name", t.lazy(t.string), "The name of the copy.", undefined),
    optional("description", t.lazy(t.string), "The description of the copy.", undefined),
    optional("unit", t.lazy(t.string), "The unit of the copy.", undefined),
  ],
  returns: t.any,
  since: "0.104.0",
  contexts: ["metric"],
  only: "transform",
  metric: true,
  examples: [
    {
      source: 'copy_metric(name="jobs.copy", description="To compare.", unit="1") where name == "jobs"',
      data: metricInScope(jobs),
      leaves: scopeOf(jobs, { name: "jobs.copy", gauge, description: "To compare.", unit: "1" }),
    },
    { source: "copy_metric(name=1)", error: "argument_type" },
  ],
  evaluate(metric, name, description, unit) {
    let copy = metric.read();
    try {
      if (name !== undefined) copy = { ...copy, name: name() };
      if (description !== undefined) copy = { ...copy, description: description() };
      if (unit !== undefined) copy = { ...copy, unit: unit() };
    } finally {
      metric.append(copy); // the reference has made it when an argument fails
    }
    return null;
  },
});
