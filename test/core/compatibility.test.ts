import { describe, expect, test } from "vitest";
import {
  type Capability,
  capabilities,
  compareVersions,
  compatibility,
} from "../../src/core/compatibility.ts";
import type { Failure } from "../../src/core/failure.ts";
import { gateStage } from "../../src/core/gates.ts";

const names = Object.keys(capabilities) as Capability[];

test("the newest version has every capability, and is the default", () => {
  for (const name of names) expect(compatibility().has(name), name).toBe(true);
  expect(compatibility("newest").version).toBe(compatibility().version);
});

test("0.118.0 has only what is older, as the reference showed", () => {
  expect(names.filter((name) => compatibility("0.118.0").has(name))).toEqual(["client_address"]);
});

test.each(names)("%s is there from its first version on", (name) => {
  const { since, gate }: { since: string; gate?: string } = capabilities[name];
  const [major = 0, minor = 0] = since.split(".").map(Number);
  const switches = gate !== undefined && gateStage(gate, since) !== undefined ? [gate] : [];
  expect(compatibility(since, switches).has(name)).toBe(true);
  expect(compatibility(`${major}.${minor - 1}.0`).has(name)).toBe(false);
});

test("versions are ordered by number", () => {
  expect(compareVersions("0.99.0", "0.104.0")).toBeLessThan(0);
  expect(compareVersions("0.118.1", "0.118.0")).toBeGreaterThan(0);
  expect(compareVersions("0.118.0", "0.118.0")).toBe(0);
});

test("a leading v is no part of the version", () => {
  expect(compatibility("v0.118.0").version).toBe("0.118.0");
});

describe("what is no version is refused", () => {
  test.each([
    ["", "malformed_version"],
    ["0.118", "malformed_version"],
    ["latest", "malformed_version"],
    ["0.118.0-rc1", "malformed_version"],
    ["0.99999999999999.0", "malformed_version"],
    ["0.118.0\n", "malformed_version"],
    ["0.103.0", "unsupported_version"],
    ["0.166.0", "unsupported_version"],
    ["1.4.0", "unsupported_version"],
  ])("%j", (version, code) => {
    expect(() => compatibility(version)).toThrow(expect.objectContaining({ code }) as Failure);
  });
});
