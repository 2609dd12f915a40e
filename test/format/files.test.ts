import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { textsOfYaml } from "../../src/collector/ottl-texts/texts-of-yaml.ts";
import { type Plain, plain } from "../../src/documents/plain.ts";
import { parseYamlDocuments } from "../../src/documents/yaml-documents.ts";
import { formatOttlFile } from "../../src/format/format-ottl-file.ts";
import { formatYaml } from "../../src/format/format-yaml.ts";
import { isSameTree } from "../../src/format/same-tree.ts";
import { parse } from "../../src/syntax/parse.ts";
import { readCorpus } from "../syntax/corpus.ts";

const root = join(import.meta.dirname, "../..");
const folder = join(root, "fixtures/format");
const width = 100;
const formats = { yaml: formatYaml, ottl: formatOttlFile } as const;
const formatterOf = (name: string) => formats[name.endsWith(".ottl") ? "ottl" : "yaml"];

describe("files", () => {
  const inputs = readdirSync(folder).filter((name) => name.includes(".in."));

  test.each(inputs)("%s becomes what is written beside it, and that stays", async (name) => {
    const text = readFileSync(join(folder, name), "utf8");
    const format = formatterOf(name);
    const formatted = format({ text }, { width }).text;
    await expect(formatted).toMatchFileSnapshot(join(folder, name.replace(".in.", ".out.")));
    expect(format({ text: formatted }, { width }).text).toBe(formatted);
  });

  test.each(inputs)("%s keeps line ends of two characters", (name) => {
    const text = readFileSync(join(folder, name), "utf8");
    const format = formatterOf(name);
    const expected = format({ text }, { width }).text.replaceAll("\n", "\r\n");
    expect(format({ text: text.replaceAll("\n", "\r\n") }, { width }).text).toBe(expected);
  });
});

/** The text around the scalars of OTTL, and what the documents say, without the OTTL. */
function outside(text: string): { readonly around: string; readonly said: readonly Plain[] } {
  const { texts } = textsOfYaml({ text });
  const spans = texts.flatMap(({ scalar }) => scalar?.span ?? []).sort((a, b) => a.start - b.start);
  let around = "";
  let at = 0;
  for (const { start, end } of spans) {
    around += `${text.slice(at, Math.max(at, start))}•`;
    at = end;
  }
  const known = new Set(texts.map(({ text }) => text));
  const hide = (value: Plain): Plain => {
    if (typeof value === "string") return known.has(value) ? "•" : value;
    if (Array.isArray(value)) return value.map(hide);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, hide(held)]));
  };
  const said = parseYamlDocuments({ text }).map(({ node }) =>
    node === undefined ? null : hide(plain(node)),
  );
  return { around: around + text.slice(at), said };
}

const yamlFiles = ["examples", "fixtures", "test"].flatMap((part) =>
  readdirSync(join(root, part), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.ya?ml$/.test(name) && !name.includes("node_modules"))
    .map((name) => join(part, name)),
);

test.each(yamlFiles)("%s is unchanged outside of its OTTL", (name) => {
  const text = readFileSync(join(root, name), "utf8");
  const { text: formatted, diagnostics } = formatYaml({ text }, { width: 60 });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  // Some questions are about what is wrong with a text.
  if (!name.startsWith("fixtures/questions")) expect(errors).toEqual([]);
  const [before, after] = [outside(text), outside(formatted)];
  expect(after.around).toBe(before.around);
  if (!name.includes("operator")) expect(after.said).toEqual(before.said);
});

describe("YAML", () => {
  const filter = (item: string) =>
    `processors:\n  filter:\n    logs:\n      log_record:\n        - ${item}\n`;

  test("that cannot be read is left, and says where it is wrong", () => {
    const text = filter('"a');
    const result = formatYaml({ text }, { width });
    expect(result).toMatchObject({ text, unreadable: true });
    expect(result.diagnostics[0]?.code).toBe("yaml_quote_open");
  });

  test("has texts left alone that cannot be read, are shared, split or hold what is replaced later", () => {
    const texts = ["body =", 'attributes["a"]==${env:LIMIT}', "&shared body==nil\nnote: *shared"];
    const codes = texts.map((item) => {
      const text = filter(item);
      const { text: formatted, diagnostics } = formatYaml({ text }, { width });
      expect(formatted).toBe(text);
      return diagnostics.map(({ code, severity }) => `${severity} ${code}`)[0];
    });
    expect(codes).toEqual(["error foreign_operator", "info format_left", "info format_left"]);
    const split = "processors: {filter: {logs: {log_record: 'body==nil,body==1'}}}\n";
    expect(formatYaml({ text: split }, { width }).text).toBe(split);
  });

  test("without any configuration is unchanged", () => {
    for (const text of ["", "a: [1, 2]\n", "- 'name==1'\n", "kind: Service\nspec: {config: {}}\n"])
      expect(formatYaml({ text }, { width })).toEqual({ text, diagnostics: [] });
  });

  test("in quotes keeps characters that cannot be seen as escapes", () => {
    const text = filter('"body==\\"\\u200b\\U0001f600\\\\n\\""');
    expect(formatYaml({ text }, { width }).text).toBe(filter('"body == \\"\\u200b😀\\\\n\\""'));
  });
});

