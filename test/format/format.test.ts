import { describe, expect, test } from "vitest";
import { OttlError } from "../../src/diagnostics/ottl-error.ts";
import { format } from "../../src/format/format.ts";
import { formatText } from "../../src/format/format-text.ts";
import { isSameTree } from "../../src/format/same-tree.ts";
import { type Kind, parse } from "../../src/syntax/parse.ts";
import { print } from "../../src/syntax/print.ts";
import { type Program, programs } from "../fuzz/programs.ts";
import fc from "../property.ts";
import { readCorpus } from "../syntax/corpus.ts";
import { trees } from "../syntax/trees.ts";

const widths = [undefined, 100, 40] as const;

/** What is wrong with the canonical forms of a text; nothing where it cannot be read. */
function problems(text: string, kind: Kind): string[] {
  const { node, diagnostics } = parse(text, kind);
  if (diagnostics.length > 0) return [];
  return widths.flatMap((width) => {
    const formatted = formatText(text, { kind, width }).text ?? "";
    const again = parse(formatted, kind);
    if (again.diagnostics.length > 0 || !isSameTree(node, again.node)) return [`${text} ⇒ ${formatted}`];
    if (formatText(formatted, { kind, width }).text !== formatted) return [`again: ${formatted}`];
    if (/[ \t]$/m.test(formatted) || (width === undefined && formatted.includes("\n")))
      return [`blanks: ${formatted}`];
    return [];
  });
}

describe("format", () => {
  test("leaves a text that has room on one line", () => {
    const text = ' set ( attributes["a"] ,{"k":[1,0xAB]})where not(IsMatch(name,"^a\\\\d")or\n-x>=1.50) ';
    expect(format(text, { kind: "statement" })).toBe(
      'set(attributes["a"], {"k": [1, 0xab]}) where not (IsMatch(name, "^a\\\\d") or -x >= 1.50)',
    );
  });

  test("breaks a chain at its operators, and a chain within it further in", () => {
    const text = 'a == "first" and b == "second" or c == "third" and IsMatch(d, "fourth") and e == nil or f';
    expect(format(`${text} == 1`, { kind: "condition", width: 40 })).toBe(
      [
        'a == "first" and b == "second"',
        'or c == "third"',
        '  and IsMatch(d, "fourth")',
        "  and e == nil",
        "or f == 1",
      ].join("\n"),
    );
  });

  test("breaks statements before where, and a mixed condition so that its parts can be told apart", () => {
    const text = 'set(attributes["a"], "b") where x == "first one" and y == "second" or (p == 1 or q == "3")';
    expect(format(text, { kind: "statement", width: 30 })).toBe(
      [
        'set(attributes["a"], "b")',
        '  where x == "first one"',
        '      and y == "second"',
        '    or (p == 1 or q == "3")',
      ].join("\n"),
    );
  });

  test("breaks arguments one a line, and the brackets of a last list alone where that is enough", () => {
    expect(
      format('replace_pattern(attributes["http.target"], "/x/[0-9]+", "/x/{id}")', {
        kind: "statement",
        width: 40,
      }),
    ).toBe(
      ["replace_pattern(", '  attributes["http.target"],', '  "/x/[0-9]+",', '  "/x/{id}"', ")"].join("\n"),
    );
    expect(
      format('keep_keys(attributes, ["http.method", "http.route", "a"])', { kind: "statement", width: 40 }),
    ).toBe(["keep_keys(attributes, [", '  "http.method",', '  "http.route",', '  "a"', "])"].join("\n"));
    expect(
      format('Len(Concat([attributes["first"], attributes["second"]], ""))', { kind: "value", width: 40 }),
    ).toBe(
      [
        "Len(Concat(",
        "  [",
        '    attributes["first"],',
        '    attributes["second"]',
        "  ],",
        '  ""',
        "))",
      ].join("\n"),
    );
  });

  test("keeps the spelling of literals but for what cannot be seen", () => {
    expect(format('set(a, "\\u00e9\\x41\ttab\nbreak\u2028")', { kind: "statement" })).toBe(
      'set(a, "\\u00e9\\x41\\ttab\\nbreak\\u2028")',
    );
    expect(format("a==007", { kind: "condition" })).toBe("a == 007");
  });

  test("refuses a text that cannot be read, and options that are none", () => {
    const code = (make: () => unknown) => {
      try {
        return make();
      } catch (error) {
        return error instanceof OttlError ? `${error.phase} ${error.code}` : error;
      }
    };
    expect(code(() => format("name = 1", { kind: "condition" }))).toMatch(/^syntax /);
    expect(code(() => format("true", { kind: "query" as "value" }))).toBe("configuration invalid_option");
    expect(code(() => format("true", { kind: "condition", width: "wide" as unknown as number }))).toBe(
      "configuration invalid_option",
    );
  });
});

describe("the canonical form", () => {
  test.each(["statement", "condition", "value"] as const)(
    "of any %s reads as the same tree, and is its own",
    (kind) => {
      fc.assert(
        fc.property(trees[kind], (tree) => {
          expect(problems(print(tree), kind)).toEqual([]);
        }),
        { numRuns: 300 },
      );
    },
  );

  test("of generated programs reads as the same tree, and is its own", () => {
    const source = programs(21);
    for (let i = 0; i < 3000; i++) {
      const { text, kind } = source.next().value as Program; // the source is endless
      expect(problems(text, kind)).toEqual([]);
    }
  });

  test("of nesting as deep as it may be is written in time", () => {
    const deep = `${"F(".repeat(100)}["a", "b"]${")".repeat(100)}`;
    expect(problems(deep, "value")).toEqual([]);
    const long = Array.from({ length: 20_000 }, (_, i) => `a == ${i}`).join(" or ");
    expect(formatText(long, { kind: "condition", width: 100 }).text?.split("\n").length).toBe(20_000);
  });
});

const corpus = readCorpus();
const skipped =
  corpus === undefined ? " (skipped: the corpus is not here, OTTLKIT_SHARED names its folder)" : "";

test.skipIf(corpus === undefined)(
  `texts found in the wild read as the same tree in their canonical form, and it is its own${skipped}`,
  () => {
    expect((corpus ?? []).flatMap(({ text, kind }) => problems(text, kind))).toEqual([]);
  },
  60_000,
);
