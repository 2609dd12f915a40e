import { chmodSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Workspace } from "../call.ts";

const space = new Workspace();
const file = space.file.bind(space);
const check = (...args: string[]) => space.call(["check", ...args]);
afterEach(() => vi.unstubAllEnvs());

const filter = (...conditions: string[]) =>
  `processors:\n  filter/a:\n    error_mode: ignore\n    metrics:\n      metric:\n${conditions.map((one) => `        - ${one}\n`).join("")}`;

const logs = (...conditions: string[]) =>
  filter(...conditions)
    .replace("metrics:", "logs:")
    .replace("metric:", "log_record:");

interface SarifFix {
  readonly description: { readonly text: string };
  readonly artifactChanges: readonly [
    {
      readonly replacements: readonly [
        {
          readonly deletedRegion: { readonly [Name in "startLine" | "startColumn" | "endColumn"]: number };
          readonly insertedContent: { readonly text: string };
        },
      ];
    },
  ];
}

/** The run of a report as SARIF. */
async function sarif(...args: string[]) {
  const { stdout } = await check(...args, "--format", "sarif");
  const { version, runs } = JSON.parse(stdout);
  expect(version).toBe("2.1.0");
  return runs[0];
}

/** What was found, as `line:column code`. */
async function found(...args: string[]): Promise<readonly string[]> {
  const { stdout } = await check(...args, "--format", "json");
  const { findings } = JSON.parse(stdout) as { findings: { line: number; column: number; code: string }[] };
  return findings.map(({ line, column, code }) => `${line}:${column} ${code}`);
}

describe("a file", () => {
  test("without findings passes", async () => {
    expect(await check(file("fine.yaml", filter('name == "a"')))).toEqual({
      code: 0,
      stdout: "nothing found: 1 text in 1 file, checked against 0.165.0\n",
      stderr: "",
    });
  });

  test("has all of its findings told with their places", async () => {
    const path = file(
      "wrong.yaml",
      filter('nme == "a"', 'name == "a" or unt == 1', 'IsMatch(name, "pod-*")', "name =="),
    );
    expect(await found(path)).toEqual([
      "6:11 unknown_path",
      "7:26 unknown_path",
      "8:26 glob_pattern",
      "9:18 unexpected_end",
    ]);
    const { code, stdout } = await check(path);
    expect(code).toBe(1);
    expect(stdout).toContain("at wrong.yaml:6:11 · processors.filter/a.metrics.metric[0]\n");
    expect(stdout).toContain("3 errors, 1 warning: 4 texts in 1 file");
  });

  test("may be of the operator, of Kubernetes or of OTTL alone", async () => {
    const inner = filter("nme == 1").replaceAll(/^/gm, "    ");
    const operator = `kind: OpenTelemetryCollector\nspec:\n  config:\n${inner}`;
    expect(await found(file("operator.yaml", operator))).toEqual(["9:15 unknown_path"]);
    const map = `kind: ConfigMap\ndata:\n  relay: |\n${inner}`;
    expect(await found(file("map.yaml", map))).toEqual(["9:15 unknown_path"]);
    const ottl = "# ottl: condition context=metric\nname == 1\n---\n\nnme == 1\n";
    expect(await found(file("one.ottl", ottl))).toEqual(["2:1 comparison_types", "5:1 unknown_path"]);
  });

  test("has the settings of its filters checked, not only their conditions", async () => {
    const path = file(
      "forms.yaml",
      `${filter('name == "a"')}      metrik: []\n    metric_conditions: [name == 1]\n`,
    );
    expect(await found(path)).toContain("7:7 unknown_key");
  });

  test("has statements and conditions of one group understood together", async () => {
    const yaml = `processors:
  transform:
    error_mode: ignore
    log_statements:
      - conditions: ['body == nil']
        statements: ['set(log.body, "x")']
      - set(log.body, Lenn("x"))
connectors:
  routing:
    table:
      - context: log
        condition: severity_number == "WARN"
        pipelines: []
`;
    const path = file("groups.yaml", yaml);
    expect(await found(path)).toEqual([
      "5:23 missing_context",
      "7:23 unknown_function",
      "12:20 comparison_types",
    ]);
  });

  test("may call what its component brings itself", async () => {
    const yaml = (type: string) =>
      `processors:\n  ${type}:\n    error_mode: ignore\n    metric_statements:\n      - context: metric\n        statements:\n          - convert_gauge_to_sum("cumulative", true) where nme == 1\n`;
    expect(await found(file("own.yaml", yaml("transform/x")))).toEqual(["7:60 unknown_path"]);
    const metric = (type: string) =>
      `connectors:\n  ${type}:\n    spans:\n      - name: a\n        conditions: [AdjustedCount() == 1]\n        gauge: { value: AdjustedCount() }\n`;
    expect(await found(file("connector.yaml", metric("signaltometrics")))).toEqual([]);
    const condition = filter('ParseCLF("a") == nil');
    expect(await found(file("other.yaml", condition))).toEqual(["6:11 unknown_function"]);
  });

  test("that is no YAML has its reason told, and the others are checked", async () => {
    const { code, stdout } = await check(file("broken.yaml", "a: ["), file("b.yaml", filter("nme == 1")));
    expect(code).toBe(2);
    expect(stdout).toContain("at broken.yaml:1:4");
    expect(stdout).toContain("at b.yaml:6:11");
  });

  test("that is not there is told, and the others are checked", async () => {
    const { code, stdout, stderr } = await check(
      join(space.folder, "none.yaml"),
      file("b.yaml", filter("nme == 1")),
    );
    expect(code).toBe(2);
    expect(stderr).toBe("ottlkit: there is no file none.yaml\n");
    expect(stdout).toContain("at b.yaml:6:11");
  });

  test("has variables replaced, and texts with unset ones are not checked", async () => {
    vi.stubEnv("OTTLKIT_TEST_NAME", '"up"');
    const path = file(
      "env.yaml",
      filter("name == ${env:OTTLKIT_TEST_NAME}", "name == ${env:OTTLKIT_TEST_UNSET}"),
    );
    expect(await found(path)).toEqual(["7:19 expand_unset"]);
  });
});

