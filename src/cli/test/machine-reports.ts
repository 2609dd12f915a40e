import { markup, tameLines } from "../terminal.ts";
import { fullName, type SuiteReport, swallowed, totals } from "./suite-report.ts";

/** How suites went, as one JSON object. */
export function jsonReport(reports: readonly SuiteReport[]): string {
  const suites = reports.map(({ file, results, broken, milliseconds }) => ({
    file,
    milliseconds: Math.round(milliseconds),
    ...(broken === undefined ? {} : { broken }),
    cases: results.map(({ name, version, place, passed, failures, errors }) => ({
      name,
      ...(version === undefined ? {} : { version }),
      line: place.line,
      column: place.column,
      passed,
      failures,
      errors,
    })),
  }));
  return `${JSON.stringify({ ...totals(reports), suites }, undefined, 2)}\n`;
}

/** How suites went, in the Test Anything Protocol, version 13. */
export function tapReport(reports: readonly SuiteReport[]): string {
  const lines: string[] = [];
  let number = 0;
  for (const report of reports) {
    lines.push(`# ${oneLine(report.file)}`);
    for (const result of report.results) {
      number++;
      const name = oneLine(fullName(result)).replace(/[\\#]/g, "\\$&");
      lines.push(`${result.passed ? "ok" : "not ok"} ${number} - ${name}`);
      if (!result.passed) lines.push(...diagnostic(result.failures.join("\n\n")));
      for (const { code, message } of swallowed(result))
        lines.push(`# error let pass: [${code}] ${oneLine(message)}`);
    }
    if (report.broken === undefined) continue;
    number++;
    lines.push(`not ok ${number} - the suite can be used`, ...diagnostic(report.broken));
  }
  return `${["TAP version 13", `1..${number}`, ...lines].join("\n")}\n`;
}

function diagnostic(text: string): readonly string[] {
  const lines = tame(text).split("\n");
  return ["  ---", "  message: |", ...lines.map((line) => `    ${line}`.trimEnd()), "  ..."];
}

/** How suites went, in the XML that continuous integration reads. */
export function junitReport(reports: readonly SuiteReport[]): string {
  const { cases, failed, broken } = totals(reports);
  const suites = reports.map(junitSuite).join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="ottlkit" tests="${cases + broken}" failures="${failed}" errors="${broken}">
${suites}
</testsuites>
`;
}

function junitSuite({ file, results, broken, milliseconds }: SuiteReport): string {
  const failed = results.filter(({ passed }) => !passed).length;
  const count = results.length + (broken === undefined ? 0 : 1);
  const counts = `tests="${count}" failures="${failed}" errors="${broken === undefined ? 0 : 1}"`;
  const seconds = (milliseconds / 1000).toFixed(3);
  const of = `classname="${escaped(file)}" file="${escaped(file)}"`;
  const cases = results.map((result) => {
    const head = `    <testcase name="${escaped(fullName(result))}" ${of} line="${result.place.line}"`;
    const [first = ""] = result.failures;
    const message = escaped(first.split("\n", 1)[0] ?? "");
    const text = escaped(result.failures.join("\n\n"));
    const failure = result.passed ? "" : `\n      <failure message="${message}">${text}</failure>`;
    const errors = swallowed(result).map(({ code, message }) => `[${code}] ${message}`);
    const out = errors.length === 0 ? "" : `\n      <system-out>${escaped(errors.join("\n"))}</system-out>`;
    return failure + out === "" ? `${head}/>` : `${head}>${failure}${out}\n    </testcase>`;
  });
  const unusable =
    broken === undefined
      ? []
      : [
          `    <testcase name="the suite can be used" ${of}>\n      <error>${escaped(broken)}</error>\n    </testcase>`,
        ];
  const body = [...cases, ...unusable].join("\n");
  return `  <testsuite name="${escaped(file)}" ${counts} time="${seconds}">\n${body}\n  </testsuite>`;
}

/** A text for XML, without the characters that it cannot hold. */
function escaped(text: string): string {
  return markup(tame(text));
}

function oneLine(text: string): string {
  return tame(text).replace(/\n/g, " ");
}

function tame(text: string): string {
  return tameLines(text.toWellFormed()).replace(/[\ufffe\uffff]/g, " ");
}
