import { beforeAll, describe, expect, test } from "vitest";
import { build, whyUnavailable } from "../reference/reference.ts";
import { judge, type Verdict } from "./judge.ts";
import { type Program, programs } from "./programs.ts";

const reason = whyUnavailable();

/** A short run; `npm run fuzz` asks about more. */
describe.skipIf(reason !== undefined)("generated programs, as the reference answers them,", () => {
  const source = programs(2024);
  const some = Array.from({ length: 1000 }, () => source.next().value as Program); // the source is endless
  let verdicts: readonly Verdict[] = [];

  beforeAll(async () => {
    build();
    verdicts = await judge(some);
  });

  test("are answered alike", () => {
    const different = verdicts.flatMap(({ difference }, index) =>
      difference === undefined ? [] : [`${some[index]?.text}: ${difference}`],
    );
    expect(different).toEqual([]);
  });

  test("mostly have one answer", () => {
    expect(verdicts.filter(({ unsteady }) => unsteady).length).toBeLessThan(20);
  });

  test("are answered without an error in more than a third of the cases", () => {
    const isGood = ({ expected }: Verdict): boolean =>
      "results" in expected &&
      expected.results.length > 0 &&
      expected.results.every((outcome) => "value" in outcome || "matched" in outcome);
    expect(verdicts.filter(isGood).length).toBeGreaterThan(some.length / 3);
  });
});
