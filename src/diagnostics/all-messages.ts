/** The table of every code, and what is made of it: for the layers around the engine, which alone does not carry them. */
import type { Failure } from "../core/failure.ts";
import { configurationMessages } from "./codes/configuration.ts";
import { documentsMessages } from "./codes/documents.ts";
import { filterMessages } from "./codes/filter.ts";
import { formatMessages } from "./codes/format.ts";
import { lintMessages } from "./codes/lint.ts";
import { pipelineMessages } from "./codes/pipeline.ts";
import { prometheusMessages } from "./codes/prometheus.ts";
import { resourceMessages } from "./codes/resource.ts";
import { testingMessages } from "./codes/testing.ts";
import { transformMessages } from "./codes/transform.ts";
import type { Diagnostic, Span } from "./diagnostic.ts";
import { diagnosticOf, type Extra } from "./make-diagnostic.ts";
import { messageFrom, messages } from "./messages.ts";

/** Every diagnostic code with what it says; a code is never used again for another thing. */
export const allMessages = {
  ...messages,
  ...prometheusMessages,
  ...configurationMessages,
  ...documentsMessages,
  ...filterMessages,
  ...formatMessages,
  ...lintMessages,
  ...pipelineMessages,
  ...resourceMessages,
  ...testingMessages,
  ...transformMessages,
} as const;

/** A code of the table. */
export type Code = keyof typeof allMessages;
/** What the message of a code tells. */
export type ParamsOf<C extends Code> = Parameters<(typeof allMessages)[C]>[0];

/** The message of a code: the table's text where it has one. */
export function messageOf(code: string, params: Readonly<Record<string, unknown>>): string {
  return messageFrom(allMessages, code, params);
}

/** The diagnostic of a failure; `span` is its place where it knows none. */
export function failureDiagnostic(failure: Failure, span: Span, extra: Extra = {}): Diagnostic {
  const { code, params } = failure;
  return diagnosticOf(code, messageOf(code, params), failure.span ?? span, extra);
}

/** Makes an error of a code of the table, its parameters checked against the message. */
export function makeDiagnostic<C extends Code>(
  code: C,
  params: ParamsOf<C>,
  span: Span,
  extra: Extra = {},
): Diagnostic {
  return diagnosticOf(code, messageOf(code, params ?? {}), span, extra);
}
