import { expect, test } from "vitest";
import { decodeUtf8 } from "../../src/core/utf8.ts";
import { parseYaml } from "../../src/documents/yaml.ts";

const littleEndian = Buffer.from("\ufeffa: é\n", "utf16le");
const bigEndian = Buffer.from(littleEndian).swap16();

function findings(text: string): string[] {
  return parseYaml({ text }).diagnostics.map(({ message, span }) => `${span.start}: ${message}`);
}

test.each([littleEndian, bigEndian])("a text of UTF-16 is named, however its bytes were decoded", (bytes) => {
  const message = ["0: the text is UTF-16, and must be UTF-8"];
  expect(findings(decodeUtf8(bytes))).toEqual(message);
  expect(findings(bytes.toString("utf8"))).toEqual(message);
});

test("a byte that is not UTF-8 is named", () => {
  expect(findings(decodeUtf8(Buffer.from("61203a20e9ff0a", "hex")))).toEqual(["4: not UTF-8 (byte 0xE9)"]);
});

test("a byte order mark of UTF-8 is no part of the text, replacement characters are", () => {
  expect(parseYaml({ text: "\ufeffa: 1\n" }).node).toMatchObject({ kind: "map" });
  expect(parseYaml({ text: "\ufffd\ufffd\n" }).node).toMatchObject({ value: "\ufffd\ufffd" });
});
