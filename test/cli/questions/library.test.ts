/** Questions of users that are about the library itself. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { compileBoolean } from "../../../src/compile/compile.ts";
import { condition } from "../../../src/engine/standard.ts";
import { parse } from "../../../src/syntax/parse.ts";
import { print } from "../../../src/syntax/print.ts";

vi.mock("../../../src/compile/compile.ts", { spy: true });

afterEach(() => {
  vi.unstubAllGlobals();
  vi.mocked(compileBoolean).mockClear();
});

/** How often a condition was compiled with probes. */
const traced = () => vi.mocked(compileBoolean).mock.calls.filter(([, options]) => options?.probe).length;

test("a tree that was JSON is printed as the same text", () => {
  const text = 'not(name == "up" or IsMatch(name, "^a")) and resource.attributes["n"][0] + 1 > 2.5';
  const { node } = parse(text, "condition");
  expect(print(JSON.parse(JSON.stringify(node)))).toBe(print(node));
  expect(JSON.parse(JSON.stringify(node))).toEqual(node);
});

test("a condition that is not explained is compiled without probes", () => {
  const one = condition("metric", 'name == "up" or IsMatch(name, "^http")');
  for (let i = 0; i < 100; i++) one.matches({ metric: { name: `m${i}` } });
  expect(traced()).toBe(0);
  one.explain({ metric: { name: "up" } });
  one.explain({ metric: { name: "up" } });
  expect(traced()).toBe(1);
});

describe("what is compiled once", () => {
  test("a pattern makes no regular expression for a record", () => {
    let made = 0;
    vi.stubGlobal(
      "RegExp",
      class extends RegExp {
        constructor(pattern: string | RegExp, flags?: string) {
          made++;
          super(pattern, flags);
        }
      },
    );
    const one = condition("metric", 'IsMatch(name, "^[a-f]+[0-9]{2,3}$")');
    expect(made).toBeGreaterThan(0);
    made = 0;
    const names = ["abc12", "abc1", "x12", "f999"];
    expect(names.map((name) => one.matches({ metric: { name } }))).toEqual([true, false, false, true]);
    expect(made).toBe(0);
  });

  test("a list of names is one set, which is looked up once", () => {
    const names = Array.from({ length: 50 }, (_, i) => `metric_${i}`);
    const text = names.map((name) => `name == "${name}"`).join(" or ");
    let asked = 0;
    vi.stubGlobal(
      "Set",
      class<T> extends Set<T> {
        override has(value: T): boolean {
          asked++;
          return super.has(value);
        }
      },
    );
    const one = condition("metric", text);
    asked = 0;
    expect(one.matches({ metric: { name: "metric_49" } })).toBe(true);
    expect(asked).toBe(1);
    let reads = 0;
    const metric = {
      get name() {
        reads++;
        return "other";
      },
    };
    expect(one.matches({ metric })).toBe(false);
    expect(reads).toBe(1);
  });
});
