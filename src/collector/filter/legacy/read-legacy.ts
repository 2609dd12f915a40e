/**
 * From the older `include` and `exclude` to questions, by the rules of the reference's `filtermetric`, `filterlog` and
 * `filterspan`: what is not included goes, and what is excluded.
 */
import type { Compatibility } from "../../../core/compatibility.ts";
import { suggestion } from "../../../diagnostics/did-you-mean.ts";
import { orList } from "../../../diagnostics/or-list.ts";
import type { ErrorMode } from "../../../engine/conditions.ts";
import type { SettingPath, SettingsReader } from "../../settings-reader.ts";
import type { FilterSignal } from "../filter-signals.ts";
import { type Level, levelOf, type Pass } from "../levels.ts";
import { configPlace } from "../placed-text.ts";
import type { FilterCondition, FilterContext, FilterList } from "../types.ts";
import { namedKinds, numberField, serviceName, spanKind, textField } from "./fields.ts";
import { TextMatching } from "./match-type.ts";
import { Questions } from "./questions.ts";
import { severityOf } from "./severity.ts";
import { LegacyTest, type Question } from "./test.ts";

/** The older setting of a signal: `include` or `exclude`. */
const sides = ["include", "exclude"] as const;

/** The pass that the older settings of a signal make; none where they ask nothing. */
export function readLegacy(
  settings: SettingsReader,
  signal: FilterSignal,
  errorMode: ErrorMode,
  compatibility: Compatibility,
): Pass | undefined {
  const conditions = sides.flatMap((side) => {
    const path = [signal.legacy, side];
    if (!settings.isSet(path)) return [];
    return new Side(settings, path, compatibility).asked(signal).map((asked) => condition(asked, side, path));
  });
  const lists = Map.groupBy(conditions, ({ condition }) => condition.context);
  if (lists.size === 0) return undefined;
  const pass: Partial<Record<Level, FilterList>> = {};
  for (const [context, of] of lists)
    pass[levelOf(context)] = { name: signal.legacy, signal: signal.name, context, errorMode, conditions: of };
  return pass;

  function condition({ context, questions }: Asked, side: (typeof sides)[number], path: SettingPath) {
    const [first] = questions;
    const setting = settings.pathOf(path);
    const span = settings.span(path);
    const { source } = first.written;
    const written = { setting, source, locate: () => span };
    const [one, second] = questions;
    const all: Question = second === undefined ? one : { kind: "and", of: questions, written };
    const test = new LegacyTest(context, side === "exclude" ? all : { kind: "not", of: [all], written });
    return {
      text: test.text,
      place: configPlace({ ...written, text: "" }, settings.lines),
      condition: test,
      locate: (range) => configPlace({ ...test.writtenAt(range), text: "" }, settings.lines, range),
    } satisfies FilterCondition;
  }
}

/** What is asked of the records of a context, all of which must be true. */
interface Asked {
  readonly context: FilterContext;
  readonly questions: readonly [Question, ...Question[]];
}

class Side {
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
    const undefinedNode = this.#settings.at([...this.#path, setting, "match_undefined"]);
    const matchesUndefined = undefinedNode?.kind === "scalar" && undefinedNode.value === true;
    const read = numberField("log", "severity_number");
    const text = `${least === undefined || word === "" ? "any" : `at least ${word}`}${matchesUndefined ? " or undefined" : ""}`;
    return [
      this.#questions.setting(setting, text, (record) => {
        const severity = read(record);
        return severity === 0 ? matchesUndefined : severity >= (least ?? 0);
      }),
    ];
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
    const foreign = ["log_bodies", "log_severity_texts", "metric_names"].filter(
      (name) => questions.texts(name).length > 0,
    );
    if (this.#settings.isSet([...this.#path, "log_severity_number"])) foreign.push("log_severity_number");
    if (foreign.includes("metric_names") && !this.#settings.has("filter_spans_refuse_metric_names"))
      foreign.splice(foreign.indexOf("metric_names"), 1);
    for (const name of foreign)
      this.#settings.refuse([...this.#path, name], "filter_not_of_spans", { setting: name });
    const asked = [
      ...questions.oneOf("services", serviceName(this.#compatibility)),
      ...questions.oneOf("span_names", text("name")),
      ...this.#kinds(),
      ...questions.libraries(text("instrumentation_scope.name"), text("instrumentation_scope.version")),
      ...questions.attributes("resources", "resource"),
      ...questions.attributes("attributes", "span"),
    ];
    if (asked.length === 0 && !this.#hasFaultyItems() && foreign.length === 0) {
      const hint = `give ${orList(spanSettings)}`;
      this.#settings.refuse(this.#path, "filter_asks_nothing", undefined, { hint });
    }
    return asked;
  }

  /** Whether there are items of which no question could be made, which is told of them. */
  #hasFaultyItems(): boolean {
    return spanSettings.some((name) => {
      const node = this.#settings.at([...this.#path, name]);
      return node?.kind === "sequence" && node.items.length > 0;
    });
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

const spanSettings = ["services", "span_names", "span_kinds", "libraries", "resources", "attributes"];

function asked(context: FilterContext, questions: readonly Question[]): readonly Asked[] {
  const [first, ...others] = questions;
  return first === undefined ? [] : [{ context, questions: [first, ...others] }];
}
