import { Failure } from "../../core/failure.ts";
import { typeNameOf, type Value } from "../../core/values.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { toPlain } from "../../engine/to-plain.ts";
import { attributesOf } from "../../shapes/otlp-json/attributes.ts";
import { itemsOf, readableParts } from "../filter/levels.ts";
import type { FilterExplanation } from "../filter/types.ts";
import type { Piece } from "../piece.ts";
import { signals } from "../signals.ts";
import type { TransformExplanation } from "../transform/types.ts";
import { recordAfter } from "./record-after.ts";
import type { Stage } from "./stages.ts";

/** What one processor of a pipeline makes of a record. */
export interface Step {
  readonly stage: Stage;
  /** `passed`: ottlkit does not run the processor; `rejected`: it refuses the whole payload. */
  readonly verdict: "kept" | "dropped" | "changed" | "unchanged" | "rejected" | "passed";
  /** Of a filter: every condition that was asked. */
  readonly explanation?: FilterExplanation;
  /** Of a transform: every group that was tried, its conditions and statements. */
  readonly transformation?: TransformExplanation;
  /** What the processor changed; of a transform that is told of its statements. */
  readonly changes: readonly Change[];
  /** Why a processor that is neither filter nor transform refuses the payload. */
  readonly error?: OttlError;
}

/** A path of a record that a processor changed. */
export interface Change {
  /** Such as `resource.attributes["cluster"]` or `metric.gauge.dataPoints[0].attributes["env"]`. */
  readonly path: string;
  /** Absent where the path was not there. */
  readonly before?: Value;
  /** Absent where it is not there any more. */
  readonly after?: Value;
}

/** What the processors of a pipeline make of a record, one after another, up to the one that drops or rejects it. */
export function stepsOf(stages: readonly Stage[], record: object): readonly Step[] {
  const steps: Step[] = [];
  let current = record;
  for (const [i, stage] of stages.entries()) {
    const { step, after } = stepOf(stage, current);
    steps.push(step);
    if (after === undefined || i === stages.length - 1) break;
    current = after();
  }
  return steps;
}

/** A step and what makes the record behind it, where there is one: of a data point that takes a look at all beside it. */
interface Taken {
  readonly step: Step;
  readonly after?: () => object;
}

function stepOf(stage: Stage, record: object): Taken {
  const { filter, transform, processor } = stage;
  if (processor === undefined)
    return { step: { stage, verdict: "passed", changes: [] }, after: () => record };
  if (filter !== undefined) {
    const explanation = filter.explain(record);
    const step: Step = { stage, verdict: explanation.verdict, explanation, changes: [] };
    if (explanation.verdict !== "kept") return { step };
    return { step, after: () => filter.left(record) ?? record };
  }
  if (transform !== undefined) {
    const transformation = transform.explain(record);
    const { verdict } = transformation;
    const step: Step = {
      stage,
      verdict: verdict === "gone" ? "dropped" : verdict,
      transformation,
      changes: [],
    };
    if (verdict === "gone" || verdict === "rejected") return { step };
    return { step, after: () => transform.left(record) ?? record };
  }
  try {
    const after = recordAfter(processor, record);
    const changes = changesOf(record as Piece, after as Piece);
    return {
      step: { stage, verdict: changes.length > 0 ? "changed" : "unchanged", changes },
      after: () => after,
    };
  } catch (error) {
    if (!(error instanceof OttlError) || error.phase !== "evaluation") throw error;
    return { step: { stage, verdict: "rejected", changes: [], error } };
  }
}

/** What is different in the attributes of a record, those of a metric's data points included. */
function changesOf(before: Piece, after: Piece): readonly Change[] {
  const changes = [...changesIn("resource", before.resource, after.resource)];
  for (const { name, itemPart: item } of signals) {
    const { parts } = itemsOf[name];
    const part = parts?.record ?? "";
    changes.push(...changesIn(item, before[item], after[item]));
    if (part in before) changes.push(...changesIn(part.toLowerCase(), before[part], after[part]));
    if (parts === undefined || part in before || before[item] === after[item]) continue;
    const [old, now] = [before, after].map((record) => readableParts(parts, record[item]) ?? []);
    for (const [i, one] of old?.entries() ?? [])
      changes.push(...changesIn(`${item}.${parts.path(before[item] as Piece)}[${i}]`, one, now?.[i])); // it has parts
  }
  return changes;
}

/** What is different in the attributes of a message. */
function changesIn(path: string, before: unknown, after: unknown): readonly Change[] {
  if (before === after) return [];
  const [old, now] = [before, after].map((message) => attributesIn(message)) as [
    Map<string, Written>,
    Map<string, Written>,
  ]; // two in, two out
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    if (was?.text === is?.text) return [];
    return [
      {
        path: `${path}.attributes[${JSON.stringify(key)}]`,
        ...(was === undefined ? {} : { before: was.value }),
        ...(is === undefined ? {} : { after: is.value }),
      },
    ];
  });
}

/** A value, and a text of it by which values are compared. */
interface Written {
  readonly text: string;
  readonly value: Value;
}

function attributesIn(message: unknown): Map<string, Written> {
  try {
    const { attributes } = Object(message) as Piece;
    const values = [...attributesOf(attributes, "attributes").entries()];
    return new Map(values.map(([key, value]) => [key, { text: textOf(value), value }]));
  } catch (error) {
    if (error instanceof Failure) return new Map();
    throw error;
  }
}

function textOf(value: Value): string {
  return `${typeNameOf(value)} ${JSON.stringify(toPlain(value, { ints: "text", bytes: "hex" }))}`;
}
