import { placeText } from "../../testing/suite/place-text.ts";
import { counted } from "../paper.ts";
import { tameLines } from "../terminal.ts";
import { fullName, type SuiteReport, swallowed, totals } from "./suite-report.ts";

/** Paints a text where the terminal has colours. */
export type Paint = (text: string, colour: "red" | "green" | "yellow" | "dim" | "bold") => string;

const codes = { red: 31, green: 32, yellow: 33, dim: 2, bold: 1 } as const;

/** Paints, or leaves a text as it is. */
export function painter(colours: boolean): Paint {
  return (text, colour) => (colours ? `\x1b[${codes[colour]}m${text}\x1b[0m` : text);
}

/** How suites went, for a reader: each failure with its reason, and errors that a passing case swallowed. */
export function prettyReport(reports: readonly SuiteReport[], paint: Paint): string {
  const blocks = reports.map((report) => suiteBlock(report, paint));
  const { cases, passed, failed, broken } = totals(reports);
  const counts = [
    ...(failed > 0 ? [paint(`${failed} failed`, "red")] : []),
    ...(broken > 0 ? [paint(`${counted(broken, "suite")} broken`, "red")] : []),
    paint(`${passed} passed`, failed + broken > 0 ? "dim" : "green"),
  ];
  const duration = reports.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const of = `${counted(cases, "case")} in ${counted(reports.length, "suite")}, ${Math.round(duration)} ms`;
  return `${[...blocks, `${counts.join(", ")} ${paint(`(${of})`, "dim")}`].join("\n\n")}\n`;
}

function suiteBlock({ file, results, broken }: SuiteReport, paint: Paint): string {
  const lines = [paint(tameLines(file), "bold")];
  for (const result of results) {
    const name = tameLines(fullName(result));
    if (result.passed) lines.push(`  ${paint("✓", "green")} ${name}`);
    else {
      lines.push(
        `  ${paint("✗", "red")} ${name}  ${paint(tameLines(placeText({ ...result.place, path: "" })), "dim")}`,
      );
      for (const failure of result.failures) lines.push("", indented(tameLines(failure), 6));
      lines.push("");
    }
    const errors = swallowed(result);
    for (const { code, message, place, record } of errors.slice(0, mostErrors))
      lines.push(
        paint(`      ! [${code}] ${tameLines(message)}, let pass by error_mode`, "yellow"),
        `        ${tameLines(placeText(place))}`,
        `        for ${tameLines(record)}`,
      );
    if (errors.length > mostErrors)
      lines.push(paint(`      ! … ${errors.length - mostErrors} more evaluation errors`, "yellow"));
  }
  if (broken !== undefined) lines.push("", indented(tameLines(broken), 2));
  return lines.join("\n").trimEnd();
}

const mostErrors = 3;

function indented(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, " ".repeat(by));
}
