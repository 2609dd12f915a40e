import type { PrometheusCompatibility } from "./capabilities.ts";
import { wordsOfUnit } from "./unit.ts";

/** What decides the exported name of a metric. */
export interface NamedMetric {
  readonly name: string;
  readonly unit?: string;
  readonly kind: "gauge" | "sum" | "histogram" | "exponentialHistogram" | "summary";
  readonly isMonotonic?: boolean;
}

export interface MetricNameOptions {
  /** Put in front of the name. */
  readonly namespace?: string;
  /** Whether the unit and `_total` or `_ratio` are added; default `true`. */
  readonly addMetricSuffixes?: boolean;
}

/**
 * The name that the remote-write exporter gives a metric: split at what Prometheus names cannot hold, then the unit,
 * then `total` for counters, `ratio` for gauges of unit 1. Newer exporters have no name for some: `undefined`.
 */
export function metricName(
  metric: NamedMetric,
  options: MetricNameOptions,
  compatibility: PrometheusCompatibility,
): string | undefined {
  const ascii = compatibility.has("ascii_names");
  const { namespace = "", addMetricSuffixes = true } = options;
  const name = addMetricSuffixes
    ? suffixedName(metric, namespace, ascii)
    : cleanName(metric.name, namespace, ascii);
  const isNothing = name === "" || (name !== metric.name && /^_*$/.test(name));
  return ascii && isNothing ? undefined : name;
}

function suffixedName(metric: NamedMetric, namespace: string, ascii: boolean): string {
  const { name, unit = "", kind, isMonotonic } = metric;
  let tokens = tokensOf(name, ascii ? /[^a-zA-Z0-9:]+/ : /[^\p{L}\p{Nd}]+/u);
  tokens.push(...unitTokens(tokens, unit, ascii));
  if (kind === "sum" && isMonotonic) tokens = [...tokens.filter((token) => token !== "total"), "total"];
  if (kind === "gauge" && unit === "1") tokens = [...tokens.filter((token) => token !== "ratio"), "ratio"];
  if (namespace !== "") tokens.unshift(namespace);
  return withoutLeadingDigit(tokens.join("_"));
}

/** The words of the unit that the name does not have yet. */
function unitTokens(tokens: readonly string[], unit: string, ascii: boolean): string[] {
  const { main, per } = wordsOfUnit(unit);
  if (!ascii) {
    const clean = (word: string) => tokensOf(word, /[^\p{L}\p{Nd}]+/u).join("_");
    const missing = (word: string) => word !== "" && !tokens.includes(word);
    const added = missing(clean(main)) ? [clean(main)] : [];
    const known = [...tokens, ...added];
    return clean(per) !== "" && !known.includes(clean(per)) ? [...added, "per", clean(per)] : added;
  }
  const clean = (word: string) => word.replace(/[^a-zA-Z0-9:]+/g, "_").replace(/^_/, "");
  let mainWord = tokens.includes(clean(main)) ? "" : clean(main);
  let perWord = per === "" ? "" : clean(`per_${per}`);
  perWord = perWord === "per_" ? "" : perWord.replace(/_$/, "");
  if (tokens.includes(perWord)) perWord = "";
  if (perWord !== "") mainWord = mainWord.replace(/_$/, "");
  return [mainWord, perWord].filter((word) => word !== "");
}

function cleanName(name: string, namespace: string, ascii: boolean): string {
  const forbidden = ascii ? /[^a-zA-Z0-9:_]+/ : /[^\p{L}\p{Nd}_:]+/u;
  const clean = tokensOf(name, forbidden).join("_");
  if (namespace === "") return withoutLeadingDigit(clean);
  return `${ascii ? tokensOf(namespace, forbidden).join("_") : namespace}_${clean}`;
}

function tokensOf(text: string, separators: RegExp): string[] {
  return text.split(separators).filter((token) => token !== "");
}

function withoutLeadingDigit(name: string): string {
  return /^\d/.test(name) ? `_${name}` : name;
}
