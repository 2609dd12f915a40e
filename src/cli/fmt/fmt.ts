import { buffer } from "node:stream/consumers";
import { decodeUtf8 } from "../../core/utf8.ts";
import { formatDiagnostics } from "../../diagnostics/format.ts";
import { counted } from "../paper.ts";
import { readText } from "../run/inputs.ts";
import { type Streams, write } from "../streams.ts";
import { UsageError } from "../usage-error.ts";
import { formatInput, kindOfFile } from "./format-input.ts";
import { type FmtOptions, fmtOptions, fmtUsage, type InputKind } from "./options.ts";
import { ottlFilesOf } from "./ottl-files.ts";
import { replaceFile } from "./write-file.ts";

/** Runs `ottlkit fmt` and answers the exit code: 1 where a text cannot be read or, for `--check`, would change. */
export async function fmt(args: readonly string[], streams: Streams): Promise<number> {
  const options = fmtOptions(args);
  if (options === undefined) {
    await write(streams.stdout, fmtUsage);
    return 0;
  }
  const run = new Run(options, streams);
  if (options.stdin !== undefined)
    await run.standardInput(decodeUtf8(await buffer(streams.stdin)), options.stdin);
  else await run.files(options.files);
  await run.summary();
  return run.exitCode;
}

class Run {
  exitCode = 0;
  readonly #options: FmtOptions;
  readonly #streams: Streams;
  #files = 0;
  #changed = 0;
  #unusable = 0;

  constructor(options: FmtOptions, streams: Streams) {
    this.#options = options;
    this.#streams = streams;
  }

  async standardInput(text: string, kind: InputKind): Promise<void> {
    const formatted = this.#format("<stdin>", text, kind);
    if (formatted === undefined) return;
    if (this.#options.mode === "write") await write(this.#streams.stdout, formatted);
    else if (formatted !== text) await this.#differs("<stdin>", text, formatted);
  }

  /** Formats the files that names and patterns mean, in order, each once; the others are formatted all the same. */
  async files(patterns: readonly string[]): Promise<void> {
    const files = new Set<string>();
    for (const pattern of patterns) {
      try {
        for (const name of await ottlFilesOf(pattern)) files.add(name);
      } catch (error) {
        this.#complain(error);
      }
    }
    for (const name of files) await this.#file(name);
  }

  async #file(name: string): Promise<void> {
    this.#files++;
    try {
      const text = readText(name);
      const formatted = this.#format(name, text, kindOfFile(name) ?? "ottl");
      if (formatted === undefined || formatted === text) return;
      if (this.#options.mode === "write") replaceFile(name, formatted);
      this.#changed++;
      if (this.#options.mode !== "write") await this.#differs(name, text, formatted);
      else await write(this.#streams.stdout, `formatted ${name}\n`);
    } catch (error) {
      this.#unusable++;
      this.#complain(error);
    }
  }

  #complain(error: unknown): void {
    if (!(error instanceof UsageError)) throw error;
    this.exitCode = 2;
    this.#streams.stderr.write(`ottlkit: ${error.message}\n`);
  }

  /** What becomes of a text; nothing where it cannot be used. Complains about what is wrong with it. */
  #format(name: string, text: string, kind: InputKind): string | undefined {
    const { text: formatted, diagnostics, unreadable } = formatInput(text, kind, this.#options.width);
    if (diagnostics.length > 0)
      this.#streams.stderr.write(`${formatDiagnostics(text, diagnostics, { file: name })}\n`);
    const isWrong = diagnostics.some(({ severity }) => severity === "error");
    this.exitCode = Math.max(this.exitCode, unreadable ? 2 : isWrong ? 1 : 0);
    if (unreadable) this.#unusable++;
    return unreadable ? undefined : formatted;
  }

  async #differs(name: string, before: string, after: string): Promise<void> {
    if (this.#options.mode === "check") {
      this.exitCode = Math.max(this.exitCode, 1);
      await write(this.#streams.stdout, `${name} is not formatted\n`);
      return;
    }
    const { createTwoFilesPatch } = await import("diff");
    const patch = createTwoFilesPatch(name, name, before, after, undefined, undefined, { context: 3 });
    await write(this.#streams.stdout, patch.slice(patch.indexOf("--- ")));
  }

  /** Says how many files there were, where several were asked for. */
  async summary(): Promise<void> {
    if (this.#files < 2 || this.#options.mode === "diff") return;
    const done = this.#options.mode === "check" ? "not formatted" : "formatted";
    const others = this.#files - this.#changed - this.#unusable;
    const unusable = this.#unusable === 0 ? "" : `, ${this.#unusable} cannot be read or written`;
    const changed = counted(this.#changed, "file");
    await write(this.#streams.stdout, `${changed} ${done}, ${others} as before${unusable}\n`);
  }
}
