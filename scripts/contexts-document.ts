import { contextExamples } from "../src/cli/catalogue/context-examples.ts";
import type { Context, Leaf, PathTable } from "../src/contexts/define-context.ts";
import { contexts } from "../src/contexts/index.ts";
import { contextsOfSignal, inferenceOrder } from "../src/contexts/inference.ts";
import { mayBeNil, mostKeys, typeOfLeaf } from "../src/contexts/type-of-leaf.ts";
import { capabilities, oldestVersion } from "../src/core/compatibility.ts";
import { wrap } from "./wrap.ts";

/** The text of `grammar/contexts.md`: a section for each context, made of its table. */
export function contextsDocument(): string {
  return `${[introduction(), ...Object.values(contexts).map(section)].join("\n\n")}\n`;
}

function introduction(): string {
  const signals = Object.entries(contextsOfSignal).map(([signal, names]) => `- ${signal}: ${codes(names)}`);
  return `# Contexts

Written by \`npm run docs\` from the tables in \`src/contexts\`; the examples are run by the tests.

A text is checked against one context: \`condition("log", …)\`. Its own paths may begin with its name (\`log.body\` is
\`body\`); paths of the contexts above it must, as in \`resource.attributes["k"]\`. With \`pathContextNames: true\` every
path must name its context; with the context \`"inferred"\` the paths themselves tell it, see
[LANGUAGE.md](LANGUAGE.md#how-paths-are-read).

How to read the tables:

- **type**: what the path gives. *or nil*: not every record has it; on those it is nil. *telemetry* is something that is
  no value, such as a list of events: it can be compared with nil, counted by \`Len\` where it is a list, and copied.
- **keys**: \`["k"]\` or \`[0]\` may follow; *one*: exactly one.
- **written**: whether statements may write it. *gauge, sum*: only on data points of these metrics.
- **since**: the version that brought it; empty: ${oldestVersion} or before.

A record is an object whose properties are OTLP JSON objects; each section shows one. What is left out has its
zero value; only \`eventIndex\` and the dictionary of profiles are needed where a path reads them.
\`recordsOf(context, payload)\` makes the records of a payload. Contexts of the signals, from the top:

${signals.join("\n")}

${wrap(`Where the context is inferred, the first of these that a path names wins: ${codes(inferenceOrder)}.`)}`;
}

function section(context: Context): string {
  const { name, aliases = [], doc, unverified, higher, enums, paths, since } = context;
  const reached = higher.map((other) => [other.name, ...(other.aliases ?? [])].map(code).join(" or "));
  const facts = [
    `- Record: ${codes(propertiesOf(context))}.`,
    ...(aliases.length === 0 ? [] : [`- Also called ${codes(aliases)}.`]),
    ...(reached.length === 0 ? [] : [`- Reaches ${reached.join(", ")}.`]),
    ...(since === undefined ? [] : [`- Since ${capabilities[since].since}${gateOf(since)}.`]),
    ...(unverified === undefined ? [] : [`- **Not compared with the reference**: ${unverified}`]),
  ];
  return [
    `## ${name}`,
    wrap(doc),
    facts.map((fact) => wrap(fact, "  ")).join("\n"),
    ...example(name),
    [
      "| path | type | keys | written | since | meaning |",
      "|---|---|---|---|---|---|",
      ...rows(paths, ""),
    ].join("\n"),
    ...enumTable(enums),
  ].join("\n\n");
}

/** The properties of a record: those of its objects, and what paths read from the record itself. */
function propertiesOf(context: Context): readonly string[] {
  const owners = [context, ...context.higher].flatMap((one) => [one.owner, ...ownersOf(one.paths)]);
  const extra = leavesOf(context.paths).flatMap(({ leaf }) =>
    leaf.owner === "" && "property" in leaf ? [leaf.property] : [],
  );
  const dictionary = context.name === "profile" ? ["dictionary"] : [];
  return [...new Set([...owners, ...dictionary, ...extra])].filter((property) => property !== "");
}

function ownersOf(table: PathTable): readonly string[] {
  return leavesOf(table).flatMap(({ leaf }) => (leaf.owner === undefined ? [] : [leaf.owner]));
}

function leavesOf(table: PathTable, prefix = ""): readonly { readonly path: string; readonly leaf: Leaf }[] {
  return Object.entries(table).flatMap(([name, definition]) => {
    const path = prefix + name;
    if (definition.kind !== "branch") return [{ path, leaf: definition }];
    const own = definition.self === undefined ? [] : [{ path, leaf: definition.self }];
    return [...own, ...leavesOf(definition.paths, `${path}.`)];
  });
}

function gateOf(capability: keyof typeof capabilities): string {
  const fact = capabilities[capability];
  return "gate" in fact ? `, by the feature gate ${code(fact.gate)}` : "";
}

function example(name: string): string[] {
  const found = contextExamples[name];
  if (found === undefined) throw new Error(`the context ${name} has no example`);
  const record = found.record.map((line) => `${line}\n`).join("");
  const lines = found.texts
    .map(([text, result]) => `${text.padEnd(56)} ${result.startsWith("✗") ? result : `→ ${result}`}\n`)
    .join("");
  return [`\`\`\`json\n${record}\`\`\``, `\`\`\`ottl\n${lines}\`\`\``];
}

function rows(table: PathTable, prefix: string): string[] {
  return leavesOf(table, prefix).map(({ path, leaf }) => row(path, leaf));
}

function row(path: string, leaf: Leaf): string {
  const type = `${typeOfLeaf(leaf)}${mayBeNil(leaf) ? " or nil" : ""}`;
  const since = leaf.capability === undefined ? "" : capabilities[leaf.capability].since;
  return `| ${code(path)} | ${type} | ${keysOf(leaf)} | ${written(leaf)} | ${since} | ${leaf.doc} |`;
}

function keysOf(leaf: Leaf): string {
  const most = mostKeys(leaf);
  if (most === 0) return "";
  return most === 1 ? "one" : "yes";
}

function written(leaf: Leaf): string {
  if (leaf.kind === "derived") {
    if (leaf.readonly) return "no";
    return leaf.derivation === "metric type" ? "without effect" : "yes";
  }
  if (leaf.kind !== "variant" && leaf.kind !== "piece") return "yes";
  if (leaf.kind === "piece" && typeof leaf.types === "string") return "yes";
  const kinds = leaf.kind === "variant" ? leaf.of : Object.keys(leaf.types);
  const where = kinds.join(", ");
  return leaf.in === "data" ? `${where}; elsewhere without effect` : where;
}

/** The enums, those of one beginning in one row. */
function enumTable(enums: Context["enums"]): string[] {
  const entries = Object.entries(enums);
  if (entries.length === 0) return [];
  return [
    ["| enum | number |", "|---|---|", ...entries.map(([name, n]) => `| ${code(name)} | ${n} |`)].join("\n"),
  ];
}

function codes(names: readonly string[]): string {
  return names.map(code).join(", ");
}

function code(text: string): string {
  return `\`${text}\``;
}
