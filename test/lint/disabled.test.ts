import { expect, test } from "vitest";
import { type Diagnostic, withoutDisabled } from "../../src/index.ts";
import { unknownDisabled } from "../../src/lint/disabled.ts";

/** A finding at a word of a source. */
function at(source: string, word: string, code = "glob_pattern"): Diagnostic {
  const start = source.indexOf(word);
  return { code, severity: "warning", message: "", span: { start, end: start + word.length } };
}

const yaml = `metrics:
  metric:
    - IsMatch(name, "a-*") # ottlkit-disable-line glob_pattern
    # ottlkit-disable-next-line unescaped_dot, glob_pattern
    - IsMatch(name, "b-*")
    - IsMatch(name, "c-*") # ottlkit-disable-line
    - IsMatch(name, "d-*") # ottlkit-disable-line unescaped_dot
    - IsMatch(name, "e-*")
    # ottlkit-disable-next-line glob_pattern
    - |
      IsMatch(name, "f-*")
`;

function left(source: string, word: string, code?: string, begin?: string): boolean {
  const beginOf = begin === undefined ? undefined : () => source.indexOf(begin);
  return withoutDisabled(source, [at(source, word, code)], beginOf).length > 0;
}

test("a comment at the end of a line switches off what is named on the line", () => {
  expect(left(yaml, "a-*")).toBe(false);
  expect(left(yaml, "d-*")).toBe(true);
  expect(left(yaml, "a-*", "unescaped_dot")).toBe(true);
});

test("a comment on the line before switches off several codes", () => {
  expect(left(yaml, "b-*")).toBe(false);
  expect(left(yaml, "b-*", "unescaped_dot")).toBe(false);
  expect(left(yaml, "b-*", "never_nil")).toBe(true);
});

test("a comment without codes switches off every rule, but no error of the language", () => {
  expect(left(yaml, "c-*")).toBe(false);
  expect(left(yaml, "c-*", "unknown_path")).toBe(true);
});

test("other lines are not touched", () => {
  expect(left(yaml, "e-*")).toBe(true);
});

test("a text over several lines is switched off where it begins", () => {
  expect(left(yaml, "f-*")).toBe(true);
  expect(left(yaml, "f-*", "glob_pattern", "- |")).toBe(false);
});

test("files of OTTL have the same comments, with any line ends", () => {
  const ottl =
    '# ottl: condition context=metric\r\n# ottlkit-disable-next-line glob_pattern\r\nIsMatch(name, "a-*")\r\n---\r\nIsMatch(name, "b-*")';
  expect(left(ottl, "a-*")).toBe(false);
  expect(left(ottl, "b-*")).toBe(true);
});

test("what only looks like a comment switches nothing off", () => {
  for (const comment of [
    "ottlkit-disable-line",
    "# ottlkit-disable-lines",
    "#ottl kit-disable-line",
    "x#ottlkit-disable-line",
  ]) {
    expect(left(`IsMatch(name, "a-*") ${comment}`, "a-*")).toBe(true);
  }
});

test("codes that no rule has are told with their places", () => {
  const source = "- a # ottlkit-disable-line glob_patern never_nil\n";
  expect(unknownDisabled(source)).toEqual([
    { code: "glob_patern", span: { start: 27, end: 38 }, label: 'did you mean "glob_pattern"?' },
  ]);
  expect(unknownDisabled(yaml)).toEqual([]);
});
