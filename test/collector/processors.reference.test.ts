import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { build, whyUnavailable } from "../reference/reference.ts";
import { askAttributesCases } from "./attributes/ask.ts";
import { fixture as attributesFixture } from "./attributes/recorded.ts";
import { askFilterCases } from "./filter/ask.ts";
import { fixture } from "./filter/recorded.ts";
import { askResourceCases } from "./resource/ask.ts";
import { folder } from "./resource/recorded.ts";
import { askTransformCases } from "./transform/ask.ts";
import { fixture as transformFixture } from "./transform/recorded.ts";

const reason = whyUnavailable();

describe.skipIf(reason !== undefined)(
  `the reference's processors${reason === undefined ? "" : ` (skipped: ${reason})`}`,
  () => {
    beforeAll(build);

    test("the filters of three releases still answer as recorded", async () => {
      expect(changed(await askFilterCases(), readFileSync(fixture, "utf8"))).toEqual([]);
    });

    test("the transform processors of two releases still answer as recorded", async () => {
      expect(changed(await askTransformCases(), readFileSync(transformFixture, "utf8"))).toEqual([]);
    });

    test("the attributes processors of two releases still answer as recorded", async () => {
      expect(changed(await askAttributesCases(), readFileSync(attributesFixture, "utf8"))).toEqual([]);
    });

    test("the resource processors of two releases still answer as recorded", async () => {
      for (const [name, text] of await askResourceCases())
        expect(changed(text, readFileSync(join(folder, name), "utf8")), name).toEqual([]);
    });
  },
);

/** The lines that are not the same. */
function changed(now: string, recorded: string): readonly string[] {
  const before = recorded.split("\n");
  const lines = now.split("\n");
  expect(lines.length).toBe(before.length);
  return lines.filter((line, i) => line !== before[i]);
}
