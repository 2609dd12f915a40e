import { expect, test } from "vitest";
import { Findings } from "../../src/collector/findings.ts";
import { makeDiagnostic } from "../../src/diagnostics/all-messages.ts";
import { OttlError } from "../../src/diagnostics/ottl-error.ts";

test("a step may have more findings than a call has room for", () => {
  const findings = new Findings({ text: "a" });
  const finding = makeDiagnostic("invalid_setting", { problem: "p" }, { start: 0, end: 1 });
  const count = 200_000;
  const many = Array.from({ length: count - 1 }, () => finding);
  const step = () => {
    throw new OttlError("configuration", [finding, ...many], "a");
  };
  expect(findings.collect(step)).toBeUndefined();
  expect(findings.error()?.diagnostics).toHaveLength(count);
});
