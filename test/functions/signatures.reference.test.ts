/** The signatures of the definitions are the reference's own list of them, read from the cache of Go modules. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compatibility } from "../../src/core/compatibility.ts";
import { standardFunctions } from "../../src/functions/index.ts";
import { getterOf } from "./getter-of.ts";

const path =
  "github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl@v1.4.0/ottlfuncs/testdata/stable_function_signatures.txt";

function goldenList(): string {
  let cache: string;
  try {
    cache = execFileSync("go", ["env", "GOMODCACHE"], { encoding: "utf8" }).trim();
  } catch {
    throw new Error("this test needs Go: the command `go` is not found");
  }
  const file = join(cache, path);
  if (!existsSync(file)) {
    throw new Error(
      `${file} is not there: run test/reference/reference.sh build, which downloads the modules`,
    );
  }
  return readFileSync(file, "utf8");
}

/** `Concat(Vals slicegetter.SliceGetter[K, ottl.StringLikeGetter[K]], …)` as `Concat(vals: SliceGetter[StringLikeGetter], …)`. */
function plain(line: string): string {
  const [, name = "", params = ""] = /^(\w+)\((.*)\)$/.exec(line) ?? [];
  const short = params
    .replaceAll(/\b(?:ottl|slicegetter)\./g, "")
    .replaceAll("[interface {}]", "")
    .replaceAll("interface {},", "");
  const list = short === "" ? [] : short.split(", ");
  return `${name}(${list.map(plainParam).join(", ")})`;
}

function plainParam(param: string): string {
  const space = param.indexOf(" ");
  const snake = param
    .slice(0, space)
    .replace(/(?!^)[A-Z]/g, (capital) => `_${capital}`)
    .toLowerCase();
  const type = param.slice(space + 1);
  const [, optional] = /^Optional\[(.*)\]$/.exec(type) ?? [];
  return `${snake}${optional === undefined ? "" : "?"}: ${optional ?? type}`;
}

test("are the signatures of the definitions: names, parameters, their order, which are optional, getters", () => {
  const newest = compatibility();
  const defined = standardFunctions
    .filter(({ gate, until }) => gate === undefined && until === undefined)
    .map(({ name, params }) => {
      const list = params.map(
        (param) => `${param.name}${param.optional ? "?" : ""}: ${getterOf(param.type, newest)}`,
      );
      return `${name}(${list.join(", ")})`;
    });
  const golden = goldenList()
    .split("\n")
    .filter((line) => /^\w+\(/.test(line))
    .map(plain);
  expect(golden.length).toBeGreaterThan(100);
  expect(defined.sort()).toEqual(golden.sort());
});
