import type { Context } from "../contexts/define-context.ts";
import { contexts } from "../contexts/index.ts";
import { type PathProblem, type ResolveOptions, resolvePath } from "../contexts/resolve.ts";
import { type Capability, capabilities, compareVersions } from "../core/compatibility.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { label, nearest } from "../diagnostics/did-you-mean.ts";
import { diagnosticOf, makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import { messageOf } from "../diagnostics/messages.ts";
import { quoted } from "../diagnostics/quoted.ts";
import type { Path } from "../syntax/ast.ts";
import type { Scope } from "./scope.ts";

/** How many of the valid paths are told, the others being counted. */
const told = 8;

/** Says what is wrong with a path: what may have been meant, which contexts have it, and some of what is valid. */
export function pathDiagnostic(problem: PathProblem, path: Path, scope: Scope): Diagnostic {
  const absent = absence(problem, path, scope);
  if (absent !== undefined) return absent;
  const { code, params, span, fix } = problem;
  if (code !== "unknown_context" && params.path === "null") return nullDiagnostic(problem);
  const having = misnamed.has(code) ? contextsWith(path, scope) : [];
  const meant = meantBy(problem, path, having, scope);
  const hints = [elsewhere(having), validPaths(problem, meant, scope)];
  const hint = hints.filter((one) => one !== "").join("; ");
  return {
    code,
    severity: "error",
    message: messageOf(code, params),
    span,
    ...label(meant),
    ...(hint === "" ? {} : { hint }),
    ...(fix === undefined ? {} : { fix }),
  };
}

function nullDiagnostic({ code, params, span }: PathProblem): Diagnostic {
  const fix = { title: 'write "nil"', span, text: "nil" };
  return diagnosticOf(code, messageOf(code, params), span, { ...label(["nil"]), fix });
}

/** Tells of a path that later versions have, or this one with a gate; nothing where it is none in any. */
function absence({ span }: PathProblem, path: Path, scope: Scope): Diagnostic | undefined {
  const { context, pathContextNames, compatibility } = scope;
  const { version, has } = compatibility;
  const exists = (added: (capability: Capability) => boolean) => {
    const options = { pathContextNames, has: (one: Capability) => added(one) || has(one) };
    return !("problem" in resolvePath(context, path, options));
  };
  const lacking = new Set<Capability>();
  if (!exists((one) => !has(one) && lacking.add(one) !== undefined)) return undefined;
  const text = path.segments.map(({ name }) => name).join(".");
  for (const one of lacking) {
    const fact: { readonly since: string; readonly gate?: string } = capabilities[one];
    const { since, gate } = fact;
    if (gate === undefined || compareVersions(version, since) < 0 || !exists((other) => other === one))
      continue;
    return makeDiagnostic("gate_needed", { what: `path ${quoted(text)}`, gate }, span);
  }
  const versions = [...lacking].map((one) => capabilities[one].since).toSorted(compareVersions);
  const since = versions.find((at) => exists((one) => compareVersions(capabilities[one].since, at) <= 0));
  return since && makeDiagnostic("path_not_in_version", { path: text, version, since }, span);
}

function elsewhere(having: readonly Context[]): string {
  const names = having.map(({ name }) => name);
  if (names.length === 0) return "";
  return names.length === 1
    ? `context ${names[0]} has this path`
    : `contexts ${names.slice(0, -1).join(", ")} and ${names.at(-1)} have this path`;
}
const misnamed = new Set<PathProblem["code"]>(["unknown_path", "unknown_context", "missing_context"]);

/** The valid paths, or names of contexts, those that may be meant first. */
function validPaths(
  { code, valid, word }: PathProblem,
  meant: readonly string[],
  { context }: Scope,
): string {
  if (word === undefined) return ""; // then every valid one may be meant
  const own = `${context.name}.`;
  const said = new Set(meant.flatMap((one) => [one, one.startsWith(own) ? one.slice(own.length) : one]));
  const others = valid().filter((one) => !said.has(one));
  const more = others.length > told ? [`… and ${others.length - told} more`] : [];
  const all = [...meant, ...others.slice(0, told), ...more].join(", ");
  return code === "unknown_context" ? `paths begin with ${all}` : `paths of context ${context.name}: ${all}`;
}

/** What a mistaken path, or the context that it begins with, may stand for; all of it is accepted there. */
function meantBy(
  { code, valid, word }: PathProblem,
  path: Path,
  having: readonly Context[],
  scope: Scope,
): readonly string[] {
  const { name, higher } = scope.context;
  const accepted = (candidates: readonly string[]) =>
    candidates.filter((one) => {
      return !("problem" in resolvePath(scope.context, pathLike(one, path), optionsOf(scope)));
    });
  if (word === undefined) return accepted(valid());
  if (code === "unknown_context") return nearest(word, valid());
  const [first] = path.segments;
  // Another context's name does not say that a path of this one was meant.
  if (having.some((other) => other.name === first?.name)) return [];
  const own = `${name}.`;
  const isOwn = first?.name === name;
  const bare = isOwn ? word.slice(own.length) : word;
  const prefixes = [own, ...higher.map((other) => `${other.name}.`)];
  const tail = (one: string) => one.slice(prefixes.find((prefix) => one.startsWith(prefix))?.length ?? 0);
  const candidates = valid();
  /** The accepted ones that have the nearest name, of those of which any is accepted. */
  const closest = (to: string, among: readonly string[], nameOf: (one: string) => string) => {
    for (let left = among; ; ) {
      const [near] = nearest(to, left.map(nameOf));
      if (near === undefined) return [];
      const found = accepted(left.filter((one) => nameOf(one) === near));
      if (found.length > 0) return found;
      left = left.filter((one) => nameOf(one) !== near);
    }
  };
  const same = accepted(candidates.filter((one) => one === bare || tail(one) === bare));
  if (same.length > 0) return same;
  const whole = isOwn ? candidates.flatMap((one) => [own + one, one]) : candidates;
  const near = closest(word, whole, (one) => one);
  return near.length > 0 ? near : closest(bare, candidates, tail);
}

/** The contexts that this one does not reach and that have the path among their own; those that reach it, if any do. */
function contextsWith(path: Path, scope: Scope): readonly Context[] {
  const { context } = scope;
  const [first, ...rest] = path.segments;
  const bare = first?.name === context.name && rest.length > 0 ? { ...path, segments: rest } : path;
  const reached = [context, ...context.higher].map(({ name }) => name);
  const having = Object.values(contexts).filter((other) => {
    if (reached.includes(other.name)) return false;
    const found = resolvePath(other, bare, { ...optionsOf(scope), pathContextNames: false });
    return !("problem" in found) && found.context === other.name;
  });
  const below = having.filter(({ higher }) => higher.includes(context) && context.higher.length > 0);
  return below.length > 0 ? below : having;
}

/** A path of other names with the keys of a given one. */
function pathLike(text: string, { span, segments }: Path): Path {
  const names = text.split(".");
  const keys = segments.at(-1)?.keys ?? [];
  return {
    kind: "Path",
    span,
    segments: names.map((name, i) => ({
      kind: "Segment",
      span,
      name,
      keys: i < names.length - 1 ? [] : keys,
    })),
  };
}

function optionsOf({ pathContextNames, compatibility }: Scope): ResolveOptions {
  return { pathContextNames, has: compatibility.has };
}
