import { expect, test } from "vitest";
import { type ListValue, type MapValue, value } from "../../src/index.ts";

test("whoever changes the bytes that a text gave does not change the text", () => {
  const bytes = value("log", "0x0102");
  (bytes.evaluate({}) as Uint8Array).fill(9);
  expect(bytes.evaluate({})).toEqual(new Uint8Array([1, 2]));
});

test("the lists and maps of a text cannot be changed", () => {
  const list = value("log", "Sort([2, 1])");
  const items = (list.evaluate({}) as ListValue).items as unknown[];
  try {
    items.push(3n);
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError);
  }
  expect((list.evaluate({}) as ListValue).items).toEqual([1n, 2n]);
  const map = value("log", '{"a": {"b": [1]}}');
  const inner = (map.evaluate({}) as MapValue).get("a") as MapValue;
  try {
    ((inner.get("b") as ListValue).items as unknown[]).push(3n);
    (inner.values as unknown[]).length = 0;
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError);
  }
  expect((((map.evaluate({}) as MapValue).get("a") as MapValue).get("b") as ListValue).items).toEqual([1n]);
});
