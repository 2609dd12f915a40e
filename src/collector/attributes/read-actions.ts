/**
 * From the document of a list of actions to actions, by the rules of the reference's `attraction.NewAttrProc`. The
 * reference tells the first thing that is wrong; here everything is told.
 */
import type { z } from "zod";
import { type Capability, type Compatibility, capabilities } from "../../core/compatibility.ts";
import { Failure } from "../../core/failure.ts";
import { toLower } from "../../core/letter-case.ts";
import type { Value } from "../../core/values.ts";
import { type Code, makeDiagnostic, type ParamsOf } from "../../diagnostics/all-messages.ts";
import type { Diagnostic, Span } from "../../diagnostics/diagnostic.ts";
import { suggestion } from "../../diagnostics/did-you-mean.ts";
import { hintOf } from "../../diagnostics/messages.ts";
import type { DocumentNode } from "../../documents/node.ts";
import { nodeAt } from "../../documents/plain.ts";
import { compileMatcher, type Matcher } from "../../regexp/matcher.ts";
import { RegexpError } from "../../regexp/regexp-error.ts";
import { encodeAnyValue } from "../../shapes/otlp-json/encode.ts";
import { decode } from "../config.ts";
import type { Findings } from "../findings.ts";
import type { SettingsReader } from "../settings-reader.ts";
import { type Action, type ActionPlan, actionOf, type SourcePlan } from "./action.ts";
import { type ActionName, actionNames, actionSchema } from "./action-config.ts";
import { type ConvertedType, convertedTypes, isConvertedType } from "./convert-value.ts";
import { nodeValue } from "./node-value.ts";

type Config = NonNullable<z.infer<typeof actionSchema>>;
type Setting = keyof Config;

const sources = ["value", "from_attribute", "from_context"] as const;
const optional = [...sources, "default_value", "pattern", "converted_type"] as const;

const taken: Readonly<Record<ActionName, readonly Setting[]>> = {
  insert: [...sources, "default_value"],
  update: [...sources, "default_value"],
  upsert: [...sources, "default_value"],
  delete: ["pattern"],
  hash: ["pattern"],
  extract: ["pattern"],
  convert: ["converted_type"],
};

/** Settings that the reference passes over where an action does not take them; others it refuses. */
const ignored: Readonly<Partial<Record<ActionName, readonly Setting[]>>> = {
  delete: ["from_context", "default_value"],
  hash: ["from_context", "default_value"],
  extract: ["default_value"],
  convert: ["default_value"],
};

/**
 * Reads the list of actions that a setting is, once the settings have been looked at by their schema; what is wrong with
 * them goes to the findings.
 */
export function readActions(
  settings: SettingsReader,
  name: string,
  compatibility: Compatibility,
): readonly Action[] {
  const { findings } = settings;
  const list = settings.at([name]);
  const items = list?.kind === "sequence" ? list.items : [];
  if (items.length === 0 && findings.error() === undefined)
    settings.refuse([name], "actions_missing", { setting: name });
  return items.flatMap((item, i) => {
    const reader = new ActionReader(item, settings.pathOf([name, i]), compatibility, findings);
    return reader.read() ?? [];
  });
}

class ActionReader {
  readonly #node: DocumentNode;
  readonly #setting: string;
  readonly #compatibility: Compatibility;
  readonly #findings: Findings;
  #config: Config = {};

  constructor(node: DocumentNode, setting: string, compatibility: Compatibility, findings: Findings) {
    this.#node = node;
    this.#setting = setting;
    this.#compatibility = compatibility;
    this.#findings = findings;
  }

