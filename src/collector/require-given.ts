import { makeDiagnostic } from "../diagnostics/all-messages.ts";
import { describeGiven } from "../diagnostics/describe-given.ts";
import { invalidOption } from "../diagnostics/invalid-option.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import { signals } from "./signals.ts";

const nowhere = { start: 0, end: 0 };
const resourceLists = /* @__PURE__ */ signals.map(({ resources }) => resources);
const recordParts = [
  "metric",
  "span",
  "log",
  "dataPoint",
  "spanEvent",
  "resource",
  "resourceContainer",
  "scope",
  "scopeContainer",
];

/** Refuses what is no payload; an empty object is one without resources. `more` are other lists that one may hold. */
export function requirePayload(given: unknown, more: readonly string[] = []): void {
  const isObject = typeof given === "object" && given !== null && !Array.isArray(given);
  const isPayload = isObject && [...resourceLists, ...more].some((list) => list in given);
  if (isPayload || (isObject && Object.keys(given).length === 0)) return;
  const diagnostic = makeDiagnostic("payload_kind", { found: describeGiven(given) }, nowhere);
  throw new OttlError("evaluation", [diagnostic], "");
}

/**
 * Refuses what is no record of `recordsOf`; the parts of a record are looked at where they are read. `example` is the
 * context of one that could be given, `more` are other parts that one may have.
 */
export function requireRecord(given: unknown, example: "metric" | "log", more: readonly string[] = []): void {
  const expected = `a record such as { ${example}, resource }`;
  if (typeof given !== "object" || given === null) throw invalidOption("record", expected, given);
  const isPayload = resourceLists.some((list) => list in given);
  if (!isPayload && [...recordParts, ...more].some((part) => part in given)) return;
  const params = { option: "record", expected, found: describeGiven(given) };
  const hint = `recordsOf("${example}", payload) gives the records of a payload`;
  throw new OttlError("configuration", [makeDiagnostic("invalid_option", params, nowhere, { hint })], "");
}
