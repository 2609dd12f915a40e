import { functionSet } from "../../collector/ottl-texts/function-set.ts";
import type { OttlText } from "../../collector/ottl-texts/ottl-text.ts";
import { contextsOfSignal, type Signal } from "../../contexts/inference.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { errorModes } from "../../engine/conditions.ts";
import { infer } from "../../engine/infer.ts";
import type { Options } from "../../engine/options.ts";
import { ownerOf } from "../../functions/known-names.ts";
import { type LintOptions, lintTexts } from "../../lint/lint.ts";
import type { CheckSettings } from "./options.ts";

/** A finding in a text, its places those of the text. */
export interface TextFinding {
  readonly text: OttlText;
  readonly diagnostic: Diagnostic;
}

/** Tells everything that is wrong with texts of one file or odd about them, those that are understood together so. */
export function checkTexts(texts: readonly OttlText[], settings: CheckSettings): readonly TextFinding[] {
  const groups = Map.groupBy(texts, ({ group }) => group);
  return [...groups.values()].flatMap((group) =>
    listsOf(group, settings).flatMap((list) => findingsIn(list, settings)),
  );
}

/** Texts of one kind and context. */
interface TextList {
  readonly texts: readonly OttlText[];
  readonly context: string;
  readonly pathContextNames: OttlText["pathContextNames"];
}

/** The lists of a group; where the paths tell the context, each text has its own, or a group of statements one. */
function listsOf(group: readonly OttlText[], settings: CheckSettings): readonly TextList[] {
  const together =
    group.some(({ kind }) => kind === "statement") && group.every(({ form }) => form === "advanced");
  const shared = together ? contextOf(group, settings) : undefined;
  const lists = Map.groupBy(group, (text) => {
    const context = text.context === "inferred" ? (shared ?? contextOf([text], settings)) : text.context;
    return `${text.kind} ${context}`;
  });
  return [...lists].map(([key, texts]): TextList => {
    const context = key.slice(key.indexOf(" ") + 1);
    const isTold = texts.every((text) => text.context === "inferred");
    const own = texts[0]?.pathContextNames ?? false;
    return { texts, context, pathContextNames: isTold ? true : own };
  });
}

/** The context that texts tell together; `inferred` where that fails, which then tells why. */
function contextOf(texts: readonly OttlText[], settings: CheckSettings): string {
  const about = texts.find(({ context }) => context !== "inferred");
  if (about !== undefined) return about.context;
  const of = (kind: OttlText["kind"]) => texts.flatMap((one) => (one.kind === kind ? [one.text] : []));
  try {
    const given = { statements: of("statement"), conditions: of("condition"), values: of("value") };
    // Statements may call more than the conditions beside them.
    const [widest] = texts.toSorted(
      (a, b) => Number(b.kind === "statement") - Number(a.kind === "statement"),
    );
    return infer(given, optionsFor(widest ? [widest] : [], settings)).context ?? "inferred";
  } catch (error) {
    if (error instanceof OttlError) return "inferred";
    throw error;
  }
}

function optionsFor([text]: readonly OttlText[], { compatibility, gates }: CheckSettings): Options {
  const signal = text?.signal;
  return {
    functions: functionSet(text?.functions ?? "standard"),
    gates,
    ...(isSignal(signal) ? { signal } : {}),
    ...(compatibility === undefined ? {} : { compatibility }),
  };
}

function isSignal(given: string | undefined): given is Signal {
  return given !== undefined && Object.hasOwn(contextsOfSignal, given);
}

function findingsIn(list: TextList, settings: CheckSettings): readonly TextFinding[] {
  const { texts, context, pathContextNames } = list;
  const [first] = texts;
  if (first === undefined) return [];
  const options: Options & LintOptions = {
    ...optionsFor(texts, settings),
    ...configurationOf(first),
    kind: first.kind,
    rules: settings.rules,
    pathContextNames,
  };
  try {
    const found = linted(context, texts, options);
    return texts.flatMap((text, i) =>
      (found[i] ?? [])
        .filter((diagnostic) => !isOwnFunction(diagnostic, text))
        .map((diagnostic) => ({ text, diagnostic })),
    );
  } catch (error) {
    if (!(error instanceof OttlError)) throw error;
    // The context itself is wrong, or not in the version; the options are known to be right.
    const [{ span: _, ...rest }] = error.diagnostics;
    return texts.map((text) => ({
      text,
      diagnostic: { ...rest, span: { start: 0, end: text.text.length } },
    }));
  }
}

/** Files of one fleet hold many of the same lists: so many of them are remembered, if they are not too long. */
const mostLists = 500;
const longestKey = 20_000;
const remembered = new Map<string, ReturnType<typeof lintTexts>>();

function linted(context: string, texts: readonly OttlText[], options: Options & LintOptions) {
  const { functions: _, ...others } = options;
  const given = texts.map(({ text }) => text);
  const key = JSON.stringify([context, texts[0]?.functions, others, given]);
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const found = lintTexts(context, given, options);
  if (key.length > longestKey) return found;
  const [oldest] = remembered.keys();
  if (remembered.size >= mostLists && oldest !== undefined) remembered.delete(oldest);
  remembered.set(key, found);
  return found;
}

/** Whether a finding only says that ottlkit lacks a function that the component of the text brings itself. */
function isOwnFunction({ code, span }: Diagnostic, { component = "", text }: OttlText): boolean {
  if (code !== "unknown_function") return false;
  const [type = ""] = component.split("/", 1);
  return ownerOf(text.slice(span.start, span.end))?.types.includes(type) ?? false;
}

/** Where a text stands; nothing where its error mode is none, since rules would take it for unstated. */
function configurationOf({ component, errorMode }: OttlText): Pick<LintOptions, "configuration"> {
  const mode = errorModes.find((one) => one === errorMode?.toLowerCase());
  if (component === undefined || (errorMode !== undefined && mode === undefined)) return {};
  const [type = component] = component.split("/", 1);
  return { configuration: { component: type, ...(mode && { errorMode: mode }) } };
}
