import { Duration, ListValue, MapValue, type Value } from "../src/core/values.ts";
import type { Example, FunctionDefinition, Param } from "../src/functions/define-function.ts";
import { filterFunctions, standardFunctions } from "../src/functions/index.ts";

/** The text of `grammar/functions.md`: a section for each function, made of its definition. */
export function functionsDocument(): string {
  const functions = [...standardFunctions, ...filterFunctions].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return `${[introduction, ...functions.map(section)].join("\n\n")}\n`;
}

const introduction = `# Functions

Written by \`npm run docs\` from the definitions in \`src/functions\`. Every example is run by the tests.

A parameter takes the values that its type names. A \`-like\` type converts: \`string-like\` takes the text of any value. A
\`literal\` must be written as such. An argument that can never fit is refused when the text is checked, with the code
\`argument_type\` or \`argument_refused\`; what only the data decides is an error of the evaluation. Arguments may be named:
\`Substring(name, 0, 4, utf8_safe=true)\`.`;

function section(definition: FunctionDefinition): string {
  const parts = [`## ${definition.name}`, definition.summary, signature(definition)];
  if (definition.params.length > 0) parts.push(parameters(definition.params));
  parts.push(availability(definition), examples(definition.examples));
  return parts.join("\n\n");
}

function signature({ name, params, returns }: FunctionDefinition): string {
  const list = params.map((param) => `${param.name}${param.optional ? "?" : ""}: ${param.type.label}`);
  return `\`\`\`\n${name}(${list.join(", ")}): ${returns.label}\n\`\`\``;
}

function parameters(params: readonly Param[]): string {
  const rows = params.map(
    (param) => `| \`${param.name}\` | ${param.type.label} | ${param.doc}${remark(param)} |`,
  );
  return ["| parameter | type | |", "| --- | --- | --- |", ...rows].join("\n");
}

function remark({ optional, default: fallback, since }: Param): string {
  const notes = [];
  if (optional) notes.push(`default \`${JSON.stringify(fallback)}\``);
  if (since !== undefined) notes.push(`since ${since}`);
  return notes.length === 0 ? "" : ` (${notes.join(", ")})`;
}

function availability(definition: FunctionDefinition): string {
  const { since, until, contexts, only } = definition;
  const notes = [until === undefined ? `Since ${since}` : `From ${since} to ${until}`];
  if (contexts !== undefined) notes.push(`in the context ${contexts.join(", ")}`);
  if (only !== undefined) notes.push(`only in the ${only} processor`);
  const codes = new Set(
    definition.examples.flatMap((example) => ("error" in example ? [`\`${example.error}\``] : [])),
  );
  return `${notes.join(", ")}.${codes.size === 0 ? "" : ` Errors: ${[...codes].join(", ")}.`}`;
}

function examples(list: readonly Example[]): string {
  return ["| example | result |", "| --- | --- |", ...list.map(row)].join("\n");
}

function row(example: Example): string {
  const data = example.data === undefined ? "" : ` over \`${JSON.stringify(example.data)}\``;
  const result = "error" in example ? `error \`${example.error}\`` : `\`${show(example.result)}\``;
  return `| ${cell(`\`${example.source}\`${data}`)} | ${cell(result)} |`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

function show(value: Value): string {
  if (value === null) return "nil";
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") return Number.isInteger(value) ? `${value}.0` : String(value);
  if (value instanceof Uint8Array) return `0x${Buffer.from(value).toString("hex")}`;
  if (value instanceof ListValue) return `[${value.items.map(show).join(", ")}]`;
  if (value instanceof Duration) return `${value.nanos}ns`;
  if (value instanceof MapValue) {
    return `{${[...value.entries()].map(([key, item]) => `${JSON.stringify(key)}: ${show(item)}`).join(", ")}}`;
  }
  if (typeof value === "object") throw new Error(`no example results in a ${value.constructor.name}`);
  return String(value);
}
