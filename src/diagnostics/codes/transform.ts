/** What is wrong with a transform processor, or with what its statements make of a payload. */
export const transformMessages = {
  transform_mixed_forms: () => "a list of statements holds either texts or groups: no group follows a text",
  transform_group_missing: () => "a group of statements cannot be empty",
  transform_context_missing: () => "a group of statements must name its context",
  transform_group_context: (p: { found: string; signal: string }) =>
    `${p.found} is not a context of statements on ${p.signal}`,
  transform_context_unclear: () => "the statements do not say which records they are about",
  transform_context_foreign: (p: { context: string; signal: string }) =>
    `the statements are about "${p.context}", which ${p.signal} do not have`,
  transform_context_lacks: (p: { context: string; lacks: string }) =>
    `no context has both the paths of "${p.context}" and ${p.lacks}`,
  transform_flatten_gate: (p: { setting: string }) =>
    `"${p.setting}" needs the feature gate transform.flatten.logs`,
  transform_flatten_twice: () =>
    '"flatten_data" and "flatten.log" mean the same: only one of them may be set',
  transform_setting_until: (p: { setting: string; version: string; instead: string }) =>
    `"${p.setting}" does not exist in version ${p.version}: it became "${p.instead}"`,
  transform_profiles_not_run: () => "statements on profiles are checked and not run",
  transform_without_statements: () => "the transform has no statements: it lets everything pass as it is",
  transform_split_text: (p: { count: number }) =>
    `the Collector splits a text in place of a list at its commas: these are ${p.count} statements`,
  transform_rejected: (p: { cause: string; recordPath: string }) =>
    `the payload is rejected under error_mode propagate: ${p.cause}, at ${p.recordPath}`,
  transform_feeds_itself: (p: { items: string; recordPath: string; generations: number; made: number }) =>
    `the statement feeds itself: it meets the ${p.items} that it makes, and makes more of them without end (more than ${p.generations} generations, or ${p.made.toLocaleString("en")} that were made of made ones), at ${p.recordPath}`,
} as const;
