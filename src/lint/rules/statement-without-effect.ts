import type { BooleanIr, ReadIr, StatementIr } from "../../check/ir.ts";
import type { Leaf } from "../../contexts/define-context.ts";
import { defineRule } from "../define-rule.ts";
import { identityOf } from "../same-value.ts";
import { typesOf } from "../types-of.ts";
import { expressionOf, holdsVariable, operandsOf } from "../visit-ir.ts";

/** Finds statements that change no record. */
export const statementWithoutEffect = defineRule({
  code: "statement_without_effect",
  severity: "warning",
  summary: "A statement that leaves every record as it is.",
  why: "It copies a path to itself, runs never, writes what is there already, or writes the kind of a metric, which the Collector ignores. Often another path was meant.",
  bad: [
    { context: "log", kind: "statement", text: 'set(attributes["a"], attributes["a"])' },
    { context: "log", kind: "statement", text: "set(log.body, body)" },
    { context: "log", kind: "statement", text: 'set(severity_text, "x") where false' },
    { context: "metric", kind: "statement", text: "set(type, METRIC_DATA_TYPE_SUM)" },
    {
      context: "log",
      kind: "statement",
      text: 'set(severity_text, "INFO") where severity_text == "INFO" and body == 1',
    },
    { context: "log", kind: "statement", text: 'merge_maps(attributes, attributes, "upsert")' },
    { context: "log", kind: "statement", text: 'replace_pattern(severity_number, "1", "2")' },
  ],
  good: [
    { context: "log", kind: "statement", text: 'set(attributes["a"], attributes["b"])' },
    { context: "log", kind: "statement", text: "set(body.string, body.string)" },
    { context: "datapoint", kind: "statement", text: "set(value_double, value_double)" },
    { context: "log", kind: "statement", text: 'set(attributes["a"], resource.attributes["a"])' },
    { context: "log", kind: "statement", text: 'set(severity_text, "INFO") where severity_text == ""' },
    {
      context: "log",
      kind: "statement",
      text: 'set(severity_text, "INFO") where severity_text == "INFO" or body == 1',
    },
  ],
  *check({ ir, node, settings }) {
    if (!("editor" in ir)) return;
    const reason = reasonOf(ir);
    if (reason === undefined) return;
    // Nil is written, too: as an empty value, or it fails.
    const writesNil = reason === copies && settings.compatibility.has("set_nil_writes") && copiesNil(ir);
    yield { span: node.span, params: { where: writesNil ? " where the path has a value" : "", reason } };
  },
});

const copies = "it writes a path to itself";

function copiesNil({ editor }: StatementIr): boolean {
  const source = expressionOf(editor.args[0]);
  const types = source && typesOf(source);
  return editor.definition.name === "set" && (types === undefined || types.includes("nil"));
}

/** Whether reading a path and writing it back changes some records: numbers of the other kind, values made texts. */
function converts(leaf: Leaf): boolean {
  if (leaf.kind === "variant") return leaf.oneOf !== undefined;
  return leaf.kind === "derived" && (leaf.derivation === "value text" || leaf.derivation === "enum text");
}

function reasonOf({ editor, where }: StatementIr): string | undefined {
  if (where?.kind === "constant" && !where.value && !holdsVariable(where)) return "its condition never holds";
  const [target, value] = editor.args;
  const { name } = editor.definition;
  if (target?.kind !== "place") return undefined;
  const types = typesOf(target.source);
  if (replacing.includes(name) && types !== undefined && !types.includes("string"))
    return "only a text is replaced";
  if (name !== "set" && name !== "merge_maps") return undefined;
  const { definition } = target.source.path;
  if (definition.kind === "derived" && definition.derivation === "metric type")
    return "the kind of a metric cannot be written";
  const source = expressionOf(value);
  if (source === undefined) return undefined;
  if (identityOf(target.source) === identityOf(source)) return converts(definition) ? undefined : copies;
  const isThere = name === "set" && source.kind === "literal" && typeof source.value === "string";
  return isThere && where !== undefined && holds(where, target.source, identityOf(source))
    ? "it only runs where the path has that value"
    : undefined;
}

/** The editors that leave what is no text as it is. */
const replacing = ["replace_pattern", "replace_match"];

/** Whether a condition only holds where a path has a value. */
function holds(where: BooleanIr, path: ReadIr, value: string): boolean {
  const identity = identityOf(path);
  return operandsOf(where, "and").some((ir) => {
    if (ir.kind !== "compare" || ir.operator !== "==") return false;
    const sides = [identityOf(ir.left), identityOf(ir.right)];
    return sides.includes(identity) && sides.includes(value);
  });
}
