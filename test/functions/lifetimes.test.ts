import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Compatibility, compareVersions, compatibility } from "../../src/core/compatibility.ts";
import { type FunctionDefinition, inVersion } from "../../src/functions/define-function.ts";
import { filterFunctions, standardFunctions, transformFunctions } from "../../src/functions/index.ts";
import { isKnownFunction, ownerOf } from "../../src/functions/known-names.ts";
import { getterOf } from "./getter-of.ts";
import { type FunctionLifetime, lifetimes, type ParamLifetime } from "./lifetime-table.ts";

const all = [...standardFunctions, ...filterFunctions, ...transformFunctions];
const table = JSON.parse(
  readFileSync(new URL("../../fixtures/functions/lifetimes.json", import.meta.url), "utf8"),
) as { read: string[]; changelog: string[] };
const versions = [...table.read, ...table.changelog].map((version) => compatibility(version));

/** The parameters that the sources of a version have, as text. */
function recordedIn(lifetime: FunctionLifetime, { version }: Compatibility): readonly string[] {
  const { interlude } = lifetime;
  const between =
    interlude !== undefined &&
    compareVersions(version, interlude.since) >= 0 &&
    compareVersions(version, interlude.until) <= 0;
  const { params } = between ? interlude : lifetime;
  return params.filter(isThere(version)).map((param) => {
    const { name = param.name, getter, optional = false } = formIn(param, version);
    return signature(name, getter, optional);
  });
}

function formIn(param: ParamLifetime, version: string): NonNullable<ParamLifetime["was"]>[number] {
  const former = param.was?.find(({ until }) => compareVersions(version, until) <= 0);
  return former ?? { until: version, ...param };
}

/** The parameters that a definition has in a version, as text. */
function definedIn(definition: FunctionDefinition, version: Compatibility): readonly string[] {
  return inVersion(definition, version)
    .params.filter(isThere(version.version))
    .map(({ name, type, optional }) => signature(name, getterOf(type, version), optional));
}

const signature = (name: string, getter: string, optional: boolean) =>
  `${name}${optional ? "?" : ""}: ${getter}`;
const isThere =
  (version: string) =>
  ({ since }: { readonly since?: string }): boolean =>
    since === undefined || compareVersions(version, since) >= 0;

describe.each(all.map((definition) => ({ name: definition.name, definition })))("$name", ({ definition }) => {
  const lifetime = lifetimes.get(definition.name);

  test("is there in the versions whose sources have it, behind the same gate", () => {
    const { since, until, gate, only } = definition;
    expect({ since, until, gate, only }).toEqual({
      since: lifetime?.since,
      until: lifetime?.until,
      gate: lifetime?.gate,
      only: lifetime?.only,
    });
  });

  test("has in each version the parameters that its sources have", () => {
    if (lifetime === undefined) throw new Error("the table lacks it");
    for (const version of versions) {
      const { since, until } = lifetime;
      if (compareVersions(version.version, since) < 0) continue;
      if (until !== undefined && compareVersions(version.version, until) > 0) continue;
      expect(definedIn(definition, version), version.version).toEqual(recordedIn(lifetime, version));
    }
  });
});

/** What pkg/ottl had and ottlkit has not: its values are ids of profiles. */
const absent = ["ProfileID"];

test("every function of the table is there", () => {
  const names = new Set(all.map(({ name }) => name));
  expect([...lifetimes.keys()].filter((name) => !names.has(name))).toEqual(absent);
});

test("every function of the table is known by its name", () => {
  expect(
    [...lifetimes.keys()].filter((name) => !isKnownFunction(name) && ownerOf(name) === undefined),
  ).toEqual(absent);
});
