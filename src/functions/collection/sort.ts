import { Failure } from "../../core/failure.ts";
import { dataText } from "../../core/text.ts";
import { compareText } from "../../core/text-order.ts";
import * as t from "../../core/types.ts";
import { ListValue, type TypeName, typeNameOf, type Value } from "../../core/values.ts";
import { defineFunction, optional, param } from "../define-function.ts";
import { list } from "../lib/example-values.ts";
import { sortLikeGo } from "../lib/pattern-defeating-sort.ts";

export const sort = defineFunction({
  kind: "converter",
  name: "Sort",
  category: "collection",
  summary:
    "The items of a list in order: numbers by value, otherwise all by their text; with a list, a map or bytes among them as they were.",
  params: [
    param("target", t.any, "The list."),
    optional("order", t.stringLiteral, "`asc` or `desc`.", "asc"),
  ],
  returns: t.list,
  since: "0.109.0",
  examples: [
    { source: "Sort([3, 1.5, 2])", result: list([1.5, 2n, 3n], "literal") },
    { source: 'Sort(["b", "a", 10, true], order="desc")', result: list([true, "b", "a", 10n], "literal") },
    { source: 'Sort(Split("b,a", ","))', result: list(["a", "b"], "string") },
    { source: "Sort([[2], [1]])", result: list([list([2n]), list([1n])]) },
    { source: 'Sort([1], "up")', error: "call_refused" },
    { source: 'Sort("ba")', error: "argument_value" },
  ],
  create: (_, order = "asc") => {
    if (order === "asc") return (target) => sorted(target, 1);
    if (order === "desc") return (target) => sorted(target, -1);
    throw new Failure("argument_value", {
      argument: "order",
      expected: '"asc" or "desc"',
      found: JSON.stringify(order),
    });
  },
});

type Direction = 1 | -1;

function sorted(target: Value, direction: Direction): ListValue {
  if (!(target instanceof ListValue) || target.origin === "uint64" || target.origin === "bytes") {
    throw new Failure("argument_value", {
      argument: "target",
      expected: "a list",
      found: target instanceof ListValue ? `a list of ${target.origin}` : typeNameOf(target),
    });
  }
  const list = target.origin === "literal" ? t.list.narrow(target) : target;
  const { items, origin } = list;
  const kinds = new Set(items.map(typeNameOf));
  if (items.length === 0 || ![...kinds].every((kind) => orderedKinds.has(kind))) return list;
  return new ListValue(inOrder(items, kinds, direction), origin === "slice" ? "literal" : origin);
}

const orderedKinds: ReadonlySet<TypeName> = /* @__PURE__ */ new Set([
  "int",
  "double",
  "string",
  "bool",
  "nil",
] as const);

function inOrder(
  items: readonly Value[],
  kinds: ReadonlySet<TypeName>,
  direction: Direction,
): readonly Value[] {
  const isNumeric = !(kinds.has("string") || kinds.has("bool") || kinds.has("nil"));
  const keyed = items.map((item) => ({ item, key: isNumeric ? numericKey(item, kinds) : dataText(item) }));
  const compare = (a: Keyed, b: Keyed): number => direction * compareKeys(a.key, b.key);
  // Where equal items cannot be told apart any way of sorting will do.
  if (kinds.size === 1 && !kinds.has("double")) keyed.sort(compare);
  else sortLikeGo(keyed, (a, b) => compare(a, b) < 0);
  return keyed.map(({ item }) => item);
}

type Key = string | number | bigint;

interface Keyed {
  readonly item: Value;
  readonly key: Key;
}

/** Ints among doubles are compared as doubles. */
function numericKey(item: Value, kinds: ReadonlySet<TypeName>): number | bigint {
  return kinds.has("double") ? Number(item) : (item as bigint); // there is no other kind
}

/** NaN comes before every other number. */
function compareKeys(a: Key, b: Key): number {
  if (typeof a === "string") return compareText(a, b as string); // keys are of one type
  if (a < (b as number)) return -1;
  if (a > (b as number)) return 1;
  return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
}
