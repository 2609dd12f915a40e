import type { Param } from "../src/functions/define-function.ts";

interface TypeNote {
  readonly label: string;
  readonly takes: string;
  /** What a value of the record that does not fit fails with. */
  readonly errors?: readonly string[];
}

const mismatch = ["type_mismatch"];
const unreadable = ["type_mismatch", "unreadable_text", "number_out_of_range"];

/** What the types of parameters take. */
export const typeNotes: readonly TypeNote[] = [
  { label: "any", takes: "every value, nil too." },
  {
    label: "string, int, double, bool, time, duration",
    takes:
      "values of this very type; nil is none. A double does not stand for an int, nor an int for a double.",
    errors: mismatch,
  },
  {
    label: "map, list, map or list",
    takes: 'maps and lists, of the record, of a converter, or written as `{"a": 1}` and `[1, 2]`.',
    errors: mismatch,
  },
  {
    label: "string-like",
    takes: "the text of any value: ints and doubles in digits, lists, maps and times as JSON; nil stays nil.",
    errors: ["type_mismatch"],
  },
  {
    label: "int-like, double-like, bool-like",
    takes: "ints, doubles, bools and texts that say one; nil stays nil.",
    errors: unreadable,
  },
  {
    label: "bytes-like",
    takes: "bytes, and the bytes of texts, ints, doubles and bools; nil stays nil.",
    errors: mismatch,
  },
  {
    label: "string literal, int literal, double literal, bool literal, bytes literal, enum",
    takes: "only what is written in the text as such: a path or a call cannot stand there.",
    errors: ["argument_type"],
  },
  {
    label: "pattern",
    takes: "a string that is an RE2 pattern; one that is written in the text is compiled once.",
    errors: ["type_mismatch", "invalid_regex"],
  },
  {
    label: "glob pattern",
    takes:
      "a string in which `*` stands for any text, `?` for one character, `[a-z]` for one of a set, `{a,b}` for either.",
    errors: ["type_mismatch", "invalid_glob"],
  },
  {
    label: "list of X",
    takes:
      "a list written in the text whose items are X. Where a version is named, since that version also one expression that yields a list (with the gate `pkg.ottl.functions.enableDynamicSliceArguments`).",
  },
  {
    label: "path, path of X",
    takes: "a path that can be written; *of X*: it must hold an X.",
    errors: ["argument_type"],
  },
  { label: "name of a function", takes: "a converter without its parentheses, such as `SHA256`." },
  {
    label: "lambda of N parameters",
    takes: "`(a, b) => …` with N parameters; the body is a value or a condition.",
    errors: ["lambda_arity"],
  },
];

/** The codes that the types of parameters can fail with; throws where a type has no note. */
export function errorsOfTypes(params: readonly Param[]): readonly string[] {
  return params.flatMap(({ type }) => errorsOfType(type.label));
}

function errorsOfType(label: string): readonly string[] {
  if (label.startsWith("lambda of")) return ["lambda_arity"];
  if (label.startsWith("list of ")) return ["argument_type", ...errorsOfType(label.slice("list of ".length))];
  if (label.startsWith("path of ")) return ["argument_type", ...errorsOfType(label.slice("path of ".length))];
  const note = typeNotes.find((one) => one.label.split(", ").includes(label));
  if (note === undefined) throw new Error(`parameters of type ${label} are not explained`);
  return note.errors ?? [];
}
