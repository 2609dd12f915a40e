import { functionGroups } from "../src/cli/catalogue/function-groups.ts";
import { showResult } from "../src/cli/catalogue/show-result.ts";
import { capabilities, newestVersion, oldestVersion } from "../src/core/compatibility.ts";
import { gates } from "../src/core/gates.ts";
import { compareVersions } from "../src/core/versions.ts";
import { OttlError } from "../src/diagnostics/ottl-error.ts";
import { statement, value } from "../src/engine/standard.ts";
import grok from "../src/functions/data/grok-patterns.json" with { type: "json" };
import type { Example, FunctionDefinition, Param } from "../src/functions/define-function.ts";
import { filterFunctions, standardFunctions, transformFunctions } from "../src/functions/index.ts";
import { noteOf } from "./capability-notes.ts";
import { failuresByName } from "./failures-by-name.ts";
import { errorsOfTypes, typeNotes } from "./parameter-types.ts";
import { placeholders } from "./placeholders.ts";
import { timeDirectives } from "./time-directives.ts";
import { wrap } from "./wrap.ts";

const all = [...standardFunctions, ...filterFunctions, ...transformFunctions];

/** The text of `grammar/functions.md`: an index and a section for each function, made of its definition. */
export async function functionsDocument(): Promise<string> {
  const failures = await failuresByName();
  const groups = functionGroups(all);
  const sections = groups.flatMap(({ title, doc, category, functions }) => [
    `## ${title}`,
    ...(doc === undefined ? [] : [wrap(doc)]),
    ...(supplements[category]?.() ?? []),
    ...functions.map((definition) => section(definition, failures.get(definition.name) ?? [])),
  ]);
  return `${[introduction, index(groups), versions(), types(), ...sections].join("\n\n")}\n`;
}

const introduction = `# Functions

Written by \`npm run docs\` from the definitions in \`src/functions\`; every example is run by the tests.

- An **editor** has a lower-case name, changes data and begins a statement: \`set(attributes["a"], 1)\`. Its example shows
  what is at its path afterwards, or, of an editor without a path, what the record is then.
- A **converter** has an upper-case name and gives a value, so that it can stand wherever a value can: \`Len(name) > 3\`.
- Arguments are given in order or by name: \`Substring(name, 0, length=4)\`. What has a default may be left out.
- *since* is the version of the Collector's contrib distribution, as the option \`compatibility\` takes it. ${oldestVersion} is
  the oldest version known: what has it may be older. A function used outside of its versions is refused with
  [function_not_in_version](diagnostics.md#function_not_in_version), a parameter with
  [argument_not_in_version](diagnostics.md#argument_not_in_version).
- Every call can fail with [argument_count](diagnostics.md#argument_count),
  [argument_missing](diagnostics.md#argument_missing), [argument_name](diagnostics.md#argument_name) and
  [argument_order](diagnostics.md#argument_order); what else a function can say is listed with it.
- Examples run over the context \`resource\`, where a record is shown over it, else over an empty one.`;

/** What a category has besides functions. */
const supplements: Readonly<Record<string, () => readonly string[]>> = {
  string: () => [
    "What [Format](#format) makes of placeholders:",
    `\`\`\`ottl\n${placeholders().join("\n")}\n\`\`\``,
  ],
  time: () => [
    wrap(
      "Formats are made of these directives and other text, but no digits; `.` or `,` must stand before `%L`, `%f` and `%s`. What each writes of 2023-11-04T09:05:07.123456789+01:00; reading takes one digit where two are written, and `%z` takes `+01:00`, `+0100` and `Z`:",
    ),
    wrap(
      timeDirectives()
        .map(([directive, written]) => `\`${directive}\` ${show(written)}`)
        .join(", "),
    ),
  ],
  parse: () => [
    wrap("The patterns that grok knows, further ones come with an argument:"),
    wrap(Object.keys(grok.patterns).toSorted().join(", ")),
  ],
};

