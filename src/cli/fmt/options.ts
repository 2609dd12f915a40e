import { usualWidth } from "../../format/format.ts";
import { oneOf, parseOptions } from "../parse-options.ts";
import { UsageError } from "../usage-error.ts";

const kinds = ["condition", "statement", "value", "ottl", "yaml"] as const;

/** What standard input holds: one text, or a file. */
export type InputKind = (typeof kinds)[number];

/** What `ottlkit fmt` is asked to do. */
export interface FmtOptions {
  /** Files and glob patterns; empty for standard input. */
  readonly files: readonly string[];
  /** What standard input holds, where that is formatted. */
  readonly stdin: InputKind | undefined;
  readonly width: number;
  /** What is done with what would change: it is written, only told, or shown. */
  readonly mode: "write" | "check" | "diff";
}

export const fmtUsage = `usage: ottlkit fmt <file|glob>… [options]
       ottlkit fmt --stdin [--kind <kind>] [options]

Writes OTTL in its canonical form: in .ottl files, and in the Collector configurations of YAML files, where no other
character is touched. A text stays on one line where its YAML does; in blocks, in texts of several lines and in .ottl
files long texts are broken at "and", "or", "where", arguments and items. Texts that cannot be read stay as they are.

A .ottl file holds texts separated by lines "---"; lines that begin with "#" are comments, and the first may say what
the texts are: "# ottl: condition context=metric".

options
  --check          write nothing, and exit with 1 where something would change
  --diff           write nothing, and show what would change
  --width <n>      where lines end at the latest; default: ${usualWidth}
  --stdin          format standard input to standard output
  --kind <kind>    what standard input holds: a condition, a statement or a value, or the text of a file, yaml or ottl
                   (default)
  -h, --help       show this help

exit codes
  0  it is formatted
  1  a text cannot be read; with --check, something would change
  2  the command line or a file cannot be used
`;

const declared = {
  check: { type: "boolean" },
  diff: { type: "boolean" },
  width: { type: "string" },
  stdin: { type: "boolean" },
  kind: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** Reads the arguments behind `fmt`, `undefined` where they ask for help; throws a `UsageError`. */
export function fmtOptions(args: readonly string[]): FmtOptions | undefined {
  const { values, positionals } = parseOptions("fmt", args, declared);
  if (values.help) return undefined;
  const { stdin = false, check, diff, kind, width } = values;
  if (stdin && positionals.length > 0) throw new UsageError("fmt formats files or --stdin, not both");
  if (!stdin && positionals.length === 0) throw new UsageError("fmt needs files, or --stdin");
  if (positionals.includes("")) throw new UsageError("the name of a file is empty");
  if (!stdin && kind !== undefined) throw new UsageError("--kind is for --stdin: files tell by their names");
  if (check && diff) throw new UsageError("--check and --diff exclude each other");
  return {
    files: positionals,
    stdin: stdin ? oneOf("--kind", kind ?? "ottl", kinds) : undefined,
    width: width === undefined ? usualWidth : widthOf(width),
    mode: check ? "check" : diff ? "diff" : "write",
  };
}

function widthOf(given: string): number {
  const width = /^\d{1,4}$/.test(given) ? Number(given) : 0;
  if (width < 20) throw new UsageError(`--width is a number from 20 to 9999, not "${given}"`);
  return width;
}
