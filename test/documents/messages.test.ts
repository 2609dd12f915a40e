import { expect, test } from "vitest";
import { compatibility } from "../../src/core/compatibility.ts";
import { formatDiagnostics } from "../../src/diagnostics/format.ts";
import { expand } from "../../src/documents/expand.ts";
import { parseYaml } from "../../src/documents/yaml.ts";

function rendered(text: string, version?: string): string {
  const { node, diagnostics } = parseYaml({ text });
  if (node === undefined) return formatDiagnostics(text, diagnostics);
  return formatDiagnostics(text, expand(node, { compatibility: compatibility(version) }).diagnostics);
}

/** A finding as code, line:column and, where there is one, the hint. */
function found(text: string): string[] {
  return parseYaml({ text }).diagnostics.map(({ code, span, hint }) => {
    const before = text.slice(0, span.start).split("\n");
    const place = `${code} ${before.length}:${(before.at(-1) ?? "").length + 1}`;
    return hint === undefined ? place : `${place} ${hint}`;
  });
}

const tabbed =
  "metric_relabel_configs:\n\t- source_labels: [__name__]\n\t  regex: 'response_total|tcp_.*'\n\t  action: keep\n";

test("a text indented with tabs is shown with its repair", () => {
  expect(rendered(tabbed)).toBe(
    [
      "error[yaml_tab_indentation]: YAML may not be indented with tabs",
      "  at 2:1",
      "  |",
      "2 |  - source_labels: [__name__]",
      "  | ^",
      '  = write this line with spaces: "  - source_labels: [__name__]"',
      "  = fix: put 2 spaces in place of each tab",
    ].join("\n"),
  );
});

test("the repair of tabs is a text that is read", () => {
  for (const text of [
    tabbed,
    "a:\n\tb:\n\t\tc: 1\n\td: 2\n",
    "a:\n  b: 1\n\tc: 2\n",
    "a:\n\t- b: 1\n\t  c: 2\n\t- d\n",
    "a:\n    b: 1\n\tc: 2\n",
  ]) {
    const [finding] = parseYaml({ text }).diagnostics;
    expect(finding?.code).toBe("yaml_tab_indentation");
    const { fix } = finding ?? {};
    if (fix === undefined) throw new Error(`no repair of ${JSON.stringify(text)}`);
    const repaired = text.slice(0, fix.span.start) + fix.text + text.slice(fix.span.end);
    expect(parseYaml({ text: repaired }).diagnostics).toEqual([]);
  }
});

const places: readonly (readonly [string, ...string[]])[] = [
  ["a: 1\nb: 'x\nc: 2\n", "yaml_quote_open 2:4"],
  ['a: 1\nb: "x\n', "yaml_quote_open 2:4"],
  ["a: 1\nb: [x, y\nc: 2\n", "yaml_bracket_open 2:4"],
  ["a: {b: [c}\n", "yaml_bracket_open 1:8"],
  ["a: 1\nb: 2\na: 3\nb: 4\n", "yaml_duplicate_key 3:1", "yaml_duplicate_key 4:1"],
  ["a:\n  - b\n c: 1\n", "yaml_indentation 3:2"],
  ["a: b: c\n", "yaml_colon_in_value 1:4 put the value in quotes"],
  ["a: 1\nfoo\nb: 2\n", "yaml_colon_missing 2:1"],
  ["a: @b\n", "yaml_plain_start 1:4 put the text in quotes"],
  ["a: %b\n", "yaml_plain_start 1:4 put the text in quotes"],
  ['a: "\\d+"\n', "yaml_escape 1:5"],
  ["a: *x\nb: !!int y\n", "yaml_anchor_unknown 1:4", "yaml_tag_mismatch 2:10"],
  ["a: &x {b: *x}\n", "yaml_anchor_inside_itself 1:11"],
  ["a: {<<: 1}\n", "yaml_merge 1:9"],
  ["? [a]\n: 1\n", "yaml_key_kind 1:3"],
  ["a: \x07\n", "yaml_character 1:4"],
  ["a: !!binary x\n", "yaml_base64 1:13"],
  ["%YAML 1.2\n---\na: 1\n", "yaml_directive 1:1"],
  ["a: [x y: ]\n: b\n", "yaml_unexpected 2:1"],
];

test.each(places)("%j is refused at the place to mend", (text, ...expected) => {
  expect(found(text)).toEqual(expected);
});

test("a release that refuses $1 tells what to write, and since when it need not be", () => {
  expect(rendered("l: [{replacement: $1:4191}]", "0.104.0")).toBe(
    [
      "error[expand_dollar_rejected]: the Collector 0.104.0 takes $1 for an old kind of variable and refuses it; releases from 0.104.0 to 0.106.0 do",
      "  at 1:19",
      "  |",
      "1 | l: [{replacement: $1:4191}]",
      "  |                   ^^",
      "  = write $$1 for 0.104.0; from 0.107.0 on $1 stays as it is, and $$ is a $ in every release",
      "  = fix: write $$1",
    ].join("\n"),
  );
  for (const version of ["0.107.0", "0.112.0", "0.118.0", "0.165.0"])
    expect(rendered("l: [{replacement: $1:4191}]", version)).toBe("");
});

test("a reference that cannot be replaced tells how to keep it", () => {
  const hints = ["$" + "{1}:4191", "$" + "{file:/a}", "$" + "{NAME:-x}"].map((value) => {
    const { node } = parseYaml({ text: `a: ${value}` });
    return expand(node as never, { compatibility: compatibility() }).diagnostics.map(({ code, hint }) => [
      code,
      hint,
    ]);
  });
  expect(hints).toEqual([
    [["expand_name", "write $$" + "{1} to keep it as it is"]],
    [["expand_scheme", "write $$" + "{file:/a} to keep it as it is"]],
    [["expand_scheme", "write $" + "{env:NAME:-x}"]],
  ]);
});