describe("options", () => {
  const path = file("options.yaml", filter('IsMatch(name, "pod-*")'));

  test("--rule changes the severity of what a rule finds", async () => {
    expect((await check(path)).code).toBe(0);
    expect((await check(path, "--rule", "glob_pattern=error")).code).toBe(1);
    expect((await check(path, "--rule", "glob_pattern=off")).stdout).toContain("nothing found");
  });

  test("--max-warnings fails where there are more", async () => {
    expect((await check(path, "--max-warnings", "1")).code).toBe(0);
    expect(await check(path, "--max-warnings", "0")).toMatchObject({
      code: 1,
      stderr: "ottlkit: 1 warning, and 0 are allowed\n",
    });
  });

  test("--quiet shows errors only", async () => {
    expect(await check(path, "--quiet")).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  test("--compatibility checks against another version", async () => {
    const later = file("later.yaml", logs('HasPrefix(body, "a")'));
    expect(await found(later)).toEqual([]);
    expect(await found(later, "--compatibility", "0.118.0")).toEqual(["6:11 function_not_in_version"]);
  });

  test("comments switch findings off", async () => {
    const one = 'IsMatch(name, "pod-*")  # ottlkit-disable-line glob_pattern';
    expect(await found(file("off.yaml", filter(one, "nme == 1 # ottlkit-disable-line")))).toEqual([
      "7:11 unknown_path",
    ]);
  });

  test("comments that switch off what is no rule are told", async () => {
    const { code, stderr } = await check(
      file("rule.yaml", filter("name == nil # ottlkit-disable-line glob_patern")),
    );
    expect(code).toBe(0);
    expect(stderr).toBe(
      'ottlkit: rule.yaml:6:46: there is no lint rule "glob_patern": did you mean "glob_pattern"?\n',
    );
  });

  test.each([
    [[], "check needs files"],
    [
      ["a.yaml", "--rule", "glob_pattern"],
      '--rule is <code>=<severity>, one of off, info, warning, error, not "glob_pattern"',
    ],
    [
      ["a.yaml", "--rule", "glob_patern=off"],
      '--rule: there is no lint rule "glob_patern": did you mean "glob_pattern"?',
    ],
    [["a.yaml", "--format", "xml"], '--format is one of pretty, json, sarif, github, not "xml"'],
    [["a.yaml", "--max-warnings", "-1"], undefined],
    [["a.yaml", "--compatibility", "0.9999.0"], undefined],
    [["a.yaml", "--fixx"], 'check has no option --fixx: did you mean "fix"?'],
  ])("%j are refused with their reason", async (args, message) => {
    const { code, stderr } = await check(...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^ottlkit: .+\nTry "ottlkit check --help"\.\n$/s);
    if (message !== undefined) expect(stderr).toContain(`ottlkit: ${message}\n`);
  });
});

describe("--fix", () => {
  test("repairs texts in quotes and blocks and nothing else", async () => {
    const wrong = [
      'severity_number == "WARN"  # why',
      "'severity_number == \"WARN\"'",
      '"severity_number == \\"WARN\\""',
      '|\n          severity_number == "WARN"\n            or body == "x"',
    ];
    const path = file("fix.yaml", logs(...wrong).replaceAll("\n", "\r\n"));
    chmodSync(path, 0o640);
    const { stdout } = await check(path, "--fix");
    expect(stdout).toContain("4 findings repaired");
    const right = wrong.map((one) => one.replace(/\\?"WARN\\?"/, "SEVERITY_NUMBER_WARN"));
    expect(readFileSync(path, "utf8")).toBe(logs(...right).replaceAll("\n", "\r\n"));
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(space.folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  test("writes dollars so that they are read as what the repair says", async () => {
    const yaml = (replacement: string) =>
      `processors:\n  transform:\n    error_mode: ignore\n    log_statements:\n      - replace_pattern(log.body, "(a)_total", "${replacement}")\n`;
    const path = file("dollar.yaml", yaml("$1_x"));
    await check(path, "--fix");
    expect(readFileSync(path, "utf8")).toBe(yaml("$${1}_x"));
    expect(await found(path)).toEqual([]);
  });

  test("repairs .ottl files and keeps their comments", async () => {
    const ottl = '# ottl: condition context=log\n# why\nseverity_number == "WARN"\n---\nbody == nil\n';
    const path = file("fix.ottl", ottl);
    await check(path, "--fix");
    expect(readFileSync(path, "utf8")).toBe(ottl.replace('"WARN"', "SEVERITY_NUMBER_WARN"));
  });

  test("leaves a text alone that something else refers to", async () => {
    const yaml = `x: &text 'severity_number == "WARN"'\n${logs("*text")}`;
    const path = file("alias.yaml", yaml);
    await check(path, "--fix");
    expect(readFileSync(path, "utf8")).toBe(yaml);
  });

  test("repairs all others beside a text that cannot be repaired", async () => {
    vi.stubEnv("OTTLKIT_TEST_WORD", "word");
    const yaml = (severity: string) =>
      logs(
        ...Array.from({ length: 25 }, (_, i) => `severity_number == ${severity} and body == "${i}"`),
        'severity_number == "WARN" and body == "${env:OTTLKIT_TEST_WORD}"',
      );
    const path = file("many.yaml", yaml('"WARN"'));
    const { stdout } = await check(path, "--fix");
    expect(stdout).toContain("25 findings repaired");
    expect(readFileSync(path, "utf8")).toBe(yaml("SEVERITY_NUMBER_WARN"));
  });

  test("leaves what comments switch off", async () => {
    const yaml = logs('severity_number == "WARN" # ottlkit-disable-line');
    const path = file("off.yaml", yaml);
    await check(path, "--fix");
    expect(readFileSync(path, "utf8")).toBe(yaml);
  });
});

describe("--format", () => {
  const path = file("format.yaml", filter('nme == "a"', 'IsMatch(name, "pod-*")'));

  test("json has every finding with its range", async () => {
    const { code, stdout } = await check(path, "--format", "json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      files: 1,
      texts: 2,
      errors: 1,
      warnings: 1,
      findings: [
        {
          file: "format.yaml",
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 14,
          severity: "error",
          code: "unknown_path",
        },
        { line: 7, column: 26, severity: "warning", code: "glob_pattern" },
      ],
    });
  });

  test("github annotates", async () => {
    const { stdout } = await check(path, "--format", "github");
    const [first, second] = stdout.trimEnd().split("\n");
    expect(first).toMatch(
      /^::error file=format\.yaml,line=6,endLine=6,col=11,endColumn=14,title=unknown_path::"nme" is not a path of context metric%0Adid you mean "name"\?%0A/,
    );
    expect(second).toMatch(/^::warning file=format\.yaml,line=7,/);
  });

  test("sarif has repairs as the file must have them", async () => {
    const yaml = logs(
      'severity_number == "WARN"',
      '"body == \\"😀\\" or severity_number == \\"ERROR\\""',
    ).replace("filter/a", "filter/ü");
    const path = file("repairs.yaml", yaml);
    const repaired = [];
    for (const { fixes } of (await sarif(path)).results) {
      const [{ description, artifactChanges }] = fixes as [SarifFix];
      const [{ deletedRegion, insertedContent }] = artifactChanges[0].replacements;
      const { startLine, startColumn, endColumn } = deletedRegion;
      const line = [...(yaml.split("\n")[startLine - 1] ?? "")];
      line.splice(startColumn - 1, endColumn - startColumn, insertedContent.text);
      repaired.push([description.text, line.join("").trim()]);
    }
    expect(repaired).toEqual([
      ["write SEVERITY_NUMBER_WARN without quotes", "- severity_number == SEVERITY_NUMBER_WARN"],
      [
        "write SEVERITY_NUMBER_ERROR without quotes",
        '- "body == \\"😀\\" or severity_number == SEVERITY_NUMBER_ERROR"',
      ],
    ]);
  });

  test("sarif says whether every file could be used", async () => {
    const { invocations } = await sarif(path, join(space.folder, "none.yaml"));
    expect(invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          { level: "error", message: { text: expect.stringContaining("no file") } },
        ],
      },
    ]);
    expect((await sarif(path)).invocations[0].executionSuccessful).toBe(true);
  });

  test("sarif has a rule with help for each code", async () => {
    const run = await sarif(path);
    expect(run.columnKind).toBe("unicodeCodePoints");
    for (const { ruleId, ruleIndex, message, locations } of run.results) {
      const rule = run.tool.driver.rules[ruleIndex];
      expect(rule.id).toBe(ruleId);
      expect(rule.help.text).not.toBe("");
      expect(rule.helpUri).toMatch(new RegExp(`/grammar/diagnostics\\.md#${ruleId}$`));
      expect(rule.properties.tags).toHaveLength(2);
      expect(message.text).not.toBe("");
      expect(locations[0].physicalLocation.region.startLine).toBeGreaterThan(5);
    }
    expect(run.results.map((one: { level: string }) => one.level)).toEqual(["error", "warning"]);
  });

  test("pretty is folded to the terminal, and coloured unless NO_COLOR says no", async () => {
    vi.stubEnv("NO_COLOR", "");
    const coloured = await space.call(["check", path], { columns: 60 });
    expect(coloured.stdout).toContain("\x1b[1;31merror[unknown_path]:\x1b[0m");
    vi.stubEnv("NO_COLOR", "1");
    const { stdout } = await space.call(["check", path], { columns: 60 });
    expect(stdout).not.toContain("\x1b");
    expect(stdout).toContain("did you mean");
    // The names of files are what they are.
    const lines = stdout.split("\n").filter((line) => !line.includes("format.yaml"));
    expect(lines.filter((line) => line.length > 60)).toEqual([]);
  });
});

test("help fits into 120 columns and names every option", async () => {
  const { code, stdout } = await check("--help");
  expect(code).toBe(0);
  expect(stdout.split("\n").filter((line) => line.length > 120)).toEqual([]);
  for (const option of [
    "--compatibility",
    "--gate",
    "--rule",
    "--fix",
    "--format",
    "--max-warnings",
    "--quiet",
  ])
    expect(stdout).toContain(option);
});
