import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ExpansionCase } from "../recorded.ts";

interface Table {
  /** The variables that are set. */
  readonly env: Readonly<Record<string, string>>;
  /** Texts with `$` in them. */
  readonly values: readonly string[];
  /** Those that are also asked for deep within a configuration, and as keys. */
  readonly everywhere: readonly string[];
}

const { env, values, everywhere }: Table = JSON.parse(
  readFileSync(join(import.meta.dirname, "expansions.json"), "utf8"),
);

/** Configurations for the resolver: one key, a list, both within maps, and a few whole ones. */
export const expansions: readonly Omit<ExpansionCase, "answers">[] = [
  ...values.flatMap((value) => [one(`x: ${quote(value)}`), one(`l: [${quote(value)}]`)]),
  ...everywhere.flatMap((value) => [
    one(`a: {b: {c: '${value}'}}`),
    one(`a: [{b: '${value}'}, ['${value}']]`),
    one(`'${value}': a`),
    one(`a: {'${value}': b}`),
    one(`x: |\n  a\n  ${value}\n`),
  ]),
  ...[
    "x: 5",
    "x: true",
    "x: ~",
    "x:",
    "x: [1]",
    "l: [1, a]",
    "l: a,b",
    "x: {}",
    "l: []",
    "a: {1: '$$'}",
    "a: [{1: b, ~: c}]",
    "a: {1.5: b, true: c, 2001-12-14: d, 1e30: e}",
    "a: {1000000.0: b, 100000.0: c, 123456789.5: d, 1e20: e, 1e21: f, 0.0001: g, 0.00001: h, -0.0: i}",
    "a: {.inf: b, -.inf: c, 0x10: d, 18446744073709551615: e}",
    "a: {2001-12-14t21:59:43.10-05:00: b, 2001-12-14t21:59:43+05:30: c, 2001-12-14t21:59:43-00:00: d}",
    "a: {2001-12-14 1:2:3.123456789: b, 9999-12-31t23:59:59-01:00: c, 0000-01-01t00:00:00+01:00: d}",
  ].map(one),
  one("a: {replacement: $1:4191}\nl: [$1, $$2]\n"),
];

function one(text: string): Omit<ExpansionCase, "answers"> {
  const used = Object.entries(env).filter(([name]) => text.includes(name));
  const all = used.flatMap(([, value]) => Object.entries(env).filter(([name]) => value.includes(name)));
  const more = all.flatMap(([, value]) => Object.entries(env).filter(([name]) => value.includes(name)));
  const needed = Object.fromEntries([...used, ...all, ...more]);
  return Object.keys(needed).length === 0 ? { text } : { text, env: needed };
}

/** A value as YAML, quoted unless it is already. */
function quote(value: string): string {
  return /^['"]/.test(value) ? value : `'${value}'`;
}
