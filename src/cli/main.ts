import packageJson from "../../package.json" with { type: "json" };
import { complaint, exitCode } from "./complaint.ts";
import { parseOptions } from "./parse-options.ts";
import { catchErrors, flush, type Streams, write } from "./streams.ts";
import { UsageError } from "./usage-error.ts";

const usage = `usage: ottlkit <command> [options]

commands
  run <collector.yaml>… --input <file>…
                  run the pipelines of a Collector configuration on scrapes or OTLP JSON and show what comes out
  explain <collector.yaml>… --input <file>… [--where <condition>]
                  tell of each record what the pipeline makes of it and which sub-expression decided; also why
  check <file>…   tell what is wrong and what is odd in the OTTL of YAML and .ottl files
  fmt <file>…     write the OTTL of YAML and .ottl files in its canonical form
  eval <text>     evaluate a condition, a value or a statement on records
  eval --jsonl    answer questions about OTTL texts: one JSON object a line on standard input,
                  one reply a line on standard output, in order and at once
  test [<file>…]  run suites of rule tests
  functions, contexts, codes [name]
                  list or explain the functions, the contexts with their paths, the codes of diagnostics

options
  -h, --help      show this help, or that of a command
  -v, --version   show the version
`;

/** Each command loads what it needs, and nothing before. */
const commands: Readonly<Record<string, (args: readonly string[], streams: Streams) => Promise<number>>> = {
  run: async (args, streams) => (await import("./run/run.ts")).run(args, streams),
  explain: async (args, streams) => (await import("./explain/explain.ts")).explain(args, streams),
  why: async (args, streams) => (await import("./explain/explain.ts")).explain(args, streams),
  check: async (args, streams) => (await import("./check/check.ts")).check(args, streams),
  fmt: async (args, streams) => (await import("./fmt/fmt.ts")).fmt(args, streams),
  test: async (args, streams) => (await import("./test/test.ts")).test(args, streams),
  eval: async (args, streams) => (await import("./evaluate-text.ts")).evaluateText(args, streams),
  functions: async (args, streams) =>
    (await import("./catalogue/catalogue.ts")).showCatalogue("functions", args, streams),
  contexts: async (args, streams) =>
    (await import("./catalogue/catalogue.ts")).showCatalogue("contexts", args, streams),
  codes: async (args, streams) =>
    (await import("./catalogue/catalogue.ts")).showCatalogue("codes", args, streams),
};

/**
 * Runs the command line and answers the exit code: 0, 1 where the data or a rule failed, or 2 where the command line,
 * a configuration or a file cannot be used.
 */
export async function main(args: readonly string[], streams: Streams): Promise<number> {
  catchErrors(streams.stdout);
  const [command, ...rest] = args;
  try {
    const code = await answer(command, rest, args, streams);
    await flush(streams.stdout);
    return code;
  } catch (error) {
    if (error instanceof UsageError) return misused(error, command, streams);
    streams.stderr.write(`${complaint(error)}\n`);
    return exitCode(error);
  }
}

async function answer(
  command: string | undefined,
  rest: readonly string[],
  args: readonly string[],
  streams: Streams,
): Promise<number> {
  if (command === undefined) throw new UsageError("a command is missing");
  if (!command.startsWith("-")) return await named(command)(rest, streams);
  await write(streams.stdout, general(args));
  return 0;
}

function misused(
  { message, isAboutFiles }: UsageError,
  command: string | undefined,
  { stderr }: Streams,
): number {
  stderr.write(`ottlkit: ${message}\n`);
  const known = command !== undefined && Object.hasOwn(commands, command) ? `${command} ` : "";
  if (!isAboutFiles) stderr.write(`Try "ottlkit ${known}--help".\n`);
  return 2;
}

function named(command: string) {
  const found = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (found === undefined) throw new UsageError(`there is no command "${command}"`);
  return found;
}

function general(args: readonly string[]): string {
  const { values, positionals } = parseOptions("ottlkit", args, {
    help: { type: "boolean", short: "h" },
    version: { type: "boolean", short: "v" },
  });
  const [extra] = positionals;
  if (extra !== undefined) throw new UsageError(`"${extra}" is one argument too many`);
  return values.version && !values.help ? `${packageJson.version}\n` : usage;
}
