import type { ReadIr, StatementIr } from "../check/ir.ts";
import { compileBoolean, compileValue } from "../compile/compile.ts";
import type { Run } from "../compile/compiler.ts";
import { locate } from "../compile/locate.ts";
import { Failure } from "../core/failure.ts";
import { typeNameOf, type Value } from "../core/values.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { ConditionExplanation } from "./condition.ts";
import { copyRecord } from "./copy-record.ts";
import { decidedBy, type Explanation, explaining } from "./explain.ts";
import { failureDiagnostic } from "./failure-diagnostic.ts";

/** What a path that an editor may write held and holds. */
export interface Written {
  /** The path, as written; the name of one that the editor writes without being told. */
  readonly text: string;
  readonly before: Value;
  readonly after: Value;
}

/** The explanation of a statement on one record: its value is whether it ran, its children the editor and the condition. */
export interface StatementExplanation extends Explanation {
  /** Whether the editor ran to its end. */
  readonly ran: boolean;
  /** The condition, where the statement has one. */
  readonly where?: ConditionExplanation;
  /** The editor's arguments are its children; what is before the writing is the value of a path that it writes. */
  readonly editor: Explanation;
  /** The paths that the editor was given to write, or writes by itself, where it was called. */
  readonly written: readonly Written[];
}

/** Makes the explanation of a statement, which is run on a copy of the record. */
export function explainingStatement(
  ir: StatementIr,
  source: string,
): (record: object) => StatementExplanation {
  const { editor, where, node } = ir;
  const explainWhere = where && explaining(where, source, (probe) => compileBoolean(where, { probe }));
  const explainEditor = explaining(editor, source, (probe) => compileValue(editor, { probe }));
  const leaveEditor = explaining(editor, source, () => () => undefined);
  const named = editor.args.flatMap((arg) => (arg.kind === "place" ? [arg.source] : []));
  const places = [...named, ...editor.writes];
  const textOf = (place: ReadIr) =>
    named.includes(place) ? source.slice(place.node.span.start, place.node.span.end) : place.path.text;
  const own = { text: source.slice(node.span.start, node.span.end), span: node.span, kind: "statement" };
  const unread = (error: Diagnostic): StatementExplanation => {
    const editor = leaveEditor({});
    return { ...own, evaluated: true, error, children: [editor], ran: false, editor, written: [] };
  };
  let reads: readonly Run<Value>[] | undefined;
  return (record) => {
    let copy: object;
    try {
      copy = copyRecord(record);
    } catch (error) {
      return unread(failureDiagnostic(locate(error, node.span), node.span));
    }
    const condition = explainWhere?.(copy);
    const isMet = condition === undefined || condition.value === true;
    reads ??= places.map((place) => compileValue(place));
    const before = isMet ? reads.map((read) => valueAt(read, copy)) : [];
    const called = isMet ? explainEditor(copy) : leaveEditor(copy);
    const held = (place: ReadIr) => before[places.indexOf(place)] ?? null;
    const error = condition?.error ?? called.error;
    const ran = isMet && error === undefined;
    const shown = isMet ? withPlaces(called, named, held) : called;
    return {
      ...own,
      evaluated: true,
      ...(error === undefined ? { value: ran, type: "bool" } : { error }),
      children: condition === undefined ? [shown] : [shown, condition],
      ran,
      ...(condition === undefined ? {} : { where: { ...condition, decidedBy: decidedBy(condition) } }),
      editor: shown,
      written: isMet
        ? places.map((place, i) => ({
            text: textOf(place),
            before: held(place),
            after: valueAt(reads?.[i], copy),
          }))
        : [],
    };
  };
}

/** An editor reads a path when it likes, also after it has written it. */
function withPlaces(
  editor: Explanation,
  places: readonly ReadIr[],
  held: (place: ReadIr) => Value,
): Explanation {
  const children = editor.children.map((child): Explanation => {
    const place = places.find(({ node }) => node.span === child.span);
    if (place === undefined || child.error !== undefined) return child;
    const value = held(place);
    return { ...child, evaluated: true, value, type: typeNameOf(value) };
  });
  return { ...editor, children };
}

function valueAt(read: Run<Value> | undefined, record: object): Value {
  try {
    return read?.(record) ?? null;
  } catch (error) {
    if (error instanceof Failure) return null; // the editor tells what is wrong
    throw error;
  }
}
