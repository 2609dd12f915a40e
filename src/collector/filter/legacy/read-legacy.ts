/**
 * From the older `include` and `exclude` to questions, by the rules of the reference's `filtermetric`, `filterlog` and
 * `filterspan`: what is not included goes, and what is excluded.
 */
import type { Compatibility } from "../../../core/compatibility.ts";
import type { ErrorMode } from "../../../engine/conditions.ts";
import { configPlace } from "../../placed-text.ts";
import type { SettingPath, SettingsReader } from "../../settings-reader.ts";
import type { SignalName } from "../../signals.ts";
import type { FilterSignal } from "../filter-signals.ts";
import { type Level, levelOf, type Pass } from "../levels.ts";
import type { FilterCondition, FilterList } from "../types.ts";
import { type Asked, Side } from "./side.ts";
import { LegacyTest, type Question } from "./test.ts";

/** What records must be like, and what they must not be like. */
export const sides = ["include", "exclude"] as const;

/** The pass that the older settings of a signal make; none where they ask nothing. */
export function readLegacy(
  settings: SettingsReader,
  signal: FilterSignal,
  errorMode: ErrorMode,
  compatibility: Compatibility,
): Pass | undefined {
  const conditions = conditionsOf(settings, [signal.legacy], compatibility, (side) => side.asked(signal));
  const lists = Map.groupBy(conditions, ({ condition }) => condition.context);
  if (lists.size === 0) return undefined;
  const pass: Partial<Record<Level, FilterList>> = {};
  for (const [context, of] of lists)
    pass[levelOf(context)] = { name: signal.legacy, signal: signal.name, context, errorMode, conditions: of };
  return pass;
}

/** The conditions by which a processor leaves out records of a signal; `include` and `exclude` are among its settings. */
export function readSkips(
  settings: SettingsReader,
  signal: SignalName,
  compatibility: Compatibility,
): readonly FilterCondition[] {
  return conditionsOf(settings, [], compatibility, (side) => side.askedOfAny(signal));
}

type LegacyCondition = FilterCondition & { readonly condition: LegacyTest };

/** Conditions that are true of what is not included, and of what is excluded. */
function conditionsOf(
  settings: SettingsReader,
  owner: SettingPath,
  compatibility: Compatibility,
  ask: (side: Side) => readonly Asked[],
): readonly LegacyCondition[] {
  return sides.flatMap((name) => {
    const path = [...owner, name];
    if (!settings.isSet(path)) return [];
    const asked = ask(new Side(settings, path, compatibility));
    return asked.map((one) => conditionOf(settings, one, path, name === "include"));
  });
}

function conditionOf(
  settings: SettingsReader,
  { context, questions }: Asked,
  path: SettingPath,
  unlessTrue: boolean,
): LegacyCondition {
  const [first, second] = questions;
  const setting = settings.pathOf(path);
  const span = settings.span(path);
  const { source } = first.written;
  const written = { setting, source, locate: () => span };
  const all: Question = second === undefined ? first : { kind: "and", of: questions, written };
  const test = new LegacyTest(context, unlessTrue ? { kind: "not", of: [all], written } : all);
  return {
    text: test.text,
    place: configPlace({ ...written, text: "" }, settings.lines),
    condition: test,
    locate: (range) => configPlace({ ...test.writtenAt(range), text: "" }, settings.lines),
  };
}
