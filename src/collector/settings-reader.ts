import type { z } from "zod";
import type { CheckSettings } from "../check/scope.ts";
import { type Capability, capabilities } from "../core/compatibility.ts";
import { type Code, makeDiagnostic, type ParamsOf } from "../diagnostics/all-messages.ts";
import type { Span } from "../diagnostics/diagnostic.ts";
import { suggestion } from "../diagnostics/did-you-mean.ts";
import { LineCounter } from "../diagnostics/line-counter.ts";
import type { Extra } from "../diagnostics/make-diagnostic.ts";
import { orList } from "../diagnostics/or-list.ts";
import type { DocumentNode, SourceText } from "../documents/node.ts";
import { nodeAt } from "../documents/plain.ts";
import { type ErrorMode, errorModes } from "../engine/conditions.ts";
import { decode } from "./config.ts";
import { settingAt } from "./config-issues.ts";
import { Findings } from "./findings.ts";
import { type PlacedText, placedTexts } from "./placed-text.ts";

/** The steps from a processor's settings to one of them. */
export type SettingPath = readonly (string | number)[];

/** Reads the settings of a processor one by one and gathers what is wrong with them, each at its place. */
export class SettingsReader {
  readonly findings: Findings;
  /** The lines of the text that the settings come from; absent for settings that are data. */
  readonly lines: LineCounter | undefined;
  readonly #node: DocumentNode;
  readonly #setting: string;
  readonly #compatibility: CheckSettings["compatibility"];

  /** `setting` is the path of the settings in a configuration, empty for settings that are data. */
  constructor(node: DocumentNode, setting: string, compatibility: CheckSettings["compatibility"]) {
    this.findings = new Findings(node.source);
    this.lines = setting === "" ? undefined : linesOf(node.source);
    this.#node = node;
    this.#setting = setting;
    this.#compatibility = compatibility;
  }

  has(capability: Capability): boolean {
    return this.#compatibility.has(capability);
  }

  at(path: SettingPath): DocumentNode | undefined {
    return nodeAt(this.#node, path);
  }

  /** Whether a setting is there and is not null. */
  isSet(path: SettingPath): boolean {
    const node = this.at(path);
    return node !== undefined && !(node.kind === "scalar" && node.value === null);
  }

  /** Whether a setting is true; what is none of true and false a schema refuses. */
  isTrue(path: SettingPath): boolean {
    const node = this.at(path);
    return node?.kind === "scalar" && node.value === true;
  }

  pathOf(path: SettingPath): string {
    return settingAt(this.#setting, path);
  }

  require(schema: z.ZodType, path: SettingPath): void {
    this.findings.collect(() => decode(schema, this.at(path) ?? this.#node, this.pathOf(path)));
  }

  /** Whether the version has a setting that is there; tells where it does not. */
  isKnown(path: SettingPath, capability: Capability): boolean {
    if (this.has(capability)) return true;
    if (this.at(path) === undefined) return false;
    const { version } = this.#compatibility;
    const { since } = capabilities[capability];
    this.refuse(path, "filter_setting_since", { setting: path.join("."), version, since });
    return false;
  }

  /** The texts of a list; `split` is how to warn of a text that the Collector splits into several. */
  texts(path: SettingPath, split: "filter_split_text" | "transform_split_text"): readonly PlacedText[] {
    const node = this.at(path);
    if (node === undefined || node.kind === "map" || !this.isSet(path)) return []; // the schema has refused a map
    const texts = placedTexts(node, this.pathOf(path));
    if (node.kind === "scalar" && texts.length > 1) this.warn(path, split, { count: texts.length });
    return texts;
  }

  /** The text of a setting; none where it is absent, or no text, which a schema refuses. */
  word(path: SettingPath): string | undefined {
    const node = this.at(path);
    if (node?.kind === "scalar" && node.value === null && this.has("null_is_empty_text")) return "";
    return node?.text;
  }

  /** The error mode that a setting names; none where it is absent, or refused. */
  errorMode(path: SettingPath): ErrorMode | undefined {
    const given = this.word(path);
    const mode = errorModes.find((word) => word === given?.toLowerCase());
    if (given !== undefined && mode === undefined) {
      const found = quotedWord(given);
      const hint = `choose ${orList(errorModes)}`;
      this.refuse(path, "filter_error_mode", { found }, { ...suggestion(given, errorModes), hint });
    }
    return mode;
  }

  refuse<C extends Code>(path: SettingPath, code: C, params: ParamsOf<C>, extra?: Extra): void {
    const diagnostic = makeDiagnostic(code, params, this.span(path), extra);
    this.findings.add({ ...diagnostic, setting: this.pathOf(path) });
  }

  warn<C extends Code>(path: SettingPath, code: C, params: ParamsOf<C>): void {
    const diagnostic = makeDiagnostic(code, params, this.span(path));
    this.findings.add({ ...diagnostic, severity: "warning", setting: this.pathOf(path) });
  }

  /** The range of a setting's value where it is a scalar, else of its key. */
  span(path: SettingPath): Span {
    const node = this.at(path) ?? this.#node;
    const parent = this.at(path.slice(0, -1));
    if (node.kind === "scalar" || parent?.kind !== "map") return node.span;
    return parent.entries.find(({ value }) => value === node)?.key.span ?? node.span;
  }
}

/** A word that was given, as messages show it. */
export function quotedWord(given: string): string {
  return given === "" ? "nothing" : JSON.stringify(given);
}

const counters = new WeakMap<SourceText, LineCounter>();

/** Counts the lines of a source once, however many processors are read from it. */
function linesOf(source: SourceText): LineCounter {
  const known = counters.get(source);
  if (known !== undefined) return known;
  const lines = new LineCounter(source.text, source.file);
  counters.set(source, lines);
  return lines;
}
