import { readFileSync } from "node:fs";
import { type Capability, capabilities } from "../src/core/compatibility.ts";

const source = readFileSync(new URL("../src/core/compatibility.ts", import.meta.url), "utf8");
const comments = new Map(
  [...source.matchAll(/^ {2}\/\*\* (.*) \*\/\n {2}(\w+): \{/gm)].map(([, comment, name]) => [name, comment]),
);

/** What a capability is, with the first version that has it: its comment in `src/core/compatibility.ts`. */
export function noteOf(capability: Capability): { readonly since: string; readonly text: string } {
  const text = comments.get(capability);
  if (text === undefined) throw new Error(`${capability} has no comment of one line`);
  return { since: capabilities[capability].since, text };
}
