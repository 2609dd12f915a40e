import { type Group, group } from "./group.ts";
import { gaugeOf, payloadOf } from "./payload.ts";
import { ofOneTarget, together } from "./targets.ts";

const value = { kind: "value" } as const;
const hex = "0123456789abcdefFEDCBA9876543210";
const bytesOf = (count: number) => Uint8Array.from({ length: count }, (_, i) => i * 9);
const payload = payloadOf([
  gaugeOf(
    "ids",
    [0, 7, 8, 9, 15, 16, 17, 32].map((count) => ({ v: bytesOf(count) })),
  ),
]);

/** TraceID and SpanID. */
function id(name: string, size: number, field: string): Group {
  const digits = hex.slice(0, size * 2);
  return group(
    `functions/${name}`,
    `The id of ${size} bytes or ${size * 2} hexadecimal digits.`,
    value,
    together(ofOneTarget(name, `"${digits}"`), {
      "takes bytes": [
        `${name}(0x${digits.toLowerCase()})`,
        `${name}(0x${digits.toLowerCase().slice(2)})`,
        `${name}(0x${digits.toLowerCase()}00)`,
        `${name}(0x${"00".repeat(size)})`,
        { text: `${name}(attributes["v"])`, payload },
        `${name}("${"x".repeat(size)}")`,
        `${name}("${"é".repeat(size / 2)}")`,
        `${name}(Substring("é${"x".repeat(size)}", 1, ${size}))`,
      ],
      "takes hexadecimal digits": [
        `${name}("${digits}")`,
        `${name}("${digits.toLowerCase()}")`,
        `${name}("${digits.toUpperCase()}")`,
        `${name}("${digits.slice(1)}g")`,
        `${name}("${digits.slice(1)}")`,
        `${name}("${digits}0")`,
        `${name}("${digits.slice(2)}é")`,
        `${name}("0x${digits.slice(2)}")`,
        `${name}(" ${digits.slice(1)}")`,
        `${name}("${"0".repeat(size * 2)}")`,
        `${name}(0x${"61".repeat(size * 2)})`,
        `${name}(Concat(["${digits}"], ""))`,
        `${name}(Concat(["${digits}", "0"], ""))`,
        `${name}("${digits.slice(0, size)}" + "${digits.slice(size)}")`,
      ],
      "is an id": [
        { text: `${name}("${digits}") == ${name}(0x${digits.toLowerCase()})`, kind: "condition" },
        { text: `${name}("${digits}") != ${name}(0x${"00".repeat(size)})`, kind: "condition" },
        { text: `${name}("${digits}") < ${name}(0x${"00".repeat(size)})`, kind: "condition" },
        { text: `${name}("${digits}") == "${digits}"`, kind: "condition" },
        { text: `${name}("${digits}") == nil`, kind: "condition" },
        { text: `${name}(0x${"00".repeat(size)}) == nil`, kind: "condition" },
        `String(${name}("${digits}"))`,
        `Hex(${name}("${digits}"))`,
        `IsEmpty(${name}(0x${"00".repeat(size)}))`,
        `IsString(${name}("${digits}"))`,
        `[${name}("${digits}")]`,
        `{"a": ${name}("${digits}")}`,
        `${name}(${name}("${digits}"))`,
        `${field} == ${name}("${digits}")`,
      ],
    }),
  );
}

/** UUID and UUIDv7: what can be said of random texts. */
function uuid(name: string, version: number): Group {
  return group(`functions/${name}`, `A new UUID of version ${version}: its shape.`, value, {
    "has the shape of a UUID": [
      { text: `Len(${name}()) == 36`, kind: "condition" },
      { text: `IsString(${name}())`, kind: "condition" },
      {
        text: `IsMatch(${name}(), "^[0-9a-f]{8}-[0-9a-f]{4}-${version}[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")`,
        kind: "condition",
      },
      { text: `IsMatch(${name}(), "[A-F]")`, kind: "condition" },
      { text: `IsMatch(${name}(), "[{}]")`, kind: "condition" },
      `Substring(${name}(), 14, 1)`,
      `Substring(${name}(), 8, 1)`,
      `Substring(${name}(), 13, 1)`,
      `Substring(${name}(), 18, 1)`,
      `Substring(${name}(), 23, 1)`,
      `Len(Split(${name}(), "-"))`,
      `Len(Split(${name}(), "-")[0])`,
      `Len(Split(${name}(), "-")[1])`,
      `Len(Split(${name}(), "-")[2])`,
      `Len(Split(${name}(), "-")[3])`,
      `Len(Split(${name}(), "-")[4])`,
      `Split(${name}(), "-")[5]`,
    ],
    "is another one each time": [
      { text: `${name}() == ${name}()`, kind: "condition" },
      { text: `${name}() != ${name}()`, kind: "condition" },
      { text: `${name}() == nil`, kind: "condition" },
      { text: `${name}() == ""`, kind: "condition" },
      { text: `${name}() == UUID()`, kind: "condition" },
      { text: `${name}() == attributes["b"]`, kind: "condition" },
      { text: `${name}() >= "0"`, kind: "condition" },
      { text: `${name}() < "g"`, kind: "condition" },
      ...(version === 7 ? [{ text: `${name}() < ${name}()`, kind: "condition" } as const] : []),
      ...(version === 7 ? [{ text: `${name}() > "019a"`, kind: "condition" } as const] : []),
    ],
    "looks at no argument": [
      ...[
        "1",
        '"a"',
        "nil",
        'target = "a"',
        "a = 1, 2",
        'attributes["a"]',
        "nowhere.at_all",
        "UNKNOWN",
        "Nope()",
        "Len",
        "1 / 0",
        "(x) => x",
        'Substring("a", 5, 5)',
        " ",
        ",",
        "1 +",
        "1 2",
      ].map((args) => `Len(${name}(${args}))`),
      name,
      `Len(${name})`,
      `Len(${name} ())`,
    ],
    "is spelled exactly so": [`${name.toLowerCase()}()`, `${name}x()`, `Uuid()`, `UUIDV7()`, `UUIDv4()`],
    "takes keys behind the call": [`${name}()[0]`, `${name}()["a"]`],
    "is a string": [
      `IsInt(${name}())`,
      `IsList(${name}())`,
      `IsEmpty(${name}())`,
      `Len(Concat([${name}(), ${name}()], "+"))`,
      `Len(${name}() + "x")`,
      `IsString(${name}()[0])`,
      `Int(${name}() + "x")`,
      `Len(SHA256(${name}()))`,
      `Len(ToUpperCase(${name}()))`,
      `Len([${name}()])`,
      `Len({"id": ${name}()})`,
      { text: `Len(${name}())`, data: "strings" },
      { text: `Len(${name}())`, context: "resource" },
      { text: `Len(${name}())`, context: "metric" },
      { text: `Len(${name}())`, context: "scope" },
    ],
  });
}

/** The functions that make ids. */
export const ids: readonly Group[] = [
  id("TraceID", 16, 'attributes["v"]'),
  id("SpanID", 8, 'attributes["v"]'),
  uuid("UUID", 4),
  uuid("UUIDv7", 7),
];
