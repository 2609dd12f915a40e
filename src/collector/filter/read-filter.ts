/** From the document of a filter's settings to the lists that it evaluates; everything that is wrong is told at once. */
import type { z } from "zod";
import { type Capability, capabilities } from "../../core/compatibility.ts";
import { type Code, makeDiagnostic, type ParamsOf } from "../../diagnostics/all-messages.ts";
import type { Diagnostic, Span } from "../../diagnostics/diagnostic.ts";
import { suggestion } from "../../diagnostics/did-you-mean.ts";
import { LineCounter } from "../../diagnostics/line-counter.ts";
import type { Extra } from "../../diagnostics/make-diagnostic.ts";
import { orList } from "../../diagnostics/or-list.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import type { DocumentNode } from "../../documents/node.ts";
import { nodeAt } from "../../documents/plain.ts";
import type { ErrorMode } from "../../engine/conditions.ts";
import { decode } from "../config.ts";
import { settingAt } from "../config-issues.ts";
import { Findings } from "../findings.ts";
import { type Compiling, compileCondition } from "./compile-condition.ts";
import { filterSchema, groupSchema, otherSignals, settingCapabilities } from "./config.ts";
import { filterContexts, isFilterContext } from "./filter-contexts.ts";
import { configPlace, type PlacedText, placedTexts, relocate } from "./placed-text.ts";
import type { FilterCondition, FilterContext, FilterList } from "./types.ts";
import type { Pass } from "./walk.ts";

/** How the settings are understood. */
export interface Reading extends Compiling {
  /** The path of the settings, such as `processors.filter/mesh`; empty for settings that are no text. */
  readonly setting: string;
}

/** What a filter does. */
export interface FilterPlan {
  readonly passes: readonly Pass[];
  /** Whether each group of conditions is a pass of its own, in the form that infers contexts. */
  readonly flat: boolean;
  /** Where the conditions are written, of settings that come from a text. */
  readonly written: ReadonlyMap<FilterCondition, PlacedText>;
  readonly warnings: readonly Diagnostic[];
}

/**
 * Reads the settings of a filter and compiles its conditions.
 *
 * @throws {OttlError} of phase `configuration` with every finding.
 */
export function readFilter(node: DocumentNode, reading: Reading): FilterPlan {
  return new Reader(node, reading).read();
}

const errorModes: readonly ErrorMode[] = ["ignore", "silent", "propagate"];
const structuredLists = ["resource", "metric", "datapoint"] as const;
type Path = readonly (string | number)[];

class Reader {
  readonly #node: DocumentNode;
  readonly #reading: Reading;
  readonly #findings: Findings;
  readonly #written = new Map<FilterCondition, PlacedText>();
  /** The lines of the text that the settings come from. */
  readonly #lines: LineCounter | undefined;

  constructor(node: DocumentNode, reading: Reading) {
    this.#node = node;
    this.#reading = reading;
    this.#findings = new Findings(node.source);
    this.#lines = reading.setting !== "" ? new LineCounter(node.source.text) : undefined;
  }

