import type { Kind } from "../../syntax/parse.ts";
import { oneOf, parseOptions } from "../parse-options.ts";
import { requireVersion } from "../require-version.ts";
import { UsageError } from "../usage-error.ts";

const kinds = ["condition", "value", "statement"] as const;

/** What `ottlkit eval` is asked to evaluate. */
export interface EvaluateOptions {
  readonly text: string;
  /** Absent: what the text can be. */
  readonly kind: Kind | undefined;
  /** Absent: what the paths of the text name, else what the input holds. */
  readonly context: string | undefined;
  /** Files, glob patterns, or `-` for standard input; empty: one empty record. */
  readonly inputs: readonly string[];
  readonly compatibility: string | undefined;
  readonly gates: readonly string[];
  readonly explain: boolean;
}

export const evaluateUsage = `usage: ottlkit eval <text> [--input <file|glob|->…] [options]
       ottlkit eval --jsonl

Evaluates a condition, a value or a statement on each record of the inputs and prints one line a record: true or false,
the value as OTTL writes it, or the record as JSON after the statement. Without an input there is one empty record.

options
  --input <file|glob|->      OTLP JSON of any signal (one payload, or one a line), a Prometheus scrape, or what the
                             Collector's debug exporter prints with verbosity detailed; may repeat
  --context <name>           what the text is about, such as metric, datapoint, log or span; default: what its paths
                             name, as in log.body, else what the input holds
  --kind <kind>              condition, value or statement; default: what the text can be
  --explain                  show the value of every sub-expression, too
  --compatibility <version>  answer like that Collector contrib version, such as 0.118.0
  --gate <id>                switch a feature gate on, or off with "-<id>"; may repeat
  --jsonl                    answer questions: one JSON object a line on standard input, one reply a line on standard
                             output, in order and at once
  -h, --help                 show this help

exit codes
  0  it was evaluated on every record
  1  the text is wrong, an input is malformed, or the evaluation failed on a record
  2  the command line or a file cannot be used
`;

const declared = {
  input: { type: "string", multiple: true },
  context: { type: "string" },
  kind: { type: "string" },
  explain: { type: "boolean" },
  compatibility: { type: "string" },
  gate: { type: "string", multiple: true },
  jsonl: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** Reads the arguments behind `eval`, `undefined` where they ask for help; throws a `UsageError`. */
export function evaluateOptions(args: readonly string[]): EvaluateOptions | undefined {
  const { values, positionals } = parseOptions("eval", args, declared);
  if (values.help) return undefined;
  const [text, extra] = positionals;
  if (text === undefined) throw new UsageError("eval needs a text, or --jsonl");
  if (extra !== undefined)
    throw new UsageError(`"${extra}" is one argument too many: put the whole text into single quotes`);
  const kind = values.kind === undefined ? undefined : oneOf("--kind", values.kind, kinds);
  const { context, input: inputs = [], compatibility, gate: gates = [], explain = false } = values;
  if (inputs.includes("")) throw new UsageError("an --input is empty");
  requireVersion(compatibility, gates);
  return { text, kind, context, inputs, compatibility, gates, explain };
}
