import { describe, expect, test } from "vitest";
import { deepestValue, deepestXml } from "../../../src/core/limits.ts";
import { value } from "../../../src/index.ts";
import { failureOf } from "./failure-of.ts";

const nested = (depth: number): string => `${"<a>".repeat(depth)}1${"</a>".repeat(depth)}`;
const repeated = (count: number): string => `<r>${"<i k='1'>v</i>".repeat(count)}</r>`;

/** What a function says of a document that an attribute holds. */
function evaluated(call: string, document: string): unknown {
  const record = {
    dataPoint: { attributes: [{ key: "x", value: { stringValue: document } }] },
    metric: { gauge: {} },
  };
  return value("datapoint", call).evaluate(record);
}

describe("elements within each other", () => {
  test.each(["ParseXML", "ParseSimplifiedXML"])("are refused by %s where no value is as deep", (name) => {
    const call = `${name}(attributes["x"])`;
    expect(evaluated(call, nested(deepestValue / 2 - 1))).toBeTypeOf("object");
    expect(failureOf(() => evaluated(call, nested(deepestValue + 1)))).toBe("value_too_deep");
  });

  test("may be as deep for ConvertTextToElementsXML as for the reference", () => {
    const call = 'ConvertTextToElementsXML(attributes["x"])';
    expect(evaluated(call, nested(deepestXml))).toBe(nested(deepestXml));
    expect(failureOf(() => evaluated(call, nested(deepestXml + 1)))).toBe("xml_too_deep");
  });

  test("may be as deep as they like where no value is made of them", () => {
    const deep = nested(100_000);
    expect(evaluated('GetXML(attributes["x"], "/a")', deep)).toBe(deep);
    expect(evaluated('RemoveXML(attributes["x"], "//b")', deep)).toBe(deep);
  });
});

describe("nodes within each other that are selected", () => {
  test("show once more at each level", () => {
    expect(evaluated('GetXML(attributes["x"], "//a")', "<a><a/><b/></a>")).toBe("<a><a></a></a><a></a>");
  });

  test("may not fill the memory", () => {
    expect(failureOf(() => evaluated('GetXML(attributes["x"], "//a")', nested(60)))).toBe("xml_limit");
  });

  test.each([
    ["//b/..", "<a><b/><b/></a>"],
    ["//c/ancestor::*", "<a><b><c/></b></a>"],
    ["reverse(//*)", "<a><b/></a>"],
  ])("may not hold themselves: %s", (xPath, document) => {
    expect(failureOf(() => evaluated(`GetXML(attributes["x"], "${xPath}")`, document))).toBe("endless_xml");
  });
});

describe("a document that is put into one element", () => {
  test.each(["<n/>", "<n/><m/>"])("again and again may not hold itself: %s", (inserted) => {
    const call = `InsertXML(attributes["x"], "//b/..", "${inserted}")`;
    expect(failureOf(() => evaluated(call, "<a><b/><b/><b/></a>"))).toBe("endless_xml");
  });
});

describe("an XPath that compares all with all", () => {
  test("is given up", () => {
    const call = 'GetXML(attributes["x"], "//i[preceding-sibling::none]")';
    expect(failureOf(() => evaluated(call, repeated(20_000)))).toBe("xpath_failed");
  });

  test.each(["//i[position() = 20000]", "//i[last()]", "/r/i[20000]", "(//i)[20000]"])(
    "is not what %s is",
    (xPath) => {
      expect(evaluated(`GetXML(attributes["x"], "${xPath}")`, repeated(20_000))).toBe('<i k="1">v</i>');
    },
  );
});

describe("an XPath that is too complex", () => {
  test.each([
    ["parentheses", `a/${"(".repeat(100_000)}`],
    ["groups", "(".repeat(100_000)],
    ["operators", `a[${"1 or ".repeat(100_000)}1]`],
    ["steps", `a${"/a".repeat(100_000)}`],
    ["predicates that count", `a${"[last()]".repeat(400)}`],
  ])("is refused: %s", (_, xPath) => {
    expect(failureOf(() => value("datapoint", `GetXML("<a/>", "${xPath}")`))).toBe("call_refused");
  });
});
