/** Tests of other languages that OTTL writes in another form, such as `name in ["a", "b"]`. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import type { Binary, Expression } from "./ast.ts";
import { shorten } from "./describe.ts";

/** How OTTL writes such a test of two operands; of several ways the reader has to choose. */
type Form = readonly ((left: string, right: string) => string)[];

const isIn: Form = [(left, right) => `ContainsValue(${right}, ${left})`];
const isMatch: Form = [(left, right) => `IsMatch(${left}, ${right})`];
const contains: Form = [...isMatch, (left, right) => `ContainsValue(${left}, ${right})`];
const begins: Form = [(left, right) => `HasPrefix(${left}, ${right})`];
const ends: Form = [(left, right) => `HasSuffix(${left}, ${right})`];
const equals: Form = [(left, right) => `${left} == ${right}`];
const differs: Form = [(left, right) => `${left} != ${right}`];
const not = (form: Form): Form => form.map((write) => (left, right) => `not ${write(left, right)}`);

const forms: ReadonlyMap<string, Form> = new Map([
  ["in", isIn],
  ["not in", not(isIn)],
  ["contains", contains],
  ["not contains", not(contains)],
  ["matches", isMatch],
  ["not matches", not(isMatch)],
  ["=~", isMatch],
  ["~", isMatch],
  ["!~", not(isMatch)],
  ["like", isMatch],
  ["not like", not(isMatch)],
  ["startswith", begins],
  ["endswith", ends],
  ["is", equals],
  ["is not", differs],
]);
/** The pattern of `like` is no regular expression, and what is contained may be a text or an item. */
const unsure = /like|contains/;

/** Whether words, in lower case, are such a test. */
export function isForeignTest(words: string): boolean {
  return forms.has(words);
}

/** Says how OTTL writes such a test, with the operands that it has. */
export function foreignTest(words: string, node: Binary, source: string): Diagnostic {
  const { start, end } = node.operatorSpan;
  const found = oneLine(source.slice(start, end));
  const textOf = ({ kind, span }: Expression) => {
    const written = source.slice(span.start, span.end);
    // The items of `in (…)`.
    return kind === "ListLiteral" && written.startsWith("(") ? `[${written.slice(1, -1)}]` : written;
  };
  const form = forms.get(words) ?? [];
  const shown = (node: Expression) => shorten(oneLine(textOf(node)));
  const expected = form.map((write) => write(shown(node.left), shown(node.right)));
  const [only] = form;
  const text = only?.(textOf(node.left), textOf(node.right));
  const isComplete = node.left.kind !== "Missing" && node.right.kind !== "Missing";
  const fix =
    text !== undefined && isComplete && !unsure.test(words)
      ? { fix: { title: `write ${expected[0]}`, span: node.span, text } }
      : {};
  return makeDiagnostic(
    "foreign_operator",
    { found, expected: expected.join(" or ") },
    node.operatorSpan,
    fix,
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
