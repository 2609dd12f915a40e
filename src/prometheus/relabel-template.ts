/** The groups of a match by their numbers, with the name of each where it has one. */
export interface Captures {
  readonly names: readonly (string | undefined)[];
  readonly values: readonly (string | undefined)[];
}

/**
 * Fills in a template as Go's `regexp.Expand` does: `$1`, `${1}`, `$name` and `${name}` are groups, or nothing where there
 * is no such group; the name is the longest run of letters, digits and underscores; `$$` is a dollar sign.
 */
export function expandTemplate(template: string, { names, values }: Captures): string {
  return template.replace(reference, (_, braced?: string, bare?: string) => {
    const name = braced ?? bare;
    if (name === undefined) return "$";
    if (/^(?:0|[1-9][0-9]*)$/.test(name)) return values[Number(name)] ?? "";
    return values.find((value, i) => value !== undefined && names[i] === name) ?? "";
  });
}

/** Whether a text has something to fill in. */
export function isTemplate(text: string): boolean {
  return text.includes("$");
}

const reference = /\$(?:\$|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/gu;
