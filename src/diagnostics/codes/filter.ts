/** What is wrong with a filter processor, or with a payload that one is given. */
export const filterMessages = {
  filter_forms: (p: { one: string; other: string }) => `"${p.one}" cannot be used together with "${p.other}"`,
  filter_mixed_forms: () => "a list of conditions holds either texts or groups, not both",
  filter_form_not_run: (p: { setting: string }) => `"${p.setting}" is understood but not run yet`,
  filter_setting_since: (p: { setting: string; version: string; since: string }) =>
    `"${p.setting}" does not exist in version ${p.version}: it appeared in ${p.since}`,
  filter_error_mode: (p: { found: string }) => `${p.found} is not an error mode`,
  filter_group_context: (p: { found: string }) => `${p.found} is not a context of conditions on metrics`,
  filter_condition_empty: () => "a condition cannot be empty",
  filter_context_unclear: () => "the condition does not say which records it is about",
  filter_context_foreign: (p: { context: string }) =>
    `the condition is about "${p.context}", which metrics do not have`,
  filter_other_signals: (p: { settings: readonly string[] }) =>
    `the settings for other signals are not checked: ${p.settings.join(", ")}`,
  filter_without_conditions: () => "the filter has no conditions on metrics: it lets every metric pass",
  filter_split_text: (p: { count: number }) =>
    `the Collector splits a text in place of a list at its commas: these are ${p.count} conditions`,
  payload_rejected: (p: { count: number; cause: string; recordPath: string }) =>
    `the payload is rejected under error_mode propagate: ${p.cause}, first at ${p.recordPath}; ${p.count} ${p.count === 1 ? "evaluation" : "evaluations"} failed`,
} as const;
