import { invalidOption } from "../diagnostics/invalid-option.ts";
import { requireOptions } from "../diagnostics/require-options.ts";
import type { ProcessorOptions } from "./processor.ts";

/** Throws an `OttlError` of phase `configuration` where options of a processor or pipeline are of other types. */
export function requireProcessorOptions(options: ProcessorOptions & { readonly client?: unknown }): void {
  const text = { optional: "text" } as const;
  const hook = { optional: "function" } as const;
  requireOptions("options", options, {
    compatibility: text,
    gates: { optional: "texts" },
    file: text,
    env: { optional: "variables" },
    onWarning: hook,
    onError: hook,
  });
  const client = options.client ?? {};
  if (typeof client !== "object" && typeof client !== "function")
    throw invalidOption("client", "an object or a function", client);
}
