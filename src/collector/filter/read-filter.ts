/** From the document of a filter's settings to the lists that it evaluates; everything that is wrong is told at once. */
import type { Diagnostic, Span } from "../../diagnostics/diagnostic.ts";
import { suggestion } from "../../diagnostics/did-you-mean.ts";
import { orList } from "../../diagnostics/or-list.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import type { DocumentNode } from "../../documents/node.ts";
import type { ErrorMode } from "../../engine/conditions.ts";
import { nestedListHint, settingAt } from "../config-issues.ts";
import { configPlace, type PlacedText, relocate, withReference } from "../placed-text.ts";
import { quotedWord, type SettingPath, SettingsReader } from "../settings-reader.ts";
import type { SignalName } from "../signals.ts";
import { type Compiling, compileCondition, compileInferred, isRight } from "./compile-condition.ts";
import { filterSchema, groupSchema, profileSettings, settingCapabilities } from "./config.ts";
import { type FilterSignal, filterSignals } from "./filter-signals.ts";
import { readLegacy, sides } from "./legacy/read-legacy.ts";
import { levelOf, type Pass } from "./levels.ts";
import type { FilterCondition, FilterContext, FilterList } from "./types.ts";
import type { WalkRules } from "./walk.ts";

/** How the settings are understood. */
export interface Reading extends Compiling {
  /** The path of the settings, such as `processors.filter/mesh`; empty for settings that are no text. */
  readonly setting: string;
  /** The signal of the pipeline that it is for. */
  readonly signal: SignalName | undefined;
}

/** What a filter does with payloads of a signal. */
export interface SignalPlan {
  readonly signal: FilterSignal;
  readonly passes: readonly Pass[];
  /** Whether each group of conditions is a pass of its own, in the form that infers contexts. */
  readonly flat: boolean;
  readonly rules: WalkRules;
}

/** What a filter does. */
export interface FilterPlan {
  /** Of the signals that it has conditions on. */
  readonly signals: readonly SignalPlan[];
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

class Reader {
  readonly #settings: SettingsReader;
  readonly #node: DocumentNode;
  readonly #reading: Reading;
  readonly #written = new Map<FilterCondition, PlacedText>();

  constructor(node: DocumentNode, reading: Reading) {
    this.#node = node;
    this.#settings = new SettingsReader(node, reading.setting, reading.check.compatibility);
    this.#reading = reading;
  }

  read(): FilterPlan {
    const settings = this.#settings;
    for (const [path, capability] of settingCapabilities) settings.isKnown(path, capability);
    settings.require(filterSchema, []);
    const mode = settings.errorMode(["error_mode"]) ?? this.#defaultErrorMode();
    const signals = filterSignals.flatMap((signal) => this.#signal(signal, mode));
    const profiles = profileSettings.filter((name) => settings.isSet([name]));
    const [profile] = profiles;
    if (profile !== undefined) settings.warn([profile], "filter_profiles_not_run", { settings: profiles });
    const { findings } = settings;
    const error = findings.error();
    if (error !== undefined) throw error;
    this.#warnOfNothing(signals);
    return { signals, written: this.#written, warnings: findings.warnings };
  }

  #signal(signal: FilterSignal, mode: ErrorMode): readonly SignalPlan[] {
    const isFlat =
      this.#settings.has("filter_flat_conditions") && this.#settings.at([signal.flat]) !== undefined;
    this.#refuseForms(signal, isFlat);
    const groups = isFlat ? this.#groups(signal, mode) : [];
    const others = () => this.#structured(signal, mode) ?? this.#legacy(signal, mode);
    const passes = groups.length > 0 ? groups : [others()].filter((pass) => pass !== undefined);
    if (groups.length > 0) this.#warnOfUnused(signal);
    const isMetrics = signal.name === "metrics";
    const rules: WalkRules = {
      failedItemEnds: !isMetrics || this.#settings.has("filter_failed_metric_ends"),
      partsSeeSchemaUrls: !isMetrics || this.#settings.has("filter_points_see_schema_urls"),
    };
    return passes.length === 0 ? [] : [{ signal, passes, flat: groups.length > 0, rules }];
  }

  /** The forms of conditions that were combined although one excludes the other. */
  #refuseForms({ structured, lists, flat, legacy }: FilterSignal, isFlat: boolean): void {
    const conditions = this.#setAmong(
      structured,
      lists.map(({ name }) => name),
    );
    const older = this.#setAmong(legacy, sides);
    if (isFlat) {
      for (const path of conditions) this.#refuseTogether(path, [flat]);
      // Of spans the reference takes both, and forgets the older one.
      if (legacy === structured) for (const path of older) this.#refuseTogether(path, [flat]);
      return;
    }
    const [first] = conditions;
    if (first !== undefined) for (const path of older) this.#refuseTogether(path, first);
  }

