/**
 * Writes the data of others that the functions use, from the very modules that the reference was built with:
 * `node test/reference/record-third-party-data.ts`.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { parseRegexp } from "../../src/regexp/parse.ts";
import { neededTexts } from "./needed-texts.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const data = fileURLToPath(new URL("../../src/functions/data/", import.meta.url));

interface Module {
  readonly Path: string;
  readonly Version: string;
  readonly Dir: string;
}

interface SourceRule {
  readonly [key: string]: string | undefined;
  readonly regex: string;
}

function moduleOf(path: string): Module {
  const printed = execFileSync("go", ["list", "-m", "-json", path], {
    cwd: join(here, "go/lang"),
    encoding: "utf8",
  });
  return JSON.parse(printed) as Module;
}

function write(name: string, { Path, Version }: Module, license: string, content: object): void {
  const text = JSON.stringify({ source: `${Path}@${Version}`, license, ...content }, null, 2);
  writeFileSync(join(data, name), `${text}\n`);
}

/** The patterns of all sets that the reference loads; no two have the same name. */
function grokPatterns({ Dir }: Module): Record<string, string> {
  const patterns: Record<string, string> = {};
  const folder = join(Dir, "patterns");
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".go"))) {
    const source = readFileSync(join(folder, file), "utf8");
    for (const [, name = "", raw, quoted = ""] of source.matchAll(entry)) {
      if (Object.hasOwn(patterns, name)) throw new Error(`two patterns are called ${name}`);
      patterns[name] = raw ?? (JSON.parse(quoted) as string); // an escaped string of Go
    }
  }
  return patterns;
}

const entry = /^\s*"([^"]+)":\s*(?:`([^`]*)`|("(?:[^"\\]|\\.)*")),/gm;

/**
 * The pattern of each rule, texts of which each match holds at least one (all texts hold the empty one), and templates,
 * empty where the group of that place is meant.
 */
function rulesOf(rules: readonly SourceRule[], names: readonly string[]): object[] {
  return rules.map((rule) => {
    const { regex: pattern } = rule;
    const unknown = Object.keys(rule).filter((key) => key !== "regex" && !names.includes(key));
    if (unknown.length > 0) throw new Error(`a rule has ${unknown.join(", ")}`);
    return {
      pattern,
      needs: neededTexts(parseRegexp(pattern)) ?? [""],
      templates: names.map((name) => rule[name] ?? ""),
    };
  });
}

const grok = moduleOf("github.com/elastic/go-grok");
write("grok-patterns.json", grok, "Apache-2.0", { patterns: grokPatterns(grok) });

const agents = moduleOf("github.com/ua-parser/uap-go");
const [, yaml = ""] = readFileSync(join(agents.Dir, "uaparser/yaml.go"), "utf8").split("`");
const rules = parse(yaml) as { user_agent_parsers: SourceRule[]; os_parsers: SourceRule[] };
const version = (kind: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${kind}v${i + 1}_replacement`);
write("user-agents.json", agents, "Apache-2.0", {
  browsers: rulesOf(rules.user_agent_parsers, ["family_replacement", ...version("", 3)]),
  systems: rulesOf(rules.os_parsers, ["os_replacement", ...version("os_", 4)]),
});
