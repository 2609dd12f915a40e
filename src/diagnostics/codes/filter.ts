/** What is wrong with a filter processor, or with a payload that one is given. */
export const filterMessages = {
  filter_forms: (p: { one: string; other: string }) => `"${p.one}" cannot be used together with "${p.other}"`,
  filter_mixed_forms: () => "a list of conditions holds either texts or groups, not both",
  filter_setting_since: (p: { setting: string; version: string; since: string }) =>
    `"${p.setting}" does not exist in version ${p.version}: it appeared in ${p.since}`,
  filter_setting_unused: (p: { setting: string; other: string }) =>
    `"${p.setting}" does nothing, since there is "${p.other}"`,
  filter_error_mode: (p: { found: string }) => `${p.found} is not an error mode`,
  filter_group_context: (p: { found: string; signal: string }) =>
    `${p.found} is not a context of conditions on ${p.signal}`,
  filter_condition_empty: () => "a condition cannot be empty",
  filter_context_unclear: () => "the condition does not say which records it is about",
  filter_context_alias: (p: { alias: string; context: string }) =>
    `the context of a condition cannot be told from "${p.alias}" alone: its name is "${p.context}"`,
  filter_context_foreign: (p: { context: string; signal: string }) =>
    `the condition is about "${p.context}", which ${p.signal} do not have`,
  filter_profiles_not_run: (p: { settings: readonly string[] }) =>
    `the settings for profiles are not checked: ${p.settings.join(", ")}`,
  filter_without_conditions: () => "the filter has no conditions: it lets everything pass",
  filter_of_other_signals: (p: { signal: string; signals: readonly string[] }) =>
    `the filter has conditions on ${p.signals.join(" and ")} only: in a pipeline of ${p.signal} it lets everything pass`,
  filter_split_text: (p: { count: number }) =>
    `the Collector splits a text in place of a list at its commas: these are ${p.count} conditions`,
  filter_match_type: (p: { found: string }) => `${p.found} is not a match type`,
  filter_expressions_not_run: () =>
    "expressions of match_type expr are in a language of their own, which is not run here",
  filter_attribute_key: () => "an attribute needs a key",
  filter_regexp_value: () => "with match_type regexp, the value of an attribute must be a text",
  filter_severity: (p: { found: string }) => `${p.found} is not a severity`,
  filter_span_kind: (p: { found: string }) => `${p.found} is not a span kind`,
  match_not_of: (p: { setting: string; of: string }) => `"${p.setting}" is not asked of ${p.of}`,
  match_asks_nothing: (p: { of: string }) => `the setting asks nothing of ${p.of}`,
  payload_rejected: (p: { count: number; cause: string; recordPath: string }) =>
    `the payload is rejected under error_mode propagate: ${p.cause}, first at ${p.recordPath}; ${p.count} ${p.count === 1 ? "evaluation" : "evaluations"} failed`,
} as const;
