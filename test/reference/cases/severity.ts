import { type Group, group } from "./group.ts";
import { targets } from "./targets.ts";

const value = { kind: "value" } as const;

/** Criteria of one level: right, odd and wrong ones. */
const criteria = [
  '[{"equals": ["text", "err"]}]',
  '[{"equals": []}]',
  "[{}]",
  "[]",
  '[{"equals": ["x"]}, {"equals": ["text"]}]',
  '[{"range": {"min": 0, "max": 42}}]',
  '[{"range": {"min": 42, "max": 0}}]',
  '[{"range": {"min": -9223372036854775807, "max": 9223372036854775807}}]',
  '[{"equals": ["x"], "range": {"min": 42, "max": 42}}]',
  '[{"range": "2xx"}]',
  '[{"range": "3xx"}]',
  '[{"range": "4xx"}]',
  '[{"range": "5xx"}]',
  '[{"range": "1xx"}]',
  '[{"range": "6xx"}]',
  '[{"range": "2XX"}]',
  '[{"range": ""}]',
  '[{"range": 200}]',
  '[{"range": nil}]',
  '[{"range": []}]',
  '[{"range": {}}]',
  '[{"range": {"min": 1}}]',
  '[{"range": {"max": 1}}]',
  '[{"range": {"min": 1.0, "max": 2.0}}]',
  '[{"range": {"min": "1", "max": "2"}}]',
  '[{"range": {"min": 1, "max": 50, "other": 3}}]',
  '[{"equals": "text"}]',
  '[{"equals": nil}]',
  '[{"equals": [42]}]',
  '[{"equals": ["text", 42]}]',
  '[{"equals": ["text"]}, {"equals": [42]}]',
  '[{"equals": {}}]',
  '[{"other": 1}]',
  '["text"]',
  "[nil]",
  "[[]]",
  "{}",
  '{"equals": ["text"]}',
  '"text"',
  "nil",
  "42",
  '[{"equals": [attributes["b"]]}]',
  '[{"equals": [Concat(["text"], "")]}]',
  '[{"equals": ["te" + "xt"]}]',
  '[{"range": {"min": 40 + 1, "max": 43}}]',
  '[{"range": {"min": SEVERITY_NUMBER_TRACE, "max": 43}}]',
];

const levels =
  '{"error": [{"equals": ["err", "text"]}, {"range": "5xx"}], "info": [{"range": {"min": 1, "max": 99}}]}';

/** The severity that criteria give. */
export const severity: readonly Group[] = [
  group("functions/ParseSeverity", "The severity level whose criteria a value meets.", value, {
    "takes or refuses a target of each kind": targets.map((target) => `ParseSeverity(${target}, ${levels})`),
    "takes or refuses a mapping of each kind": targets.map((target) => `ParseSeverity("text", ${target})`),
    "reads criteria": criteria.flatMap((one) => [
      `ParseSeverity("text", {"error": ${one}})`,
      `ParseSeverity(42, {"error": ${one}})`,
    ]),
    "has ranges with both ends": [199, 200, 299, 300, 399, 400, 499, 500, 599, 600].map(
      (status) =>
        `ParseSeverity(${status}, {"ok": [{"range": "2xx"}], "moved": [{"range": "3xx"}], "client": [{"range": "4xx"}], "server": [{"range": "5xx"}]})`,
    ),
    "compares texts exactly": ['"Text"', '"tex"', '" text"', '""', '"\\u0000"'].map(
      (text) => `ParseSeverity(${text}, {"error": [{"equals": ["text", ""]}]})`,
    ),
    "looks at every level": [
      'ParseSeverity("b", {"x": [{"equals": ["a"]}], "y": [{"equals": ["b"]}], "z": []})',
      'ParseSeverity("c", {"x": [{"equals": ["a"]}], "y": [{"equals": ["b"]}]})',
      'ParseSeverity("a", {"": [{"equals": ["a"]}]})',
      'ParseSeverity("a", {"x": [{"equals": ["a"]}], "x": [{"equals": ["b"]}]})',
      'ParseSeverity("b", {"x": [{"equals": ["a"]}], "x": [{"equals": ["b"]}]})',
      'ParseSeverity("a", {"x": [{"equals": ["b"], "equals": ["a"]}]})',
      'ParseSeverity("b", {"x": [{"equals": ["b"], "equals": ["a"]}]})',
      'ParseSeverity("a", {"__proto__": [{"equals": ["a"]}]})',
      'ParseSeverity("a", {"x": [{"__proto__": ["a"]}]})',
      'ParseSeverity("a", {})',
      "ParseSeverity(nil, {})",
      'ParseSeverity("a", {"x": [{"equals": ["a"]}], "y": "wrong"})',
      'ParseSeverity(1.0, {"x": [{"range": {"min": 1, "max": 1}}]})',
      'ParseSeverity(true, {"x": [{"equals": ["true"]}]})',
    ],
    "answers for each value of telemetry": [
      { text: `ParseSeverity(attributes["v"], ${levels})`, data: "values" },
      { text: `ParseSeverity(attributes["s"], {"error": [{"equals": ["abc", "a"]}]})`, data: "strings" },
      { text: `ParseSeverity(attributes["item"], ${levels})`, data: "lists" },
      { text: `ParseSeverity("a", attributes["map"])`, data: "lists" },
      { text: `ParseSeverity(value_int, ${levels})`, data: "shapes" },
      {
        text: `ParseSeverity(attributes["s"], {"error": [{"equals": ["abc"]}]}) == "error"`,
        kind: "condition",
        data: "strings",
      },
    ],
    "needs exactly two arguments": [
      "ParseSeverity()",
      'ParseSeverity("text")',
      `ParseSeverity("text", ${levels}, 1)`,
      `ParseSeverity(${levels})`,
    ],
    "takes its arguments by name": [
      `ParseSeverity(target = "text", mapping = ${levels})`,
      `ParseSeverity(mapping = ${levels}, target = "text")`,
      `ParseSeverity("text", mapping = ${levels})`,
      `ParseSeverity("text", map = ${levels})`,
    ],
  }),
];
