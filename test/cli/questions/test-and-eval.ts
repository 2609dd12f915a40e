import type { Question } from "./question.ts";

/** Rule tests, and one-off questions. */
export const testQuestions: readonly Question[] = [
  {
    issues: "collector 9709",
    asks: "Can a pipeline be tested in continuous integration?",
    folder: "unit-tests",
    args: ["test", "noise.suite.yaml"],
    code: 1,
    answer: [
      "✓ health checks go › http.server.duration",
      "✗ health checks go › httpcheck.status",
      'dropped: in filter/noise metrics.datapoint[0], all of its 2 parts are true where metric.name = "httpcheck.status"',
      "collector.yaml:8:11",
      "matched at 0..4",
      "✓ the rest stays",
      "1 failed, 2 passed",
    ],
  },
  {
    issues: "47231, 47232, 48415, 48418, 48420, 48438",
    asks: "Does a test fail for an error that error_mode ignore swallows?",
    folder: "error-swallowed",
    args: ["test", "strict.suite.yaml"],
    code: 1,
    answer: [
      "expected no evaluation errors, found 1",
      "collector.yaml:8:11",
      "not JSON at byte 1: expected a key in quotes",
    ],
  },
  {
    issues: "weaver 614",
    asks: "Do two rules mean the same, in two versions?",
    folder: "equivalence",
    args: ["test", "mesh.suite.yaml"],
    code: 1,
    answer: [
      "✓ the rule as it was (0.118.0)",
      "✓ the rule as it was (0.165.0)",
      "✗ the rule as it is to be (0.118.0)",
      "names: 0 missing (-), 1 not expected (+)",
      "+ request_total_errors kept, since",
      'matched at 0..13 of "request_total_errors"',
      "new.yaml:6:15",
    ],
  },
];

/** What an expression comes to. */
export const evalQuestions: readonly Question[] = [
  {
    issues: "33696, 51299",
    asks: "Do large integers keep their value?",
    folder: "large-integers",
    args: ["eval", 'log.attributes["id"] + 1', "--input", "payload.json"],
    answer: ["9007199254740994"],
  },
  {
    issues: "33696, 51299",
    asks: "And those of ParseJSON, which the reference makes doubles?",
    folder: "large-integers",
    args: ["eval", 'ParseJSON(log.body)["id"]', "--input", "payload.json"],
    answer: ["9007199254740992.0"],
  },
  {
    issues: "12193, 48714, 49741",
    asks: "What does set with nil do in my version?",
    folder: "nil-written",
    args: ["eval", 'set(log.attributes["id"], nil)', "--input", "payload.json", "--compatibility", "0.118.0"],
    answer: ['"attributes":[{"key":"id","value":{"intValue":"9007199254740993"}}]'],
  },
  {
    issues: "12193, 48714, 49741",
    asks: "And in the newest one?",
    folder: "nil-written",
    args: ["eval", 'set(log.attributes["id"], nil)', "--input", "payload.json"],
    answer: ['"attributes":[{"key":"id","value":{}}]'],
  },
  {
    issues: "29289, 31930",
    asks: "Can a list be looped over?",
    folder: "loops",
    args: [
      "eval",
      'Any(log.attributes["codes"], (i, code) => code >= 500)',
      "--gate",
      "ottl.functions.enableLambda",
      "--input",
      "payload.json",
      "--explain",
    ],
    answer: ["record 1: true", "code >= 500"],
  },
  {
    issues: "35621, 35618",
    asks: "Can a value be evaluated without an editor?",
    args: ["eval", 'Concat(["a", "b"], "-")', "--kind", "value"],
    answer: ['"a-b"'],
  },
  {
    issues: "16434, 32895",
    asks: "Which types does a function take?",
    args: ["functions", "Concat"],
    answer: ["Concat(vals: list of string-like, delimiter: string): string", "nil is written <nil>"],
  },
];
