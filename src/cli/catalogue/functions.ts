import { oldestVersion } from "../../core/compatibility.ts";
import type { Example, FunctionDefinition, Param } from "../../functions/define-function.ts";
import { filterFunctions, standardFunctions, transformFunctions } from "../../functions/index.ts";
import type { Paper } from "../paper.ts";
import { functionGroups } from "./function-groups.ts";
import { nameOf } from "./options.ts";
import { plain } from "./plain.ts";
import { showResult } from "./show-result.ts";

const definitions = [...standardFunctions, ...filterFunctions, ...transformFunctions];

/** Lists all functions by group, or shows one. */
export function writeFunctions(paper: Paper, name: string | undefined): void {
  if (name === undefined) writeList(paper);
  else writeOne(paper, definitionOf(name));
}

/** All functions, or one, as data. */
export function functionsData(name: string | undefined): unknown {
  return name === undefined ? definitions.map(dataOf) : dataOf(definitionOf(name));
}

function definitionOf(given: string): FunctionDefinition {
  const names = definitions.map((one) => one.name);
  const name = nameOf("functions", given.replace(/\(.*$/s, ""), names);
  return definitions.find((one) => one.name === name) as FunctionDefinition; // one of the names
}

/** Longer names have a line of their own. */
const widestName = 32;

function writeList(paper: Paper): void {
  for (const { title, functions } of functionGroups(definitions)) {
    const width = Math.min(widestName, Math.max(...functions.map(({ name }) => name.length)));
    paper.heading(title);
    for (const { name, summary } of functions) {
      const isLong = name.length > width;
      if (isLong) paper.text(name);
      paper.row(isLong ? "" : name, plain(summary), width);
    }
  }
}

function writeOne(paper: Paper, definition: FunctionDefinition): void {
  paper.heading(signatureOf(definition));
  paper.text(plain(definition.summary));
  if (definition.params.length > 0) paper.heading("parameters");
  for (const param of definition.params)
    paper.text(`${param.name} (${notesOf(param).join(", ")}): ${plain(param.doc)}`);
  paper.heading("there is it");
  for (const line of availabilityOf(definition)) paper.text(line);
  const errors = errorsOf(definition);
  if (errors.length > 0) {
    paper.heading("errors");
    paper.text(errors.join(", "));
  }
  paper.heading("examples");
  for (const example of definition.examples) {
    const { data } = example;
    if (data !== undefined) paper.text(`over ${JSON.stringify(data)}`);
    paper.text(`${example.source}  ${resultOf(example)}`, data === undefined ? 2 : 4);
  }
}

function signatureOf({ name, params, returns, kind }: FunctionDefinition): string {
  const items = params.map((param) => `${param.name}${param.optional ? "?" : ""}: ${param.type.label}`);
  return `${name}(${items.join(", ")})${kind === "editor" ? "" : `: ${returns.label}`}`;
}

const greatestInt = 2n ** 63n - 1n;

function notesOf(param: Param): readonly string[] {
  const since = param.since === undefined ? [] : [`since ${param.since}`];
  return [param.type.label, ...(param.optional ? [fallbackOf(param)] : []), ...since];
}

function fallbackOf({ default: given }: Param): string {
  if (given === undefined || given === null) return "optional";
  if (given === greatestInt) return "default: no limit";
  return `default ${typeof given === "bigint" ? given : JSON.stringify(given)}`;
}

function availabilityOf({ since, until, contexts, only, gate }: FunctionDefinition): readonly string[] {
  const begin = since === oldestVersion ? `${since} or before` : since;
  return [
    until === undefined ? `since version ${begin}` : `from version ${begin} to ${until}`,
    ...(gate === undefined ? [] : [`with the feature gate ${gate}`]),
    ...(contexts === undefined ? [] : [`only in the context ${contexts.join(", ")}`]),
    ...(only === undefined ? [] : [`only in the ${only} processor`]),
  ];
}

/** What examples and the types of its parameters show that it can fail with. */
function errorsOf({ params, examples }: FunctionDefinition): readonly string[] {
  const shown = examples.flatMap((example) => ("error" in example ? [example.error] : []));
  const always = ["argument_count", "argument_name", "argument_type"];
  const named = params.length === 0 ? ["argument_count"] : always;
  return [...new Set([...named, ...shown])];
}

function resultOf(example: Example): string {
  if ("error" in example) return `fails: ${example.error}`;
  return `→ ${"leaves" in example ? JSON.stringify(example.leaves) : showResult(example.result)}`;
}

function dataOf(definition: FunctionDefinition) {
  const { name, kind, category, summary, params, returns, since, until, gate, contexts, only } = definition;
  return {
    name,
    kind,
    category,
    signature: signatureOf(definition),
    summary: plain(summary),
    parameters: params.map((param) => ({
      name: param.name,
      type: param.type.label,
      doc: plain(param.doc),
      optional: param.optional,
      since: param.since,
    })),
    returns: kind === "editor" ? undefined : returns.label,
    since,
    until,
    gate,
    contexts,
    only,
    errors: errorsOf(definition),
    examples: definition.examples.map((example) => ({
      source: example.source,
      data: example.data,
      ...("error" in example
        ? { error: example.error }
        : "leaves" in example
          ? { leaves: example.leaves }
          : { result: showResult(example.result) }),
    })),
  };
}
