import { type Group, group } from "./group.ts";
import { ofOneTarget, together } from "./targets.ts";

const value = { kind: "value" } as const;

/** Lengths around the borders of the blocks and size classes of the hashes. */
const lengths = [
  1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 55, 56, 57, 63, 64, 65, 96, 97, 111, 112, 119, 120,
];
const longer = [
  127, 128, 129, 160, 161, 239, 240, 241, 255, 256, 300, 511, 512, 513, 1023, 1024, 1025, 1088, 1089, 2049,
];
const digits = "0123456789abcdefghijklmnopqrstuvwxyz";
const textOf = (length: number) => digits.repeat(Math.ceil(length / digits.length)).slice(0, length);

function hash(name: string, what: string): Group {
  return group(
    `functions/${name}`,
    `The ${what} of a string.`,
    value,
    together(ofOneTarget(name, '"a"'), {
      "hashes texts of many lengths": [...lengths, ...longer].map((length) => `${name}("${textOf(length)}")`),
      "hashes bytes": [
        `${name}("")`,
        `${name}("héllo")`,
        `${name}("日本語テキスト")`,
        `${name}("😀")`,
        `${name}("\\u0000")`,
        `${name}("a\\u0000")`,
        `${name}("\\n")`,
        `${name}(Substring("é", 0, 1))`,
        `${name}(Substring("é", 1, 1))`,
        `${name}("\\ufffd")`,
        `${name}(Decode("gICAgICAgICAgICAgICAgICAgICAgICAgICAgICA", "base64"))`,
        `${name}(Decode("//////////////////8=", "base64"))`,
      ],
      "is compared with what it gives": [
        { text: `${name}("a") == ${name}("a")`, kind: "condition" },
        { text: `${name}("a") != ${name}("b")`, kind: "condition" },
        { text: `${name}(attributes["s"]) == ${name}("abc")`, kind: "condition", data: "strings" },
        {
          text: `${name}(name) < ${name}("response_total")`,
          kind: "condition",
          context: "metric",
          data: "mesh",
        },
      ],
    }),
  );
}

/** The hashes of strings. */
export const hashes: readonly Group[] = [
  hash("FNV", "64-bit FNV-1a hash"),
  hash("MD5", "MD5 hash"),
  hash("Murmur3Hash", "32-bit MurmurHash3"),
  hash("Murmur3Hash128", "128-bit MurmurHash3"),
  hash("SHA1", "SHA-1 hash"),
  hash("SHA256", "SHA-256 hash"),
  hash("SHA512", "SHA-512 hash"),
  hash("XXH128", "128-bit XXH3 hash"),
  hash("XXH3", "64-bit XXH3 hash"),
];
