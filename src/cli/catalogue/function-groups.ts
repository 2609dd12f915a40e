import type { FunctionDefinition } from "../../functions/define-function.ts";

/** Functions that a reader looks for together. */
interface Group {
  readonly category: string;
  readonly title: string;
  readonly doc?: string;
  readonly functions: readonly FunctionDefinition[];
}

/** The titles of the categories, in the order of the document. */
const categories: Readonly<Record<string, readonly [title: string, doc?: string]>> = {
  editor: ["Editors", "They change data, and stand only at the begin of a statement."],
  string: ["Text"],
  parse: ["Taking texts apart"],
  conversion: ["Conversion"],
  type: ["Asking for types"],
  collection: ["Lists and maps"],
  time: [
    "Times and durations",
    "Times come from paths such as `time`, from `Time`, `Now` and `Unix`; a time minus a time is a duration.",
  ],
  encoding: ["Encodings"],
  hash: ["Hashes"],
  id: ["Ids"],
  net: ["Addresses and URLs"],
  xml: ["XML", "XPath is version 1.0 with functions of 2.0 that the reference's library knows."],
  span: ["Spans"],
  metric: [
    "Metrics",
    "Statements of the transform processor on metrics and data points have them, nothing else of the Collector.",
  ],
  log: [
    "Formats of logs",
    "Statements of the transform processor on logs have them, nothing else of the Collector.",
  ],
  lambda: [
    "Functions with lambdas",
    "Experimental: they need a feature gate. The items of a lambda's parameters are named by the text, `_` what is not needed.",
  ],
  filter: [
    "Filter processor",
    "Conditions of the filter processor on metrics have them, nothing else of the Collector.",
  ],
};

/** The functions by category, sorted by name. */
export function functionGroups(functions: readonly FunctionDefinition[]): readonly Group[] {
  const missing = functions.find(({ category }) => categories[category] === undefined);
  if (missing !== undefined) throw new Error(`the category ${missing.category} has no title`);
  return Object.entries(categories).map(([category, [title, doc]]) => ({
    category,
    title,
    ...(doc === undefined ? {} : { doc }),
    functions: functions
      .filter((one) => one.category === category)
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  }));
}
