import type { ConfigPlace } from "../../collector/processor.ts";

/** A place as `file:line:column · path`. */
export function placeText({ file, line, column, path }: ConfigPlace): string {
  const at = [file, line, column].filter((part) => part !== undefined).join(":");
  if (at === "" || path === "") return at || path;
  return `${at} · ${path}`;
}
