import type { SignalName, TelemetryData } from "../../collector/signals.ts";
import { suggestion } from "../../diagnostics/did-you-mean.ts";
import type { ConditionExplanation } from "../../engine/condition.ts";
import { recordsOf } from "../../engine/records.ts";
import { because } from "../because.ts";
import { explanationTree } from "../explanation-tree.ts";
import type { JudgedRecord, Judgement } from "../judge.ts";
import { verdictReport } from "../verdict-report.ts";
import { attributeFailures } from "./attribute-failures.ts";
import { changeFailures } from "./change-failures.ts";
import { describeSuiteRecord } from "./describe-suite-record.ts";
import { fewFailures, type RecordFailure } from "./few-failures.ts";
import type { Outcome, Passed, RecordOutcome } from "./outcome.ts";
import { outputFailures } from "./output-failures.ts";
import { placeText } from "./place-text.ts";
import type { SuiteCase } from "./read-suite.ts";
import type { Expect } from "./schema.ts";
import type { SuiteFiles } from "./suite-input.ts";

/** Tells what of a case's expectations an outcome does not meet, each in a text of one or more lines. */
export function failuresOf(one: SuiteCase, outcome: Outcome, files: SuiteFiles): readonly string[] {
  const { expect } = one;
  const { passed, rejection } = outcome;
  const failures: string[] = [];
  if (rejection !== undefined && expect.rejected !== true)
    failures.push(`the payload was rejected: ${rejection}`);
  if (rejection === undefined && expect.rejected === true) failures.push("the payload was not rejected");
  if (passed !== undefined && rejection === undefined)
    failures.push(...emptyFailures(expect, passed), ...fateFailures(one, passed));
  if (expect.matches !== undefined)
    failures.push(...fewFailures(matchFailures(expect.matches, outcome.records())));
  failures.push(...errorFailures(one, outcome));
  failures.push(...fewFailures(changeFailures(expect, outcome)));
  failures.push(...fewFailures(attributeFailures(expect, outcome)));
  failures.push(...outputFailures(one, outcome, files));
  return failures;
}

const aboutMetrics = [
  "kept",
  "dropped",
  "changed",
  "attributes",
  "resource",
  "nothing_else_changes",
] as const;

/** What is expected of every metric says nothing where there is none. */
function emptyFailures(expect: Expect, { given, signal }: Passed): readonly string[] {
  const asked = aboutMetrics.find((key) => expect[key] !== undefined && typeof expect[key] !== "number");
  const isEmpty = asked !== undefined && namesIn(given).length === 0;
  return isEmpty ? [`${asked}: there is no ${nouns[signal][0]} in the input`] : [];
}

function fateFailures({ expect }: SuiteCase, passed: Passed): readonly string[] {
  const failures: string[] = [];
  const given = namesIn(passed.given);
  const left = namesIn(passed.left);
  for (const fate of ["kept", "dropped"] as const) {
    // A processor that does not judge is asked how many metrics are left.
    const isCounted = expect[fate] === true && passed.explaining === undefined;
    const asked = isCounted ? given.length : expect[fate];
    const wanted = Array.isArray(asked) && asked.length === 0 ? 0 : asked; // none is to meet the fate
    if (wanted === true) failures.push(...wrong(passed, (one) => one.verdict !== fate));
    else if (typeof wanted === "number") {
      const found = fate === "kept" ? left.length : given.length - left.length;
      if (found !== wanted)
        failures.push(`expected ${counted(wanted, passed)} to be ${fate}, found ${found}`);
    } else if (wanted !== undefined)
      failures.push(...namedFailures([wanted].flat(), fate, { passed, given, left }));
  }
  if (expect.names !== undefined)
    failures.push(...setFailures("names", expect.names, left, (name) => whyOf(passed, name)));
  if (expect.exported !== undefined)
    failures.push(...setFailures("exported", expect.exported, passed.exported?.() ?? [], () => undefined));
  for (const [key, wanted] of Object.entries(expect.counts ?? {})) {
    const found = passed.left.reduce((sum, each) => sum + counters[key as keyof typeof counters](each), 0);
    if (wanted !== undefined && found !== wanted)
      failures.push(`counts.${key}: expected ${wanted}, found ${found}`);
  }
  return failures;
}

const counters = {
  resources: (one: TelemetryData) => [...recordsOf("resource", one)].length,
  scopes: (one: TelemetryData) => [...recordsOf("scope", one)].length,
  metrics: (one: TelemetryData) => [...recordsOf("metric", one)].length,
  data_points: (one: TelemetryData) => [...recordsOf("datapoint", one)].length,
  spans: (one: TelemetryData) => [...recordsOf("span", one)].length,
  span_events: (one: TelemetryData) => [...recordsOf("spanevent", one)].length,
  log_records: (one: TelemetryData) => [...recordsOf("log", one)].length,
} as const;

interface Names {
  readonly passed: Passed;
  readonly given: readonly string[];
  readonly left: readonly string[];
}

