import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { clientFamilies, legacyFamilies } from "../../fixtures/mesh/families.ts";
import { meshExposition } from "../../fixtures/mesh/generate.ts";
import { parseExposition } from "../../src/prometheus.ts";
import { generated } from "./golden-data.ts";

const families = [...legacyFamilies, ...clientFamilies];

test("exposition.txt is what the generator writes", () => {
  const file = join(import.meta.dirname, "../../fixtures/mesh/exposition.txt");
  expect(readFileSync(file, "utf8")).toBe(meshExposition());
});

test("there are 163 families: 90 counters, 51 gauges, 22 histograms", () => {
  const count = (type: string) => families.filter((family) => family.type === type).length;
  expect(new Set(families.map(({ name }) => name)).size).toBe(163);
  expect([count("counter"), count("gauge"), count("histogram")]).toEqual([90, 51, 22]);
});

test("the exposition has the lines of the recorded one, but for its values", () => {
  const withoutValues = (text: string) =>
    text.split("\n").map((line) => (line.startsWith("#") ? line : line.replace(/ \S+$/, "")));
  expect(withoutValues(meshExposition())).toEqual(withoutValues(generated.exposition()));
});

test("another seed gives other values of the same series", () => {
  const [one, two] = [meshExposition(1), meshExposition(2)].map((text) => parseExposition(text).samples);
  expect(one?.map(({ series }) => series)).toEqual(two?.map(({ series }) => series));
  expect(one?.map(({ value }) => value)).not.toEqual(two?.map(({ value }) => value));
});
