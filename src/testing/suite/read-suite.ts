import { decode } from "../../collector/config.ts";
import { settingAt } from "../../collector/config-issues.ts";
import { Findings } from "../../collector/findings.ts";
import type { ConfigPlace } from "../../collector/processor.ts";
import { makeDiagnostic } from "../../diagnostics/all-messages.ts";
import type { Diagnostic, Span } from "../../diagnostics/diagnostic.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { placeIn } from "../../diagnostics/source-file.ts";
import type { DocumentNode, SourceText } from "../../documents/node.ts";
import { nodeAt } from "../../documents/plain.ts";
import { parseYaml } from "../../documents/yaml.ts";
import { findVersion } from "../../engine/options.ts";
import { mergeExpectations, unfitting } from "./expectation.ts";
import { type RuleSettings, ruleOf } from "./rule-settings.ts";
import {
  type CaseDocument,
  type Expect,
  type SuiteDocument,
  suiteSchema,
  type TestDocument,
} from "./schema.ts";

type Path = readonly (string | number)[];

/** One case of a suite: a rule, what it is given, and what is expected. */
export interface SuiteCase {
  /** The name of its test, and behind ` › ` that of the case where there is a table. */
  readonly name: string;
  readonly place: ConfigPlace;
  readonly rule: RuleSettings;
  /** The versions that it is run with; `undefined` is the newest. */
  readonly versions: readonly (string | undefined)[];
  readonly input: CaseDocument;
  readonly expect: Expect;
  /** An error about a setting of the case, at its place in the suite. */
  readonly refuse: (key: string, problem: string) => OttlError;
}

/** A suite of rule tests that was read. */
export interface Suite {
  readonly source: SourceText;
  readonly cases: readonly SuiteCase[];
}

/**
 * Reads the YAML text of a suite.
 *
 * @throws {OttlError} of phase `configuration` with everything that is wrong and its place.
 */
export function readSuite(text: string, file?: string): Suite {
  const source: SourceText = file === undefined ? { text } : { text, file };
  const { node, diagnostics } = parseYaml(source);
  if (node === undefined) throw refused(source, diagnostics);
  return new Reader(node, decode(suiteSchema, node, "")).read();
}

class Reader {
  readonly #root: DocumentNode;
  readonly #suite: SuiteDocument;
  readonly #findings: Findings;

  constructor(root: DocumentNode, suite: SuiteDocument) {
    this.#root = root;
    this.#suite = suite;
    this.#findings = new Findings(root.source);
  }

