import { expect, test } from "vitest";
import { locate } from "../../src/compile/locate.ts";

const span = { start: 1, end: 2 };

/** What a step throws. */
function thrown(step: () => unknown): unknown {
  try {
    step();
  } catch (error) {
    return error;
  }
  return undefined;
}

function endless(): number {
  return 1 + endless();
}

test("a stack that is exhausted is nesting", () => {
  expect(locate(thrown(endless), span)).toMatchObject({ code: "evaluation_too_deep", span });
});

test("another engine's own error of its stack is nesting", () => {
  const error = Object.assign(new Error("too much recursion"), { name: "InternalError" });
  expect(locate(error, span).code).toBe("evaluation_too_deep");
});

test.each([
  ["a text", () => "x".repeat(2 ** 29).repeat(2)],
  ["an array", () => new Array(2 ** 33)],
])("%s longer than the engine has them is too long", (_, make) => {
  expect(locate(thrown(make), span)).toMatchObject({ code: "text_too_long", span });
});

test("any other error is one of the record", () => {
  expect(locate(new RangeError("its own"), span)).toMatchObject({ code: "record_unreadable" });
  expect(locate(new Error("too much recursion"), span)).toMatchObject({ code: "record_unreadable" });
});
