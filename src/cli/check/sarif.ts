import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import packageJson from "../../../package.json" with { type: "json" };
import { codeFacts } from "../catalogue/code-facts.ts";
import { type Finding, type Report, rangeOf } from "./report.ts";

const levels = { error: "error", warning: "warning", info: "note" } as const;
const home = "https://www.npmjs.com/package/ottlkit";

/** A report as SARIF 2.1.0, the format of code scanning: a rule for each code that was found. */
export function sarifReport({ findings }: Report): string {
  const codes = [...new Set(findings.map(({ diagnostic }) => diagnostic.code))].sort();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "ottlkit",
            version: packageJson.version,
            informationUri: home,
            rules: codes.map(ruleOf),
          },
        },
        columnKind: "unicodeCodePoints",
        results: findings.map((finding) => resultOf(finding, codes)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(code: string) {
  const { severity, summary, why, bad, good } = codeFacts(code);
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
    defaultConfiguration: { level: levels[severity] },
  };
}

function resultOf(finding: Finding, codes: readonly string[]) {
  const { code, severity, message, label, hint, fix, setting } = finding.diagnostic;
  const { line, column, endLine, endColumn } = rangeOf(finding);
  const repair = fix === undefined ? undefined : `fix: ${fix.title}`;
  const text = [message, label, hint, repair].filter((part) => part !== undefined).join("\n");
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(finding.file) },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
        ...(setting === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: setting }] }),
      },
    ],
  };
}

function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return file.replace(/^\.\//, "").replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
}
