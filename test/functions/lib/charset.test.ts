import { describe, expect, test } from "vitest";
import { findCharset } from "../../../src/functions/lib/charset/find-charset.ts";
import { unpackTable } from "../../../src/functions/lib/charset/unpack-table.ts";

const ofHex = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

/** The digit of a number below 32. */
const digit = (value: number) => "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef".charAt(value);

describe("a packed table", () => {
  test("has distances, signs and numbers of several digits", () => {
    expect([...unpackTable(`${digit(10)}${digit(3)}`)]).toEqual([5, 4]);
    expect([...unpackTable("gC")]).toEqual([32]); // 64, its lowest bit the sign
  });

  test("has runs, gaps and line ends", () => {
    expect([...unpackTable(`\n${digit(4)}!${digit(2)}\n ${digit(2)}${digit(2)}\n`)]).toEqual([
      2, 3, 4, 0, 0, 5,
    ]);
  });

  test("fills in what the rest does not have", () => {
    expect([...unpackTable(`${digit(4)}~${digit(3)}${digit(2)}${digit(4)}`)]).toEqual([2, 4, 6, 7, 3, 5]);
  });
});

describe("character sets that TextDecoder knows, too", () => {
  const texts: Readonly<Record<string, string>> = {
    big5: "a4a4a4e541",
    "euc-jp": "c6fccbdcb8ec8eb1",
    "euc-kr": "c7d1b1b9b0a1",
    gb18030: "d6d0b9fa8130813041",
    gbk: "d6d0b9fa41",
    "iso-2022-jp": "1b2442467c4b5c1b284241",
    "koi8-r": "f0d2c9d7c5d4",
    shift_jis: "93fa967b8ceab1",
    "utf-16be": "00410042d83dde00",
    "windows-1251": "cff0e8e2e5f2",
  };
  test.each(Object.entries(texts))("%s", (name, hex) => {
    const bytes = ofHex(hex);
    expect(findCharset(name)?.(bytes)).toBe(new TextDecoder(name).decode(bytes));
  });
});

test("names are found whatever their case and the space around", () => {
  const cafe = Uint8Array.of(0x63, 0xe9);
  for (const name of ["latin1", " Latin1\n", "ISO_8859-1:1987", "\u0085l1"]) {
    expect(findCharset(name)?.(cafe)).toBe("cé");
  }
  for (const name of ["\ufefflatin1", "latin-1", "utf-7", "__proto__", "toString"]) {
    expect(findCharset(name)).toBeUndefined();
  }
});

test("long texts take linear time", () => {
  const bytes = new Uint8Array(4_000_000).fill(0xb0);
  const started = performance.now();
  expect(findCharset("euc-kr")?.(bytes)).toHaveLength(2_000_000);
  expect(findCharset(`${" ".repeat(1_000_000)}x`)).toBeUndefined();
  expect(performance.now() - started).toBeLessThan(5_000);
});
