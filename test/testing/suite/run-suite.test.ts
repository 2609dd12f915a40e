import { describe, expect, test } from "vitest";
import { readSuite } from "../../../src/testing/suite/read-suite.ts";
import { runSuite } from "../../../src/testing/suite/run-suite.ts";

const config = `
processors:
  resource: { attributes: [{ key: a, value: b, action: upsert }] }
`;

/** What the cases of a suite find wrong, each in a text. */
function failures(suite: string): readonly string[] {
  const files = (name: string) => [{ name, text: config }];
  return [...runSuite(readSuite(suite), { files })].map((result) => result.failures.join("\n"));
}

describe("an attribute that is called __proto__", () => {
  test("is one as any other, in metrics in short and in what is expected", () => {
    const [found = ""] = failures(`
config: c.yaml
processor: resource
tests:
  - name: a metric
    metric: { name: m, attributes: { __proto__: x }, resource: { __proto__: 3 } }
    expect: { attributes: { __proto__: y }, resource: { __proto__: 4 } }
`);
    expect(found).toContain('attributes["__proto__"]: expected "y" (string), found "x" (string)');
    expect(found).toContain('resource["__proto__"]: expected 4 (int), found 3 (int)');
  });

  test("can be expected to be absent", () => {
    const suite = (text: string) => `
tests:
  - name: a statement
    statements: ${text}
    record: { log: { attributes: { x: 1 } } }
    expect: { attributes: { __proto__: null } }
`;
    expect(failures(suite(`set(log.attributes["x"], 2)`))).toEqual([""]);
    expect(failures(suite(`set(log.attributes["__proto__"], 2)`))[0]).toContain(
      "expected none, found 2 (int)",
    );
  });
});
