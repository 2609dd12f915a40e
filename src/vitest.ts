/**
 * Matchers for vitest; importing this registers them: `import "ottlkit/vitest"`.
 *
 * A failure names the condition that decided, its place, and the values of its sub-expressions.
 */
import { expect } from "vitest";
import type { Condition } from "./engine/condition.ts";
import type { ValueExpression } from "./engine/value.ts";
import type { Explaining, Subject } from "./testing/judge.ts";
import type { PlainResult } from "./testing/plain-value.ts";
import { toEvaluateTo } from "./testing/vitest/to-evaluate-to.ts";
import { toDrop, toKeep } from "./testing/vitest/to-keep.ts";

export type { Explaining, Subject } from "./testing/judge.ts";
export type { PlainResult } from "./testing/plain-value.ts";

/** What may be asked of a filter. */
type Asked<T> = T extends Explaining ? Subject : never;

/** What a condition or a value expression may come to. */
type Outcome<T> = T extends Condition ? boolean : T extends ValueExpression ? PlainResult : never;

declare module "vitest" {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /**
     * The filter keeps the record, or each record of a list or a payload: `expect(filter).toKeep(gauge("up"))`.
     * A metric of which some data points are dropped is not kept.
     */
    toKeep(record: Asked<T>): R;
    /**
     * The filter drops the record, or each record of a list or a payload: `expect(filter).toDrop(gauge("up"))`.
     * A metric is dropped where all of its data points are.
     */
    toDrop(record: Asked<T>): R;
    /**
     * A condition or a value expression gives a value for a record: `expect(condition).toEvaluateTo(true, record)`.
     * An int is a bigint, a double a number; a list is an array, a map an object. Fails, with `.not` too, where the
     * evaluation fails.
     */
    toEvaluateTo(expected: Outcome<T>, record: object): R;
  }
}

expect.extend({ toKeep, toDrop, toEvaluateTo });
