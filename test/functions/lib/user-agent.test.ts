import { expect, test } from "vitest";
import rules from "../../../src/functions/data/user-agents.json" with { type: "json" };
import { browserOf, systemOf } from "../../../src/functions/lib/user-agent.ts";
import { compileRegexp } from "../../../src/regexp/compile.ts";
import { parseRegexp } from "../../../src/regexp/parse.ts";
import { userAgents } from "../../reference/cases/user-agents.ts";
import { neededTexts } from "../../reference/needed-texts.ts";

const all = [...rules.browsers, ...rules.systems];

test("every rule says what its pattern needs", () => {
  const wrong = all.filter(
    ({ pattern, needs }) =>
      JSON.stringify(neededTexts(parseRegexp(pattern)) ?? [""]) !== JSON.stringify(needs),
  );
  expect(wrong).toEqual([]);
});

test("no template has anything but groups of one digit to fill in", () => {
  const templates = all.flatMap((rule) => rule.templates).filter((template) => template.includes("$"));
  expect(templates.length).toBeGreaterThan(10);
  expect(templates.filter((template) => !/^[^$]*\$[1-9](?!\w)[^$]*$/.test(template))).toEqual([]);
});

test("a text that only looks like an agent has no name", () => {
  expect([browserOf(""), systemOf("")]).toEqual(Array(2).fill({ name: "Other", version: "" }));
});

test("no agent lacks what a pattern needs that matches it", () => {
  const agents = userAgents.filter((_, i) => i % 8 === 0);
  const wrong = all.flatMap(({ pattern, needs }) => {
    const { test: matches } = compileRegexp(pattern);
    return agents.filter((agent) => matches(agent) && !needs.some((needed) => agent.includes(needed)));
  });
  expect(wrong).toEqual([]);
});

test("long agents are read in linear time", () => {
  const started = performance.now();
  for (const piece of ["Mozilla Android ", "bot spider crawl ", "; wv).", "Opera Mobi ", "1.2.3.4 "]) {
    browserOf(piece.repeat(500));
    systemOf(piece.repeat(500));
  }
  expect(performance.now() - started).toBeLessThan(30_000);
});
