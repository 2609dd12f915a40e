import { bytesMessages } from "./codes/bytes.ts";
import { checkMessages } from "./codes/check.ts";
import { dataMessages } from "./codes/data.ts";
import { editorMessages } from "./codes/editors.ts";
import { evaluationMessages } from "./codes/evaluation.ts";
import { extractMessages } from "./codes/extract.ts";
import { metricMessages } from "./codes/metrics.ts";
import { regexpHint, regexpMessages } from "./codes/regexp.ts";
import { syntaxMessages } from "./codes/syntax.ts";
import { textMessages } from "./codes/text.ts";
import { timeMessages } from "./codes/time.ts";
import { xmlMessages } from "./codes/xml.ts";

/** The codes that the engine raises, with what they say; a code is never used again for another thing. */
export const messages = {
  ...syntaxMessages,
  ...regexpMessages,
  ...checkMessages,
  ...evaluationMessages,
  ...dataMessages,
  ...bytesMessages,
  ...editorMessages,
  ...extractMessages,
  ...metricMessages,
  ...textMessages,
  ...timeMessages,
  ...xmlMessages,
} as const;

/** A code of the table. */
export type Code = keyof typeof messages;

/** Whether a string is a code of the table. */
export function isCode(code: string): code is Code {
  return Object.hasOwn(messages, code);
}

/** The message of a code: the table's text where it has one. */
export function messageOf(code: string, params: Readonly<Record<string, unknown>>): string {
  return messageFrom(messages, code, params);
}

/** The message of a code of a table. */
export function messageFrom(
  table: Readonly<Record<string, (params: never) => string>>,
  code: string,
  params: Readonly<Record<string, unknown>>,
): string {
  const message = Object.hasOwn(table, code) ? table[code] : undefined;
  // Each entry checks its own parameters where it is raised; here they are only carried on.
  return message === undefined ? code.replaceAll("_", " ") : message(params as never);
}

/** A further word on a finding, where there is one: what may help against a pattern that is refused. */
export function hintOf(code: string, params: Readonly<Record<string, unknown>>): string | undefined {
  if (code !== "invalid_regex") return undefined;
  const { pattern, reason, start, end } = params;
  return regexpHint({
    pattern: String(pattern),
    reason: String(reason),
    start: Number(start),
    end: Number(end),
  });
}
