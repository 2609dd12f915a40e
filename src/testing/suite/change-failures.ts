import { attributeOwner } from "./attribute-owner.ts";
import { describeSuiteRecord } from "./describe-suite-record.ts";
import { type Difference, differences, differenceText } from "./differences.ts";
import type { RecordFailure } from "./few-failures.ts";
import type { Outcome, RecordOutcome } from "./outcome.ts";
import { ownParts } from "./own-parts.ts";
import type { Expect } from "./schema.ts";

const mostDifferences = 10;

/** What is wrong about the changes of records: of those that should, or should not, differ from what came. */
export function changeFailures(expect: Expect, { records }: Outcome): readonly RecordFailure[] {
  const { changed, nothing_else_changes: nothingElse } = expect;
  if (changed === undefined && nothingElse !== true) return [];
  const left = records().filter(({ left }) => left !== undefined);
  const failures: RecordFailure[] = [];
  for (const one of left) {
    const found = changesOf(one);
    const tell = (what: string, differences: readonly Difference[]) =>
      failures.push(() =>
        [told(`${what}: ${describeSuiteRecord(one.record)}`, differences), ...statementLines(one)].join("\n"),
      );
    if (changed === true && found.length === 0) tell("expected a change, found none", []);
    if (changed === false && found.length > 0) tell("expected no change", found);
    const odd = nothingElse === true ? found.filter(({ path }) => !isExpected(path, one.record, expect)) : [];
    if (odd.length > 0 && changed !== false) tell("something else changes", odd);
  }
  return failures;
}

/** What the statements of a transform came to. */
export function statementLines({ statements }: RecordOutcome): readonly string[] {
  return statements?.().map((line) => `    ${line}`) ?? [];
}

function changesOf({ record, left }: RecordOutcome): readonly Difference[] {
  return differences(ownParts(record), ownParts(left ?? {}));
}

/** Whether a place is that of an attribute whose value is expected. */
function isExpected(path: string, record: object, { attributes = {}, resource = {} }: Expect): boolean {
  const owner = attributeOwner(record);
  const own = owner === "metric" ? /^metric\.\w+\.dataPoints\[\d+\]\./.exec(path)?.[0] : `${owner}.`;
  return isOneOf(path, own, attributes) || isOneOf(path, "resource.", resource);
}

function isOneOf(path: string, owner: string | undefined, attributes: object): boolean {
  return Object.keys(attributes).some((key) => {
    const place = `${owner}attributes[${JSON.stringify(key)}]`;
    return path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`);
  });
}

function told(head: string, found: readonly Difference[]): string {
  const lines = found.slice(0, mostDifferences).map((one) => `  ${differenceText(one, ["was", "is"])}`);
  const more = found.length > mostDifferences ? [`  … ${found.length - mostDifferences} more`] : [];
  return [head, ...lines, ...more].join("\n");
}
