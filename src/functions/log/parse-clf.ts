import { Failure } from "../../core/failure.ts";
import { parseInt64 } from "../../core/number-text.ts";
import * as t from "../../core/types.ts";
import { MapValue, type Value } from "../../core/values.ts";
import { defineFunction, optional, param } from "../define-function.ts";
import { choiceOf } from "../lib/choice-of.ts";
import { map } from "../lib/example-values.ts";
import { trimSpace } from "../lib/trim-space.ts";
import { unescapedLog } from "../lib/unescaped-log.ts";

export const parseCLF = defineFunction({
  kind: "converter",
  name: "ParseCLF",
  category: "log",
  summary: "A map of a line in the Common Log Format of web servers, or in the combined one.",
  params: [
    param("target", t.string, "The line."),
    optional(
      "format",
      t.stringLiteral,
      "`clf`, or `combined`, which has a referrer and a user agent behind.",
      "clf",
    ),
  ],
  returns: t.map,
  since: "0.155.0",
  contexts: ["log"],
  only: "transform",
  examples: [
    {
      source:
        'ParseCLF("10.0.0.1 - ann [10/Oct/2023:13:55:36 +0000] \\"GET /a HTTP/1.1\\" 200 - \\"-\\" \\"curl\\"", format="combined")',
      result: map({
        "clf.remote_host": "10.0.0.1",
        "clf.rfc931": "-",
        "clf.auth_user": "ann",
        "clf.timestamp": "10/Oct/2023:13:55:36 +0000",
        "clf.request": "GET /a HTTP/1.1",
        "clf.method": "GET",
        "clf.request_uri": "/a",
        "clf.protocol": "HTTP/1.1",
        "clf.status": 200n,
        "clf.referer": "-",
        "clf.user_agent": "curl",
      }),
    },
    { source: 'ParseCLF("10.0.0.1 - -")', error: "malformed_log" },
    { source: "ParseCLF(attributes)", error: "type_mismatch" },
    { source: 'ParseCLF("", "nginx")', error: "call_refused" },
  ],
  create(_, format = "clf") {
    const isCombined = choiceOf("format", ["clf", "combined"], format) === "combined";
    return (line) => read(fieldsOf(trimSpace(line), isCombined), isCombined);
  },
});

function read(fields: readonly string[], isCombined: boolean): MapValue {
  const [host = "", rfc931 = "", user = "", time = "", request = "", status = "", bytes = ""] = fields;
  const [, , , , , , , referrer = "", agent = ""] = fields;
  const entries: [string, Value][] = [
    ["clf.remote_host", host],
    ["clf.rfc931", rfc931],
    ["clf.auth_user", user],
    ["clf.timestamp", time],
  ];
  const text = unescapedLog(request);
  entries.push(["clf.request", text]);
  const parts = /^([^ ]*) ([^ ]*) (.*)$/s.exec(text);
  if (parts !== null) {
    const [, method = "", uri = "", protocol = ""] = parts;
    entries.push(["clf.method", method], ["clf.request_uri", uri], ["clf.protocol", protocol]);
  }
  entries.push(["clf.status", numberOf(status)]);
  if (bytes !== "-") entries.push(["clf.bytes", numberOf(bytes)]);
  if (isCombined)
    entries.push(["clf.referer", unescapedLog(referrer)], ["clf.user_agent", unescapedLog(agent)]);
  return MapValue.of(entries);
}

function numberOf(text: string): bigint {
  const number = parseInt64(text);
  if (number === "syntax") throw new Failure("unreadable_text", { type: "int", text });
  if (number === "range") throw new Failure("number_out_of_range", { type: "int", text });
  return number;
}

/** What stands between blanks, in brackets or in quotes. */
function fieldsOf(line: string, isCombined: boolean): readonly string[] {
  const word = /[^\t\n\f\r ]+/uy;
  const bracketed = /\[([^\]]+)\]/uy;
  const kinds = [
    word,
    word,
    word,
    bracketed,
    undefined,
    word,
    word,
    ...(isCombined ? [undefined, undefined] : []),
  ];
  const fields: string[] = [];
  let at = 0;
  for (const [i, kind] of kinds.entries()) {
    if (i > 0 && line[at++] !== " ") throw malformed(`there is no blank behind field ${i}`);
    const end = kind === undefined ? endOfQuotes(line, at) : endOf(kind, line, at);
    if (end === undefined) throw malformed(`field ${i + 1} is not as it must be`);
    const bare = kind === word ? [at, end] : [at + 1, end - 1];
    fields.push(line.slice(...bare));
    at = end;
  }
  if (at < line.length) throw malformed("there is more behind the last field");
  return fields;
}

function endOf(pattern: RegExp, line: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(line) ? pattern.lastIndex : undefined;
}

/** Where quotes end; a backslash takes the next character its meaning, but not a line break. */
function endOfQuotes(line: string, start: number): number | undefined {
  if (line[start] !== '"') return undefined;
  for (let i = start + 1; i < line.length; i++) {
    if (line[i] === '"') return i + 1;
    if (line[i] === "\\" && (++i >= line.length || line[i] === "\n")) return undefined;
  }
  return undefined;
}

function malformed(reason: string): Failure {
  return new Failure("malformed_log", { format: "CLF", reason });
}
