import type { MatcherState, SyncMatcherResult } from "vitest";
import { describeGiven } from "../../diagnostics/describe-given.ts";
import { type Explaining, type Judgement, judge, type Subject } from "../judge.ts";
import { misuse } from "../misuse.ts";
import { verdictReport } from "../verdict-report.ts";

/** Whether a filter keeps every record of a subject. */
export function toKeep(this: MatcherState, received: unknown, subject: Subject): SyncMatcherResult {
  return compare(received, subject, "kept", this.isNot);
}

/** Whether a filter drops every record of a subject. */
export function toDrop(this: MatcherState, received: unknown, subject: Subject): SyncMatcherResult {
  return compare(received, subject, "dropped", this.isNot);
}

/** A payload that is rejected is neither kept nor dropped: it fails the assertion and its opposite. */
function compare(
  received: unknown,
  subject: Subject,
  expected: Judgement["verdict"],
  isNot: boolean,
): SyncMatcherResult {
  const filter = explaining(received);
  const all = judge(filter, subject);
  const rejected = all.filter(({ verdict }) => verdict === "rejected");
  const differing = all.filter(({ verdict }) => verdict !== expected);
  const pass = rejected.length > 0 ? isNot : differing.length === 0;
  const told = isNot ? (rejected.length > 0 ? rejected : all) : differing;
  return { pass, message: () => verdictReport(filter, told, all.length) };
}

function explaining(received: unknown): Explaining {
  if (typeof received === "object" && received !== null && "explain" in received && hasConditions(received))
    return received as Explaining; // what has conditions and explains is a filter or a pipeline
  throw misuse("the argument of expect", "a filter or a pipeline", describeGiven(received));
}

function hasConditions(received: object): boolean {
  return "lists" in received || "stages" in received;
}
