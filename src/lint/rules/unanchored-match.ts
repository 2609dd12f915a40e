import type { ValueIr } from "../../check/ir.ts";
import { defineRule } from "../define-rule.ts";
import { literalsOfPattern } from "../literal-matches.ts";
import { isMetricName } from "../metric-name.ts";
import { branchesOfPattern, type PatternToken, patternTokens } from "../pattern-tokens.ts";
import { isTestOfPattern, regexpsOf } from "../patterns-of.ts";
import { placeIn } from "../replacements.ts";

/** Finds patterns on names that look anchored and are not. */
export const unanchoredMatch = defineRule({
  code: "unanchored_match",
  severity: "warning",
  summary: "A pattern for a name that looks like a whole name or a beginning, but matches anywhere.",
  why: '`IsMatch` finds its pattern anywhere in the text: `IsMatch(name, "response_latency_ms.*")` also holds for `control_response_latency_ms`. `^` binds it to the begin and `$` to the end; a `.*` at an end changes nothing.',
  bad: [
    { context: "metric", text: 'IsMatch(name, "response_latency_ms.*")' },
    { context: "metric", text: 'IsMatch(name, "http_server_duration|http_client_duration")' },
    { context: "log", text: 'IsMatch(resource.attributes["k8s.namespace.name"], "kube-.*")' },
    { context: "span", text: 'IsMatch(attributes["service.name"], "(cart|checkout).*")' },
    { context: "metric", text: 'IsMatch(name, "http_server_|go_")' },
    { context: "metric", text: 'IsMatch(name, "k8s\\\\.pod\\\\.")' },
  ],
  good: [
    { context: "metric", text: 'IsMatch(name, "^response_latency_ms")' },
    { context: "metric", text: 'IsMatch(name, ".*response_latency_ms.*")' },
    { context: "metric", text: 'IsMatch(name, "latency")' },
    { context: "metric", text: 'IsMatch(name, "_bucket_")' },
    { context: "metric", text: 'IsMatch(name, "go_|latency")' },
    { context: "log", text: 'IsMatch(body, "error-")' },
    { context: "log", text: 'IsMatch(body, "error.*")' },
    { context: "log", text: 'IsMatch(attributes["url.path"], "/api/.*")' },
  ],
  *check(text) {
    for (const written of regexpsOf(text)) {
      const { pattern, source, subject } = written;
      if (!isTestOfPattern(written) || subject === undefined || !isName(subject)) continue;
      const branches = branchesOfPattern(patternTokens(pattern));
      const found =
        isMetricName(subject) && branches.every(isMetric)
          ? "whole"
          : branches.every(isBegin)
            ? "begin"
            : undefined;
      if (found === undefined) continue;
      const plain = pattern.replace(/\.[*+]$/, "");
      yield {
        span: placeIn(text.text, source, 0, pattern.length),
        params: {
          found: foundBy(branches[0] ?? []),
          looks: found === "whole" ? "a whole name" : "the begin of a name",
        },
        hint: hintFor(found, branches.length > 1 ? `(${pattern})` : plain),
      };
    }
  },
});

function hintFor(found: "whole" | "begin", pattern: string): string {
  const bound = JSON.stringify(found === "whole" ? `^${pattern}$` : `^${pattern}`);
  return `${found === "whole" ? "for the name alone" : "for the begin"} write ${bound}`;
}

/** A text that a branch matches though it begins otherwise. */
function foundBy(branch: readonly PatternToken[]): string {
  const written = branch.map(({ text }) => text).join("");
  const shortest = written.replace(/\.\*$/, "").replace(/\.\+$/, "x");
  const name = literalsOfPattern(shortest.replace(/\\?\./g, "\\."))?.[0]?.text ?? shortest;
  return `x${separatorOf(name)}${name}`;
}

function separatorOf(name: string): string {
  return name.includes("_") ? "_" : name.includes(".") ? "." : "-";
}

/** A name of several words, and nothing else. */
function isMetric(branch: readonly PatternToken[]): boolean {
  const written = branch.map(({ text }) => text).join("");
  return /^[a-z][a-z0-9]*(?:(?:_|\\?\.)[a-z0-9]+){2,}$/.test(written);
}

/** Words, then `.*` or `.+`, or what parts words of a name. */
function isBegin(branch: readonly PatternToken[]): boolean {
  const written = branch.map(({ text }) => text).join("");
  if (/^[A-Za-z][A-Za-z0-9]*(?:(?:_|-|\\?\.)[A-Za-z0-9]+)*(?:_|-|\\?\.)$/.test(written)) return true;
  return /^(?:[A-Za-z0-9_/-]|\\?\.(?![*+?{])|\([A-Za-z0-9_|-]+\))+\.[*+]$/.test(written);
}

/** The name of a thing: a field `name`, or an attribute that is called a name, an id or the like. */
function isName(ir: ValueIr): boolean {
  if (ir.kind !== "read") return false;
  const { definition } = ir.path;
  if (definition.kind === "field") return definition.property === "name";
  const last = ir.keys.at(-1);
  return (
    definition.kind === "attributes" &&
    last?.kind === "literal" &&
    typeof last.value === "string" &&
    /(?:^|[._])(?:name|namespace|service|host|hostname|pod|container|cluster|deployment|node|app|job|instance|environment|env)$/.test(
      last.value,
    )
  );
}
