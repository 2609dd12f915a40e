import { describeSuiteRecord } from "./describe-suite-record.ts";
import { type Difference, differences, differenceText } from "./differences.ts";
import type { Outcome, RecordOutcome } from "./outcome.ts";
import type { Expect } from "./schema.ts";

const mostDifferences = 10;

/** What is wrong about the changes of records: of those that should, or should not, differ from what came. */
export function changeFailures(expect: Expect, { records }: Outcome): readonly string[] {
  const { changed, nothing_else_changes: nothingElse } = expect;
  if (changed === undefined && nothingElse !== true) return [];
  const left = records().filter(({ left }) => left !== undefined);
  const failures: string[] = [];
  for (const one of left) {
    const found = changesOf(one);
    const name = describeSuiteRecord(one.record);
    if (changed === true && found.length === 0) failures.push(`expected a change, found none: ${name}`);
    if (changed === false && found.length > 0) failures.push(told(`expected no change: ${name}`, found));
    const odd = nothingElse === true ? found.filter(({ path }) => !isExpected(path, expect)) : [];
    if (odd.length > 0 && changed !== false) failures.push(told(`something else changes: ${name}`, odd));
  }
  return failures;
}

function changesOf({ record, left }: RecordOutcome): readonly Difference[] {
  return differences(ownOf(record), ownOf(left ?? {}));
}

/** The parts of a record that are its own: not the lists that it is in. */
function ownOf(record: object): object {
  return Object.fromEntries(
    Object.entries(record).filter(([key]) => !/Container$|^dictionary$|^cache$/.test(key)),
  );
}

/** Whether a place is that of an attribute whose value is expected. */
function isExpected(path: string, { attributes = {}, resource = {} }: Expect): boolean {
  const at = (key: string) => `attributes[${JSON.stringify(key)}]`;
  const ofResource = Object.keys(resource).some((key) => isAt(path, `resource.${at(key)}`));
  const isWhole = path === "resource.attributes" && Object.keys(resource).length > 0;
  const own = Object.keys(attributes).some((key) => isInside(path, at(key)) && !path.startsWith("resource."));
  return ofResource || isWhole || own;
}

function isAt(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`);
}

function isInside(path: string, place: string): boolean {
  const start = path.indexOf(place);
  return start >= 0 && isAt(path.slice(start), place);
}

function told(head: string, found: readonly Difference[]): string {
  const lines = found.slice(0, mostDifferences).map((one) => `  ${differenceText(one, ["was", "is"])}`);
  const more = found.length > mostDifferences ? [`  … ${found.length - mostDifferences} more`] : [];
  return [head, ...lines, ...more].join("\n");
}
