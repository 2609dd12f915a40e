import { Failure } from "../../core/failure.ts";
import { parseInt64 } from "../../core/number-text.ts";
import * as t from "../../core/types.ts";
import { fromByteString, isAscii, toByteString } from "../../core/utf8.ts";
import { GoMap, ListValue, type MapValue, Telemetry, type Value } from "../../core/values.ts";
import { defineFunction, param } from "../define-function.ts";
import { list, map } from "../lib/example-values.ts";
import { parseQuery } from "../lib/parse-query.ts";
import { type ParsedUrl, parseUrl } from "../lib/parse-url.ts";

export const url = defineFunction({
  kind: "converter",
  name: "URL",
  category: "net",
  summary:
    "The parts of a URL under the names of the semantic conventions; of a query, which begins with `?`, its parameters.",
  params: [param("u_r_i", t.string, "The URL, absolute or relative.")],
  returns: t.map,
  since: "0.104.0",
  examples: [
    {
      source: 'URL("https://user@shop.example/cart.html?id=7#top")',
      result: map({
        "url.original": "https://user@shop.example/cart.html?id=7#top",
        "url.domain": "shop.example",
        "url.scheme": "https",
        "url.path": "/cart.html",
        "url.fragment": "top",
        "url.user_info": "user",
        "url.username": "user",
        "url.query": "id=7",
        "url.extension": "html",
      }),
    },
    { source: 'URL("?a=1&a=2")["query"]["a"]', result: list(["1", "2"], "literal") },
    { source: 'URL("http://shop.example:https")', error: "unreadable_url" },
    { source: 'URL("")', error: "unreadable_url" },
    { source: "URL(1)", error: "argument_type" },
  ],
  evaluate(text) {
    if (text === "") throw new Failure("unreadable_url", { text, reason: "it is empty" });
    const bytes = isAscii(text) ? text : toByteString(text);
    const parts = bytes.startsWith("?") ? parseQuery(bytes.slice(1)) : parseUrl(bytes);
    if (typeof parts === "string") throw new Failure("unreadable_url", { text, reason: parts });
    return "scheme" in parts ? mapOfUrl(parts, text) : mapOfQuery(parts);
  },
});

function mapOfUrl(parts: ParsedUrl, text: string): MapValue {
  const { scheme, user, host, port, path, query, fragment } = parts;
  const dot = path.lastIndexOf(".");
  const extension = dot < 0 ? "" : path.slice(dot + 1);
  const entries: [string, Value | undefined][] = [
    ["url.original", parts.text],
    ["url.domain", host],
    ["url.scheme", scheme],
    ["url.path", path],
    ["url.port", port === "" ? undefined : portOf(port, text)],
    ["url.fragment", fragment || undefined],
    ["url.user_info", user?.text],
    ["url.username", user?.name || undefined],
    ["url.password", user?.password],
    ["url.query", query || undefined],
    ["url.extension", extension || undefined],
  ];
  const known = entries.filter((entry): entry is [string, Value] => entry[1] !== undefined);
  return new GoMap(
    known.map(([key]) => key),
    known.map(([, value]) => textOfBytes(value)),
  );
}

function mapOfQuery(parameters: ReadonlyMap<string, readonly string[]>): MapValue {
  if (parameters.size === 0) return new GoMap([], []);
  const keys = Array.from(parameters.keys(), textOfBytes);
  const values = Array.from(parameters.values(), (items) => new ListValue(items.map(textOfBytes), "literal"));
  return new GoMap(["query"], [new GoMap(keys, values)]);
}

/** The port as a Go `int`, which is no int of the language. */
function portOf(digits: string, text: string): Telemetry {
  const port = parseInt64(digits);
  if (typeof port === "bigint") return new Telemetry("int", port);
  throw new Failure("unreadable_url", { text, reason: "its port is out of range" });
}

function textOfBytes<T extends Value>(value: T): T {
  // A string stays a string.
  return typeof value === "string" && !isAscii(value) ? (fromByteString(value) as T) : value;
}
