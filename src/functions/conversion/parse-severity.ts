import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { ListValue, MapValue, typeNameOf, type Value } from "../../core/values.ts";
import { quoted } from "../../diagnostics/quoted.ts";
import { defineFunction, param } from "../define-function.ts";

/** What a value must be for a level. */
interface Criterion {
  readonly equals: readonly string[];
  readonly range?: readonly [least: bigint, most: bigint];
}

type Levels = ReadonlyMap<string, readonly Criterion[]>;

export const parseSeverity = defineFunction({
  kind: "converter",
  name: "ParseSeverity",
  category: "conversion",
  summary: "The severity level whose criteria a string or an int meets.",
  params: [
    param("target", t.any, "The string or the int."),
    param(
      "mapping",
      t.map,
      "A map, written in the text, from each level to a list of criteria: `equals` with a list of strings, `range` " +
        'with a map of `min` and `max` or one of `"2xx"`, `"3xx"`, `"4xx"`, `"5xx"`.',
    ),
  ],
  returns: t.string,
  since: "0.141.0",
  examples: [
    {
      source:
        'ParseSeverity("err", {"error": [{"equals": ["err", "error"]}], "info": [{"equals": ["info"]}]})',
      result: "error",
    },
    {
      source:
        'ParseSeverity(503, {"error": [{"range": "5xx"}], "warn": [{"range": {"min": 400, "max": 499}}]})',
      result: "error",
    },
    { source: 'ParseSeverity("x", {"error": [{"equals": ["err"]}]})', error: "argument_value" },
    { source: 'ParseSeverity("x", {"error": "err"})', error: "argument_value" },
    { source: 'ParseSeverity("x", 1)', error: "argument_type" },
  ],
  create(_, mapping) {
    // The reference takes a wrong mapping and fails at each record.
    const levels =
      mapping === undefined ? wrong("written in the text", "another value") : readLevels(mapping);
    return (target) => {
      if (levels instanceof Failure) throw levels;
      return levelOf(target, levels);
    };
  },
});

function levelOf(value: Value, levels: Levels): string {
  const isMet = ({ equals, range }: Criterion): boolean => {
    if (typeof value === "string") return equals.includes(value);
    return typeof value === "bigint" && range !== undefined && value >= range[0] && value <= range[1];
  };
  for (const [level, criteria] of levels) if (criteria.some(isMet)) return level;
  const found =
    typeof value === "string" ? quoted(value) : typeof value === "bigint" ? String(value) : typeNameOf(value);
  throw new Failure("argument_value", {
    argument: "target",
    expected: "a string or an int that meets a criterion",
    found,
  });
}

function readLevels(mapping: MapValue): Levels | Failure {
  const levels = new Map<string, Criterion[]>();
  for (const [level, list] of mapping.entries()) {
    if (!(list instanceof ListValue)) return wrong("a map of lists", typeNameOf(list));
    const criteria: Criterion[] = [];
    for (const item of list.items) {
      const criterion =
        item instanceof MapValue ? readCriterion(item) : wrong("a list of maps", typeNameOf(item));
      if (criterion instanceof Failure) return criterion;
      criteria.push(criterion);
    }
    levels.set(level, criteria);
  }
  return levels;
}

function readCriterion(map: MapValue): Criterion | Failure {
  const equals = last(map, "equals");
  const items = equals instanceof ListValue ? equals.items : [];
  const texts = items.filter((item) => typeof item === "string");
  if (texts.length < items.length || (equals !== undefined && !(equals instanceof ListValue))) {
    return wrong('"equals" a list of strings', "something else");
  }
  const written = last(map, "range");
  if (written === undefined) return { equals: texts };
  const range = readRange(written);
  return range instanceof Failure ? range : { equals: texts, range };
}

function readRange(written: Value): (Criterion["range"] & {}) | Failure {
  const hundreds = typeof written === "string" ? /^([2-5])xx$/.exec(written)?.[1] : undefined;
  if (hundreds !== undefined) return [BigInt(hundreds) * 100n, BigInt(hundreds) * 100n + 99n];
  const min = written instanceof MapValue ? last(written, "min") : undefined;
  const max = written instanceof MapValue ? last(written, "max") : undefined;
  if (typeof min === "bigint" && typeof max === "bigint") return [min, max];
  return wrong('"range" "2xx", "3xx", "4xx", "5xx" or a map of two ints "min" and "max"', "something else");
}

/** The last value of a key, as Go's maps keep it. */
function last(map: MapValue, key: string): Value | undefined {
  return map.values[map.keys.lastIndexOf(key)];
}

function wrong(expected: string, found: string): Failure {
  return new Failure("argument_value", { argument: "mapping", expected, found });
}
