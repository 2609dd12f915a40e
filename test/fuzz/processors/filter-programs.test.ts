import { describe, expect, test } from "vitest";
import { stringify } from "../../../src/cli/json.ts";
import { filterOf } from "../../../src/collector/filter/create-filter.ts";
import type { Filter } from "../../../src/collector/filter/types.ts";
import { OttlError } from "../../../src/diagnostics/ottl-error.ts";
import { parseYaml } from "../../../src/documents/yaml.ts";
import { recordsOf } from "../../../src/engine/records.ts";
import { canonicalPayload } from "../../../src/shapes/otlp-json.ts";
import { parseOtlp } from "../../../src/shapes/parse-otlp.ts";
import { deepFreeze } from "../../collector/deep-freeze.ts";
import { kinds, outputOf, type Parts, partsOf } from "../../collector/filter/one-record.ts";
import { filterPrograms } from "./filter-programs.ts";
import type { ProcessorProgram } from "./program.ts";

function take(count: number, seed: number): ProcessorProgram[] {
  const source = filterPrograms(seed);
  return Array.from({ length: count }, () => source.next().value as ProcessorProgram); // the source is endless
}

/** The filter of a program, where its settings are taken. */
function made({ config, release }: ProcessorProgram): Filter | undefined {
  const { node } = parseYaml({ text: stringify(config) });
  if (node === undefined) return undefined; // it holds a character that YAML cannot have
  try {
    return filterOf(node, "filter", { compatibility: release });
  } catch (error) {
    if (error instanceof OttlError && error.phase === "configuration") return undefined;
    throw error;
  }
}

/** The payload as ottlkit reads it; some are none on purpose. */
function payloadOf({ payload }: ProcessorProgram): object | undefined {
  try {
    return canonicalPayload(parseOtlp(stringify(payload)));
  } catch {
    return undefined;
  }
}

describe("generated settings of filters", () => {
  test("depend on nothing but the seed", () => {
    const [first, again, other] = [take(100, 5), take(100, 5), take(100, 6)].map(stringify);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  test("are of every form, context and error mode", () => {
    const seen = new Set(take(1500, 1).flatMap(({ tags }) => tags.map(([, which]) => which)));
    const forms = ["structured", "flat", "groups", "older metrics", "older traces", "older logs", "broken"];
    const contexts = ["resource", "scope", "metric", "datapoint", "span", "spanevent", "log"];
    const modes = ["default", "ignore", "IGNORE", "silent", "propagate"];
    expect([...seen]).toEqual(expect.arrayContaining([...forms, ...contexts, ...modes, "strict", "regexp"]));
  });
});

test("what is told of a record of a generated payload is what becomes of it alone", () => {
  const verdicts = { kept: 0, dropped: 0, rejected: 0 };
  for (const program of take(1500, 7)) {
    const filter = made(program);
    const payload = payloadOf(program);
    if (filter === undefined || payload === undefined) continue;
    const kind = kinds.find(({ signal }) => (signal?.resources ?? "") in payload);
    if (kind === undefined) continue;
    deepFreeze(payload);
    for (const record of recordsOf(kind.context, payload)) {
      const said = stringify([program.release, program.config, (record as Parts)[kind.item]]);
      const left = outputOf(filter, kind, record as Parts);
      const { verdict } = filter.explain(record);
      verdicts[verdict]++;
      if (left === undefined) {
        expect(verdict, said).toBe("rejected");
        continue;
      }
      const [item] = recordsOf(kind.context, left);
      expect(verdict, said).toBe(item === undefined ? "dropped" : "kept");
      const kept = new Set(partsOf(kind, recordsOf(kind.context, left)));
      for (const part of partsOf(kind, [record])) {
        const own = filter.explain({ ...record, [kind.part]: part }).verdict;
        expect(own, said).toBe(kept.has(part) ? "kept" : "dropped");
      }
    }
  }
  expect(verdicts.kept).toBeGreaterThan(300);
  expect(verdicts.dropped).toBeGreaterThan(300);
  expect(verdicts.rejected).toBeGreaterThan(20);
}, 120_000);
