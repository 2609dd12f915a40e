import type { ArgumentIr, ReadIr, ValueIr } from "../../check/ir.ts";
import { contexts } from "../../contexts/index.ts";
import { Failure } from "../../core/failure.ts";
import type { Value } from "../../core/values.ts";
import { label } from "../../diagnostics/did-you-mean.ts";
import { messageOf } from "../../diagnostics/messages.ts";
import { writer } from "../../shapes/otlp-json.ts";
import { quote } from "../../syntax/strings.ts";
import { defineRule, type LintText } from "../define-rule.ts";
import { enumsOf, meantEnum } from "../enums-of.ts";
import { samplesOf, typesOf } from "../types-of.ts";
import { expressionOf, ofKind } from "../visit-ir.ts";

/** Finds writes of values that a path does not take. */
export const writeType = defineRule({
  code: "write_type",
  severity: "warning",
  summary: "`set` with a value of a type that the path never takes.",
  why: "Writing a value of another type is an error on every record; before 0.141.0, and for spans before 0.150.0, it did nothing without a word. Enums are written without quotes, other values by `String`, `Int`, `Double` or `Bool`.",
  bad: [
    {
      context: "log",
      kind: "statement",
      text: 'set(severity_number, "WARN")',
      fixed: "set(severity_number, SEVERITY_NUMBER_WARN)",
    },
    {
      context: "span",
      kind: "statement",
      text: 'set(status.code, "ERROR")',
      fixed: "set(status.code, STATUS_CODE_ERROR)",
    },
    { context: "metric", kind: "statement", text: "set(name, 1)", fixed: 'set(name, "1")' },
    { context: "log", kind: "statement", text: 'set(flags, "1")', fixed: "set(flags, 1)" },
    {
      context: "datapoint",
      kind: "statement",
      text: 'set(value_double, "1")',
      fixed: "set(value_double, 1.0)",
    },
    {
      context: "metric",
      kind: "statement",
      text: 'set(is_monotonic, "true")',
      fixed: "set(is_monotonic, true)",
    },
    { context: "log", kind: "statement", text: "set(severity_text, severity_number)" },
    { context: "span", kind: "statement", text: 'set(attributes["start"], start_time)' },
    { context: "span", kind: "statement", text: 'set(trace_id, "0102030405060708090a0b0c0d0e0f10")' },
    { context: "span", kind: "statement", text: 'set(kind, "x")', compatibility: "0.118.0" },
  ],
  good: [
    { context: "log", kind: "statement", text: "set(severity_number, SEVERITY_NUMBER_WARN)" },
    { context: "log", kind: "statement", text: 'set(severity_text, attributes["level"])' },
    { context: "log", kind: "statement", text: 'set(body, "x")' },
    { context: "log", kind: "statement", text: 'set(body["x"], 1)' },
    { context: "datapoint", kind: "statement", text: "set(value_double, 1.5)" },
    { context: "span", kind: "statement", text: 'set(trace_id.string, "0102030405060708090a0b0c0d0e0f10")' },
  ],
  *check(text) {
    for (const { definition, args } of ofKind(text, "call")) {
      const [target, argument] = args;
      const value = expressionOf(argument);
      if (definition.name !== "set" || target?.kind !== "place" || value === undefined) continue;
      const failure = failureOf(target.source, value, text);
      if (failure === undefined) continue;
      const told = !target.ignored.has(failure.code);
      const params = { path: target.source.path.text, reason: messageOf(failure.code, failure.params), told };
      yield { span: value.node.span, params, ...adviceFor(target, value, text) };
    }
  },
});

const wrongType = ["value_not_writable", "value_not_storable", "path_readonly"];

/** The failure of writing every value that an expression can have, where they all fail for their type. */
function failureOf(path: ReadIr, value: ValueIr, { settings }: LintText): Failure | undefined {
  const types = typesOf(value);
  if (types === undefined || path.path.context === "profile") return undefined;
  const writesNil = settings.compatibility.has("set_nil_writes");
  if (types.includes("nil") && !writesNil) return undefined;
  const values = value.kind === "literal" ? [value.value] : types.flatMap(samplesOf);
  let first: Failure | undefined;
  for (const one of values) {
    const failure = write(path, one);
    if (failure === undefined || !wrongType.includes(failure.code)) return undefined;
    first ??= failure;
  }
  return first;
}

function write({ path, keys }: ReadIr, value: Value): Failure | undefined {
  const known = keys.map((key) => (key.kind === "literal" ? key.value : "key"));
  try {
    writer(path)(recordFor(path), value, known);
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/** A record of nothing, of a metric that has the property. */
function recordFor({ definition }: ReadIr["path"]): object {
  const record = Object.fromEntries(Object.values(contexts).map(({ owner }) => [owner, {}]));
  const kind = definition.kind === "variant" ? definition.of[0] : undefined;
  return kind === undefined ? record : { ...record, metric: { [kind]: { dataPoints: [] } } };
}

function adviceFor(target: Extract<ArgumentIr, { kind: "place" }>, value: ValueIr, { settings }: LintText) {
  if (value.kind !== "literal") return {};
  const taken = rewritten(target.source, value);
  const { span: place } = value.node;
  if (taken !== undefined) return { fix: { title: `write ${taken}`, span: place, text: taken } };
  if (typeof value.value !== "string") return {};
  const enums = enumsOf(target.source.path, settings.context);
  const meant = meantEnum(value.value, enums);
  const { span } = value.node;
  if (meant !== undefined)
    return { ...label([meant]), fix: { title: `write ${meant} without quotes`, span, text: meant } };
  return enums.length === 0 ? {} : { hint: `enums: ${enums.join(", ")}` };
}

/** A literal of a number or a bool in quotes without them, or one without quotes in them, where the path takes that. */
function rewritten(
  path: ReadIr,
  { value, node }: ValueIr & { readonly kind: "literal" },
): string | undefined {
  const isTaken = (one: Value) => write(path, one) === undefined;
  if (typeof value === "string") {
    if (/^-?(?:0|[1-9]\d{0,17})$/.test(value) && isTaken(BigInt(value))) return value;
    if (/^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/.test(value) && isTaken(Number(value)))
      return value.includes(".") ? value : `${value}.0`;
    return /^(?:true|false)$/.test(value) && isTaken(value === "true") ? value : undefined;
  }
  const isPlain = node.kind === "IntLiteral" || node.kind === "BooleanLiteral";
  return isPlain && isTaken("") ? quote(String(value)) : undefined;
}
