import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { suggestion } from "../diagnostics/did-you-mean.ts";
import { UsageError } from "./usage-error.ts";

/** Reads the arguments behind a command; throws a `UsageError`, for a mistyped option with the nearest. */
export function parseOptions<const T extends ParseArgsOptionsConfig>(
  command: string,
  args: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: withGates(args), allowPositionals: true, options });
  } catch (error) {
    const { message } = error as Error; // parseArgs throws errors only
    const [, dashes, name] = /^Unknown option '(--?)([^']+)'/.exec(message) ?? [];
    if (dashes === undefined || name === undefined) throw new UsageError(message.replaceAll("\n", " "));
    const aside = dashes === "-" ? 'an argument that begins with "-" follows "--"' : undefined;
    const more = suggestion(name, Object.keys(options)).label ?? aside;
    throw new UsageError(`${command} has no option ${dashes}${name}${more === undefined ? "" : `: ${more}`}`);
  }
}

/** A gate that is switched off, `-id`, begins like an option. */
function withGates(args: readonly string[]): string[] {
  const isOff = (i: number) => args[i - 1] === "--gate" && /^-[^-]/.test(args[i] ?? "");
  return args.flatMap((arg, i) => (isOff(i) ? [] : isOff(i + 1) ? [`--gate=${args[i + 1]}`] : [arg]));
}

/** The one of some words that an option is given; throws a `UsageError` with the nearest where it is none of them. */
export function oneOf<T extends string>(option: string, given: string, words: readonly T[]): T {
  const found = words.find((word) => word === given);
  if (found !== undefined) return found;
  const { label } = suggestion(given, words);
  const more = label === undefined ? "" : `: ${label}`;
  throw new UsageError(`${option} is one of ${words.join(", ")}, not "${given}"${more}`);
}
