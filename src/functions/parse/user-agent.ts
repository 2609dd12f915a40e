import * as t from "../../core/types.ts";
import { GoMap } from "../../core/values.ts";
import { defineFunction, param } from "../define-function.ts";
import { map } from "../lib/example-values.ts";
import { browserOf, systemOf } from "../lib/user-agent.ts";

export const userAgent = defineFunction({
  kind: "converter",
  name: "UserAgent",
  category: "parse",
  summary:
    "A map of the browser and the operating system that a user agent tells: their names, `Other` where unknown, and versions.",
  params: [param("user_agent", t.string, "The user agent, as a browser sends it.")],
  returns: t.map,
  since: "0.108.0",
  examples: [
    {
      source: 'UserAgent("Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0")',
      result: map({
        "user_agent.name": "Firefox",
        "user_agent.version": "121.0",
        "user_agent.original":
          "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0",
        "os.name": "Ubuntu",
      }),
    },
    {
      source: 'UserAgent("curl/8.5.0")["user_agent.version"]',
      result: "8.5.0",
    },
    { source: "UserAgent(1)", error: "argument_type" },
  ],
  evaluate(text) {
    const system = systemOf(text);
    return goMap([
      ...browserEntries(text),
      ["os.name", system.name],
      ...(system.version === "" ? [] : [["os.version", system.version] as const]),
    ]);
  },
  formerly: [{ without: "user_agent_system", create: () => (text: string) => goMap(browserEntries(text)) }],
});

function goMap(entries: readonly (readonly [string, string])[]): GoMap {
  return new GoMap(
    entries.map(([key]) => key),
    entries.map(([, value]) => value),
  );
}

function browserEntries(text: string): readonly (readonly [string, string])[] {
  const { name, version } = browserOf(text);
  return [
    ["user_agent.name", name],
    ["user_agent.version", version],
    ["user_agent.original", text],
  ];
}
