/** What is wrong with a resource processor, or with the actions on attributes that it has. */
export const resourceMessages = {
  processor_config: (p: { type: string; found: string }) =>
    `a ${p.type} processor is made of the text of a Collector configuration or of its settings, found ${p.found}`,
  processor_not_found: (p: { id: string }) => `the configuration has no processor "${p.id}"`,
  processor_not_named: (p: { type: string; found: number }) =>
    p.found === 0
      ? `the configuration has no ${p.type} processor`
      : `the configuration has ${p.found} ${p.type} processors: name the one to make`,
  processor_id: (p: { id: string; type: string }) => `"${p.id}" is not the id of a ${p.type} processor`,
  actions_missing: (p: { setting: string }) => `"${p.setting}" must list at least one action`,
  action_missing: () => 'what to do is not said: "action" is missing',
  unknown_action: (p: { action: string; valid: readonly string[] }) =>
    `"${p.action}" is not an action; the actions are ${p.valid.join(", ")}`,
  action_key_missing: (p: { action: string; pattern: boolean }) =>
    `action "${p.action}" needs a "key"${p.pattern ? ' or a "pattern"' : ""}`,
  action_source_missing: (p: { action: string; sources: readonly string[] }) =>
    `action "${p.action}" needs one of ${quoted(p.sources)}`,
  action_sources: (p: { found: readonly string[] }) => `${quoted(p.found)} cannot be used together`,
  action_setting_unused: (p: { action: string; setting: string }) =>
    `action "${p.action}" takes no "${p.setting}"`,
  action_setting_ignored: (p: { action: string; setting: string }) =>
    `action "${p.action}" does nothing with "${p.setting}"`,
  action_setting_missing: (p: { action: string; setting: string }) =>
    `action "${p.action}" needs a "${p.setting}"`,
  action_setting_since: (p: { setting: string; version: string; since: string }) =>
    `"${p.setting}" does not exist in version ${p.version}: it appeared in ${p.since}`,
  action_value: (p: { type: string }) => `an attribute cannot hold a ${p.type}`,
  action_pattern_groups: () => "the pattern has no group, so there is nothing to extract",
  action_pattern_group_unnamed: (p: { group: number }) =>
    `group ${p.group} of the pattern has no name: the names of groups are the keys that are written`,
  unknown_converted_type: (p: { type: string; valid: readonly string[] }) =>
    `"${p.type}" is not a type to convert to; the types are ${p.valid.join(", ")}`,
  match_not_for_signal: (p: { signal: string; cause: string }) =>
    `the settings are not for ${p.signal}, where the Collector would not start: ${p.cause}`,
  match_not_asked: () => "the resources of metrics are not asked: all resources match",
} as const;

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}
