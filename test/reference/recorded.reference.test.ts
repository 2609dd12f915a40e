import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { stringify } from "../../src/cli/json.ts";
import { datasets } from "./cases/datasets.ts";
import { groups } from "./cases/index.ts";
import { recordGroups } from "./record-groups.ts";
import { fileNameOf, printFile, type RecordedFile } from "./recorded-file.ts";
import { ask, build, whyUnavailable } from "./reference.ts";

const fixtures = fileURLToPath(new URL("../../fixtures/", import.meta.url));
const read = (path: string): string => readFileSync(`${fixtures}${path}`, "utf8");
const reason = whyUnavailable();

describe.skipIf(reason !== undefined)(
  `the reference${reason === undefined ? "" : ` (skipped: ${reason})`}`,
  () => {
    let files: RecordedFile[] = [];
    beforeAll(async () => {
      build();
      files = await recordGroups(groups, 1);
    });

    test.each(groups.map((group, index) => ({ file: fileNameOf(group), index })))(
      "still answers as recorded in $file",
      ({ file, index }) => {
        const now = files[index];
        if (now === undefined) throw new Error(`${file} was not asked`);
        const lines = printFile(now).split("\n");
        const recorded = read(`conformance/${file}`).split("\n");
        expect(lines.filter((line, at) => line !== recorded[at])).toEqual([]);
        expect(lines.length).toBe(recorded.length);
      },
    );

    test("was asked about the data sets that are on disk", () => {
      for (const [name, payload] of Object.entries(datasets))
        expect(read(`data/${name}.json`)).toBe(`${stringify(payload)}\n`);
    });

    test("answers the other questions of a batch in which one kills it", async () => {
      const payload = {
        resourceMetrics: [{ scopeMetrics: [{ metrics: [{ name: "a", gauge: { dataPoints: [{}] } }] }] }],
      };
      const fine = { op: "eval", kind: "value", context: "metric", text: "name", payload } as const;
      const deadly = {
        op: "process",
        processor: "transform",
        config: { metric_statements: [{ context: "metric", statements: ["copy_metric()"] }] },
        payload,
      } as const;
      const [first, second, third] = await ask("lang", [fine, fine, { ...fine, text: "nowhere" }]);
      expect([first?.ok, second?.ok, third?.ok]).toEqual([true, true, false]);
      const harmless = {
        op: "process",
        processor: "filter",
        config: { metrics: { metric: ["false"] } },
        payload,
      } as const;
      const replies = await ask("proc", [harmless, deadly, harmless], { silenceSeconds: 5 });
      expect(replies.map(({ ok }) => ok)).toEqual([true, false, true]);
      expect(replies[1]?.died).toBeDefined();
    });
  },
);
