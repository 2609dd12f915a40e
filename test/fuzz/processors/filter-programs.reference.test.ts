import { beforeAll, describe, expect, test } from "vitest";
import { stringify } from "../../../src/cli/json.ts";
import { build, whyUnavailable } from "../../reference/reference.ts";
import { filterPrograms } from "./filter-programs.ts";
import { judgeProcessors } from "./judge.ts";
import type { ProcessorProgram } from "./program.ts";

const reason = whyUnavailable();

/** A short run; `npm run fuzz -- --processor filter` asks about more. */
describe.skipIf(reason !== undefined)(
  "generated filters, as three releases of the reference run them,",
  () => {
    beforeAll(build);

    test("leave and log the same, and are refused alike", async () => {
      const source = filterPrograms(2024);
      const some = Array.from({ length: 300 }, () => source.next().value as ProcessorProgram); // the source is endless
      const verdicts = await judgeProcessors(some);
      const different = verdicts.flatMap(({ difference }, i) =>
        difference === undefined ? [] : [`${stringify(some[i]?.config)}: ${difference}`],
      );
      expect(different).toEqual([]);
      expect(
        verdicts.filter(({ expected }) => expected !== undefined && "failed" in expected).length,
      ).toBeGreaterThan(100);
    });
  },
);
