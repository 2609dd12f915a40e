/** What is wrong with the settings of a Collector's configuration. */
export const configurationMessages = {
  empty_configuration: () => "the configuration is empty",
  configuration_kind: (p: { found: string }) => `a configuration is a map, found ${p.found}`,
  configuration_key_kind: (p: { key: string }) =>
    `the keys of a configuration are texts, put ${p.key} in quotes`,
  unknown_key: (p: { key: string }) => `${JSON.stringify(p.key)} is not a setting here`,
  missing_key: (p: { key: string }) => `the setting ${JSON.stringify(p.key)} is missing`,
  wrong_type: (p: { expected: string; found: string }) => `expected ${p.expected}, found ${p.found}`,
  invalid_value: (p: { found: string; valid: string }) => `${p.found} is not ${p.valid}`,
  invalid_setting: (p: { problem: string }) => p.problem,
} as const;
