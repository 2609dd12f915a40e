import { suggestion } from "../../diagnostics/did-you-mean.ts";
import { oneOf, parseOptions } from "../parse-options.ts";
import { UsageError } from "../usage-error.ts";

/** What can be looked up. */
export type Catalogue = "functions" | "contexts" | "codes";

/** What is asked of a catalogue. */
export interface CatalogueOptions {
  /** Absent: everything, in short. */
  readonly name: string | undefined;
  readonly json: boolean;
}

/** The text of `--help`. */
export function catalogueUsage(catalogue: Catalogue): string {
  const { one, about } = words[catalogue];
  return `usage: ottlkit ${catalogue} [name] [options]

${about}

options
  --format <how>  pretty (default) or json
  -h, --help      show this help

exit codes
  0  it is shown
  2  there is no ${one} of that name, or the command line cannot be used
`;
}

const words: Readonly<Record<Catalogue, { readonly one: string; readonly about: string }>> = {
  functions: {
    one: "function",
    about:
      "Lists the functions of OTTL, or shows one: its signature, parameters, versions, errors and examples.",
  },
  contexts: {
    one: "context",
    about: "Lists the contexts of OTTL, or shows one: its paths with types, its enums and an example.",
  },
  codes: {
    one: "code",
    about: "Lists the codes of diagnostics, or shows one: what it means, why it matters and what to do.",
  },
};

/** Reads the arguments behind a catalogue, `undefined` where they ask for help; throws a `UsageError`. */
export function catalogueOptions(
  catalogue: Catalogue,
  args: readonly string[],
): CatalogueOptions | undefined {
  const { values, positionals } = parseOptions(catalogue, args, declared);
  if (values.help) return undefined;
  const [name, extra] = positionals;
  if (extra !== undefined) throw new UsageError(`"${extra}" is one argument too many`);
  return { name, json: oneOf("--format", values.format ?? "pretty", formats) === "json" };
}

const formats = ["pretty", "json"] as const;
const declared = { format: { type: "string" }, help: { type: "boolean", short: "h" } } as const;

/** The one of some names that is meant, whatever its case; throws a `UsageError` with the nearest where there is none. */
export function nameOf(catalogue: Catalogue, given: string, names: readonly string[]): string {
  const found =
    names.find((name) => name === given) ?? names.find((name) => name.toLowerCase() === given.toLowerCase());
  if (found !== undefined) return found;
  const { one } = words[catalogue];
  const { label = `"ottlkit ${catalogue}" lists them` } = suggestion(given, names);
  throw new UsageError(`there is no ${one} "${given}": ${label}`);
}
