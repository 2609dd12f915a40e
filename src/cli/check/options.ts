import { lintMessages } from "../../diagnostics/codes/lint.ts";
import { suggestion } from "../../diagnostics/did-you-mean.ts";
import type { RuleSeverity } from "../../lint/lint.ts";
import { oneOf, parseOptions } from "../parse-options.ts";
import { requireVersion } from "../require-version.ts";
import { UsageError } from "../usage-error.ts";

const formats = ["pretty", "json", "sarif", "github"] as const;
const severities = ["off", "info", "warning", "error"] as const;

/** What texts are checked against. */
export interface CheckSettings {
  readonly compatibility: string | undefined;
  readonly gates: readonly string[];
  readonly rules: Readonly<Record<string, RuleSeverity>>;
  /** Values of `${env:NAME}`. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What `ottlkit check` is asked to do. */
export interface CheckOptions extends Omit<CheckSettings, "env"> {
  /** Files and glob patterns. */
  readonly files: readonly string[];
  readonly format: (typeof formats)[number];
  /** More warnings than this fail; absent: any number passes. */
  readonly maxWarnings: number | undefined;
  readonly fix: boolean;
  /** Whether only errors are shown. */
  readonly quiet: boolean;
}

export const checkUsage = `usage: ottlkit check <file|glob>… [options]

Tells what is wrong and what is odd in the OTTL of Collector configurations (YAML files: the configuration itself, that
of an OpenTelemetryCollector resource, of a ConfigMap, or of Helm values) and of .ottl files, each with its place:
syntax, names, types, versions, the settings of filter processors, and the findings of lint rules.

\`\${env:NAME}\` is replaced by the environment; a text with a variable that is not set is not checked. A comment
switches lint rules off: "# ottlkit-disable-line code" or "# ottlkit-disable-next-line code". "ottlkit codes" explains
each code. Calls of functions that a component brings itself, such as convert_sum_to_gauge, are taken as they are.

options
  --compatibility <version>  check against that Collector contrib version, such as 0.118.0; default: the newest known
  --gate <id>                switch a feature gate on, or off with "-<id>"; may repeat
  --rule <code>=<severity>   off, info, warning or error for the findings of a lint rule; may repeat
  --fix                      repair what lint rules have a repair for; nothing else in the file changes
  --format <how>             pretty (default), json, sarif (2.1.0) or github (annotations of a workflow)
  --max-warnings <n>         exit with 1 where there are more warnings
  --quiet                    show errors only
  -h, --help                 show this help

exit codes
  0  no errors, and no more warnings than allowed
  1  an error, or too many warnings
  2  the command line or a file cannot be used; the other files are checked all the same
`;

const declared = {
  compatibility: { type: "string" },
  gate: { type: "string", multiple: true },
  rule: { type: "string", multiple: true },
  fix: { type: "boolean" },
  format: { type: "string" },
  "max-warnings": { type: "string" },
  quiet: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** Reads the arguments behind `check`, `undefined` where they ask for help; throws a `UsageError`. */
export function checkOptions(args: readonly string[]): CheckOptions | undefined {
  const { values, positionals } = parseOptions("check", args, declared);
  if (values.help) return undefined;
  if (positionals.length === 0) throw new UsageError("check needs files");
  if (positionals.includes("")) throw new UsageError("the name of a file is empty");
  const { compatibility, gate: gates = [], format = "pretty" } = values;
  requireVersion(compatibility, gates);
  return {
    files: positionals,
    compatibility,
    gates,
    rules: Object.fromEntries((values.rule ?? []).map(rule)),
    format: oneOf("--format", format, formats),
    maxWarnings: numberOf(values["max-warnings"]),
    fix: values.fix ?? false,
    quiet: values.quiet ?? false,
  };
}

function rule(given: string): readonly [string, RuleSeverity] {
  const [code = "", level, more] = given.split("=");
  const severity = severities.find((one) => one === level);
  if (severity === undefined || more !== undefined)
    throw new UsageError(`--rule is <code>=<severity>, one of ${severities.join(", ")}, not "${given}"`);
  if (Object.hasOwn(lintMessages, code)) return [code, severity];
  const { label = '"ottlkit codes" lists them' } = suggestion(code, Object.keys(lintMessages));
  throw new UsageError(`--rule: there is no lint rule "${code}": ${label}`);
}

function numberOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (!/^\d{1,9}$/.test(given)) throw new UsageError(`--max-warnings is a number, not "${given}"`);
  return Number(given);
}
