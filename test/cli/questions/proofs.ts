import type { Proof } from "./question.ts";

/** What is asked of the library or of the whole language, and the test that shows it. */
export const proofs: readonly Proof[] = [
  {
    issues: "33433, 33508, 42281, 42209, 34890",
    asks: "What does a trace cost where it is off?",
    test: "test/cli/questions/library.test.ts",
    named: "a condition that is not explained is compiled without probes",
  },
  {
    issues: "33747, otelbin 342",
    asks: "Does it run in a browser?",
    test: "test/package/browser.test.ts",
    named: "the bundle runs in a real browser",
  },
  {
    issues: "weaver 614",
    asks: "Can my own tests ask what becomes of a record?",
    test: "test/testing/to-keep.test.ts",
    named: "keeps and drops records, payloads and lists",
  },
  {
    issues: "40231, 38824",
    asks: "Which conversions does a version make?",
    test: "test/conformance.test.ts",
    named: "every recorded case is answered like the reference",
  },
  {
    issues: "11852",
    asks: "Can a text be had as JSON, and back?",
    test: "test/cli/questions/library.test.ts",
    named: "a tree that was JSON is printed as the same text",
  },
  {
    issues: "30420",
    asks: "Is a long list of names looked up at once?",
    test: "test/cli/questions/library.test.ts",
    named: "a list of names is one set, which is looked up once",
  },
  {
    issues: "36463, 43915, 42359, 42335, 43949, 44201",
    asks: "Is a pattern compiled once?",
    test: "test/cli/questions/library.test.ts",
    named: "a pattern makes no regular expression for a record",
  },
  {
    issues: "49221, 49222",
    asks: "What does deeply nested XML do?",
    test: "test/functions/xml/limits.test.ts",
    named: "elements within each other",
  },
];
