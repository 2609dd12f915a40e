import { expect, test } from "vitest";
import { ListValue, MapValue, Telemetry } from "../../src/core/values.ts";
import { zeroed } from "../../src/core/zeroed.ts";

const bytes = () => Uint8Array.of(1, 2, 3);
const zeros = new Uint8Array(3);

test("bytes become as many zeros, however deep they are", () => {
  const list = new ListValue([bytes(), "text", 1n], "slice");
  const map = new MapValue(["__proto__", "n"], [bytes(), null]);
  expect(zeroed(bytes())).toEqual(zeros);
  expect(zeroed(list)).toEqual(new ListValue([zeros, "text", 1n], "slice"));
  expect(zeroed(new MapValue(["m"], [map]))).toEqual(
    new MapValue(["m"], [new MapValue(["__proto__", "n"], [zeros, null])]),
  );
  expect(zeroed("AQID")).toBe("AQID");
});

test("items of telemetry stay the same objects, in either form of attributes", () => {
  const point = { asInt: "1", attributes: [{ key: "b", value: { bytesValue: "AQIDBA==" } }] };
  const plain = { attributes: { b: bytes(), m: { b: bytes() } } };
  const raw = [point, plain, Object.freeze({ attributes: { b: bytes() } }), null];
  zeroed(new Telemetry("pmetric.NumberDataPointSlice", raw, raw.length));
  expect(raw[0]).toBe(point);
  expect(raw).toEqual([
    { asInt: "1", attributes: [{ key: "b", value: { bytesValue: "AAAAAA==" } }] },
    { attributes: { b: zeros, m: { b: zeros } } },
    { attributes: { b: bytes() } },
    null,
  ]);
});