function namedFailures(
  names: readonly string[],
  fate: "kept" | "dropped",
  { passed, given, left }: Names,
): readonly string[] {
  return names.flatMap((name) => {
    if (!given.includes(name)) {
      const { label } = suggestion(name, given);
      return [
        `${fate}: there is no ${nouns[passed.signal][0]} ${JSON.stringify(name)} in the input${label ? `, ${label}` : ""}`,
      ];
    }
    if (left.includes(name) === (fate === "kept")) return [];
    const told = wrong(passed, ({ record, verdict }) => nameOf(record) === name && verdict !== fate);
    return told.length > 0 ? told : [`${name} was not ${fate}`];
  });
}

/** A report of the judgements that are not as expected. */
function wrong({ explaining, judgements }: Passed, is: (one: Judgement) => boolean): readonly string[] {
  const all = judgements();
  const found = all.filter(is);
  if (explaining === undefined || found.length === 0) return [];
  return [verdictReport(explaining, found, all.length).replace(/^✗ /, "")];
}

/** What decided on the metrics of a name, in a line. */
function whyOf({ judgements }: Passed, name: string): string | undefined {
  const found = judgements().find(({ record }) => nameOf(record) === name);
  if (found === undefined) return undefined;
  const { verdict, explanation } = found;
  const decider = explanation.decidedBy ?? explanation.asked.at(-1);
  if (decider === undefined) return verdict;
  const { decidedBy } = decider.explanation;
  const place = placeText(decider.condition.locate(decidedBy.span));
  return `${verdict}, since ${because(decidedBy)}\n      ${place}`;
}

function setFailures(
  what: string,
  expected: readonly string[],
  found: readonly string[],
  why: (name: string) => string | undefined,
): readonly string[] {
  const there = new Set(found);
  const wanted = new Set(expected);
  const line = (sign: string) => (name: string) => {
    const reason = why(name);
    return `  ${sign} ${name}${reason === undefined ? "" : `  ${reason}`}`;
  };
  const missing = [...wanted].filter((name) => !there.has(name));
  const more = [...there].filter((name) => !wanted.has(name));
  if (missing.length + more.length === 0) return [];
  const shown = [
    ...missing.slice(0, mostLines).map(line("-")),
    ...more.slice(0, Math.max(0, mostLines - missing.length)).map(line("+")),
  ];
  const left = missing.length + more.length - shown.length;
  const rest = left > 0 ? [`  … ${left} more`] : [];
  const head = `${what}: ${missing.length} missing (-), ${more.length} not expected (+)`;
  return [[head, ...shown, ...rest].join("\n")];
}

const mostLines = 20;

function matchFailures(wanted: boolean, records: readonly RecordOutcome[]): readonly RecordFailure[] {
  return records
    .filter(({ matched }) => matched !== wanted)
    .map(({ record, matched, asked }) => () => {
      const found = matched === undefined ? "it failed" : `found ${matched}`;
      const told = asked.map(({ text, explanation }) => {
        const decider =
          "decidedBy" in explanation ? (explanation as ConditionExplanation).decidedBy : explanation;
        const tree = explanationTree(explanation).map((line) => `    ${line}`);
        return [`  ${placeText(text.locate(decider.span))}  ${because(decider)}`, ...tree].join("\n");
      });
      return [`matches: expected ${wanted}, ${found} for ${describeSuiteRecord(record)}`, ...told].join("\n");
    });
}

function errorFailures({ expect }: SuiteCase, { errors }: Outcome): readonly string[] {
  const told = errors.map(({ code, message, place }) => `  ${placeText(place)}  [${code}] ${message}`);
  const withErrors = (text: string) => [text, ...told.slice(0, mostLines)].join("\n");
  const failures: string[] = [];
  if (expect.no_evaluation_errors === true && errors.length > 0)
    failures.push(withErrors(`expected no evaluation errors, found ${errors.length}`));
  const wanted = expect.errors;
  if (typeof wanted === "number" && errors.length !== wanted)
    failures.push(withErrors(`errors: expected ${wanted}, found ${errors.length}`));
  if (Array.isArray(wanted)) {
    for (const text of wanted)
      if (!errors.some(({ code, message }) => code === text || message.includes(text)))
        failures.push(withErrors(`errors: there is none with ${JSON.stringify(text)}`));
    const odd = errors.filter(
      ({ code, message }) => !wanted.some((text) => code === text || message.includes(text)),
    );
    if (odd.length > 0) failures.push(withErrors(`errors: ${odd.length} more than expected`));
  }
  return failures;
}

/** The names of the metrics, spans or log records of payloads. */
function namesIn(payloads: readonly TelemetryData[]): readonly string[] {
  return payloads.flatMap((each) =>
    ["metric", "span", "log"].flatMap((context) => [...recordsOf(context, each)].map(nameOf)),
  );
}

/** What a record is named: its metric or span, of a log record its event or its text. */
function nameOf(record: object): string {
  const { metric, span, log }: JudgedRecord = record;
  if (!log) return (metric ?? span)?.name ?? "";
  const body: unknown = log.body;
  const text =
    typeof body === "object" && body !== null && "stringValue" in body ? body.stringValue : undefined;
  return log.eventName || (typeof text === "string" ? text : (log.severityText ?? ""));
}

const nouns: Readonly<Record<SignalName, readonly [string, string]>> = {
  metrics: ["metric", "metrics"],
  traces: ["span", "spans"],
  logs: ["log record", "log records"],
};

function counted(count: number, { signal }: Passed): string {
  return `${count} ${nouns[signal][count === 1 ? 0 : 1]}`;
}