  #setAmong(owner: string, names: readonly string[]): readonly SettingPath[] {
    return names.map((name) => [owner, name]).filter((path) => this.#settings.isSet(path));
  }

  #refuseTogether(path: SettingPath, other: SettingPath): void {
    this.#settings.refuse(path, "filter_forms", { one: path.join("."), other: other.join(".") });
  }

  #warnOfUnused({ legacy, structured, flat }: FilterSignal): void {
    if (legacy === structured) return;
    for (const path of this.#setAmong(legacy, sides))
      this.#settings.warn(path, "filter_setting_unused", { setting: path.join("."), other: flat });
  }

  #warnOfNothing(plans: readonly SignalPlan[]): void {
    const { signal } = this.#reading;
    const names = plans.map((plan) => plan.signal.name);
    if (names.length === 0) this.#settings.warn([], "filter_without_conditions", undefined);
    else if (signal !== undefined && !names.includes(signal))
      this.#settings.warn([], "filter_of_other_signals", { signal, signals: names });
  }

  /** `metrics: { resource, metric, datapoint }`: one walk that asks all of them; an empty list counts as configured. */
  #structured(signal: FilterSignal, errorMode: ErrorMode): Pass | undefined {
    const lists = signal.lists.flatMap(({ name, context }): readonly FilterList[] => {
      const path = [signal.structured, name];
      if (!this.#settings.isSet(path)) return [];
      if (name === "resource" && !this.#settings.has("filter_resource_conditions")) return [];
      const conditions = this.#texts(path).flatMap((text) => this.#compile(text, signal, context));
      return [{ name: path.join("."), signal: signal.name, context, errorMode, conditions }];
    });
    return lists.length === 0 ? undefined : passOf(lists);
  }

  /** The older settings, of which those of other signals than the pipeline's are no reason to refuse it. */
  #legacy(signal: FilterSignal, errorMode: ErrorMode): Pass | undefined {
    const { check, setting, signal: wanted } = this.#reading;
    const settings = new SettingsReader(this.#node, setting, check.compatibility);
    const pass = readLegacy(settings, signal, errorMode, check.compatibility);
    const { warnings } = settings.findings;
    const errors = settings.findings.error()?.diagnostics ?? [];
    const isChecked = wanted === undefined || wanted === signal.name;
    for (const error of errors) {
      const refuses = isChecked || error.code === "filter_severity";
      this.#settings.findings.add(refuses ? error : { ...error, severity: "warning" });
    }
    for (const warning of warnings) this.#settings.findings.add(warning);
    return errors.length > 0 ? undefined : pass;
  }

  /** Conditions whose paths name their context: a list of texts is one group. */
  #groups(signal: FilterSignal, errorMode: ErrorMode): readonly Pass[] {
    const { flat } = signal;
    const settings = this.#settings;
    const list = settings.at([flat]);
    if (!settings.isSet([flat]))
      settings.refuse([flat], "wrong_type", { expected: "a list", found: "nothing" });
    if (list?.kind !== "sequence") return []; // the schema has refused it
    const isText = list.items.map((item) => item.kind === "scalar" && item.text !== undefined);
    for (const [i, item] of list.items.entries()) {
      if (item.kind === "scalar" && item.value === null)
        settings.refuse([flat, i], "filter_condition_empty", undefined);
    }
    const nested = list.items.findIndex(({ kind }) => kind === "sequence");
    if (nested >= 0) {
      const params = { expected: "a condition or a group", found: "a list" };
      settings.refuse([flat, nested], "wrong_type", params, { hint: nestedListHint });
      this.#pass(signal, flat, this.#texts([flat]), undefined, errorMode); // which tells what is wrong with the others
      return [];
    }
    if (isText.every(Boolean)) {
      const texts = this.#texts([flat]);
      return texts.length === 0 ? [] : [this.#pass(signal, flat, texts, undefined, errorMode)];
    }
    if (isText.some(Boolean)) {
      const odd = isText[0] ? isText.indexOf(false) : isText.indexOf(true);
      settings.refuse([flat, odd], "filter_mixed_forms", undefined);
    }
    return list.items.flatMap((_, i) => (isText[i] ? [] : this.#group(signal, [flat, i], errorMode)));
  }

  #group(signal: FilterSignal, path: SettingPath, errorMode: ErrorMode): readonly Pass[] {
    this.#settings.require(groupSchema, path);
    const mode = this.#settings.errorMode([...path, "error_mode"]) ?? errorMode;
    const context = this.#context(signal, [...path, "context"]);
    if (context === "unknown") return [];
    const conditions = [...path, "conditions"];
    const texts = this.#settings.isSet(conditions) ? this.#texts(conditions) : [];
    return [this.#pass(signal, settingAt("", path), texts, context, mode)];
  }

  /** One walk over conditions that each have a context, the given one or the one that their paths name. */
  #pass(
    signal: FilterSignal,
    name: string,
    texts: readonly PlacedText[],
    given: FilterContext | undefined,
    errorMode: ErrorMode,
  ): Pass {
    const compiled = texts.flatMap((text) => this.#compile(text, signal, given));
    const lists = signal.contexts.map((context): FilterList => {
      const conditions = compiled.filter(({ condition }) => condition.context === context);
      return { name, signal: signal.name, context, errorMode, conditions };
    });
    return passOf(lists.filter(({ conditions }) => conditions.length > 0));
  }

  #compile(
    text: PlacedText,
    signal: FilterSignal,
    context: FilterContext | undefined,
  ): readonly FilterCondition[] {
    try {
      const compilation =
        context === undefined
          ? compileInferred(text.text, signal, this.#reading)
          : compileCondition(text.text, context, this.#reading);
      const { lines } = this.#settings;
      const locate = (span?: Span) => configPlace(text, lines, span);
      const compiled = { text: text.text, place: locate(), ...compilation, locate };
      if (lines !== undefined) this.#written.set(compiled, text);
      return [compiled];
    } catch (error) {
      if (!(error instanceof OttlError)) throw error;
      const remedy = this.#remedy(text, signal, context);
      for (const found of error.diagnostics)
        this.#settings.findings.add(relocate(helped(found, text, remedy), text));
      return [];
    }
  }

  /** Where a condition would be right that its context lacks something for: among those of a record further down. */
  #remedy(
    { text, setting }: PlacedText,
    { contexts, lists, structured, flat }: FilterSignal,
    context: FilterContext | undefined,
  ): string | undefined {
    if (context === undefined) return undefined;
    const isGroup = setting.includes(flat);
    const below = contexts.slice(contexts.indexOf(context) + 1);
    for (const level of below) {
      const list = lists.find((one) => one.context === level);
      if ((!isGroup && list === undefined) || !isRight(text, level, this.#reading)) continue;
      return isGroup ? `give it the context ${level}` : `put it under ${structured}.${list?.name}`;
    }
    return undefined;
  }

  #texts(path: SettingPath): readonly PlacedText[] {
    return this.#settings.texts(path, "filter_split_text");
  }

  #defaultErrorMode(): ErrorMode {
    return this.#settings.has("filter_ignores_errors") ? "ignore" : "propagate";
  }

  /** The context that a setting names; none where it is absent. */
  #context(
    { contexts, name: signal }: FilterSignal,
    path: SettingPath,
  ): FilterContext | "unknown" | undefined {
    const given = this.#settings.word(path);
    const word = given?.toLowerCase();
    if (word === undefined) return this.#settings.at(path) === undefined ? undefined : "unknown";
    const context = contexts.find((name) => name === word);
    if (context !== undefined) return context;
    const hint = `choose ${orList(contexts)}`;
    const params = { found: quotedWord(word), signal };
    this.#settings.refuse(path, "filter_group_context", params, { ...suggestion(word, contexts), hint });
    return "unknown";
  }
}

function passOf(lists: readonly FilterList[]): Pass {
  return Object.fromEntries(lists.map((list) => [levelOf(list.context), list]));
}

/** A finding of a condition with what the configuration knows about it. */
function helped(found: Diagnostic, text: PlacedText, remedy: string | undefined): Diagnostic {
  if (found.code === "unknown_path" && remedy !== undefined)
    return { ...found, hint: `${remedy}: ${found.hint}` };
  return withReference(found, text);
}
