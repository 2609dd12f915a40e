import { unescapePart } from "./url-escape.ts";

/** The most parameters that Go's `net/url` reads. */
const mostParameters = 10_000;

/**
 * The values of each parameter of a query, in order, as Go's `url.ParseQuery` reads it over a string with a character a
 * byte; or what is wrong with it.
 */
export function parseQuery(query: string): ReadonlyMap<string, readonly string[]> | string {
  const pieces = query.split("&");
  if (pieces.length > mostParameters) return `it has more than ${mostParameters} parameters`;
  const parameters = new Map<string, string[]>();
  for (const piece of pieces) {
    if (piece.includes(";")) return "it has a semicolon";
    if (piece === "") continue;
    const equals = piece.indexOf("=");
    const key = unescapePart(equals < 0 ? piece : piece.slice(0, equals), "query");
    const value = equals < 0 ? "" : unescapePart(piece.slice(equals + 1), "query");
    if (key === undefined || value === undefined) return "it has a broken escape";
    const values = parameters.get(key);
    if (values === undefined) parameters.set(key, [value]);
    else values.push(value);
  }
  return parameters;
}
