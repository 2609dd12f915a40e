import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compatibility } from "../../src/core/compatibility.ts";
import { isCode } from "../../src/diagnostics/messages.ts";
import type { FunctionDefinition } from "../../src/functions/define-function.ts";
import * as index from "../../src/functions/index.ts";
import { isKnownFunction, ownerOf } from "../../src/functions/known-names.ts";

const folder = new URL("../../src/functions/", import.meta.url);
const { standardFunctions, filterFunctions, transformFunctions } = index;
const all = [...standardFunctions, ...filterFunctions, ...transformFunctions];
const names = (definitions: readonly FunctionDefinition[]) =>
  definitions.map((definition) => definition.name);

/** Folders that hold no functions: data, algorithms and types of parameters. */
const others = ["data", "lib", "types"];
const categories = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !others.includes(entry.name))
  .map((entry) => entry.name);

async function definitionsOf(path: string): Promise<FunctionDefinition[]> {
  const module = (await import(new URL(path, folder).href)) as Record<string, unknown>;
  return Object.values(module).filter((value) => typeof value === "object") as FunctionDefinition[];
}

test.each(categories)("every function of %s is exported and says its category", async (category) => {
  for (const file of readdirSync(new URL(category, folder))) {
    const definitions = await definitionsOf(`${category}/${file}`);
    expect(definitions.length, file).toBeGreaterThan(0);
    for (const definition of definitions) {
      expect(all, definition.name).toContain(definition);
      expect(Object.values(index), definition.name).toContain(definition);
      expect(definition.category, definition.name).toBe(category);
    }
  }
});

test("functions are sorted by name, each there once", () => {
  for (const list of [standardFunctions, filterFunctions, transformFunctions])
    expect(names(list)).toEqual(names(list).toSorted());
  expect(new Set(names(all)).size).toBe(all.length);
});

test("functions of the filter and the transform processor say so, the others do not", () => {
  for (const { name, only } of standardFunctions) expect(only, name).toBeUndefined();
  for (const { name, only } of filterFunctions) expect(only, name).toBe("filter");
  for (const { name, only } of transformFunctions) expect(only, name).toBe("transform");
});

describe.each(all.map((definition) => ({ name: definition.name, definition })))("$name", ({ definition }) => {
  const { params, examples } = definition;
  const sources = examples.map((example) => example.source);

  test("is a function that the reference has", () => {
    const owner = ownerOf(definition.name)?.types ?? [];
    if (definition.only === "transform") expect(owner).toContain("transform");
    else expect(isKnownFunction(definition.name)).toBe(true);
    expect(compatibility(definition.since).version).toBe(definition.since);
  });

  test("uses each optional parameter in an example", () => {
    for (const { name, optional } of params) {
      if (optional)
        expect(
          sources.some((source) => source.includes(`${name}=`)),
          name,
        ).toBe(true);
    }
  });

  test("has an example that fails, unless it takes anything", () => {
    if (params.every(({ type }) => type.getter === "Getter")) return;
    expect(examples.some((example) => "error" in example)).toBe(true);
  });

  test("fails in examples only with codes of the table", () => {
    for (const example of examples) if ("error" in example) expect(example.error).toSatisfy(isCode);
  });

  test("has its required parameters before the optional ones, each documented", () => {
    const optional = params.map((param) => param.optional);
    expect(optional).toEqual(optional.toSorted());
    for (const { name, doc } of params) {
      expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(doc).toMatch(/\.$/);
    }
    expect(definition.summary).toMatch(/\.$/);
  });
});
