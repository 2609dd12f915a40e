/** From the document of a transform's settings to the groups that it runs; everything that is wrong is told at once. */
import type { Capability } from "../../core/compatibility.ts";
import type { Diagnostic, Span } from "../../diagnostics/diagnostic.ts";
import { suggestion } from "../../diagnostics/did-you-mean.ts";
import { orList } from "../../diagnostics/or-list.ts";
import type { DocumentNode } from "../../documents/node.ts";
import type { ErrorMode } from "../../engine/conditions.ts";
import { settingAt } from "../config-issues.ts";
import { configPlace, type PlacedText, placedText, relocate, withReference } from "../placed-text.ts";
import { quotedWord, type SettingPath, SettingsReader } from "../settings-reader.ts";
import { type Compiled, compileGroup, type GroupCompiling } from "./compile-group.ts";
import { statementGroupSchema, transformSchema } from "./config.ts";
import { type StatementSetting, statementSettings } from "./signals.ts";
import type { TransformCondition, TransformGroup, TransformStatement } from "./types.ts";

/** How the settings are understood. */
export interface TransformReading extends GroupCompiling {
  /** The path of the settings, such as `processors.transform/mesh`; empty for settings that are no text. */
  readonly setting: string;
}

/** What a transform does. */
export interface TransformPlan {
  readonly groups: readonly TransformGroup[];
  /** Whether each log record gets a resource and a scope of its own while the statements run. */
  readonly flattensLogs: boolean;
  /** Whether what groups share in `cache` is empty for each payload. */
  readonly forgetsCaches: boolean;
  /** Whether statements on scopes see the schema URL of the resource. */
  readonly scopesSeeResourceUrl: boolean;
  /** What the version can do. */
  readonly has: (capability: Capability) => boolean;
  /** Where the texts are written, of settings that come from a text. */
  readonly written: ReadonlyMap<TransformCondition | TransformStatement, PlacedText>;
  readonly warnings: readonly Diagnostic[];
}

/**
 * Reads the settings of a transform and compiles its statements.
 *
 * @throws {OttlError} of phase `configuration` with every finding.
 */
export function readTransform(node: DocumentNode, reading: TransformReading): TransformPlan {
  return new Reader(node, reading).read();
}

class Reader {
  readonly #settings: SettingsReader;
  readonly #reading: TransformReading;
  readonly #written = new Map<TransformCondition | TransformStatement, PlacedText>();

  constructor(node: DocumentNode, reading: TransformReading) {
    this.#settings = new SettingsReader(node, reading.setting, reading.check.compatibility);
    this.#reading = reading;
  }

  read(): TransformPlan {
    const settings = this.#settings;
    settings.require(transformSchema, []);
    const mode = settings.errorMode(["error_mode"]) ?? this.#defaultErrorMode();
    const groups = statementSettings.flatMap((one) => this.#list(one, mode));
    const flattensLogs = this.#flattening();
    const error = settings.findings.error();
    if (error !== undefined) throw error;
    if (groups.some(({ signal }) => signal === "profiles"))
      settings.warn(["profile_statements"], "transform_profiles_not_run", undefined);
    if (groups.every(({ statements }) => statements.length === 0))
      settings.warn([], "transform_without_statements", undefined);
    return {
      groups,
      flattensLogs,
      forgetsCaches: settings.has("transform_cache_of_payload") || !settings.has("transform_shared_cache"),
      scopesSeeResourceUrl: settings.has("transform_scopes_see_resource_url"),
      has: this.#reading.check.compatibility.has,
      written: this.#written,
      warnings: settings.findings.warnings,
    };
  }

  #defaultErrorMode(): ErrorMode {
    return this.#settings.has("transform_ignores_errors") ? "ignore" : "propagate";
  }

