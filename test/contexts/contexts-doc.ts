/** Writes `grammar/contexts.md` from the tables: `npx node test/contexts/contexts-doc.ts`. */
import { writeFileSync } from "node:fs";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import type { Context, Leaf, PathTable } from "../../src/contexts/define-context.ts";
import { contexts } from "../../src/contexts/index.ts";
import { mayBeNil, mostKeys, typeOfLeaf } from "../../src/contexts/type-of-leaf.ts";

/** The place of the document. */
export const documentUrl = new URL("../../grammar/contexts.md", import.meta.url);

/** The document of all contexts. */
export function contextsDocument(): string {
  return [
    "# Contexts",
    "",
    "Written by `test/contexts/contexts-doc.ts` from the tables in `src/contexts`; a test compares it.",
    "",
    "A text is checked against one context. Paths of other contexts that it reaches begin with their name, as in",
    '`resource.attributes["k"]`; its own paths may. *or nil* marks what some records lack: writing it there is an error,',
    "or does nothing where the table says so. Keys may follow only where the table says so.",
    "",
    ...Object.values(contexts).flatMap(section),
  ].join("\n");
}

function section(context: Context): string[] {
  const { name, aliases = [], doc, unverified, higher, enums, paths } = context;
  const reached = higher.flatMap((other) => [other.name, ...(other.aliases ?? [])]);
  const constants = Object.entries(enums);
  return [
    `## ${name}`,
    "",
    doc,
    "",
    ...(unverified === undefined ? [] : [`Not compared with the reference: ${unverified}`, ""]),
    ...(aliases.length === 0
      ? []
      : [`Other names from other contexts: ${aliases.map(code).join(", ")}.`, ""]),
    ...(reached.length === 0 ? [] : [`Reaches: ${reached.map(code).join(", ")}.`, ""]),
    "| path | type | keys | written | meaning |",
    "|---|---|---|---|---|",
    ...rows(paths, ""),
    "",
    ...(constants.length === 0
      ? []
      : [
          "| enum | number |",
          "|---|---|",
          ...constants.map(([constant, value]) => `| ${code(constant)} | ${value} |`),
          "",
        ]),
  ];
}

function rows(table: PathTable, prefix: string): string[] {
  return Object.entries(table).flatMap(([name, definition]) => {
    if (definition.kind !== "branch") return [row(prefix + name, definition)];
    const own = definition.self === undefined ? [] : [row(prefix + name, definition.self)];
    return [...own, ...rows(definition.paths, `${prefix}${name}.`)];
  });
}

function row(path: string, leaf: Leaf): string {
  const type = `${typeOfLeaf(leaf)}${mayBeNil(leaf) ? " or nil" : ""}`;
  return `| ${code(path)} | ${type} | ${keysOf(leaf)} | ${written(leaf)} | ${leaf.doc} |`;
}

function keysOf(leaf: Leaf): string {
  const most = mostKeys(leaf);
  if (most === 0) return "";
  return most === 1 ? "one" : "yes";
}

function written(leaf: Leaf): string {
  if (leaf.kind === "derived") {
    if (leaf.readonly) return "never";
    return leaf.derivation === "metric type" ? "without effect" : "yes";
  }
  if (leaf.kind !== "variant" && leaf.kind !== "piece") return "yes";
  if (leaf.kind === "piece" && typeof leaf.types === "string") return "yes";
  const kinds = leaf.kind === "variant" ? leaf.of : Object.keys(leaf.types);
  const where = `on ${kinds.join(", ")}`;
  return leaf.in === "data" ? `${where}; elsewhere without effect` : where;
}

const code = (text: string) => `\`${text}\``;

if (argv[1] === fileURLToPath(import.meta.url)) writeFileSync(documentUrl, contextsDocument());
