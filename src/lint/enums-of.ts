import type { Context } from "../contexts/define-context.ts";
import type { ResolvedPath } from "../contexts/resolve.ts";

/** The enums of a context whose numbers a path holds. */
export function enumsOf({ definition, keys }: ResolvedPath, context: Context): readonly string[] {
  if (keys.length > 0) return [];
  const names = Object.keys(context.enums);
  if (definition.kind === "derived") {
    return definition.derivation === "metric type"
      ? names.filter((name) => name.startsWith("METRIC_DATA_TYPE_"))
      : [];
  }
  const own = definition.kind === "field" || definition.kind === "variant" ? definition.names : undefined;
  return own === undefined ? [] : names.filter((name) => Object.hasOwn(own, name));
}

/** The enum that a text in its place means, such as `SEVERITY_NUMBER_WARN` by `"warn"`. */
export function meantEnum(text: string, enums: readonly string[]): string | undefined {
  const word = plain(text);
  if (word === "") return undefined;
  return enums.find((name) => plain(name) === word) ?? enums.find((name) => lastWords(name).includes(word));
}

/** `SPAN_KIND_SERVER`: what remains after each underscore, without underscores. */
function lastWords(name: string): readonly string[] {
  const words = name.split("_");
  return words.map((_, i) => words.slice(i).join(""));
}

function plain(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, "");
}
