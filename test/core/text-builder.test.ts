import { expect, test } from "vitest";
import { longestText } from "../../src/core/limits.ts";
import { TextBuilder } from "../../src/core/text-builder.ts";

test("a text of many pieces has all of them in their order, whenever it is asked for", () => {
  const builder = new TextBuilder();
  let expected = "";
  for (let i = 0; i < 20_000; i++) {
    builder.append(i % 3 === 0 ? "" : `${i},`);
    if (i % 3 !== 0) expected += `${i},`;
    if (i % 4999 === 0) expect(builder.text).toBe(expected);
  }
  expect(builder.text).toBe(expected);
});

test("a text that would be too long is refused before it is made", () => {
  const builder = new TextBuilder();
  const half = "x".repeat(longestText / 2);
  builder.append(half);
  builder.append(half);
  expect(() => builder.append("y")).toThrow("text_too_long");
});
