import type { Context, Leaf, PathTable } from "../../contexts/define-context.ts";
import { contexts } from "../../contexts/index.ts";
import { mayBeNil, mostKeys, typeOfLeaf } from "../../contexts/type-of-leaf.ts";
import { capabilities } from "../../core/compatibility.ts";
import type { Paper } from "../paper.ts";
import { contextExamples } from "./context-examples.ts";
import { nameOf } from "./options.ts";
import { plain } from "./plain.ts";

/** Lists all contexts, or shows one with its paths. */
export function writeContexts(paper: Paper, name: string | undefined): void {
  if (name === undefined) writeList(paper);
  else writeOne(paper, contextOf(name));
}

/** All contexts, or one, as data. */
export function contextsData(name: string | undefined): unknown {
  return name === undefined ? Object.values(contexts).map(dataOf) : dataOf(contextOf(name));
}

function contextOf(given: string): Context {
  const all = Object.values(contexts);
  const names = all.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  const name = nameOf("contexts", given, names);
  return all.find((one) => one.name === name || one.aliases?.includes(name)) as Context; // one of the names
}

function writeList(paper: Paper): void {
  paper.heading("Contexts");
  const all = Object.values(contexts);
  const width = Math.max(...all.map(({ name }) => name.length));
  for (const { name, doc } of all) paper.row(name, plain(doc), width);
}

function writeOne(paper: Paper, context: Context): void {
  const { name, aliases = [], doc, higher, enums, since, paths } = context;
  paper.heading(name);
  paper.text(plain(doc));
  if (aliases.length > 0) paper.text(`Also called ${aliases.join(", ")}.`);
  if (higher.length > 0) paper.text(`Reaches ${higher.map((one) => one.name).join(", ")} by their names.`);
  if (since !== undefined) paper.text(`Since version ${capabilities[since].since}.`);
  paper.heading("paths");
  const leaves = leavesOf(paths);
  const width = Math.max(...leaves.map(({ path, leaf }) => shownPath(path, leaf).length));
  for (const { path, leaf } of leaves)
    paper.entry(shownPath(path, leaf), `${typeText(leaf)}: ${plain(leaf.doc)}`, width);
  const names = Object.keys(enums);
  if (names.length > 0) {
    paper.heading("enums");
    paper.text(names.join(", "));
  }
  const example = contextExamples[name];
  if (example === undefined) return;
  paper.heading("example");
  paper.text(`over ${JSON.stringify(JSON.parse(example.record.join("\n")))}`);
  for (const [text, result] of example.texts)
    paper.text(`${text}  ${result.startsWith("✗") ? `fails:${result.slice(1)}` : `→ ${result}`}`, 4);
}

function shownPath(path: string, leaf: Leaf): string {
  return mostKeys(leaf) === 0 ? path : `${path}[…]`;
}

function typeText(leaf: Leaf): string {
  const since = leaf.capability === undefined ? "" : `, since ${capabilities[leaf.capability].since}`;
  return `${typeOfLeaf(leaf)}${mayBeNil(leaf) ? " or nil" : ""}${since}`;
}

interface Path {
  readonly path: string;
  readonly leaf: Leaf;
}

function leavesOf(table: PathTable, prefix = ""): readonly Path[] {
  return Object.entries(table).flatMap(([name, definition]) => {
    const path = prefix + name;
    if (definition.kind !== "branch") return [{ path, leaf: definition }];
    const own = definition.self === undefined ? [] : [{ path, leaf: definition.self }];
    return [...own, ...leavesOf(definition.paths, `${path}.`)];
  });
}

function dataOf({ name, aliases = [], doc, higher, enums, since, paths }: Context) {
  return {
    name,
    aliases,
    doc: plain(doc),
    since: since === undefined ? undefined : capabilities[since].since,
    reaches: higher.map((one) => one.name),
    paths: leavesOf(paths).map(({ path, leaf }) => ({
      path,
      type: typeOfLeaf(leaf),
      nil: mayBeNil(leaf),
      keys: mostKeys(leaf) > 0,
      since: leaf.capability === undefined ? undefined : capabilities[leaf.capability].since,
      doc: plain(leaf.doc),
    })),
    enums: Object.fromEntries(Object.entries(enums).map(([key, number]) => [key, Number(number)])),
  };
}