  read(): Action | undefined {
    const config = this.#findings.collect(() => decode(actionSchema, this.#node, this.#setting) ?? {});
    if (config === undefined) return undefined;
    this.#config = config;
    this.#requireVersion("default_value", "default_value");
    const name = this.#name();
    const plan = name === undefined ? undefined : this.#plan(name);
    return plan === undefined ? undefined : actionOf(plan, this.#compatibility);
  }

  #name(): ActionName | undefined {
    const written = this.#config.action ?? "";
    const name = actionNames.find((one) => one === toLower(written));
    if (name !== undefined) return name;
    if (written === "") this.#add("action_missing", undefined, "action");
    else
      this.#add(
        "unknown_action",
        { action: written, valid: actionNames },
        "action",
        suggestion(written, actionNames),
      );
    return undefined;
  }

  #plan(action: ActionName): ActionPlan {
    const { key, pattern } = this.#config;
    const byPattern = action === "delete" || action === "hash";
    if (isAbsent(key) && !(byPattern && !isAbsent(pattern)))
      this.#add("action_key_missing", { action, pattern: byPattern }, "key");
    this.#tellUnused(action);
    switch (action) {
      case "insert":
      case "update":
      case "upsert":
        return { action, key: key ?? "", ...this.#source(action) };
      case "delete":
      case "hash": {
        const matcher = this.#matcher();
        return { action, key: key ?? "", ...(matcher === undefined ? {} : { pattern: matcher }) };
      }
      case "extract":
        return { action, key: key ?? "", pattern: this.#extracting() };
      case "convert":
        return { action, key: key ?? "", type: this.#convertedType() };
    }
  }

  #tellUnused(action: ActionName): void {
    for (const setting of optional) {
      if (taken[action].includes(setting) || !this.#has(setting)) continue;
      if (ignored[action]?.includes(setting) !== true)
        this.#add("action_setting_unused", { action, setting }, setting);
      else this.#add("action_setting_ignored", { action, setting }, setting, { severity: "warning" });
    }
  }

  #source(action: ActionName): SourcePlan {
    const given = sources.filter((setting) => this.#has(setting));
    const hasDefault = this.#has("default_value");
    if (given.length > 1) this.#add("action_sources", { found: given }, given[1] ?? "value");
    if (given.length === 0 && !hasDefault) {
      const all = this.#compatibility.has("default_value") ? [...sources, "default_value"] : sources;
      this.#add("action_source_missing", { action, sources: all }, "value");
    }
    const { from_attribute, from_context } = this.#config;
    const value = this.#value("value");
    const fallback = this.#value("default_value");
    return {
      ...(value === undefined ? {} : { value }),
      ...(fallback === undefined ? {} : { fallback }),
      ...(isAbsent(from_attribute) ? {} : { fromAttribute: from_attribute }),
      ...(isAbsent(from_context) ? {} : { fromContext: from_context }),
    };
  }

  #value(setting: "value" | "default_value"): Value | undefined {
    const node = nodeAt(this.#node, [setting]);
    if (node === undefined || !this.#has(setting)) return undefined;
    try {
      const value = nodeValue(node);
      encodeAnyValue(value); // which refuses what no attribute can hold
      return value;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const label = { label: "write it in quotes to have it as text" };
      this.#add("action_value", { type: String(error.params.type) }, setting, label);
      return undefined;
    }
  }

  #matcher(): Matcher | undefined {
    const { pattern } = this.#config;
    if (isAbsent(pattern)) return undefined;
    try {
      return compileMatcher(pattern);
    } catch (error) {
      if (!(error instanceof RegexpError)) throw error;
      const { start, end, reason } = error;
      const params = { pattern, reason, start, end };
      const hint = hintOf("invalid_regex", params);
      this.#add("invalid_regex", params, "pattern", hint === undefined ? {} : { hint }, { start, end });
      return undefined;
    }
  }

  #extracting(): Matcher {
    const matcher = this.#matcher();
    if (matcher === undefined) {
      if (isAbsent(this.#config.pattern))
        this.#add("action_setting_missing", { action: "extract", setting: "pattern" }, "pattern");
      return compileMatcher("");
    }
    if (matcher.groups.length <= 1) this.#add("action_pattern_groups", undefined, "pattern");
    const unnamed = matcher.groups.findIndex((name, i) => i > 0 && isAbsent(name));
    if (unnamed > 0) this.#add("action_pattern_group_unnamed", { group: unnamed }, "pattern");
    return matcher;
  }

  #convertedType(): ConvertedType {
    const { converted_type: type } = this.#config;
    if (isAbsent(type)) {
      this.#add("action_setting_missing", { action: "convert", setting: "converted_type" }, "converted_type");
    } else if (isConvertedType(type)) {
      return type;
    } else {
      const params = { type, valid: convertedTypes };
      this.#add("unknown_converted_type", params, "converted_type", suggestion(type, convertedTypes));
    }
    return "string";
  }

  #requireVersion(setting: Setting, capability: Capability): void {
    if (nodeAt(this.#node, [setting]) === undefined || this.#compatibility.has(capability)) return;
    const { version } = this.#compatibility;
    this.#add("action_setting_since", { setting, version, since: capabilities[capability].since }, setting);
  }

  /** Whether a setting says anything: nothing and the empty text are as good as absent, but for a value. */
  #has(setting: Setting): boolean {
    const given = this.#config[setting] ?? "";
    return (
      given !== "" || ((setting === "value" || setting === "default_value") && this.#config[setting] === "")
    );
  }

  /** Adds a finding about a setting: at the setting, or where it is missing at the action that is named. */
  #add<C extends Code>(
    code: C,
    params: ParamsOf<C>,
    setting: Setting,
    extra: Pick<Partial<Diagnostic>, "label" | "hint" | "severity"> = {},
    within?: Span,
  ): void {
    const node = nodeAt(this.#node, [setting]);
    const { severity = "error", ...more } = extra;
    const at = within !== undefined && node?.kind === "scalar" ? node.locate(within) : this.#spanOf(node);
    this.#findings.add({
      ...makeDiagnostic(code, params, at, more),
      severity,
      setting: `${this.#setting}.${setting}`,
    });
  }

  #spanOf(node: DocumentNode | undefined): Span {
    if (node !== undefined) return node.span;
    const action = nodeAt(this.#node, ["action"]);
    const first = this.#node.kind === "map" ? this.#node.entries[0]?.key : undefined;
    return (action ?? first ?? this.#node).span;
  }
}

function isAbsent(text: string | null | undefined): text is "" | null | undefined {
  return (text ?? "") === "";
}