  read(): FilterPlan {
    this.#refuseLaterSettings();
    this.#require(filterSchema, []);
    const mode = this.#errorMode(["error_mode"]) ?? this.#defaultErrorMode();
    const flat = this.#has("filter_flat_conditions") && this.#at(["metric_conditions"]) !== undefined;
    this.#refuseForms(flat);
    const passes = flat ? this.#groups(mode) : this.#structured(mode);
    const others = otherSignals.filter((name) => isSet(this.#at([name])));
    const [other] = others;
    if (other !== undefined) this.#warn([other], "filter_other_signals", { settings: others });
    const error = this.#findings.error();
    if (error !== undefined) throw error;
    if (passes.length === 0) this.#warn([], "filter_without_conditions", undefined);
    return { passes, flat, written: this.#written, warnings: this.#findings.warnings };
  }

  #refuseLaterSettings(): void {
    const { version } = this.#reading.check.compatibility;
    for (const [path, capability] of settingCapabilities) {
      if (this.#at(path) === undefined || this.#has(capability)) continue;
      const { since } = capabilities[capability];
      this.#refuse(path, "filter_setting_since", { setting: path.join("."), version, since });
    }
  }

  /** The forms of conditions that were combined although one excludes the other, and those that are not run yet. */
  #refuseForms(flat: boolean): void {
    const conditions = structuredLists
      .map((name) => ["metrics", name])
      .filter((path) => isSet(this.#at(path)));
    const legacy = ["include", "exclude"]
      .map((name) => ["metrics", name])
      .filter((path) => isSet(this.#at(path)));
    if (flat) {
      for (const path of [...conditions, ...legacy]) this.#refuseTogether(path, ["metric_conditions"]);
      return;
    }
    const [first] = conditions;
    for (const path of legacy) {
      if (first !== undefined) this.#refuseTogether(path, first);
      else
        this.#refuse(
          path,
          "filter_form_not_run",
          { setting: path.join(".") },
          { hint: "write conditions instead, such as `metrics: { metric: [...] }`" },
        );
    }
  }

  #refuseTogether(path: Path, other: Path): void {
    this.#refuse(path, "filter_forms", { one: path.join("."), other: other.join(".") });
  }

  /** `metrics: { resource, metric, datapoint }`: one walk that asks all of them; an empty list counts as configured. */
  #structured(errorMode: ErrorMode): readonly Pass[] {
    const pass: Partial<Record<FilterContext, FilterList>> = {};
    for (const name of structuredLists) {
      const path = ["metrics", name];
      if (!isSet(this.#at(path)) || (name === "resource" && !this.#has("filter_resource_conditions")))
        continue;
      const conditions = this.#texts(path).flatMap((text) => this.#compile(text, name));
      pass[name] = { name: path.join("."), context: name, errorMode, conditions };
    }
    return Object.keys(pass).length === 0 ? [] : [pass];
  }

  /** `metric_conditions`: a list of texts is one group. */
  #groups(errorMode: ErrorMode): readonly Pass[] {
    const list = this.#at(["metric_conditions"]);
    if (!isSet(list))
      this.#refuse(["metric_conditions"], "wrong_type", { expected: "a list", found: "nothing" });
    if (list?.kind !== "sequence") return []; // the schema has refused it
    const isText = list.items.map((item) => item.kind === "scalar" && item.text !== undefined);
    for (const [i, item] of list.items.entries()) {
      if (item.kind === "scalar" && item.value === null)
        this.#refuse(["metric_conditions", i], "filter_condition_empty", undefined);
    }
    if (isText.every(Boolean)) {
      const texts = this.#texts(["metric_conditions"]);
      return texts.length === 0 ? [] : [this.#pass("metric_conditions", texts, undefined, errorMode)];
    }
    if (isText.some(Boolean)) {
      const odd = isText[0] ? isText.indexOf(false) : isText.indexOf(true);
      this.#refuse(["metric_conditions", odd], "filter_mixed_forms", undefined);
    }
    return list.items.flatMap((_, i) => (isText[i] ? [] : this.#group(["metric_conditions", i], errorMode)));
  }

  #group(path: Path, errorMode: ErrorMode): readonly Pass[] {
    this.#require(groupSchema, path);
    const mode = this.#errorMode([...path, "error_mode"]) ?? errorMode;
    const context = this.#context([...path, "context"]);
    if (context === "unknown") return [];
    const texts = isSet(this.#at([...path, "conditions"])) ? this.#texts([...path, "conditions"]) : [];
    return [this.#pass(settingAt("", path), texts, context, mode)];
  }

  /** One walk over conditions that each have a context, the given one or the one that their paths name. */
  #pass(
    name: string,
    texts: readonly PlacedText[],
    context: FilterContext | undefined,
    errorMode: ErrorMode,
  ): Pass {
    const compiled = texts.flatMap((text) => this.#compile(text, context));
    const lists = filterContexts.map((level): FilterList => {
      const conditions = compiled.filter(({ condition }) => condition.context === level);
      return { name, context: level, errorMode, conditions };
    });
    return Object.fromEntries(
      lists.filter(({ conditions }) => conditions.length > 0).map((list) => [list.context, list]),
    );
  }

  #compile(text: PlacedText, context: FilterContext | undefined): readonly FilterCondition[] {
    try {
      const compilation = compileCondition(text.text, context, this.#reading);
      const locate = (span?: Span) => configPlace(text, this.#lines, span);
      const compiled = { text: text.text, place: locate(), ...compilation, locate };
      if (this.#lines !== undefined) this.#written.set(compiled, text);
      return [compiled];
    } catch (error) {
      if (!(error instanceof OttlError)) throw error;
      const remedy = this.#remedy(text, context);
      for (const found of error.diagnostics) this.#findings.add(relocate(helped(found, text, remedy), text));
      return [];
    }
  }

  /** Where a condition would be right that its context lacks something for: among those of a record further down. */
  #remedy({ text, setting }: PlacedText, context: FilterContext | undefined): string | undefined {
    if (context === undefined) return undefined;
    const isGroup = setting.includes("metric_conditions");
    const levels: readonly FilterContext[] = isGroup ? filterContexts : structuredLists;
    const right = levels.slice(levels.indexOf(context) + 1).find((level) => this.#isRight(text, level));
    if (right === undefined) return undefined;
    return isGroup ? `give it the context ${right}` : `put it under metrics.${right}`;
  }

  #isRight(text: string, context: FilterContext): boolean {
    try {
      compileCondition(text, context, this.#reading);
      return true;
    } catch (error) {
      if (error instanceof OttlError) return false;
      throw error;
    }
  }

  #texts(path: Path): readonly PlacedText[] {
    const node = this.#at(path);
    if (node === undefined || node.kind === "map") return []; // the schema has refused a map
    const texts = placedTexts(node, this.#setting(path));
    if (node.kind === "scalar" && texts.length > 1)
      this.#warn(path, "filter_split_text", { count: texts.length });
    return texts;
  }

  /** The error mode that a setting names; none where it is absent, or refused. */
  #errorMode(path: Path): ErrorMode | undefined {
    const given = this.#word(path);
    const mode = errorModes.find((word) => word === given?.toLowerCase());
    if (given !== undefined && mode === undefined)
      this.#refuseWord(path, "filter_error_mode", given, errorModes);
    return mode;
  }

  #defaultErrorMode(): ErrorMode {
    return this.#has("filter_ignores_errors") ? "ignore" : "propagate";
  }

  /** The context that a setting names; none where it is absent. */
  #context(path: Path): FilterContext | "unknown" | undefined {
    const given = this.#word(path);
    const context = given?.toLowerCase();
    if (context === undefined) return this.#at(path) === undefined ? undefined : "unknown";
    if (isFilterContext(context)) return context;
    this.#refuseWord(path, "filter_group_context", context, filterContexts);
    return "unknown";
  }

  /** The text of a setting; none where it is absent, or no text, which the schema refuses. */
  #word(path: Path): string | undefined {
    const node = this.#at(path);
    if (node?.kind === "scalar" && node.value === null && this.#has("null_is_empty_text")) return "";
    return node?.text;
  }

  #refuseWord(
    path: Path,
    code: "filter_error_mode" | "filter_group_context",
    given: string,
    valid: readonly string[],
  ): void {
    const found = given === "" ? "nothing" : JSON.stringify(given);
    const hint = `choose ${orList(valid)}`;
    this.#refuse(path, code, { found }, { ...suggestion(given, valid), hint });
  }

  #require(schema: z.ZodType, path: Path): void {
    this.#findings.collect(() => decode(schema, this.#at(path) ?? this.#node, this.#setting(path)));
  }

  #has(capability: Capability): boolean {
    return this.#reading.check.compatibility.has(capability);
  }

  #at(path: Path): DocumentNode | undefined {
    return nodeAt(this.#node, path);
  }

  #setting(path: Path): string {
    return settingAt(this.#reading.setting, path);
  }

  #refuse<C extends Code>(path: Path, code: C, params: ParamsOf<C>, extra?: Extra): void {
    const diagnostic = makeDiagnostic(code, params, this.#span(path), extra);
    this.#findings.add({ ...diagnostic, setting: this.#setting(path) });
  }

  #warn<C extends Code>(path: Path, code: C, params: ParamsOf<C>): void {
    const diagnostic = makeDiagnostic(code, params, this.#span(path));
    this.#findings.add({ ...diagnostic, severity: "warning", setting: this.#setting(path) });
  }

  /** The range of a setting's value where it is a scalar, else of its key. */
  #span(path: Path): Span {
    const node = this.#at(path) ?? this.#node;
    const parent = this.#at(path.slice(0, -1));
    if (node.kind === "scalar" || parent?.kind !== "map") return node.span;
    return parent.entries.find(({ value }) => value === node)?.key.span ?? node.span;
  }
}

/** A finding of a condition with what the configuration knows about it. */
function helped(found: Diagnostic, text: PlacedText, remedy: string | undefined): Diagnostic {
  if (found.code === "unknown_path" && remedy !== undefined)
    return { ...found, hint: `${remedy}: ${found.hint}` };
  if (found.code !== "empty_text") return found;
  const { start, end } = text.locate({ start: 0, end: 0 });
  const [, reference] = /^["']?(\$.*?)["']?$/s.exec(text.source.text.slice(start, end)) ?? [];
  return reference === undefined
    ? found
    : { ...found, hint: `${reference} is not set, or has an empty value` };
}

/** Whether a setting is there and is not null. */
function isSet(node: DocumentNode | undefined): boolean {
  return node !== undefined && !(node.kind === "scalar" && node.value === null);
}
