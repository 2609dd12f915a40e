/** What the older settings, and those of processors that take records of any signal, ask of records. */
import type { Compatibility } from "../../../core/compatibility.ts";
import { suggestion } from "../../../diagnostics/did-you-mean.ts";
import { orList } from "../../../diagnostics/or-list.ts";
import type { SettingPath, SettingsReader } from "../../settings-reader.ts";
import type { SignalName } from "../../signals.ts";
import type { FilterSignal } from "../filter-signals.ts";
import type { FilterContext } from "../types.ts";
import { namedKinds, numberField, serviceName, spanKind, textField } from "./fields.ts";
import { TextMatching } from "./match-type.ts";
import { Questions } from "./questions.ts";
import { severityOf } from "./severity.ts";
import type { Ask, Question } from "./test.ts";

/** What is asked of the records of a context, all of which must be true. */
export interface Asked {
  readonly context: FilterContext;
  readonly questions: readonly [Question, ...Question[]];
}

/** Reads `include` or `exclude`. */
export class Side {
  readonly #settings: SettingsReader;
  readonly #path: SettingPath;
  readonly #compatibility: Compatibility;
  readonly #matching: TextMatching;
  readonly #questions: Questions;

  constructor(settings: SettingsReader, path: SettingPath, compatibility: Compatibility) {
    this.#settings = settings;
    this.#path = path;
    this.#compatibility = compatibility;
    this.#matching = new TextMatching(settings, path);
    this.#questions = new Questions(settings, path, this.#matching);
  }

