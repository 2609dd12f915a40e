import { expect, test } from "vitest";
import { mapLiteralValue } from "../../src/core/data.ts";
import { type Failure, TypeMismatch } from "../../src/core/failure.ts";
import { dataText } from "../../src/core/text.ts";
import * as t from "../../src/core/types.ts";
import { ListValue, MapValue, Timestamp } from "../../src/core/values.ts";

const map = MapValue.of([["a", 1n]]);
const failure = (code: string) => expect.objectContaining({ code }) as Failure;

test("a value of another type is a mismatch that names both", () => {
  expect(() => t.string.narrow(1n)).toThrow(new TypeMismatch("string", "int"));
  expect(() => t.int.narrow(1)).toThrow(TypeMismatch);
  expect(() => t.map.narrow(null)).toThrow(TypeMismatch);
});

test("isA answers instead of failing, and is strict with literals", () => {
  expect(t.isA(t.string).narrow("a")).toBe(true);
  expect(t.isA(t.string).narrow(null)).toBe(false);
  expect(t.isA(t.string).strict?.getter).toBe("StringGetter");
});

test("like types give null of nil", () => {
  for (const type of [t.stringLike, t.intLike, t.doubleLike, t.boolLike, t.bytesLike]) {
    expect(type.narrow(null)).toBe(null);
  }
});

test("numbers become eight bytes, texts their UTF-8", () => {
  expect(t.bytesLike.narrow(-2n)).toEqual(Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 254));
  expect(t.bytesLike.narrow(1)).toEqual(Uint8Array.of(0x3f, 0xf0, 0, 0, 0, 0, 0, 0));
  expect(t.bytesLike.narrow("é")).toEqual(Uint8Array.of(0xc3, 0xa9));
  expect(t.bytesLike.narrow(true)).toEqual(Uint8Array.of(1));
  expect(() => t.bytesLike.narrow(map)).toThrow(TypeMismatch);
});

test("a list of data gives texts as data writes them, another list as expressions do", () => {
  const texts = t.listOf(t.stringLike);
  const items = [null, Uint8Array.of(1), Number.NaN];
  expect(texts.narrow(new ListValue(items, "slice"))).toEqual(["", "AQ==", "NaN"]);
  expect(texts.narrow(new ListValue(items.slice(0, 2), "literal"))).toEqual([null, "01"]);
  expect(texts.narrow(Uint8Array.of(1, 255))).toEqual(["1", "255"]);
  expect(texts.narrow(null)).toEqual([]);
  expect(() => texts.narrow("a")).toThrow(TypeMismatch);
});

test("a map with NaN inside a list of data has the empty text", () => {
  expect(dataText(MapValue.of([["a", Number.NaN]]))).toBe("");
  expect(dataText(new ListValue([1n, "<"], "slice"))).toBe('[1,"<"]');
});

test("only what telemetry data can hold becomes a list of data", () => {
  const list = new ListValue([1n, new ListValue(["a"], "literal")], "literal");
  expect(t.list.narrow(list)).toEqual(new ListValue([1n, new ListValue(["a"], "slice")], "slice"));
  for (const item of [map, new Timestamp(0n), new ListValue(["a"], "string"), new ListValue([], "slice")]) {
    expect(() => t.list.narrow(new ListValue([item], "literal"))).toThrow(failure("value_not_storable"));
  }
});

test("a map literal also takes maps, and maps right inside a list", () => {
  expect(mapLiteralValue(map)).toBe(map);
  expect(mapLiteralValue(new ListValue([map, 1n], "literal"))).toEqual(new ListValue([map, 1n], "slice"));
  const nested = new ListValue([new ListValue([map], "literal")], "literal");
  expect(() => mapLiteralValue(nested)).toThrow(failure("value_not_storable"));
  expect(() => mapLiteralValue(new ListValue([], "slice"))).toThrow(failure("value_not_storable"));
});
