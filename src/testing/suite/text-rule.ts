import { OttlError } from "../../diagnostics/ottl-error.ts";
import type { Condition } from "../../engine/condition.ts";
import type { ErrorMode } from "../../engine/conditions.ts";
import { copyRecord } from "../../engine/copy-record.ts";
import { condition, infer, statement } from "../../engine/standard.ts";
import type { Statement } from "../../engine/statement.ts";
import { describeSuiteRecord } from "./describe-suite-record.ts";
import type { AskedText, EvaluationFailure, Outcome, RecordOutcome, Rule } from "./outcome.ts";
import type { SuiteCase } from "./read-suite.ts";
import type { RuleSettings, RuleText, SuiteText } from "./rule-settings.ts";
import { recordsOfCase, type SuiteFiles } from "./suite-input.ts";

interface Compiled<T> extends RuleText {
  readonly run: T;
}

/** Makes the conditions or the statements that a case is about. */
export function textRule(one: SuiteCase, version: string | undefined, files: SuiteFiles): Rule {
  const { rule } = one;
  const options = {
    ...(version === undefined ? {} : { compatibility: version }),
    ...(rule.gates === undefined ? {} : { gates: rule.gates }),
  };
  const context = contextOf(one, options);
  const make = <T>(compile: (text: string) => T): readonly Compiled<T>[] =>
    rule.texts.map((text) => ({ ...text, run: relocating(text, () => compile(text.text)) }));
  const isCondition = rule.kind === "condition";
  const named = { ...options, pathContextNames: rule.context === undefined };
  const conditions = isCondition ? make((text) => condition(context, text, named)) : [];
  const statements = isCondition ? [] : make((text) => statement(context, text, named));
  const ask = isCondition
    ? (record: object) => askConditions(conditions, rule, record)
    : (record: object) => runStatements(statements, rule, record);
  const whole = { start: 0, end: 0 };
  return {
    texts: () =>
      [...conditions, ...statements].map(({ text, locate, run }) => ({
        text,
        locate,
        place: locate(whole),
        shape: run.explain({}),
      })),
    run(current) {
      const records = recordsOfCase(current, context, { files, version }).map(ask);
      return {
        errors: records.flatMap(errorsOf),
        records: () => records,
        *explanations() {
          for (const { asked } of records)
            for (const { text, explanation } of asked) yield { place: text.locate(whole), explanation };
        },
      } satisfies Outcome;
    },
  };
}

function contextOf(one: SuiteCase, options: object): string {
  const { context, texts, kind } = one.rule;
  if (context !== undefined) return context;
  const all = texts.map(({ text }) => text);
  const [first] = texts;
  const infers = () => infer(kind === "condition" ? { conditions: all } : { statements: all }, options);
  const found = first === undefined ? undefined : relocating(first, infers).context;
  if (found !== undefined) return found;
  throw one.refuse(
    kind === "condition" ? "condition" : "statements",
    "its paths tell no context: give it one",
  );
}

/** Asks conditions as a processor does: the first that holds decides. */
function askConditions(
  conditions: readonly Compiled<Condition>[],
  { errorMode = "propagate" }: RuleSettings,
  record: object,
): RecordOutcome {
  const asked: AskedText[] = [];
  let matched: boolean | undefined = false;
  for (const { run, ...text } of conditions) {
    const explanation = run.explain(record);
    asked.push({ text, explanation });
    if (explanation.error !== undefined && errorMode === "propagate") matched = undefined;
    else if (explanation.value === true) matched = true;
    if (matched !== false) break;
  }
  return { record, left: record, matched, asked };
}

/** Runs statements one after another on a copy of a record; one that fails under `propagate` is the last. */
function runStatements(
  statements: readonly Compiled<Statement>[],
  { errorMode = "propagate" }: { readonly errorMode?: ErrorMode },
  record: object,
): RecordOutcome {
  const left = copyRecord(record);
  const asked: AskedText[] = [];
  let matched = false;
  for (const { run, ...text } of statements) {
    asked.push({ text, explanation: run.explain(left) });
    try {
      if (run.execute(left)) matched = true;
    } catch (error) {
      if (!(error instanceof OttlError)) throw error;
      if (errorMode === "propagate") break;
    }
  }
  return { record, left, matched, asked };
}

function errorsOf({ record, asked }: RecordOutcome): readonly EvaluationFailure[] {
  return asked.flatMap(({ text, explanation: { error } }) => {
    if (error === undefined) return [];
    const { code, message, span } = error;
    return [
      { code, message, text: text.text, place: text.locate(span), record: describeSuiteRecord(record) },
    ];
  });
}

/** Runs a step over a text; an error in it is told at its place in the suite. */
function relocating<T>(text: SuiteText, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof OttlError)) throw error;
    throw text.relocate(error);
  }
}
