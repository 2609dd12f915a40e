import { functionSet } from "../../../src/cli/function-sets.ts";
import { compareVersions } from "../../../src/core/versions.ts";
import { TextGenerator } from "../generator.ts";
import type { Random } from "../random.ts";
import { print } from "../tree.ts";
import type { Release } from "./program.ts";

/** The contexts of each signal, from the top down. */
export const contextsOf = {
  metrics: ["resource", "scope", "metric", "datapoint"],
  traces: ["resource", "scope", "span", "spanevent"],
  logs: ["resource", "scope", "log"],
} as const;

/** A signal whose payloads are made. */
export type ProcessedSignal = keyof typeof contextsOf;

/** Conditions that hold for some records and fail on others. */
const common: Readonly<Record<string, readonly string[]>> = {
  resource: [
    'attributes["s"] == "a"',
    'attributes["i"] > 1',
    'IsMatch(attributes["s"], "a")',
    'Len(attributes["s"]) > 2',
    "dropped_attributes_count == 0",
    'ToUpperCase(attributes["n"]) == "A"',
  ],
  scope: [
    'name == "a"',
    'IsMatch(name, "^[a-m]")',
    'version == ""',
    "ParseJSON(name) == nil",
    'attributes["s"] != nil',
  ],
  metric: [
    'name == "a"',
    'IsMatch(name, "a")',
    "type == METRIC_DATA_TYPE_SUM",
    "type == METRIC_DATA_TYPE_GAUGE or type == METRIC_DATA_TYPE_NONE",
    'Substring(name, 0, 2) == "ab"',
    'HasAttrKeyOnDatapoint("s")',
    "Len(data_points) > 1",
    "is_monotonic == true",
    "ParseJSON(name) == nil",
    'HasAttrOnDatapoint("s", "a")',
    'unit == "" and description != nil',
  ],
  datapoint: [
    'attributes["i"] == 1',
    "value_double > 0.0",
    "flags == FLAG_NONE",
    'metric.name == "a" or count > 1',
    'ToUpperCase(attributes["s"]) == "A"',
    "time_unix_nano > 1",
    'HasPrefix(attributes["n"], "a")',
    'ParseJSON(attributes["s"]) == nil',
  ],
  span: [
    'name == "a"',
    "kind == SPAN_KIND_SERVER",
    "IsRootSpan()",
    "status.code == STATUS_CODE_ERROR",
    "ParseJSON(name) == nil",
    'attributes["i"] >= 0',
    "Len(events) == 1",
    "end_time_unix_nano - start_time_unix_nano > 0",
  ],
  spanevent: [
    'name == "a"',
    'attributes["s"] == nil',
    "time_unix_nano == 1",
    'Len(name) > 1 and span.name != ""',
    'ToLowerCase(attributes["s"]) == "a"',
  ],
  log: [
    'body == "a"',
    'IsMatch(body, "a")',
    "severity_number >= SEVERITY_NUMBER_WARN",
    'severity_text == ""',
    'ParseJSON(body)["a"] == 1.0',
    'attributes["i"] != nil',
    "trace_id == nil",
    'Substring(body, 0, 2) == "ab"',
    'HasPrefix(attributes["n"], "a")',
  ],
};

/** Makes conditions of contexts. */
export class Conditions {
  readonly #random: Random;
  readonly #generators = new Map<string, TextGenerator>();
  readonly #release: Release;

  constructor(random: Random, release: Release) {
    this.#random = random;
    this.#release = release;
  }

  /** A condition of a context, whose paths name it where they must. */
  one(context: string, named: boolean): string {
    const random = this.#random;
    if (random.chance(0.65)) return this.#common(context, named);
    const key = `${context} ${named}`;
    let generator = this.#generators.get(key);
    if (generator === undefined) {
      generator = new TextGenerator(
        random,
        { context, named, functions: functionsOf(this.#release) },
        { wrongType: 0.02, nonsense: 0.004 },
      );
      this.#generators.set(key, generator);
    }
    return print(generator.condition(random.pick([0, 1, 1, 2])));
  }

  #common(context: string, named: boolean): string {
    const one = () => {
      const text = this.#random.pick(common[context] ?? ["true"]);
      return named ? withContext(text, context) : text;
    };
    return this.#random.weighted([
      [6, one],
      [1, () => `not(${one()})`],
      [1, () => `${one()} and ${one()}`],
      [1, () => `${one()} or ${one()}`],
      [0.3, () => this.#random.pick(["true", "false", "1 == 1"])],
      [0.2, () => this.#random.pick(["", "nonsense == 1", "name ==", "a.b.c == 1", "set(name, 1)"])],
    ]);
  }
}

/** Writes the context in front of paths that do not name one. */
function withContext(text: string, context: string): string {
  return text.replace(/(?<![\w."])([a-z][a-z_]+)(?=[.[ )]|$)/g, (word: string) =>
    ["and", "or", "not", "nil", "true", "false", "metric", "span"].includes(word)
      ? word
      : `${context}.${word}`,
  );
}

const tables = new Map<Release, ReturnType<typeof functionSet>>();

function functionsOf(release: Release): ReturnType<typeof functionSet> {
  let functions = tables.get(release);
  if (functions === undefined) {
    const all = [...functionSet("filter")];
    functions = all.filter(({ since, gate }) => gate === undefined && compareVersions(since, release) <= 0);
    tables.set(release, functions);
  }
  return functions;
}
