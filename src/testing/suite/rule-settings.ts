import { relocate } from "../../collector/placed-text.ts";
import type { ConfigPlace } from "../../collector/processor.ts";
import type { Span } from "../../diagnostics/diagnostic.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import type { DocumentNode } from "../../documents/node.ts";
import type { ErrorMode } from "../../engine/conditions.ts";
import type { SuiteDocument, TestDocument } from "./schema.ts";

/** What a test is about. */
export type RuleKind = "processor" | "pipeline" | "condition" | "statement";

/** A condition or statement and where it is written in the suite. */
export interface RuleText {
  readonly text: string;
  readonly locate: (span: Span) => ConfigPlace;
}

/** A text of the suite itself. */
export interface SuiteText extends RuleText {
  /** An error about the text as one about the suite. */
  readonly relocate: (error: OttlError) => OttlError;
}

/** The rule that a test is about. */
export interface RuleSettings {
  readonly kind: RuleKind;
  /** The Collector's configuration, of a processor or a pipeline. */
  readonly config?: string;
  readonly processor?: string;
  readonly pipeline?: string;
  readonly env: Readonly<Record<string, string>>;
  /** The conditions or statements. */
  readonly texts: readonly SuiteText[];
  readonly context?: string;
  readonly errorMode?: ErrorMode;
  readonly gates?: readonly string[];
}

/** The document that settings are read from. */
interface Reading {
  /** The value of a setting of the test, or of the suite. */
  readonly at: (key: string) => DocumentNode | undefined;
  /** The path of that setting. */
  readonly setting: (key: string) => string;
  readonly place: (span: Span, setting: string) => ConfigPlace;
  readonly refuse: (key: string, problem: string) => OttlError;
}

const subjects = ["config", "condition", "statements"] as const;

/**
 * The rule that a test is about: its own, or that of its suite.
 *
 * @throws {OttlError} where there is none, or more than one.
 */
export function ruleOf(suite: SuiteDocument, test: TestDocument, reading: Reading): RuleSettings {
  const { at, refuse } = reading;
  const owner = ownerOf(suite, test);
  const [subject, second] = subjects.filter((key) => owner[key] !== undefined);
  if (subject === undefined)
    throw refuse("config", "the test has no rule: give it or the suite a config, a condition or statements");
  if (second !== undefined) throw refuse(second, `"${subject}" and "${second}" exclude each other`);
  const { config, processor, pipeline } = owner;
  const context = test.context ?? suite.context;
  const errorMode = test.error_mode ?? suite.error_mode;
  for (const key of ["processor", "pipeline"] as const)
    if (owner[key] !== undefined && subject !== "config") throw refuse(key, `"${key}" needs a config`);
  if (processor !== undefined && pipeline !== undefined)
    throw refuse("pipeline", '"processor" and "pipeline" exclude each other');
  const gates = test.gates ?? suite.gates;
  return {
    kind: kindOf(subject, processor),
    ...(config === undefined ? {} : { config }),
    ...(processor === undefined ? {} : { processor }),
    ...(pipeline === undefined ? {} : { pipeline }),
    env: { ...suite.env, ...test.env },
    texts: subject === "config" ? [] : textsOf(at(subject), subject, reading),
    ...(context === undefined ? {} : { context }),
    ...(errorMode === undefined ? {} : { errorMode }),
    ...(gates === undefined ? {} : { gates }),
  };
}

/** Where the rule of a test stands; a configuration of its own leaves it the processor or pipeline of the suite. */
function ownerOf(suite: SuiteDocument, test: TestDocument): Partial<TestDocument> {
  const isOwn = subjects.some((key) => test[key] !== undefined);
  if (!isOwn) return { ...suite, ...defined(test) };
  if (test.config === undefined || test.processor !== undefined || test.pipeline !== undefined) return test;
  const { processor, pipeline } = suite;
  return { ...test, ...defined({ processor, pipeline }) };
}

function defined(test: Partial<TestDocument>): Partial<TestDocument> {
  return Object.fromEntries(Object.entries(test).filter(([, value]) => value !== undefined));
}

function kindOf(subject: (typeof subjects)[number], processor: string | undefined): RuleKind {
  if (subject === "condition") return "condition";
  if (subject === "statements") return "statement";
  return processor === undefined ? "pipeline" : "processor";
}

function textsOf(
  node: DocumentNode | undefined,
  key: string,
  { place, setting: settingOf }: Reading,
): readonly SuiteText[] {
  const items = node?.kind === "sequence" ? node.items : node === undefined ? [] : [node];
  return items.flatMap((item, i) => {
    if (item.kind !== "scalar" || item.text === undefined) return []; // the schema has refused it
    const setting = `${settingOf(key)}${node === item ? "" : `[${i}]`}`;
    const { text, source } = item;
    const placed = { text, setting, source, locate: (span: Span) => item.locate(span) };
    return [
      {
        text,
        locate: (span: Span) => place(item.locate(span), setting),
        relocate: ({ diagnostics: [first, ...others] }: OttlError) =>
          new OttlError(
            "configuration",
            [relocate(first, placed), ...others.map((each) => relocate(each, placed))],
            source.text,
            { file: source.file },
          ),
      },
    ];
  });
}