  /** A list of texts, which are one group or one each, of groups, or of groups and then texts. */
  #list(list: StatementSetting, errorMode: ErrorMode): readonly TransformGroup[] {
    const settings = this.#settings;
    const { setting, signal } = list;
    if (signal === "profiles" && !settings.isKnown([setting], "transform_profiles")) return [];
    const infers = settings.has("transform_infers_contexts");
    if (infers && settings.at([setting]) !== undefined && !settings.isSet([setting]))
      settings.refuse([setting], "wrong_type", { expected: "a list", found: "nothing" });
    const node = settings.at([setting]);
    if (node?.kind !== "sequence") return []; // the schema has refused it
    const together = settings.has("transform_lists_are_groups");
    const firstText = node.items.findIndex((item) => item.kind === "scalar" && item.text !== undefined);
    const texts: PlacedText[] = [];
    const groups: TransformGroup[] = [];
    for (const [i, item] of node.items.entries()) {
      const path = [setting, i];
      if (item.kind === "scalar" && item.value === null)
        settings.refuse(path, "transform_group_missing", undefined);
      else if (!infers || item.kind !== "scalar" || item.text === undefined) {
        if (together && firstText >= 0 && firstText < i)
          settings.refuse(path, "transform_mixed_forms", undefined);
        groups.push(...this.#group(path, list, errorMode));
      } else {
        const text = placedText(item, settings.pathOf(path));
        if (together) texts.push(text);
        else groups.push(this.#texts(settingAt("", path), list, errorMode, true, [text]));
      }
    }
    if (texts.length > 0) groups.push(this.#texts(setting, list, errorMode, false, texts));
    return groups;
  }

  /** Texts of a list, which are a group. */
  #texts(
    name: string,
    list: StatementSetting,
    errorMode: ErrorMode,
    sharesCache: boolean,
    statements: readonly PlacedText[],
  ): TransformGroup {
    const about = { path: [list.setting], name, context: undefined, errorMode, sharesCache };
    return this.#compile(about, list, [], statements);
  }

  #group(path: SettingPath, list: StatementSetting, errorMode: ErrorMode): readonly TransformGroup[] {
    const settings = this.#settings;
    settings.require(statementGroupSchema, path);
    const hasMode = settings.isKnown([...path, "error_mode"], "transform_group_error_mode");
    const mode = hasMode ? settings.errorMode([...path, "error_mode"]) : undefined;
    const sharing = settings.isKnown([...path, "shared_cache"], "transform_shared_cache");
    const context = this.#context([...path, "context"], list);
    if (context === "unknown" || settings.at(path)?.kind !== "map") return [];
    const conditions = settings.texts([...path, "conditions"], "filter_split_text");
    const statements = settings.texts([...path, "statements"], "transform_split_text");
    const about = {
      path,
      name: settingAt("", path),
      context,
      errorMode: mode ?? errorMode,
      sharesCache: sharing && settings.isTrue([...path, "shared_cache"]),
    };
    return [this.#compile(about, list, conditions, statements)];
  }

  /** The context that a setting names; none where it is absent and the paths tell it. */
  #context(path: SettingPath, { signal, contexts }: StatementSetting): string | "unknown" | undefined {
    const settings = this.#settings;
    const given = settings.word(path);
    const context = given?.toLowerCase();
    if (context === undefined) {
      if (settings.isSet(path)) return "unknown"; // the schema has refused it
      if (settings.has("transform_infers_contexts")) return undefined;
      const parent = path.slice(0, -1);
      if (settings.at(parent)?.kind !== "map") return "unknown";
      const hint = `choose ${orList(this.#known(contexts))}`;
      settings.refuse(parent, "transform_context_missing", undefined, { hint });
      return "unknown";
    }
    const valid = this.#known(contexts);
    if (valid.includes(context)) return context;
    const found = quotedWord(context);
    const hint = `choose ${orList(valid)}`;
    settings.refuse(
      path,
      "transform_group_context",
      { found, signal },
      { ...suggestion(context, valid), hint },
    );
    return "unknown";
  }

  #known(contexts: readonly string[]): readonly string[] {
    return contexts.filter((name) => name !== "exemplar" || this.#settings.has("transform_exemplars"));
  }

