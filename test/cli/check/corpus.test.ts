import { expect, test } from "vitest";
import { checkSource } from "../../../src/cli/check/check-source.ts";
import { readOwnVerdicts } from "../../corpus/own-functions.ts";
import { readVerdicts } from "../../corpus/verdicts.ts";
import { waysToRead } from "../../corpus/ways.ts";
import type { LanguageRequest } from "../../reference/protocol.ts";
import { type CorpusText, readCorpus } from "../../syntax/corpus.ts";
import { errorsOfWay } from "./corpus-texts.ts";

const corpus = readCorpus() ?? [];
const { verdicts } = readVerdicts();
const notHere =
  corpus.length === 0 ? " (skipped: the corpus is not here, OTTLKIT_SHARED names its folder)" : "";

const own = readOwnVerdicts();

/** Each text in each way that the reference was asked to read it, and whether it does. */
const readings = corpus.flatMap((text, id) => {
  const answers = verdicts[id]?.split(" ") ?? [];
  return waysToRead(text).map((way, i) => ({ text, way, isAccepted: own.get(id) ?? answers[i] !== "-" }));
});

test.skipIf(corpus.length === 0)(
  `check tells an error of texts found in the wild where the reference refuses them, and nowhere else${notHere}`,
  () => {
    const different = readings.filter(
      ({ way, isAccepted }) => (errorsOfWay(way).length === 0) !== isAccepted,
    );
    expect(different.map(({ way }) => way)).toEqual([]);
    expect(readings.length).toBeGreaterThan(4_000);
  },
  120_000,
);

test.skipIf(corpus.length === 0)(
  `and so it does in configurations of filter and transform, at the texts that are refused${notHere}`,
  () => {
    const settings = { compatibility: undefined, gates: [], rules: {}, env: {} };
    const different: unknown[] = [];
    const looked = new Set<string>();
    for (const { text, way, isAccepted } of readings) {
      const made = configurationOf(text, way);
      if (made === undefined || looked.has(made)) continue;
      looked.add(made);
      const { found } = checkSource({ text: made }, "yaml", settings);
      const errors = found.filter(({ diagnostic }) => diagnostic.severity === "error");
      const start = made.indexOf(escaped(text.text));
      const isThere = errors.every(({ diagnostic: { span } }) => span.start >= start);
      if ((errors.length === 0) !== isAccepted || !isThere)
        different.push({ made, isAccepted, errors: errors.map(({ diagnostic }) => diagnostic.message) });
    }
    expect(different).toEqual([]);
    expect(looked.size).toBeGreaterThan(1_500);
  },
  240_000,
);

const lists: Readonly<Record<string, string>> = {
  "filter metrics metric": "metrics.metric",
  "filter metrics datapoint": "metrics.datapoint",
  "filter logs log": "logs.log_record",
  "filter traces span": "traces.span",
  "filter traces spanevent": "traces.spanevent",
};

const contextsOf: Readonly<Record<string, readonly string[]>> = {
  metric: ["resource", "scope", "metric", "datapoint"],
  trace: ["resource", "scope", "span", "spanevent"],
  log: ["resource", "scope", "log"],
};

/** A configuration in which the Collector reads a text in that way; none where there is none. */
function configurationOf(
  { kind, processor, signal }: CorpusText,
  { context, text, prependContext = false, gates }: LanguageRequest,
): string | undefined {
  if (gates !== undefined) return undefined;
  const written = escaped(text);
  const list = lists[`${processor} ${signal} ${context}`];
  if (processor === "filter" && kind === "condition" && list !== undefined && !prependContext)
    return `processors: { filter: { ${list.replace(".", ": { ")}: [\n${written}] } } }\n`;
  const name = { metrics: "metric", traces: "trace", logs: "log" }[signal];
  if (processor !== "transform" || kind !== "statement" || name === undefined) return undefined;
  if (context === "") return `processors: { transform: { ${name}_statements: [\n${written}] } }\n`;
  if (!prependContext || !contextsOf[name]?.includes(context)) return undefined;
  const group = `{ context: ${context}, statements: [\n${written}] }`;
  return `processors: { transform: { ${name}_statements: [${group}] } }\n`;
}

/** A text in double quotes of YAML, its dollar signs doubled as the Collector has them. */
function escaped(text: string): string {
  return JSON.stringify(text).replaceAll("$", "$$$$");
}