/** In quotes where blanks and line breaks would not be seen. */
function show(written: string): string {
  return written.trim() === written ? written : JSON.stringify(written);
}

function index(groups: ReturnType<typeof functionGroups>): string {
  const parts = groups.map(({ title, functions }) =>
    [
      `**[${title}](#${title.toLowerCase().replaceAll(" ", "-")})**`,
      "",
      "| function | what it does | since |",
      "|---|---|---|",
      ...functions.map(
        (definition) =>
          `| [${definition.name}](#${anchor(definition)}) | ${cell(short(definition.summary))} | ${lifetime(definition)} |`,
      ),
    ].join("\n"),
  );
  return ["## All functions", ...parts].join("\n\n");
}

function anchor({ name }: FunctionDefinition): string {
  return name.toLowerCase();
}

/** The summary up to its first stop. */
function short(summary: string): string {
  return summary.replace(/(?:[;:](?![^`]*`[^`]*$)|\. ).*/s, "").replace(/\.$/, "");
}

function lifetime({ since, until, gate }: FunctionDefinition): string {
  const versions = until === undefined ? since : `${since} to ${until}`;
  return gate === undefined ? versions : `${versions}, gate`;
}

function versions(): string {
  const functions = all;
  const known = [...new Set(functions.map(({ since }) => since))].toSorted(compareVersions);
  const rows = known.map((version) => {
    const there = functions.filter(({ since }) => since === version).map(({ name }) => name);
    const label = version === oldestVersion ? `**${version}** or before` : `**${version}**`;
    return wrap(`- ${label}: ${there.toSorted().join(", ")}`, "  ");
  });
  const gone = functions.flatMap(({ name, until }) =>
    until === undefined ? [] : [`- ${name} is gone after ${until}.`],
  );
  return [
    "## Which version has what",
    wrap(
      `A version has every function of its line and of those above it. ${newestVersion} is the newest version known.`,
    ),
    [...rows, ...gone].join("\n"),
  ].join("\n\n");
}

function types(): string {
  const rows = typeNotes.map(({ label, takes }) => wrap(`- *${label}*: ${takes}`, "  "));
  return [
    "## Types of parameters",
    wrap(
      "A literal that can never fit is refused when the text is checked, with argument_type or argument_refused; a value of the record that does not fit fails when it is met.",
    ),
    rows.join("\n"),
  ].join("\n\n");
}

function section(definition: FunctionDefinition, failures: readonly string[]): string {
  const parts = [`### ${definition.name}`, wrap(definition.summary), signature(definition)];
  if (definition.params.length > 0) parts.push(definition.params.map(parameter).join("\n"));
  parts.push(
    availability(definition),
    ...changes(definition),
    ...errors(definition, failures),
    examples(definition),
  );
  return parts.join("\n\n");
}

function signature({ name, params, returns, kind }: FunctionDefinition): string {
  const items = params.map((param) => `${param.name}${param.optional ? "?" : ""}: ${param.type.label}`);
  const result = kind === "editor" ? "" : `: ${returns.label}`;
  const line = `${name}(${items.join(", ")})${result}`;
  const text =
    line.length <= 100 ? line : `${name}(\n${items.map((item) => `  ${item},\n`).join("")})${result}`;
  return `\`\`\`text\n${text}\n\`\`\``;
}

function parameter(param: Param): string {
  const notes = [param.type.label];
  if (param.optional) notes.push(fallback(param));
  if (param.since !== undefined) notes.push(`since ${param.since}`);
  const { dynamicSince } = param.type;
  if (dynamicSince !== undefined)
    notes.push(
      `before ${capabilities[dynamicSince].since} only ${param.type.items === undefined ? "a literal" : "a list in the text"}`,
    );
  return wrap(`- \`${param.name}\` (${notes.join("; ")}): ${param.doc}`, "  ");
}

function fallback({ default: given }: Param): string {
  if (given === undefined || given === null) return "optional";
  if (given === greatestInt) return "default: no limit";
  return `default \`${typeof given === "bigint" ? given : JSON.stringify(given)}\``;
}

const greatestInt = 2n ** 63n - 1n;

function availability({ since, until, contexts, only, gate }: FunctionDefinition): string {
  const notes = [until === undefined ? `Since ${since}` : `From ${since} to ${until}`];
  if (since === oldestVersion) notes[0] += " or before";
  if (contexts !== undefined) notes.push(`only in the context ${contexts.join(", ")}`);
  if (only !== undefined) notes.push(`only in the ${only} processor`);
  const needs = gate === undefined ? "" : ` Needs the feature gate \`${gate}\`, ${stagesOf(gate)}.`;
  return wrap(`${notes.join(", ")}.${needs}`);
}

function stagesOf(gate: string): string {
  const stages = gates[gate]?.stages ?? [];
  const words = { alpha: "off unless switched on", beta: "on unless switched off", stable: "always on" };
  return stages.map(([since, stage]) => `since ${since} ${words[stage]} (${stage})`).join(", ");
}

function changes(definition: FunctionDefinition): string[] {
  return (definition.formerly ?? []).map(({ without, params }) => {
    const { since, text } = noteOf(without);
    const before = params === undefined ? "" : ` Before: \`${inline({ ...definition, params })}\`.`;
    return wrap(`Changed in ${since}: ${text}${before}`);
  });
}

function inline({ name, params }: FunctionDefinition): string {
  return `${name}(${params.map((param) => `${param.name}${param.optional ? "?" : ""}: ${param.type.label}`).join(", ")})`;
}

function errors({ params, examples }: FunctionDefinition, failures: readonly string[]): string[] {
  const shown = examples.flatMap((example) => ("error" in example ? [example.error] : []));
  const codes = [...new Set([...shown, ...failures, ...errorsOfTypes(params)])].toSorted();
  if (codes.length === 0) return [];
  const links = codes.map((code) => `[${code}](diagnostics.md#${code})`);
  return [wrap(`Errors: ${links.join(", ")}.`, "", 118)];
}

function examples(definition: FunctionDefinition): string {
  const lines: string[] = [];
  let record = "";
  for (const example of definition.examples) {
    const data = example.data === undefined ? "" : json(example.data);
    if (data !== record) lines.push(data === "" ? "over an empty record" : wrap(`over ${data}`, "    ", 100));
    record = data;
    const indent = lines.some((line) => line.startsWith("over ")) ? "  " : "";
    lines.push(...shown(example, definition).map((line) => indent + line));
  }
  return `\`\`\`ottl\n${lines.join("\n")}\n\`\`\``;
}

/** An example on one line, or on two where it is long. */
function shown(example: Example, definition: FunctionDefinition): string[] {
  const result =
    "error" in example
      ? `✗ ${example.error}: ${messageOf(example, definition)}`
      : `→ ${"leaves" in example ? json(example.leaves) : showResult(example.result)}`;
  const { source } = example;
  const line = `${source.padEnd(48)} ${result}`;
  if (line.length <= 100) return [line];
  const below = "result" in example ? [result] : wrap(result, "  ", 100).split("\n");
  return [source, ...below.map((text) => `    ${text}`)];
}

function messageOf({ source, data }: Example, definition: FunctionDefinition): string {
  const { kind, contexts, gate, until = "newest" } = definition;
  const context = contexts?.[0] ?? "resource";
  const options = { compatibility: until, gates: gate === undefined ? [] : [gate] };
  const record = structuredClone(data ?? {});
  try {
    if (kind === "editor") statement(context, source, options).execute(record);
    else value(context, source, options).evaluate(record);
  } catch (error) {
    if (error instanceof OttlError) return error.diagnostics[0].message;
    throw error;
  }
  throw new Error(`${source} does not fail`);
}

/** JSON with a blank where lines may be broken. */
function json(data: unknown): string {
  return JSON.stringify(data, null, 1)
    .replace(/\n */g, " ")
    .replace(/([[{]) /g, "$1")
    .replace(/ ([\]}])/g, "$1");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
