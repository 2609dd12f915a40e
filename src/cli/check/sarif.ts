import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import type { Log, ReportingDescriptor, Result } from "sarif";
import packageJson from "../../../package.json" with { type: "json" };
import { codeFacts } from "../catalogue/code-facts.ts";
import { type Finding, type Report, rangeIn, rangeOf } from "./report.ts";

const levels = { error: "error", warning: "warning", info: "note" } as const;
const problems = { error: "error", warning: "warning", info: "recommendation" } as const;
const { version } = packageJson;
const home = "https://www.npmjs.com/package/ottlkit";
const document = `https://unpkg.com/ottlkit@${version}/grammar/diagnostics.md`;

/** A report as SARIF 2.1.0, the format of code scanning: a rule for each code that was found, and repairs that are known. */
export function sarifReport({ findings, complaints }: Report): string {
  const codes = [...new Set(findings.map(({ diagnostic }) => diagnostic.code))].sort();
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "ottlkit",
            version,
            semanticVersion: version,
            informationUri: home,
            rules: codes.map(ruleOf),
          },
        },
        invocations: [
          {
            executionSuccessful: complaints.length === 0,
            toolExecutionNotifications: complaints.map((text) => ({ level: "error", message: { text } })),
          },
        ],
        columnKind: "unicodeCodePoints",
        results: findings.map((finding) => resultOf(finding, codes)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(code: string): ReportingDescriptor {
  const { group, severity, summary, why, bad, good } = codeFacts(code);
  const help = [
    why,
    ...(bad === undefined ? [] : [`Found in:\n\n    ${bad.replaceAll("\n", "\n    ")}`]),
    ...(good === undefined ? [] : [`Not in:\n\n    ${good.replaceAll("\n", "\n    ")}`]),
  ].join("\n\n");
  return {
    id: code,
    name: code.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: help, markdown: help },
    helpUri: `${document}#${code}`,
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: ["ottl", wordOf(group)], "problem.severity": problems[severity] },
  };
}

/** `Lint rules: …` is `lint-rules`. */
function wordOf(group: string): string {
  const [head = ""] = group.split(":", 1);
  return head.toLowerCase().replaceAll(/[^a-z]+/g, "-");
}

function resultOf(finding: Finding, codes: readonly string[]): Result {
  const { code, severity, message, label, hint, fix, setting } = finding.diagnostic;
  const { line, column, endLine, endColumn } = rangeOf(finding);
  const title = fix === undefined ? undefined : `fix: ${fix.title}`;
  const text = [message, label, hint, title].filter((part) => part !== undefined).join("\n");
  const artifactLocation = { uri: uriOf(finding.file) };
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text },
    locations: [
      {
        physicalLocation: {
          artifactLocation,
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
        ...(setting === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: setting }] }),
      },
    ],
    ...fixesOf(finding, artifactLocation),
  };
}

function fixesOf(
  { lines, repair }: Finding,
  artifactLocation: { readonly uri: string },
): Pick<Result, "fixes"> {
  if (repair === undefined) return {};
  const { line, column, endLine, endColumn } = rangeIn(lines, repair);
  const replacement = {
    deletedRegion: { startLine: line, startColumn: column, endLine, endColumn },
    insertedContent: { text: repair.text },
  };
  return {
    fixes: [
      {
        description: { text: repair.title },
        artifactChanges: [{ artifactLocation, replacements: [replacement] }],
      },
    ],
  };
}

function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return file.replace(/^\.\//, "").replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
}
