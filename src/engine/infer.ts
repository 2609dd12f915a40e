import { type Inference, inferContext } from "../check/infer-context.ts";
import type { CheckSettings } from "../check/scope.ts";
import type { Context } from "../contexts/define-context.ts";
import { contexts } from "../contexts/index.ts";
import { contextsOfSignal } from "../contexts/inference.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import { requireKnown } from "../diagnostics/require-known.ts";
import { requireKind, requireOptions } from "../diagnostics/require-options.ts";
import type { Expression, Statement } from "../syntax/ast.ts";
import type { Kind } from "../syntax/parse.ts";
import { compileAll } from "./compile-all.ts";
import {
  checkOptions,
  checkSettings,
  findContext,
  type Options,
  requireKnownOptions,
  signalOf,
} from "./options.ts";
import { syntaxTree } from "./syntax-tree.ts";

/** The name that stands for the context that the paths of a text tell. */
const inferred = "inferred";

/** Texts that are about one context. */
export interface InferredTexts {
  readonly statements?: readonly string[];
  readonly conditions?: readonly string[];
  readonly values?: readonly string[];
}

/**
 * Tells which context texts are about, which path decided, and which contexts were passed over because of a function
 * or an enum; texts are numbered statements first, then conditions, then values.
 *
 * @throws {OttlError} of phase `syntax` where a text cannot be read.
 */
export function infer(texts: InferredTexts, options: Options): Inference {
  requireKnownOptions(options);
  return inferOf(texts, options);
}

function inferOf(texts: InferredTexts, options: Options): Inference {
  const settings = checkSettings(Object.keys(contexts)[0] ?? "", "", options);
  requireOptions("texts", texts, {
    statements: { optional: "texts" },
    conditions: { optional: "texts" },
    values: { optional: "texts" },
  });
  requireKnown(texts, ["statements", "conditions", "values"]);
  const { statements = [], values = [] } = texts;
  const deaf = statements.length > 0 && !settings.compatibility.has("inference_from_conditions");
  const conditions = deaf ? [] : (texts.conditions ?? []);
  const nodes = [
    ...trees("statement", statements, settings),
    ...trees("condition", conditions, settings),
    ...trees("value", values, settings),
  ];
  return inferContext(nodes, candidates(options), settings);
}

/** The context of texts of one kind, inferred where that is asked for, and the options that go with it. */
export function aboutOne<O extends Options>(
  kind: Kind,
  context: string,
  texts: readonly string[],
  options: O,
): { readonly name: string; readonly settings: O } {
  if (context !== inferred) return { name: context, settings: options };
  checkOptions(options);
  for (const text of texts) requireKind("text", "text", text);
  const given = textsAbout(kind, texts, options.inferFrom ?? []);
  const inference = inferOf(given, options);
  if (inference.context !== undefined) {
    return { name: inference.context, settings: { ...options, pathContextNames: true } };
  }
  // A context that lacks something says so itself when the text is checked against it.
  const { named } = inference;
  const known = candidates(options).some(({ name }) => name === named);
  if (named !== undefined && known) return { name: named, settings: { ...options, pathContextNames: true } };
  const decisive = inference.decidedBy && allOf(given)[inference.decidedBy.text];
  throw new OttlError("check", [notInferred(inference, options)], decisive ?? texts[0] ?? "");
}

/** What decides on the context; as in the reference, nothing is considered beside conditions. */
function textsAbout(kind: Kind, texts: readonly string[], conditions: readonly string[]): InferredTexts {
  if (kind === "condition") return { conditions: texts };
  return kind === "statement" ? { statements: texts, conditions } : { values: texts, conditions };
}

/** The texts in the order in which they are numbered. */
function allOf({ statements = [], conditions = [], values = [] }: InferredTexts): readonly string[] {
  return [...statements, ...conditions, ...values];
}

function notInferred({ named, decidedBy }: Inference, options: Options): Diagnostic {
  const valid = candidates(options).map(({ name }) => name);
  const span = decidedBy?.span ?? { start: 0, end: 0 };
  const hint = `contexts: ${valid.join(", ")}`;
  if (named === undefined) return makeDiagnostic("context_unclear", undefined, span, { hint });
  return makeDiagnostic("inferred_context", { name: named }, span, { hint });
}

function trees(kind: Kind, texts: readonly string[], settings: CheckSettings): (Expression | Statement)[] {
  return compileAll(texts, (text) => syntaxTree(kind, text, settings));
}

function candidates({ signal }: Options): readonly Context[] {
  if (signal === undefined) return Object.values(contexts);
  const names = contextsOfSignal[signalOf(signal)];
  return names.map((name) => findContext(name));
}
