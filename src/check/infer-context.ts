/**
 * Which context texts are about, where their paths tell, by the rules of `context_inferrer.go` of the reference: the
 * most specific context that a path names, or, where that lacks a function or an enum of the texts, one below it.
 */
import type { Context } from "../contexts/define-context.ts";
import { formerInferenceOrder, inferenceOrder } from "../contexts/inference.ts";
import { contextNames } from "../contexts/resolve.ts";
import { compareVersions } from "../core/compatibility.ts";
import type { Span } from "../diagnostics/diagnostic.ts";
import type { FunctionDefinition } from "../functions/define-function.ts";
import type { Argument, Node, Path } from "../syntax/ast.ts";
import { childrenOf } from "../syntax/visit.ts";
import type { CheckSettings } from "./scope.ts";

/** A path, function or enum that bears on the choice of the context. */
export interface InferenceReason {
  readonly kind: "path" | "function" | "enum";
  readonly name: string;
  /** Which of the texts it is in, and where. */
  readonly text: number;
  readonly span: Span;
}

/** A context that was considered and not chosen, and what of the texts it lacks. */
export interface PassedOver {
  readonly context: string;
  readonly lacks: InferenceReason;
}

/** What inference found. */
export interface Inference {
  /** The name of the context; `undefined` where there is none that the texts could be about. */
  readonly context: string | undefined;
  /** The context that the most specific path names, which need not be one of the candidates; absent: no path names one. */
  readonly named: string | undefined;
  /** The path that named it. */
  readonly decidedBy: InferenceReason | undefined;
  /** The contexts that had to be passed over because of a function or an enum, in order. */
  readonly passedOver: readonly PassedOver[];
}

/** Infers the context of the texts that some trees are of, among candidates. */
export function inferContext(
  nodes: readonly Node[],
  candidates: readonly Context[],
  settings: Pick<CheckSettings, "compatibility" | "functions">,
): Inference {
  const isOld = !settings.compatibility.has("inference_of_named_functions");
  const hints = nodes
    .flatMap((node, text) => [...hintsOf(node, text)])
    .filter(({ kind, ambiguous }) => !(isOld && kind === "function" && ambiguous))
    .map((hint) => (isOld ? { ...hint, ambiguous: false } : hint));
  const none: Inference = { context: undefined, named: undefined, decidedBy: undefined, passedOver: [] };
  const paths = hints.filter(({ kind }) => kind === "path");
  const inOrder = settings.compatibility.has("scope_before_resource") ? inferenceOrder : formerInferenceOrder;
  const order = (name: string) => orderIn(inOrder, name);
  const decidedBy = paths
    .filter(({ context }) => context !== "")
    .toSorted((a, b) => order(a.context) - order(b.context))[0];
  if (decidedBy === undefined) return none;
  const named = decidedBy.context;
  const best = candidates.find(({ name }) => name === named);
  const found = { ...none, named, decidedBy: reasonOf(decidedBy) };
  if (best === undefined) return found;
  const passedOver: PassedOver[] = [];
  const below = candidates
    .filter((candidate) => candidate !== best && reaches(candidate, named, settings))
    .toSorted((a, b) => order(a.name) - order(b.name));
  for (const candidate of [best, ...below]) {
    const lacking = hints.find((hint) => !knows(candidate, hint, settings));
    if (lacking === undefined) return { ...found, context: candidate.name, passedOver };
    passedOver.push({ context: candidate.name, lacks: reasonOf(lacking) });
  }
  return { ...found, passedOver };
}

/** What a text says about its context. */
interface Hint extends InferenceReason {
  /** Of a path: the context that it names, empty where it names none. */
  readonly context: string;
  /** Of an enum: it stands where it could also be the name of a function; of a function: it is an argument. */
  readonly ambiguous: boolean;
}

function* hintsOf(node: Node, text: number, locals: readonly string[] = []): Generator<Hint> {
  const hint = (kind: Hint["kind"], name: string, span: Span): Hint => ({
    kind,
    name,
    text,
    span,
    context: "",
    ambiguous: false,
  });
  switch (node.kind) {
    case "Path": {
      const [first] = node.segments;
      if (first !== undefined && !locals.includes(first.name)) {
        const name = node.segments.map((segment) => segment.name).join(".");
        yield { ...hint("path", name, node.span), context: contextNamed(node) };
      }
      break;
    }
    case "Call":
      yield hint("function", node.name, node.nameSpan);
      break;
    case "FunctionName":
      yield { ...hint("function", node.name, node.span), ambiguous: true };
      break;
    case "EnumLiteral":
      yield hint("enum", node.name, node.span);
      return;
    case "Argument":
      yield* argumentHints(node, text, locals);
      return;
    case "Lambda": {
      const params = node.params.filter(({ name }) => name !== "_").map(({ name }) => name);
      yield* hintsOf(node.body, text, [...locals, ...params]);
      return;
    }
    default:
  }
  for (const child of childrenOf(node)) yield* hintsOf(child, text, locals);
}

/** A name without lower case may be an enum or a function. */
function* argumentHints({ value }: Argument, text: number, locals: readonly string[]): Generator<Hint> {
  const ambiguous = value.kind === "EnumLiteral";
  for (const hint of hintsOf(value, text, locals)) yield ambiguous ? { ...hint, ambiguous } : hint;
}

/** The first name of a path of several, if it has no keys. */
function contextNamed({ segments: [first, second] }: Path): string {
  return first !== undefined && second !== undefined && first.keys.length === 0 ? first.name : "";
}

function knows(
  context: Context,
  { kind, name, ambiguous }: Hint,
  settings: Pick<CheckSettings, "compatibility" | "functions">,
): boolean {
  if (kind === "path") return true;
  if (kind === "enum" && Object.hasOwn(context.enums, name)) return true;
  return (kind === "function" || ambiguous) && offers(context, settings.functions.get(name), settings);
}

function offers(
  context: Context,
  definition: FunctionDefinition | undefined,
  { compatibility: { version } }: Pick<CheckSettings, "compatibility">,
): boolean {
  if (definition === undefined) return false;
  const { contexts, since, until = version } = definition;
  const here = contexts?.includes(context.name) ?? true;
  return here && compareVersions(since, version) <= 0 && compareVersions(version, until) <= 0;
}

/** Whether a context can read paths that begin with a name. */
function reaches(
  context: Context,
  name: string,
  { compatibility }: Pick<CheckSettings, "compatibility">,
): boolean {
  const has = (capability: Parameters<typeof compatibility.has>[0]) => compatibility.has(capability);
  return contextNames(context, { pathContextNames: true, has }).includes(name);
}

function orderIn(names: readonly string[], name: string): number {
  const place = names.indexOf(name);
  return place < 0 ? names.length : place;
}

function reasonOf({ kind, name, text, span }: Hint): InferenceReason {
  return { kind, name, text, span };
}
