import { relative, resolve, sep } from "node:path";
import glob from "fast-glob";

/** Which of some files patterns leave out: those that a pattern means, or that are in a folder that one means. */
export function leftOut(
  files: readonly string[],
  patterns: readonly string[],
  folder: string,
): ReadonlySet<string> {
  if (patterns.length === 0) return new Set();
  const byPath = Map.groupBy(files, (file) => relative(folder, resolve(file)).split(sep).join("/"));
  const inside = [...byPath.keys()].filter((path) => !path.startsWith("../"));
  const ignore = patterns.flatMap((pattern) => {
    const plain = pattern.replace(/^\.?\//, "").replace(/\/$/, "");
    return [plain, `${plain}/**`];
  });
  // What is asked for outright is found, unless it is ignored.
  const asked = inside.map((path) => glob.escapePath(path));
  const left = new Set(glob.sync(asked, { cwd: folder, ignore, dot: true, onlyFiles: false }));
  return new Set(inside.flatMap((path) => (left.has(path) ? [] : (byPath.get(path) ?? []))));
}