describe("a .ottl file", () => {
  test("of comments alone, or of nothing, stays", () => {
    for (const text of ["", "\n\n", "# a\n\n# b\n"])
      expect(formatOttlFile({ text }, { width }).text).toBe(text);
  });

  test("says what is odd about its first comment", () => {
    const { diagnostics } = formatOttlFile({ text: "# ottl: conditions contxt=log\ntrue\n" }, { width });
    expect(diagnostics.map(({ code, label }) => [code, label])).toEqual([
      ["ottl_header", 'did you mean "condition"?'],
      ["ottl_header", undefined],
    ]);
  });

  test("keeps a byte order mark", () => {
    expect(formatOttlFile({ text: "\ufeffa==1" }, { width }).text).toBe("\ufeffa == 1\n");
  });
});

const corpus = readCorpus();
const skipped =
  corpus === undefined ? " (skipped: the corpus is not here, OTTLKIT_SHARED names its folder)" : "";
const lines = (text: string) => text.split("\n").map((line) => `            ${line}`);
const folds = / (?=(?:and|or|where) )/g;
const styles: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  single: (text) => `'${text.replaceAll("'", "''")}'`,
  double: (text) => JSON.stringify(text),
  literal: (text) => ["|", ...lines(text)].join("\n"),
  folded: (text) => [">-", ...lines(text)].join("\n"),
  "plain of several lines": (text) => text.replaceAll(folds, "\n            "),
  "double of several lines": (text) => JSON.stringify(text).replaceAll(folds, "\n            "),
};

describe.skipIf(corpus === undefined)(`texts found in the wild${skipped}`, () => {
  test.each(Object.keys(styles))(
    "written in YAML as %s keep what they say and what is around them",
    (style) => {
      const write = styles[style] as (text: string) => string; // one of its keys
      const share = (_: unknown, i: number) => i % 10 === Object.keys(styles).indexOf(style);
      for (const { kind, text } of (corpus ?? []).filter(share)) {
        if (kind === "value" || parse(text, kind).diagnostics.length > 0) continue;
        const scalar = write(text.trim().replaceAll("$", "$$$$"));
        const setting = kind === "condition" ? "log_record" : "statements";
        const [before, after] = [
          kind === "condition"
            ? "# é\nprocessors:\n  filter:\n    logs: # x\n      log_record:\n        - "
            : "# é\nprocessors:\n  transform:\n    log_statements:\n      - context: log\n        statements:\n        - ",
          `\n        - 'true'\nservice: {a:   [${setting}]}\n`,
        ];
        const yaml = before + scalar + after;
        const [one] = textsOfYaml({ text: yaml }).texts;
        // As it stands, not every text can be without quotes.
        if (one === undefined || parse(one.text, kind).diagnostics.length > 0) continue;
        const { text: formatted, diagnostics } = formatYaml({ text: yaml }, { width: 60 });
        expect(diagnostics.filter(({ code }) => code.startsWith("format_"))).toEqual([]);
        expect(formatted.startsWith(before) && formatted.endsWith(after)).toBe(true);
        const [again] = textsOfYaml({ text: formatted }).texts;
        expect(isSameTree(parse(one.text, kind).node, parse(again?.text ?? "", kind).node), yaml).toBe(true);
        expect(formatYaml({ text: formatted }, { width: 60 }).text).toBe(formatted);
      }
    },
    120_000,
  );

  test("keep their comments in a .ottl file wherever these stand", () => {
    const all = (corpus ?? []).filter(({ kind, text }) => parse(text, kind).diagnostics.length === 0);
    for (const [i, { kind, text }] of all.entries()) {
      // Blanks within strings look the same; comments there have to come out of them too.
      const blanks = [...text.matchAll(/ /g)].map(({ index }) => index);
      const at = blanks[(i * 7) % Math.max(1, blanks.length)] ?? 0;
      const next = blanks[(i * 13) % Math.max(1, blanks.length)] ?? 0;
      const [first, second] = at < next ? [at, next] : [next, at];
      if (first === second) continue;
      const commented = `# ottl: ${kind}\n${text.slice(0, first)}\n# one\n${text.slice(first, second)}\n  # two\n${text.slice(second)}`;
      const formatted = formatOttlFile({ text: commented }, { width: 60 });
      expect(formatted.diagnostics).toEqual([]);
      expect(formatted.text).toMatch(/^ *# one$/m);
      expect(formatted.text).toMatch(/^ *# two$/m);
      expect(formatOttlFile({ text: formatted.text }, { width: 60 }).text).toBe(formatted.text);
    }
  }, 60_000);
});
