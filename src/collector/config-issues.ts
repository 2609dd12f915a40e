import type { z } from "zod";
import { makeDiagnostic } from "../diagnostics/all-messages.ts";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { suggestion } from "../diagnostics/did-you-mean.ts";
import { quoted } from "../diagnostics/quoted.ts";
import type { DocumentNode, MapEntry } from "../documents/node.ts";
import { keyText } from "../documents/plain.ts";
import { type CoreSchema, coresAt, coresOf } from "./schema-input.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What a schema found, as diagnostics at the places of the document; never empty where there are issues. */
export function issueDiagnostics(
  schema: z.core.$ZodType,
  node: DocumentNode,
  setting: string,
  issues: readonly Issue[],
): Diagnostic[] {
  const reporter = new Reporter(schema, node, setting);
  return issues.flatMap((issue) => reporter.report(issue, issue.path));
}

class Reporter {
  readonly #schema: z.core.$ZodType;
  readonly #root: DocumentNode;
  readonly #setting: string;
  readonly #entries = new Map<DocumentNode, ReadonlyMap<string, MapEntry>>();

  constructor(schema: z.core.$ZodType, root: DocumentNode, setting: string) {
    this.#schema = schema;
    this.#root = root;
    this.#setting = setting;
  }

  report(issue: Issue, path: Path): readonly Diagnostic[] {
    switch (issue.code) {
      case "unrecognized_keys":
        return this.#unknownKeys(issue.keys, path);
      case "invalid_type":
        return [this.#wrongType([expectedName(issue.expected)], path)];
      case "invalid_value":
        return [this.#invalidValue(issue.values.map(String), path)];
      case "invalid_union":
        return this.#union(issue, path);
      case "invalid_key":
      case "invalid_element":
        return issue.issues.flatMap((inner) => this.report(inner, [...path, ...inner.path]));
      default:
        return [this.#make("invalid_setting", { problem: problem(issue) }, this.#find(path).span, path)];
    }
  }

  /** The findings of the branch that fits best: that whose own kind of value it is. */
  #union({ errors }: z.core.$ZodIssueInvalidUnion, path: Path): readonly Diagnostic[] {
    const branches = errors.filter((issues) => issues.length > 0);
    const ofKind = branches.filter(
      (issues) => !issues.some(({ code, path }) => code === "invalid_type" && path.length === 0),
    );
    const near = ofKind.sort((a, b) => depth(b) - depth(a))[0];
    const isValue = near?.every(({ code, path }) => code === "invalid_value" && path.length === 0);
    if (near !== undefined && !isValue)
      return near.flatMap((issue) => this.report(issue, [...path, ...issue.path]));
    const own = branches.flat().filter((issue) => issue.path.length === 0);
    const values = own.flatMap((issue) => (issue.code === "invalid_value" ? issue.values.map(String) : []));
    if (near !== undefined) return [this.#invalidValue(values, path)];
    const expected = own.map((issue) =>
      issue.code === "invalid_type" ? expectedName(issue.expected) : undefined,
    );
    return [
      this.#wrongType(
        expected.filter((name) => name !== undefined),
        path,
      ),
    ];
  }

  #unknownKeys(keys: readonly string[], path: Path): readonly Diagnostic[] {
    const { node, span } = this.#find(path);
    const valid = this.#coresAt(path).flatMap(keysOf);
    const hint = valid.length === 0 ? {} : { hint: `valid settings: ${[...valid].sort().join(", ")}` };
    return keys.map((key) => {
      const place = (node && this.#entryOf(node, key))?.key.span ?? span;
      return this.#make("unknown_key", { key }, place, [...path, key], {
        ...suggestion(key, valid),
        ...hint,
      });
    });
  }

