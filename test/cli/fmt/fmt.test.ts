import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { Workspace } from "../call.ts";

const space = new Workspace();
const { folder } = space;
const file = space.file.bind(space);
const fmt = (args: readonly string[], stdin = "") => space.call(["fmt", ...args], { stdin });
beforeEach(() => space.clear());

const yaml = (condition: string) =>
  `processors:\n  filter:\n    metrics:\n      metric:\n        - ${condition}  # why\n`;

describe("files", () => {
  test("are written anew where they change, and nothing else is left beside them", async () => {
    const one = file("a.yaml", yaml('name=="a"'));
    const two = file("b.ottl", 'name == "b"\n');
    file("c.txt", "name==1");
    expect(await fmt([join(folder, "*")])).toEqual({
      code: 0,
      stdout: "formatted a.yaml\n1 file formatted, 1 as before\n",
      stderr: "",
    });
    expect(readFileSync(one, "utf8")).toBe(yaml('name == "a"'));
    expect(readFileSync(two, "utf8")).toBe('name == "b"\n');
    expect(readdirSync(folder).sort()).toEqual(["a.yaml", "b.ottl", "c.txt"]);
  });

  test("keep permissions, line ends and the link that leads to them", async () => {
    const target = file("real.yaml", yaml("name==nil").replaceAll("\n", "\r\n"));
    chmodSync(target, 0o640);
    const link = join(folder, "link.yaml");
    symlinkSync(target, link);
    expect((await fmt([link])).code).toBe(0);
    expect(readFileSync(target, "utf8")).toBe(yaml("name == nil").replaceAll("\n", "\r\n"));
    expect(statSync(target).mode & 0o777).toBe(0o640);
    expect(
      readdirSync(folder, { withFileTypes: true })
        .find(({ name }) => name === "link.yaml")
        ?.isSymbolicLink(),
    ).toBe(true);
  });

  test("are only told of with --check, which exits with 1", async () => {
    const path = file("a.yaml", yaml("name==nil"));
    expect(await fmt([path, "--check"])).toEqual({
      code: 1,
      stdout: "a.yaml is not formatted\n",
      stderr: "",
    });
    expect(readFileSync(path, "utf8")).toBe(yaml("name==nil"));
    await fmt([path]);
    expect(await fmt([path, "--check"])).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  test("are shown before and after with --diff", async () => {
    const path = file("a.yaml", yaml("name==nil"));
    const { code, stdout } = await fmt([path, "--diff"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^--- a\.yaml\n/);
    expect(stdout.split("\n").filter((line) => /^[-+]/.test(line))).toEqual([
      "--- a.yaml",
      "+++ a.yaml",
      "-        - name==nil  # why",
      "+        - name == nil  # why",
    ]);
    expect(readFileSync(path, "utf8")).toBe(yaml("name==nil"));
  });

  test("with a text that cannot be read have the others formatted, and its place told", async () => {
    const path = file("a.yaml", yaml('name==nil\n        - name == "'));
    const { code, stdout, stderr } = await fmt([path]);
    expect(code).toBe(1);
    expect(stdout).toBe("formatted a.yaml\n");
    expect(stderr).toContain("at a.yaml:6:19 · processors.filter.metrics.metric[1]");
    expect(readFileSync(path, "utf8")).toBe(yaml('name == nil\n        - name == "'));
  });

  test("that cannot be used exit with 2, and the others are formatted", async () => {
    const broken = file("a.yaml", "a: [");
    const fine = file("b.yaml", yaml("name==nil"));
    const { code, stdout, stderr } = await fmt([broken, fine]);
    expect(code).toBe(2);
    expect(stdout).toBe("formatted b.yaml\n1 file formatted, 0 as before, 1 cannot be read or written\n");
    expect(stderr).toContain("at a.yaml:1:4");
  });

  test("that are folders, dangling links or no text are told, and the others are formatted", async () => {
    mkdirSync(join(folder, "d.yaml"));
    symlinkSync("nowhere.yaml", join(folder, "e.yaml"));
    const names = [
      join(folder, "d.yaml"),
      join(folder, "e.yaml"),
      file("f.yaml", Buffer.from([0x61, 0, 0x0a])),
      file("g.yaml", "a: &a [*a]\n"),
      file("h.yaml", yaml("name==1")),
    ];
    const { code, stdout, stderr } = await fmt(names);
    expect(code).toBe(2);
    expect(stdout).toBe("formatted h.yaml\n1 file formatted, 0 as before, 2 cannot be read or written\n");
    expect(stderr).toContain("d.yaml is a directory");
    expect(stderr).toContain("there is no file e.yaml");
    expect(stderr).toContain("f.yaml:1:2");
    expect(stderr).toContain("the anchor &a contains itself");
  });

  test("end their lines where --width says", async () => {
    const path = file("a.ottl", 'name == "first" or name == "second"');
    await fmt([path, "--width", "30"]);
    expect(readFileSync(path, "utf8")).toBe('name == "first"\nor name == "second"\n');
  });
});

describe("standard input", () => {
  test.each([
    ["condition", "name==1", "name == 1\n"],
    ["statement", "set(a,1)", "set(a, 1)\n"],
    ["value", "a+1", "a + 1\n"],
    ["ottl", "a==1\n---\nset(b,2)", "a == 1\n---\nset(b, 2)\n"],
    ["yaml", yaml("name==1"), yaml("name == 1")],
  ])("is formatted as a %s", async (kind, input, output) => {
    expect(await fmt(["--stdin", "--kind", kind], input)).toEqual({ code: 0, stdout: output, stderr: "" });
  });

  test("comes back as it is where it cannot be read", async () => {
    const { code, stdout, stderr } = await fmt(["--stdin", "--kind", "condition"], "name == ");
    expect([code, stdout]).toEqual([1, "name == "]);
    expect(stderr).toContain("at <stdin>:1:");
  });

  test("can be checked", async () => {
    expect(await fmt(["--stdin", "--check"], "a==1")).toMatchObject({
      code: 1,
      stdout: "<stdin> is not formatted\n",
    });
  });
});

describe("the command line", () => {
  test.each([
    [[], "fmt needs files, or --stdin"],
    [["--stdin", "a.yaml"], "fmt formats files or --stdin, not both"],
    [["a.yaml", "--kind", "value"], "--kind is for --stdin: files tell by their names"],
    [["a.yaml", "--check", "--diff"], "--check and --diff exclude each other"],
    [["--stdin", "--kind", "query"], '--kind is one of condition, statement, value, ottl, yaml, not "query"'],
    [["a.yaml", "--width", "3"], '--width is a number from 20 to 9999, not "3"'],
    [["a.yaml", "--chek"], 'fmt has no option --chek: did you mean "check"?'],
  ])("%j is refused with its reason", async (args, message) => {
    expect(await fmt(args)).toMatchObject({
      code: 2,
      stderr: `ottlkit: ${message}\nTry "ottlkit fmt --help".\n`,
    });
  });

  test("names of files that are not there, or hold something else, are refused", async () => {
    expect(await fmt([join(folder, "none.yaml")])).toMatchObject({
      code: 2,
      stderr: "ottlkit: there is no file none.yaml\n",
    });
    expect(await fmt([file("a.txt", "")])).toMatchObject({
      code: 2,
      stderr: "ottlkit: a.txt is neither a .ottl nor a YAML file\n",
    });
    expect(await fmt([join(folder, "*.txt")])).toMatchObject({
      code: 2,
      stderr: "ottlkit: no .ottl and no YAML file matches *.txt\n",
    });
  });

  test("help says what there is", async () => {
    const { code, stdout } = await fmt(["--help"]);
    expect(code).toBe(0);
    expect(stdout.split("\n").every((line) => line.length <= 120)).toBe(true);
    expect(stdout).toContain("--check");
  });
});