  read(): Suite {
    this.#requireVersions([], this.#suite.versions);
    const cases = this.#suite.tests.flatMap((test, i) => this.#test(test, ["tests", i]));
    const error = this.#findings.error();
    if (error !== undefined) throw error;
    return { source: this.#root.source, cases };
  }

  #test(test: TestDocument, path: Path): readonly SuiteCase[] {
    this.#requireVersions(path, test.versions);
    const pathOf = (key: string) => this.#settingPath([key], [path, []]);
    const rule = this.#findings.collect(() =>
      ruleOf(this.#suite, test, {
        at: (key) => {
          const at = pathOf(key);
          return at && this.#at(at);
        },
        setting: (key) => settingAt("", pathOf(key) ?? []),
        place: (span, setting) => this.#place(span, setting),
        refuse: (key, problem) => this.#refuse(pathOf(key) ?? path, problem),
      }),
    );
    if (rule === undefined) return [];
    const versions = test.versions ?? this.#suite.versions ?? [undefined];
    const rows = test.cases?.map((row, i) => ({ row, at: [...path, "cases", i] }));
    return (rows ?? [{ row: {} as CaseDocument, at: path }]).flatMap(({ row, at }, i) => {
      const input = inputOf(test, row);
      const expect = mergeExpectations(this.#suite.expect, test.expect, row.expect);
      this.#requireExpectation(expect, rule, at, path);
      if (!inputKeys.some((key) => input[key] !== undefined))
        this.#add(
          at,
          "the test has no input: give it a metric, a span, a log, a record, a payload or a file",
        );
      const own = row.name ?? recordName(row) ?? (rows === undefined ? undefined : `case ${i + 1}`);
      return {
        name: rows === undefined ? test.name : `${test.name} › ${own}`,
        place: this.#place(this.#at(at)?.span ?? this.#root.span, settingAt("", at)),
        rule,
        versions,
        input,
        expect,
        refuse: (key, problem) => this.#refuse(this.#settingPath([key], [at, path, []]) ?? at, problem),
      };
    });
  }

  /** Where a setting is written, in the first of its owners that has it; what is null is as if it was not there. */
  #settingPath(setting: Path, owners: readonly Path[]): Path | undefined {
    return owners
      .map((owner) => [...owner, ...setting])
      .find((path) => {
        const node = this.#at(path);
        return node !== undefined && !(node.kind === "scalar" && node.value === null);
      });
  }

  #requireExpectation(expect: Expect, rule: RuleSettings, at: Path, test: Path): void {
    if (Object.keys(expect).length === 0) this.#add(at, "the test expects nothing: give it an expect");
    const owners = [at, test, []];
    for (const { key, problem } of unfitting(expect, rule.kind)) {
      const exact = this.#settingPath(["expect", key], owners);
      this.#add(exact ?? this.#settingPath(["expect"], owners) ?? at, problem);
    }
  }

  #requireVersions(path: Path, versions: readonly string[] = []): void {
    for (const [i, version] of versions.entries()) {
      try {
        findVersion(version);
      } catch (error) {
        if (!(error instanceof OttlError)) throw error;
        this.#findings.add({ ...error.diagnostics[0], ...this.#where([...path, "versions", i]) });
      }
    }
  }

  #add(path: Path, problem: string): void {
    this.#findings.add(this.#diagnostic(path, problem));
  }

  #refuse(path: Path, problem: string): OttlError {
    return refused(this.#root.source, [this.#diagnostic(path, problem)]);
  }

  #diagnostic(path: Path, problem: string): Diagnostic {
    const { span, setting } = this.#where(path);
    return { ...makeDiagnostic("invalid_setting", { problem }, span), setting };
  }

  /** The value of a setting where it is a scalar, else its key; of a test or case its first line. */
  #where(path: Path): { readonly span: Span; readonly setting: string } {
    const node = this.#at(path) ?? this.#root;
    const parent = this.#at(path.slice(0, -1));
    const entry = parent?.kind === "map" ? parent.entries.find(({ value }) => value === node) : undefined;
    const isScalar = node.kind === "scalar";
    return {
      span: isScalar || entry === undefined ? node.span : entry.key.span,
      setting: settingAt("", path),
    };
  }

  #place(span: Span, path: string): ConfigPlace {
    const { source } = this.#root;
    const { file, line, column } = placeIn(source.text, source.file, span.start);
    return { path, ...(file === undefined ? {} : { file }), line, column };
  }

  #at(path: Path): DocumentNode | undefined {
    return nodeAt(this.#root, path);
  }
}

/** What gives a case its input. */
export const inputKeys = [
  "file",
  "metric",
  "metrics",
  "span",
  "spans",
  "log",
  "logs",
  "record",
  "records",
  "payload",
] as const;

/** What a case is given: what it says itself, the fields of its metric, span or log laid over those of the test's. */
function inputOf(test: TestDocument, row: CaseDocument): CaseDocument {
  const { file, job, target, labels, record, records, payload } = test;
  const { metric, metrics, span, spans, log, logs } = test;
  const base = {
    file,
    job,
    target,
    labels,
    metric,
    metrics,
    span,
    spans,
    log,
    logs,
    record,
    records,
    payload,
  };
  const both = {
    ...(metric !== undefined && row.metric !== undefined ? { metric: { ...metric, ...row.metric } } : {}),
    ...(span !== undefined && row.span !== undefined ? { span: { ...span, ...row.span } } : {}),
    ...(log !== undefined && row.log !== undefined ? { log: { ...log, ...row.log } } : {}),
  };
  return { ...base, ...row, ...both };
}

/** What a case is called by its record. */
function recordName({ metric, span, log }: CaseDocument): string | undefined {
  const body = typeof log?.body === "string" ? log.body : undefined;
  return metric?.name ?? span?.name ?? log?.event_name ?? body;
}

function refused({ text, file }: SourceText, diagnostics: readonly Diagnostic[]): OttlError {
  // Callers have at least one.
  return new OttlError("configuration", diagnostics as [Diagnostic, ...Diagnostic[]], text, { file });
}
