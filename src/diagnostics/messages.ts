import { checkMessages } from "./codes/check.ts";
import { configurationMessages } from "./codes/configuration.ts";
import { dataMessages } from "./codes/data.ts";
import { documentsMessages } from "./codes/documents.ts";
import { evaluationMessages } from "./codes/evaluation.ts";
import { filterMessages } from "./codes/filter.ts";
import { pipelineMessages } from "./codes/pipeline.ts";
import { prometheusMessages } from "./codes/prometheus.ts";
import { regexpHint, regexpMessages } from "./codes/regexp.ts";
import { resourceMessages } from "./codes/resource.ts";
import { syntaxMessages } from "./codes/syntax.ts";
import { testingMessages } from "./codes/testing.ts";

/** Every diagnostic code with what it says; a code is never used again for another thing. */
export const messages = {
  ...syntaxMessages,
  ...regexpMessages,
  ...checkMessages,
  ...evaluationMessages,
  ...dataMessages,
  ...prometheusMessages,
  ...configurationMessages,
  ...documentsMessages,
  ...filterMessages,
  ...pipelineMessages,
  ...resourceMessages,
  ...testingMessages,
} as const;

/** A code of the table. */
export type Code = keyof typeof messages;

/** Whether a string is a code of the table. */
export function isCode(code: string): code is Code {
  return Object.hasOwn(messages, code);
}

/** The message of a code: the table's text where it has one. */
export function messageOf(code: string, params: Readonly<Record<string, unknown>>): string {
  if (!isCode(code)) return code.replaceAll("_", " ");
  // Each entry checks its own parameters where it is raised; here they are only carried on.
  return (messages[code] as (p: Readonly<Record<string, unknown>>) => string)(params);
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
