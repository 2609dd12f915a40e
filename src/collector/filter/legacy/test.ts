import { locate } from "../../../compile/locate.ts";
import type { Diagnostic, Span } from "../../../diagnostics/diagnostic.ts";
import { OttlError } from "../../../diagnostics/ottl-error.ts";
import type { ConditionExplanation } from "../../../engine/condition.ts";
import { decidedBy, type Explanation } from "../../../engine/explain.ts";
import { failureDiagnostic } from "../../../engine/failure-diagnostic.ts";
import type { PlacedText } from "../../placed-text.ts";
import type { WalkRecord } from "../levels.ts";
import type { FilterContext, FilterTest } from "../types.ts";

/** What the older settings ask of a record: one thing, or several of which all or any must be true. */
export type Question =
  | { readonly kind: "setting"; readonly text: string; readonly ask: Ask; readonly written: Written }
  | { readonly kind: "and" | "or"; readonly of: readonly Question[]; readonly written: Written }
  | { readonly kind: "not"; readonly of: readonly [Question]; readonly written: Written };

/** Throws a `Failure` or an `OttlError` where the record is not what OTLP JSON has. */
export type Ask = (record: Partial<WalkRecord>) => boolean;

/** Where a question is written. */
export type Written = Pick<PlacedText, "setting" | "source" | "locate">;

/** A question with the range of its words in the text of all of them. */
interface Told {
  readonly question: Question;
  readonly span: Span;
  readonly of: readonly Told[];
}

/** The question of `include` or `exclude`, which can be asked and explained like a condition. */
export class LegacyTest implements FilterTest {
  readonly context: FilterContext;
  readonly text: string;
  readonly #told: Told;

  constructor(context: FilterContext, question: Question) {
    const teller = new Teller();
    this.context = context;
    this.#told = teller.tell(question);
    this.text = teller.text;
  }

  matches(record: object): boolean {
    return this.#asked(this.#told, record);
  }

  explain(record: object): ConditionExplanation {
    const explanation = this.#explain(this.#told, record);
    return { ...explanation, decidedBy: decidedBy(explanation) };
  }

  /** Where the smallest question is written that a range of the text is about. */
  writtenAt(span: Span): Written {
    let told = this.#told;
    for (;;) {
      const inner = told.of.find((one) => one.span.start <= span.start && span.end <= one.span.end);
      if (inner === undefined) return told.question.written;
      told = inner;
    }
  }

  #asked({ question, span, of }: Told, record: object): boolean {
    switch (question.kind) {
      case "and":
        return of.every((one) => this.#asked(one, record));
      case "or":
        return of.some((one) => this.#asked(one, record));
      case "not":
        return !of.every((one) => this.#asked(one, record));
      case "setting":
        try {
          return question.ask(record);
        } catch (error) {
          throw new OttlError("evaluation", [diagnosticOf(error, span)], this.text);
        }
    }
  }

  #explain(told: Told, record: object): Explanation {
    const { question, span } = told;
    const shared = { text: this.text.slice(span.start, span.end), span, kind: question.kind };
    if (question.kind === "setting") {
      try {
        return { ...shared, ...truth(question.ask(record)), children: [] };
      } catch (error) {
        return { ...shared, evaluated: true, error: diagnosticOf(error, span), children: [] };
      }
    }
    const decides = question.kind === "or";
    let verdict = question.kind !== "or";
    let failed = false;
    const children = told.of.map((one): Explanation => {
      if (failed || (verdict === decides && question.kind !== "not")) return this.#skipped(one);
      const child = this.#explain(one, record);
      if (child.error !== undefined) failed = true;
      else verdict = child.value === true;
      return child;
    });
    const error = children.find((child) => child.error !== undefined)?.error;
    if (error !== undefined) return { ...shared, evaluated: true, error, children };
    return { ...shared, ...truth(question.kind === "not" ? !verdict : verdict), children };
  }

  #skipped({ question, span, of }: Told): Explanation {
    return {
      text: this.text.slice(span.start, span.end),
      span,
      kind: question.kind,
      evaluated: false,
      children: of.map((one) => this.#skipped(one)),
    };
  }
}

function truth(value: boolean): Pick<Explanation, "evaluated" | "value" | "type"> {
  return { evaluated: true, value, type: "bool" };
}

function diagnosticOf(error: unknown, span: Span): Diagnostic {
  if (error instanceof OttlError) return { ...error.diagnostics[0], span };
  return failureDiagnostic(locate(error, span), span);
}

/** Writes questions on one line, as conditions are. */
class Teller {
  text = "";

  tell(question: Question): Told {
    const start = this.text.length;
    const of = this.#parts(question);
    return { question, of, span: { start, end: this.text.length } };
  }

  #parts(question: Question): readonly Told[] {
    switch (question.kind) {
      case "setting":
        this.text += question.text;
        return [];
      case "not":
        this.text += "not ";
        return question.of.map((one) => this.#inside(one));
      default:
        return question.of.map((one, i) => {
          if (i > 0) this.text += ` ${question.kind} `;
          return this.#inside(one);
        });
    }
  }

  #inside(question: Question): Told {
    if (question.kind === "setting") return this.tell(question);
    this.text += "(";
    const told = this.tell(question);
    this.text += ")";
    return told;
  }
}
