import { type Group, group } from "./group.ts";
import { gaugeOf, payloadOf } from "./payload.ts";
import { targets } from "./targets.ts";
import { userAgents } from "./user-agents.ts";

const value = { kind: "value" } as const;
const agents = payloadOf([
  gaugeOf("agents", [...userAgents.map((s) => ({ s })), {}, { s: null }, { s: 42n }]),
]);

/** The function that reads what browsers call themselves. */
export const userAgent: readonly Group[] = [
  group("functions/UserAgent", "The browser and the system that a user agent tells.", value, {
    "knows browsers and systems": [{ text: 'UserAgent(attributes["s"])', payload: agents }],
    "reads literals": [
      ...userAgents.slice(0, 12).map((agent) => `UserAgent(${JSON.stringify(agent)})`),
      'UserAgent("")',
      'UserAgent(" ")',
      'UserAgent("curl/8.5.0")',
      'UserAgent("Curl/8")',
      'UserAgent("okhttp")',
      'UserAgent("Go-http-client/1.1")',
      'UserAgent("Mozilla/5.0")',
      'UserAgent("Windows NT 10.0")',
      'UserAgent("héllo/1.0 日本")',
      'UserAgent("Firefox/\\n1.0")',
      'UserAgent(Substring("aé Firefox/3.1", 0, 2))',
      'UserAgent(Concat(["curl/", Substring("é", 0, 1)], ""))',
      'UserAgent(Concat(["MyBot", Substring("é", 1, 1), " Firefox/12.0"], ""))',
    ],
    "takes or refuses an argument of each kind": targets.map((target) => `UserAgent(${target})`),
    "answers for each value of telemetry": [
      { text: 'UserAgent(attributes["v"])', data: "values" },
      { text: 'UserAgent(attributes["s"])', data: "strings" },
      { text: 'UserAgent(attributes["v"])', data: "hostile" },
      { text: "UserAgent(name)", data: "mesh", context: "metric" },
    ],
    "is a map": [
      'UserAgent("curl/8.5.0")["user_agent.name"]',
      'UserAgent("curl/8.5.0")["user_agent.version"]',
      'UserAgent("curl/8.5.0")["user_agent.original"]',
      'UserAgent("curl/8.5.0")["os.name"]',
      'UserAgent("curl/8.5.0")["os.version"]',
      'UserAgent("curl/8.5.0")["missing"]',
      'UserAgent("curl/8.5.0")[0]',
      'Len(UserAgent("curl/8.5.0"))',
      'IsMap(UserAgent("curl/8.5.0"))',
      'Keys(UserAgent("curl/8.5.0"))[9]',
      { text: 'UserAgent("curl/8.5.0") == UserAgent("curl/8.5.0")', kind: "condition" },
      { text: 'UserAgent("curl/8.5.0")["os.name"] == "Other"', kind: "condition" },
      '[UserAgent("curl/8.5.0")]',
      '{"agent": UserAgent("curl/8.5.0")}',
      'ToKeyValueString(UserAgent("curl/8.5.0"), sort_output=true)',
    ],
    "needs exactly one argument": ["UserAgent()", 'UserAgent("a", "b")', 'UserAgent("a",)', "UserAgent"],
    "takes its argument by name": [
      'UserAgent(user_agent = "curl/8.5.0")',
      'UserAgent(userAgent = "curl/8.5.0")',
      'UserAgent(useragent = "curl/8.5.0")',
      'UserAgent(target = "curl/8.5.0")',
    ],
  }),
];