  #wrongType(expected: readonly string[], path: Path): Diagnostic {
    const { node, span } = this.#find(path);
    const last = path.at(-1);
    if ((node === undefined || isNull(node)) && last !== undefined)
      return this.#make("missing_key", { key: String(last) }, span, path);
    const names = [...new Set(expected)].join(" or ");
    return this.#make(
      "wrong_type",
      { expected: names, found: describe(node) },
      span,
      path,
      kindHint(names, node, last),
    );
  }

  #invalidValue(values: readonly string[], path: Path): Diagnostic {
    const { node, span } = this.#find(path);
    const last = path.at(-1);
    if (node === undefined && last !== undefined)
      return this.#make("missing_key", { key: String(last) }, span, path);
    const found = node?.kind === "scalar" ? JSON.stringify(node.text ?? String(node.value)) : describe(node);
    const word = node?.kind === "scalar" ? String(node.text ?? node.value) : "";
    const valid = values.map((value) => JSON.stringify(value)).join(" or ");
    return this.#make("invalid_value", { found, valid }, span, path, suggestion(word, values));
  }

  #make(
    code: "unknown_key" | "missing_key" | "wrong_type" | "invalid_value" | "invalid_setting",
    params: never | Readonly<Record<string, string>>,
    span: Span,
    path: Path,
    extra: Pick<Diagnostic, "label" | "hint"> | Record<string, never> = {},
  ): Diagnostic {
    // Each caller gives the parameters of its code.
    return { ...makeDiagnostic(code, params as never, span, extra), setting: settingAt(this.#setting, path) };
  }

  /** The node at a path; where there is none, the place of the nearest one around it. */
  #find(path: Path): { readonly node?: DocumentNode; readonly span: Span } {
    let node: DocumentNode = this.#root;
    let span = node.span;
    for (const step of path) {
      const entry = this.#entryOf(node, String(step));
      const next = node.kind === "sequence" ? node.items[Number(step)] : entry?.value;
      if (next === undefined) return { span };
      node = next;
      // What is missing in a map is told at the map's key.
      span = entry === undefined ? node.span : entry.key.span;
    }
    return { node, span: isNull(node) ? span : node.span };
  }

  /** The first entry of a map that has a key. */
  #entryOf(node: DocumentNode, key: string): MapEntry | undefined {
    if (node.kind !== "map") return undefined;
    let entries = this.#entries.get(node);
    if (entries === undefined) {
      entries = new Map(node.entries.toReversed().map((entry) => [keyText(entry.key), entry]));
      this.#entries.set(node, entries);
    }
    return entries.get(key);
  }

  #coresAt(path: Path): readonly CoreSchema[] {
    return path.reduce<readonly CoreSchema[]>((cores, step) => coresAt(cores, step), coresOf(this.#schema));
  }
}

function isNull(node: DocumentNode): boolean {
  return node.kind === "scalar" && node.value === null;
}

function keysOf({ _zod: { def } }: CoreSchema): readonly string[] {
  return def.type === "object" ? Object.keys(def.shape) : [];
}

function depth(issues: readonly Issue[]): number {
  return issues.reduce((most, { path }) => Math.max(most, path.length), 0);
}

/** The path of a setting that is at a path below another setting, such as `scrape_configs[0].job_name`. */
export function settingAt(setting: string, path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    return text === "" ? String(step) : `${text}.${String(step)}`;
  }, setting);
}

const names: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  bigint: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "a map",
  record: "a map",
  null: "nothing",
};

function expectedName(expected: string): string {
  return Object.hasOwn(names, expected) ? (names[expected] as string) : expected;
}

function describe(node: DocumentNode | undefined): string {
  if (node === undefined) return "nothing";
  if (node.kind !== "scalar") return node.kind === "map" ? "a map" : "a list";
  const { value } = node;
  if (value === null) return "nothing";
  if (typeof value === "string") return `the text ${quoted(value)}`;
  if (typeof value === "object") return "a time";
  return typeof value === "boolean" ? `${value}` : `the number ${value}`;
}

function kindHint(
  expected: string,
  node: DocumentNode | undefined,
  last: PropertyKey | undefined,
): { hint?: string } {
  const isScalar = node?.kind === "scalar" && node.value !== null;
  const isText = isScalar && typeof node.value === "string";
  if (isScalar && !isText && expected === "a text") return { hint: "put it in quotes to make it a text" };
  if (isText && expected === "a list")
    return { hint: `write it as an item of a list: - ${clipped(node.text)}` };
  if (typeof last === "number" && node?.kind === "sequence") return { hint: nestedListHint };
  return {};
}

/** What to do about a list in a list, which an alias among the items of one makes. */
export const nestedListHint = "YAML does not join lists: write the items of the inner one out, one by one";

function clipped(text = ""): string {
  const [line = ""] = text.split("\n");
  return line.length > 60 || line !== text ? `${line.slice(0, 60)}…` : line;
}

function problem(issue: Issue): string {
  switch (issue.code) {
    case "too_small":
      return `must be ${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}${unit(issue.origin)}`;
    case "too_big":
      return `must be ${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}${unit(issue.origin)}`;
    default:
      return issue.message;
  }
}

function unit(origin: string): string {
  if (origin === "string") return " characters long";
  return origin === "array" || origin === "set" ? " items long" : "";
}