  /** Whether settings for other signals are refused. */
  get #strict(): boolean {
    return this.#settings.has("match_refuses_other_signals");
  }

  /** What the older settings of a filter ask. */
  asked({ name }: FilterSignal): readonly Asked[] {
    switch (name) {
      case "metrics":
        return this.#ofMetrics();
      case "traces":
        return asked("span", this.#ofSpans());
      case "logs":
        return asked("log", this.#ofLogs());
    }
  }

  /** The questions of a processor that takes records of every signal by the same settings. */
  askedOfAny(signal: SignalName): readonly Asked[] {
    switch (signal) {
      case "metrics":
        return asked("metric", this.#ofAnyMetrics());
      case "traces":
        return asked("span", this.#ofSpans());
      case "logs":
        return asked("log", this.#ofAnyLogs());
    }
  }

  /** Resources must be right, and are not asked. */
  #ofAnyMetrics(): readonly Question[] {
    const questions = this.#questions;
    const foreign = this.#refuseForeign("metrics", this.#strict ? notOfMetrics : []);
    if (!foreign && this.#strict) this.#requireOne("metrics", ["metric_names", "resources"]);
    if (this.#hasItems("resources"))
      this.#settings.warn([...this.#path, "resources"], "match_not_asked", undefined);
    return this.#matching.type === "expr"
      ? []
      : questions.oneOf("metric_names", textField("metric", "name", this.#compatibility));
  }

  #ofAnyLogs(): readonly Question[] {
    const questions = this.#questions;
    const text = (path: string) => textField("log", path, this.#compatibility);
    const foreign = this.#refuseForeign("log records", [
      "span_names",
      "services",
      "span_kinds",
      ...(this.#strict ? ["metric_names"] : []),
    ]);
    const asks = [
      "attributes",
      "libraries",
      "resources",
      "log_bodies",
      "log_severity_texts",
      "log_severity_number",
    ];
    if (!foreign) this.#requireOne("log records", asks);
    return [
      ...questions.oneOf("log_bodies", text("body")),
      ...questions.oneOf("log_severity_texts", text("severity_text")),
      ...this.#leastSeverity(),
      ...questions.libraries(text("instrumentation_scope.name"), text("instrumentation_scope.version")),
      ...questions.attributes("resources", "resource"),
      ...questions.attributes("attributes", "log"),
    ];
  }

  #leastSeverity(): readonly Question[] {
    const setting = "log_severity_number";
    const path = [...this.#path, setting];
    if (!this.#settings.isSet(path)) return [];
    const node = this.#settings.at([...path, "min"]);
    const least = node?.kind === "scalar" && typeof node.value === "bigint" ? Number(node.value) : 0;
    return this.#severityFrom(setting, least, `at least ${least}`);
  }

  /** Whether the severity is a number or more; records without one match where the setting says so. */
  #severityFrom(setting: string, least: number, text: string): readonly Question[] {
    const undefinedMatches = this.#settings.isTrue([...this.#path, setting, "match_undefined"]);
    const read = numberField("log", "severity_number");
    const ask: Ask = (record) => {
      const severity = read(record);
      return severity === 0 ? undefinedMatches : severity >= least;
    };
    return [this.#questions.setting(setting, `${text}${undefinedMatches ? " or undefined" : ""}`, ask)];
  }

  /** Refuses settings that are not asked of records of a kind, and answers whether there are some. */
  #refuseForeign(of: string, names: readonly string[]): boolean {
    const foreign = names.filter((name) => this.#hasItems(name));
    for (const setting of foreign)
      this.#settings.refuse([...this.#path, setting], "match_not_of", { setting, of });
    return foreign.length > 0;
  }

  #requireOne(of: string, names: readonly string[]): void {
    if (names.some((name) => this.#hasItems(name))) return;
    this.#settings.refuse(this.#path, "match_asks_nothing", { of }, { hint: `give ${orList(names)}` });
  }

  /** Whether a setting is a list with items, or another one that is there. */
  #hasItems(name: string): boolean {
    const path = [...this.#path, name];
    const node = this.#settings.at(path);
    if (node === undefined || !this.#settings.isSet(path)) return false;
    if (node.kind === "sequence") return node.items.length > 0;
    return node.kind === "map" || node.text !== "";
  }

  /** Resources and names are asked apart from each other. */
  #ofMetrics(): readonly Asked[] {
    const questions = this.#questions;
    return [
      ...asked("resource", questions.attributes("resource_attributes", "resource")),
      ...asked("metric", this.#ofNames()),
    ];
  }

  #ofNames(): readonly Question[] {
    const questions = this.#questions;
    if (this.#matching.type !== "expr")
      return questions.oneOf("metric_names", textField("metric", "name", this.#compatibility));
    if (questions.texts("expressions").length > 0) {
      const hint = "write conditions instead, such as `metrics: { datapoint: [...] }`";
      this.#settings.refuse([...this.#path, "expressions"], "filter_expressions_not_run", undefined, {
        hint,
      });
    }
    return [];
  }

  #ofLogs(): readonly Question[] {
    const questions = this.#questions;
    const text = (path: string) => textField("log", path, this.#compatibility);
    return [
      ...questions.oneOf("bodies", text("body")),
      ...questions.oneOf("severity_texts", text("severity_text")),
      ...this.#severity(),
      ...questions.attributes("resource_attributes", "resource"),
      ...questions.attributes("record_attributes", "log"),
    ];
  }

  #severity(): readonly Question[] {
    const setting = "severity_number";
    if (!this.#settings.isSet([...this.#path, setting])) return [];
    const word = this.#settings.word([...this.#path, setting, "min"]) ?? "";
    const least = severityOf(word);
    if (least === undefined) this.#refuseSeverity([...this.#path, setting, "min"], word);
    const isAny = least === undefined || word === "";
    return this.#severityFrom(setting, least ?? 0, isAny ? "any" : `at least ${word}`);
  }

  /** Older versions do not look at the word: to them it is the lowest severity. */
  #refuseSeverity(path: SettingPath, word: string): void {
    const params = { found: JSON.stringify(word) };
    if (this.#settings.has("filter_checks_severities")) {
      const hint = "choose trace, debug, info, warn, error or fatal, with 2, 3 or 4 behind it, or 1 to 24";
      this.#settings.refuse(path, "filter_severity", params, { hint });
    } else this.#settings.warn(path, "filter_severity", params);
  }

  #ofSpans(): readonly Question[] {
    const questions = this.#questions;
    const text = (path: string) => textField("span", path, this.#compatibility);
    const foreign = this.#refuseForeign("spans", [
      "log_bodies",
      "log_severity_texts",
      "log_severity_number",
      ...(this.#strict ? ["metric_names"] : []),
    ]);
    const asked = [
      ...questions.oneOf("services", serviceName(this.#compatibility)),
      ...questions.oneOf("span_names", text("name")),
      ...this.#kinds(),
      ...questions.libraries(text("instrumentation_scope.name"), text("instrumentation_scope.version")),
      ...questions.attributes("resources", "resource"),
      ...questions.attributes("attributes", "span"),
    ];
    if (!foreign) this.#requireOne("spans", spanSettings);
    return asked;
  }

  #kinds(): readonly Question[] {
    if (this.#matching.type === "strict") {
      for (const { text, setting } of this.#questions.texts("span_kinds")) {
        if (namedKinds.includes(text)) continue;
        const index = Number(/\[(\d+)\]$/.exec(setting)?.[1] ?? 0);
        const list = [...this.#path, "span_kinds"];
        const at = this.#settings.at([...list, index]) === undefined ? list : [...list, index];
        const hint = `choose ${orList(namedKinds)}`;
        const extra = { ...suggestion(`SPAN_KIND_${text.toUpperCase()}`, namedKinds), hint };
        this.#settings.refuse(at, "filter_span_kind", { found: JSON.stringify(text) }, extra);
      }
    }
    return this.#questions.oneOf("span_kinds", spanKind());
  }
}

/** What metrics are not asked. */
const notOfMetrics = [
  "log_bodies",
  "log_severity_texts",
  "log_severity_number",
  "span_names",
  "services",
  "span_kinds",
  "attributes",
  "libraries",
];

const spanSettings = ["services", "span_names", "span_kinds", "libraries", "resources", "attributes"];

function asked(context: FilterContext, questions: readonly Question[]): readonly Asked[] {
  const [first, ...others] = questions;
  return first === undefined ? [] : [{ context, questions: [first, ...others] }];
}
