import type { ProcessorOptions } from "../../src/collector/processor.ts";
import { formatDiagnostics } from "../../src/diagnostics/format.ts";
import { OttlError } from "../../src/diagnostics/ottl-error.ts";

/** What is told of the settings of a processor: the error that refuses them, then the warnings. */
export function drawn(
  id: string,
  settings: string,
  make: (text: string, options: Required<Pick<ProcessorOptions, "file" | "onWarning">>) => unknown,
): string {
  const file = "collector.yaml";
  const text = `processors:\n  ${id}:\n${settings.replace(/^/gm, "    ")}\n`;
  const warnings: string[] = [];
  const error = drawnError(() =>
    make(text, { file, onWarning: (warning) => warnings.push(formatDiagnostics(text, [warning], { file })) }),
  );
  return [error, ...warnings].filter((one) => one !== "").join("\n\n");
}

/** The error that a call throws, with its place; empty where it throws none. */
export function drawnError(run: () => unknown): string {
  try {
    run();
    return "";
  } catch (error) {
    if (error instanceof OttlError) return error.toString();
    throw error;
  }
}
