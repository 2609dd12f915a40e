import type { CompareIr, ReadIr, ValueIr } from "../../check/ir.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { label } from "../../diagnostics/did-you-mean.ts";
import { quote } from "../../syntax/strings.ts";
import { decidedByTypes, typesMeet } from "../comparison-outcome.ts";
import { defineRule, type LintText } from "../define-rule.ts";
import { enumsOf, meantEnum } from "../enums-of.ts";
import { typesOf } from "../types-of.ts";
import { ofKind } from "../visit-ir.ts";

/** Finds comparisons of values that are never of one type. */
export const comparisonTypes = defineRule({
  code: "comparison_types",
  severity: "warning",
  summary: "A comparison that is always false or always true because the types of its sides never meet.",
  why: "Values of different types are unequal and have no order, and that is no error: the condition just never holds. Enums are ints: compare them with their names, which stand without quotes.",
  bad: [
    { context: "log", text: 'severity_number == "WARN"', fixed: "severity_number == SEVERITY_NUMBER_WARN" },
    { context: "metric", text: 'type == "Sum"', fixed: "type == METRIC_DATA_TYPE_SUM" },
    { context: "span", text: 'kind == "SERVER"', fixed: "kind == SPAN_KIND_SERVER" },
    {
      context: "span",
      text: 'status.code != "STATUS_CODE_ERROR"',
      fixed: "status.code != STATUS_CODE_ERROR",
    },
    { context: "log", text: 'severity_number >= "17"', fixed: "severity_number >= 17" },
    { context: "metric", text: 'is_monotonic == "true"', fixed: "is_monotonic == true" },
    {
      context: "span",
      text: 'trace_id == "0102030405060708090a0b0c0d0e0f10"',
      fixed: 'trace_id.string == "0102030405060708090a0b0c0d0e0f10"',
    },
    { context: "span", text: "start_time > 1700000000000000000" },
    { context: "log", text: 'Len(body) == "5"', fixed: "Len(body) == 5" },
  ],
  good: [
    { context: "log", text: "severity_number == SEVERITY_NUMBER_WARN" },
    { context: "span", text: 'attributes["http.status_code"] == "200"' },
    { context: "metric", text: "is_monotonic == true" },
    { context: "span", text: 'end_time - start_time > Duration("1s")' },
    { context: "datapoint", text: "value_int == 1.5" },
    { context: "log", text: 'body == "x"' },
  ],
  *check(text) {
    for (const ir of ofKind(text, "compare")) {
      const decided = decidedByTypes(ir);
      if (decided === undefined || typesMeet(decided) || isNil(ir.left) || isNil(ir.right)) continue;
      const { verdict, left, right } = decided;
      const params = {
        left: textOf(ir.left, text),
        leftType: left.join(" or "),
        right: textOf(ir.right, text),
        rightType: right.join(" or "),
        verdict,
      };
      yield { span: ir.node.span, params, ...adviceFor(ir, text) };
    }
  },
});

function textOf({ node }: ValueIr, { text }: LintText): string {
  return text.slice(node.span.start, node.span.end);
}

type Advice = Pick<Diagnostic, "label" | "hint" | "fix">;

function adviceFor({ left, right }: CompareIr, text: LintText): Advice {
  if (right.kind === "literal" && left.kind !== "literal") return advice(left, right, text);
  return left.kind === "literal" && right.kind !== "literal" ? advice(right, left, text) : {};
}

function advice(ir: ValueIr, literal: Extract<ValueIr, { kind: "literal" }>, text: LintText): Advice {
  const { span } = literal.node;
  if (ir.kind === "read" && literal.type === "int") {
    const nanos = `${ir.path.text}_unix_nano`;
    return ir.type === "time" ? { hint: `compare ${nanos} with nanoseconds, or with Time(…)` } : {};
  }
  if (typeof literal.value !== "string") return {};
  const enums = ir.kind === "read" ? enumsOf(ir.path, text.settings.context) : [];
  const meant = meantEnum(literal.value, enums);
  if (meant !== undefined)
    return { ...label([meant]), fix: { title: `write ${meant} without quotes`, span, text: meant } };
  const hint = enums.length === 0 ? {} : { hint: `enums: ${enums.join(", ")}` };
  const isNumber = ir.type === "int" || ir.type === "double" || enums.length > 0;
  const isPlain = isNumber
    ? /^-?(?:0|[1-9]\d{0,17})$/.test(literal.value)
    : isBool(ir) && /^(?:true|false)$/.test(literal.value);
  const instead = literal.value === "" ? undefined : constructorOf(ir, literal.value);
  if (instead !== undefined) return { hint: `write ${instead}` };
  if (isPlain) return { ...hint, fix: { title: "leave out the quotes", span, text: literal.value } };
  return ir.kind === "read" ? { ...hint, ...asText(ir, literal.value) } : hint;
}

/** How the time or the duration is written that a text is to mean. */
function constructorOf(ir: ValueIr, literal: string): string | undefined {
  const [type, ...others] = (typesOf(ir) ?? []).filter((one) => one !== "nil");
  if (others.length > 0) return undefined;
  if (type === "duration") return `Duration(${quote(isDuration(literal) ? literal : "1s")})`;
  if (type !== "time") return undefined;
  return isDay(literal)
    ? `Time(${quote(literal)}, "%Y-%m-%d")`
    : `Time(${quote(literal)}, …) with its format`;
}

function isDay(literal: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(literal);
}

function isDuration(literal: string): boolean {
  return /^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$/.test(literal);
}

/** A path below an id gives its digits. */
function asText(ir: ReadIr, literal: string): Advice {
  const digits = ir.type === "trace id" ? 32 : ir.type === "span id" ? 16 : 0;
  if (digits === 0) return {};
  const { span } = ir.node;
  const written = `${ir.path.text}.string`;
  if (literal !== "" && !(literal.length === digits && /^[0-9a-f]+$/.test(literal)))
    return { hint: `${written} is the id as a text` };
  return { fix: { title: `compare ${written}`, span, text: written } };
}

function isBool(ir: ValueIr): boolean {
  if (ir.type === "bool") return true;
  return ir.kind === "read" && ir.path.definition.kind === "variant" && ir.path.definition.wire === "bool";
}

function isNil(ir: ValueIr): boolean {
  return ir.kind === "literal" && ir.value === null;
}
