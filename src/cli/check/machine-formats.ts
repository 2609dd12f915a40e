import { countOf, type Finding, type Report, rangeOf } from "./report.ts";

/** A report as one JSON object. */
export function jsonReport(report: Report): string {
  const findings = report.findings.map((finding) => {
    const { code, severity, message, setting, label, hint, fix } = finding.diagnostic;
    const { file } = finding;
    return { file, ...rangeOf(finding), severity, code, message, setting, label, hint, fix: fix?.title };
  });
  const { files, texts, fixes, version } = report;
  const counts = {
    errors: countOf(report, "error"),
    warnings: countOf(report, "warning"),
    infos: countOf(report, "info"),
  };
  return `${JSON.stringify({ version, files, texts, fixed: fixes, ...counts, findings }, null, 2)}\n`;
}

const commands = { error: "error", warning: "warning", info: "notice" } as const;

/** A report as annotations of a GitHub workflow. */
export function githubReport({ findings }: Report): string {
  return findings.map((finding) => `${annotation(finding)}\n`).join("");
}

function annotation(finding: Finding): string {
  const { code, severity, message, label, hint } = finding.diagnostic;
  const { line, column, endLine, endColumn } = rangeOf(finding);
  const place = {
    file: finding.file,
    line,
    endLine,
    ...(line === endLine ? { col: column, endColumn } : {}),
    title: code,
  };
  const properties = Object.entries(place).map(
    ([name, value]) => `${name}=${escaped(String(value), /[%\r\n:,]/g)}`,
  );
  const text = [message, label, hint].filter((part) => part !== undefined).join("\n");
  return `::${commands[severity]} ${properties.join(",")}::${escaped(text, /[%\r\n]/g)}`;
}

function escaped(text: string, characters: RegExp): string {
  return text.replace(characters, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
}
