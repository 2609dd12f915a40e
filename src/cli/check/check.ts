import { LineCounter } from "../../diagnostics/line-counter.ts";
import { lineAt } from "../../diagnostics/lines.ts";
import { findVersion, versionWarning } from "../../engine/options.ts";
import { unknownDisabled } from "../../lint/disabled.ts";
import { kindOfFile } from "../fmt/format-input.ts";
import { ottlFilesOf } from "../fmt/ottl-files.ts";
import { replaceFile } from "../fmt/write-file.ts";
import { counted } from "../paper.ts";
import { readText } from "../run/inputs.ts";
import { type Streams, write } from "../streams.ts";
import { hasColours } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";
import { checkSource } from "./check-source.ts";
import { fixSource, repairOf } from "./fix-source.ts";
import { leftOut } from "./left-out.ts";
import { githubReport, jsonReport } from "./machine-formats.ts";
import { type CheckOptions, type CheckSettings, checkOptions, checkUsage } from "./options.ts";
import { prettyFinding, prettySummary, type Terminal } from "./pretty.ts";
import { countOf, type Finding, type Report } from "./report.ts";
import { sarifReport } from "./sarif.ts";

/** Runs `ottlkit check` and answers the exit code: 1 where something is wrong, 2 where something cannot be used. */
export async function check(args: readonly string[], streams: Streams): Promise<number> {
  const options = checkOptions(args);
  if (options === undefined) {
    await write(streams.stdout, checkUsage);
    return 0;
  }
  const run = new Run(options, streams);
  for (const pattern of options.files) await run.pattern(pattern);
  run.files();
  return await run.finish();
}

/** Each repair of a report is tried by itself, which is not worth its time in files with more of them. */
const mostRepairs = 100;

class Run {
  readonly #options: CheckOptions;
  readonly #settings: CheckSettings;
  readonly #streams: Streams;
  readonly #files = new Set<string>();
  readonly #named = new Set<string>();
  readonly #findings: Finding[] = [];
  #texts = 0;
  #fixes = 0;
  #unreadable = false;
  readonly #complaints: string[] = [];

  constructor(options: CheckOptions, streams: Streams) {
    this.#options = options;
    this.#settings = { ...options, env: process.env };
    this.#streams = streams;
  }

  /** Adds the files that a name or a pattern means. */
  async pattern(pattern: string): Promise<void> {
    try {
      for (const name of await ottlFilesOf(pattern)) {
        this.#files.add(name);
        if (name === pattern) this.#named.add(name);
      }
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      this.#complain(error.message);
    }
  }

  /** Checks all files but those that the configuration leaves out. */
  files(): void {
    const { config } = this.#options;
    if (config?.ignore !== undefined)
      for (const name of leftOut([...this.#files], config.ignore, config.folder)) {
        this.#files.delete(name);
        if (this.#named.has(name))
          this.#streams.stderr.write(
            `ottlkit: ${name} is not checked: "ignore" of ${config.file} means it\n`,
          );
      }
    for (const name of this.#files) this.#file(name);
  }

  #file(name: string): void {
    const kind = kindOfFile(name) ?? "yaml";
    try {
      const text = this.#repaired(name, readText(name), kind);
      const checked = checkSource({ text, file: name }, kind, this.#settings);
      const repairable = checked.found.filter(({ within }) => within?.diagnostic.fix !== undefined);
      const withRepairs = this.#options.format === "sarif" && repairable.length <= mostRepairs;
      this.#texts += checked.texts.length;
      if (checked.texts.length > 0) this.#unknownRules(name, text);
      this.#unreadable ||= checked.unreadable;
      const source = { text, file: name };
      const lines = new LineCounter(text);
      for (const found of checked.found)
        this.#findings.push({
          file: name,
          lines,
          diagnostic: found.diagnostic,
          repair: withRepairs ? repairOf(source, kind, found, this.#settings) : undefined,
        });
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      this.#complain(error.message);
    }
  }

  /** Tells of comments that switch off what is no lint rule. */
  #unknownRules(name: string, text: string): void {
    for (const { code, span, label } of unknownDisabled(text)) {
      const { line, column } = lineAt(text, span.start);
      const help = label === undefined ? "" : `: ${label}`;
      this.#streams.stderr.write(
        `ottlkit: ${name}:${line}:${column}: there is no lint rule "${code}"${help}\n`,
      );
    }
  }

  /** The text of a file after its repair, which is written. */
  #repaired(name: string, text: string, kind: "yaml" | "ottl"): string {
    if (!this.#options.fix) return text;
    const fixed = fixSource({ text, file: name }, kind, this.#settings);
    if (fixed.fixes === 0) return text;
    try {
      replaceFile(name, fixed.text);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      this.#complain(error.message);
      return text;
    }
    this.#fixes += fixed.fixes;
    return fixed.text;
  }

  #complain(message: string): void {
    this.#complaints.push(message);
    this.#streams.stderr.write(`ottlkit: ${message}\n`);
  }

  async finish(): Promise<number> {
    const { format, quiet, maxWarnings, compatibility, gates } = this.#options;
    const version = findVersion(compatibility, gates);
    const old = versionWarning(version);
    if (old !== undefined) this.#streams.stderr.write(`ottlkit: ${old.message}\n`);
    const all: Report = {
      findings: this.#findings,
      files: this.#files.size,
      texts: this.#texts,
      fixes: this.#fixes,
      version: version.version,
      complaints: this.#complaints,
    };
    const findings = all.findings.filter(({ diagnostic }) => !quiet || diagnostic.severity === "error");
    const shown = { ...all, findings };
    if (format === "pretty") await this.#pretty(shown, all);
    else if (format === "json") await write(this.#streams.stdout, jsonReport(shown));
    else if (format === "github") await write(this.#streams.stdout, githubReport(shown));
    else await write(this.#streams.stdout, sarifReport(shown));
    const warnings = countOf(all, "warning");
    const tooMany = maxWarnings !== undefined && warnings > maxWarnings;
    if (tooMany)
      this.#streams.stderr.write(
        `ottlkit: ${counted(warnings, "warning")}, and ${counted(maxWarnings, "is", "are")} allowed\n`,
      );
    if (this.#unreadable || this.#complaints.length > 0) return 2;
    return tooMany || countOf(all, "error") > 0 ? 1 : 0;
  }

  async #pretty(shown: Report, all: Report): Promise<void> {
    const { stdout } = this.#streams;
    const terminal: Terminal = {
      width: Math.max(40, stdout.columns ?? 100),
      colours: hasColours(stdout),
    };
    for (const finding of shown.findings)
      if (!(await write(stdout, `${prettyFinding(finding, terminal)}\n\n`))) return;
    if (all.files === 0 || (this.#options.quiet && countOf(all, "error") === 0)) return;
    await write(stdout, `${prettySummary(all, terminal, this.#options.quiet)}\n`);
  }
}