  #compile(
    { path, name, context, errorMode, sharesCache }: About,
    list: StatementSetting,
    conditions: readonly PlacedText[],
    statements: readonly PlacedText[],
  ): TransformGroup {
    const texts = { context, conditions: textsOf(conditions), statements: textsOf(statements) };
    const compiled = compileGroup(texts, list, this.#reading);
    const { problem, inference } = compiled;
    if (problem !== undefined) this.#tell(path, problem, statements[0] ?? conditions[0]);
    const shared =
      inference !== undefined && conditions.length + statements.length > 1 ? compiled.context : undefined;
    return {
      name,
      signal: list.signal,
      context: compiled.context,
      errorMode,
      sharesCache,
      conditions: conditions.flatMap((text, i) =>
        this.#made(text, compiled.conditions[i], (condition, placed) => ({ ...placed, condition }), shared),
      ),
      statements: statements.flatMap((text, i) =>
        this.#made(text, compiled.statements[i], (statement, placed) => ({ ...placed, statement }), shared),
      ),
      ...(inference === undefined ? {} : { inference }),
    };
  }

  /** Something about a group as a whole, at its first text. */
  #tell(path: SettingPath, problem: Diagnostic, first: PlacedText | undefined): void {
    const { findings } = this.#settings;
    if (first === undefined)
      findings.add({ ...problem, span: this.#settings.span(path), setting: this.#settings.pathOf(path) });
    else findings.add(relocate({ ...problem, span: { start: 0, end: first.text.length } }, first));
  }

  #made<T, M extends TransformCondition | TransformStatement>(
    text: PlacedText,
    { made, error }: Compiled<T> = {},
    make: (made: T, placed: Pick<M, "text" | "place" | "locate">) => M,
    shared: string | undefined,
  ): readonly M[] {
    const { lines, findings } = this.#settings;
    for (const found of error?.diagnostics ?? []) findings.add(relocate(helped(found, text, shared), text));
    if (made === undefined) return [];
    const locate = (span?: Span) => configPlace(text, lines, span);
    const one = make(made, { text: text.text, place: locate(), locate });
    if (lines !== undefined) this.#written.set(one, text);
    return [one];
  }

  /** Whether logs are flattened, which needs a feature gate. */
  #flattening(): boolean {
    const settings = this.#settings;
    const { version } = this.#reading.check.compatibility;
    const isOn = this.#reading.check.gates.has("transform.flatten.logs");
    const data = ["flatten_data"];
    const log = ["flatten", "log"];
    if (settings.has("transform_lacks_flatten_data") && settings.at(data) !== undefined)
      settings.refuse(data, "transform_setting_until", {
        setting: "flatten_data",
        version,
        instead: "flatten.log",
      });
    settings.isKnown(["flatten"], "transform_flatten_log");
    const wanted = [data, log].filter((path) => settings.isTrue(path));
    for (const path of wanted)
      if (!isOn) settings.refuse(path, "transform_flatten_gate", { setting: path.join(".") });
    if (wanted.length > 1) settings.refuse(log, "transform_flatten_twice", undefined);
    return wanted.length > 0;
  }
}

/** What is known of a group beside its texts. */
interface About {
  readonly path: SettingPath;
  readonly name: string;
  readonly context: string | undefined;
  readonly errorMode: ErrorMode;
  readonly sharesCache: boolean;
}

function textsOf(texts: readonly PlacedText[]): readonly string[] {
  return texts.map(({ text }) => text);
}

/** A finding with what the configuration knows about it, such as the context that a list has in common. */
function helped(found: Diagnostic, text: PlacedText, shared: string | undefined): Diagnostic {
  if (text.isPart)
    return { ...found, hint: "the Collector splits a text in place of a list at its commas: write a list" };
  if (shared !== undefined && found.code === "function_not_here") {
    const hint = `the paths of the whole list lead to context ${shared}: put this text in a group of its own`;
    return { ...found, hint };
  }
  return withReference(found, text);
}
