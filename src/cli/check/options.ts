import { relative } from "node:path";
import { lintMessages } from "../../diagnostics/codes/lint.ts";
import { suggestion } from "../../diagnostics/did-you-mean.ts";
import type { RuleSeverity } from "../../lint/lint.ts";
import { oneOf, parseOptions } from "../parse-options.ts";
import { requireVersion } from "../require-version.ts";
import { UsageError } from "../usage-error.ts";
import { type ConfigFile, configNames, findConfigFile, readConfigFile } from "./config-file.ts";
import { ruleSeverities } from "./config-schema.ts";

const formats = ["pretty", "json", "sarif", "github"] as const;

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
  /** The configuration file, whose settings are those of these options that the command line does not give. */
  readonly config: ConfigFile | undefined;
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
syntax, names, types, versions, the settings around them that ottlkit knows, and the findings of lint rules.

\`\${env:NAME}\` is replaced by the environment; a text with a variable that is not set is not checked. A comment
switches lint rules off: "# ottlkit-disable-line code" or "# ottlkit-disable-next-line code". "ottlkit codes" explains
each code. Calls of functions that a component brings itself, such as AdjustedCount, are taken as they are.

The nearest ${configNames[0]} (.yml, .json) from here upwards may say "compatibility", "gates", "rules" (lint rules
and their severities), "max_warnings" and "ignore" (glob patterns of files that are left out); options win over it.

options
  --config <file>            read that configuration file; --no-config: none
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
  config: { type: "string" },
  "no-config": { type: "boolean" },
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
  const { gate: gates = [], format = "pretty" } = values;
  const rules = Object.fromEntries((values.rule ?? []).map(rule));
  const maxWarnings = numberOf(values["max-warnings"]);
  const config = configOf(values.config, values["no-config"] ?? false);
  const given = values.compatibility ?? config?.compatibility;
  const allGates = [...(config?.gates ?? []), ...gates];
  if (config !== undefined) requireGatesOf(config, given);
  requireVersion(given, allGates);
  return {
    files: positionals,
    config,
    compatibility: given,
    gates: allGates,
    rules: { ...config?.rules, ...rules },
    format: oneOf("--format", format, formats),
    maxWarnings: maxWarnings ?? config?.max_warnings,
    fix: values.fix ?? false,
    quiet: values.quiet ?? false,
  };
}

function configOf(file: string | undefined, none: boolean): ConfigFile | undefined {
  if (file !== undefined && none) throw new UsageError("--config and --no-config exclude each other");
  if (file !== undefined) return readConfigFile(file);
  const found = none ? undefined : findConfigFile(process.cwd());
  return found === undefined ? undefined : readConfigFile(found, relative(process.cwd(), found));
}

/** Its gates fit its own version, but perhaps not that which the command line asks for. */
function requireGatesOf({ file, gates }: ConfigFile, version: string | undefined): void {
  requireVersion(version);
  try {
    requireVersion(version, gates);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(error.message.replace("--gate", `gates of ${file}`));
  }
}

function rule(given: string): readonly [string, RuleSeverity] {
  const [code = "", level, more] = given.split("=");
  const severity = ruleSeverities.find((one) => one === level);
  if (severity === undefined || more !== undefined)
    throw new UsageError(`--rule is <code>=<severity>, one of ${ruleSeverities.join(", ")}, not "${given}"`);
  if (Object.hasOwn(lintMessages, code)) return [code, severity];
  const { label = '"ottlkit codes" lists them' } = suggestion(code, Object.keys(lintMessages));
  throw new UsageError(`--rule: there is no lint rule "${code}": ${label}`);
}

function numberOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (!/^\d{1,9}$/.test(given)) throw new UsageError(`--max-warnings is a number, not "${given}"`);
  return Number(given);
}
