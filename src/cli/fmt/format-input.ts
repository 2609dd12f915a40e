import { formatOttlFile } from "../../format/format-ottl-file.ts";
import { formatText } from "../../format/format-text.ts";
import { formatYaml } from "../../format/format-yaml.ts";
import type { FormattedFile } from "../../format/formatted-file.ts";
import type { InputKind } from "./options.ts";

/** Formats a file, or the single text that standard input holds. */
export function formatInput(text: string, kind: InputKind, width: number): FormattedFile {
  if (kind === "yaml") return formatYaml({ text }, { width });
  if (kind === "ottl") return formatOttlFile({ text }, { width });
  const { text: formatted, diagnostics = [] } = formatText(text, { kind, width });
  return { text: formatted === undefined ? text : `${formatted}\n`, diagnostics };
}

/** What a file holds by its name; `undefined` for one that can hold no OTTL. */
export function kindOfFile(name: string): "ottl" | "yaml" | undefined {
  if (/\.ottl$/i.test(name)) return "ottl";
  return /\.ya?ml$/i.test(name) ? "yaml" : undefined;
}
