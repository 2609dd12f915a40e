import type { ValueIr } from "../../check/ir.ts";
import { defineRule, type LintText } from "../define-rule.ts";
import { isMetricName } from "../metric-name.ts";
import { branchesOfPattern, patternTokens } from "../pattern-tokens.ts";
import { isTestOfPattern, regexpsOf } from "../patterns-of.ts";
import { ofKind } from "../visit-ir.ts";

/** Finds names that Prometheus gives to the series of a histogram. */
export const bucketName = defineRule({
  code: "bucket_name",
  severity: "warning",
  summary: "The name of a metric is compared with the name of a histogram's buckets.",
  why: "Prometheus has a series `x_bucket` for each bucket of a histogram; in OTLP there is one metric `x` whose data points hold the buckets, so such a name never occurs. Ask for `x`, and for the kind with `type == METRIC_DATA_TYPE_HISTOGRAM`.",
  bad: [
    { context: "metric", text: 'name == "http_request_duration_seconds_bucket"' },
    { context: "metric", text: 'IsMatch(name, "_bucket$")' },
    { context: "datapoint", text: 'HasSuffix(metric.name, "_bucket")' },
  ],
  good: [
    { context: "metric", text: 'name == "http_request_duration_seconds"' },
    { context: "metric", text: 'IsMatch(name, "bucket_size")' },
    { context: "span", text: 'name == "fill_bucket"' },
    { context: "datapoint", text: 'attributes["name"] == "x_bucket"' },
  ],
  *check(text) {
    for (const { left, right, operator } of ofKind(text, "compare")) {
      if (operator !== "==" && operator !== "!=") continue;
      const literal = isMetricName(left) ? right : isMetricName(right) ? left : undefined;
      if (literal?.kind !== "literal" || typeof literal.value !== "string") continue;
      if (literal.value.endsWith("_bucket")) yield found(literal, literal.value, text);
    }
    for (const written of regexpsOf(text)) {
      const { subject, pattern, source } = written;
      if (subject === undefined || !isMetricName(subject) || !isTestOfPattern(written)) continue;
      const branches = branchesOfPattern(patternTokens(pattern));
      const branch = branches.map((tokens) => tokens.map((token) => token.text).join("")).find(isBucket);
      if (branch !== undefined) yield found(source, branch, text);
    }
    for (const { definition, args } of ofKind(text, "call")) {
      const [target, suffix] = args;
      if (definition.name !== "HasSuffix" || target?.kind !== "dynamic" || !isMetricName(target.source))
        continue;
      if (suffix?.kind !== "constant" || suffix.source === undefined) continue;
      if (suffix.value === "_bucket") yield found(suffix.source, "_bucket", text);
    }
  },
});

function isBucket(branch: string): boolean {
  return /_bucket\$?$/.test(branch);
}

function found({ node }: ValueIr, name: string, { settings }: LintText) {
  const path = settings.context.name === "metric" ? "type" : "metric.type";
  return {
    span: node.span,
    params: { name },
    hint: `histograms are those with ${path} == METRIC_DATA_TYPE_HISTOGRAM`,
  };
}
