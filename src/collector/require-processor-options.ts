import { requireKnown } from "../diagnostics/require-known.ts";
import { type Requirement, requireOptions } from "../diagnostics/require-options.ts";
import type { ProcessorOptions } from "./processor.ts";

/** What the options must be that only some processors take. */
export type OwnOptions<O extends ProcessorOptions> = {
  readonly [Option in Exclude<keyof O, keyof ProcessorOptions>]-?: Requirement;
};

const everyProcessors: { readonly [Option in keyof ProcessorOptions]-?: Requirement } = {
  compatibility: { optional: "text" },
  gates: { optional: "texts" },
  file: { optional: "text" },
  env: { optional: "variables" },
  onWarning: { optional: "function" },
  onError: { optional: "function" },
};

/**
 * Refuses options of a processor or pipeline that are of other types or do not exist, which callers without types may
 * give; `own` are those that not every processor takes.
 *
 * @throws {OttlError} `invalid_option` for the first of another type, else `unknown_option` for each unknown one.
 */
export function requireProcessorOptions<O extends ProcessorOptions>(options: O, own: OwnOptions<O>): void {
  const shape: Readonly<Record<string, Requirement>> = { ...everyProcessors, ...own };
  requireOptions("options", options, shape);
  requireKnown(options, Object.keys(shape));
}
