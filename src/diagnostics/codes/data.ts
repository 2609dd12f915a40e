/** What is wrong with the data that a text is run over. */
export const dataMessages = {
  record_shape: (p: { path: string; expected: string; found: string }) =>
    `${p.path === "" ? "a record" : `the record's ${p.path}`} must be ${p.expected}, found ${p.found}`,
  value_nesting_too_deep: (p: { limit: number }) =>
    `the data is nested deeper than ${p.limit} levels, or contains itself`,
  value_too_large: (p: { limit: number }) => `the data holds more than ${p.limit} values in one attribute`,
  invalid_key: (p: { expected: string; found: string }) =>
    `a key must be ${p.expected} here, found ${p.found}`,
  index_out_of_bounds: (p: { index: bigint | number; length: number }) =>
    `index ${p.index} is out of bounds of a list of ${p.length}`,
  key_not_found: (p: { key: string }) => `the map has no key "${p.key}"`,
  not_indexable: (p: { type: string }) => `a value of type ${p.type} takes no such key`,
  value_not_writable: (p: { path: string; expected: string; found: string }) =>
    `${p.path} takes ${p.expected}, found ${p.found}`,
  path_not_of_kind: (p: { path: string; kind: string }) =>
    `${p.path} cannot be written on a ${p.kind} data point`,
  record_part_missing: (p: { path: string }) => `the record does not say what ${p.path} is`,
  path_readonly: (p: { path: string }) => `${p.path} can only be read`,
  record_frozen: (p: { property: string }) => `the record does not let its ${p.property} be written`,
  payload_not_json: (p: { reason: string }) => `the text is not JSON: ${p.reason}`,
  payload_kind: (p: { found: string }) =>
    `a payload is an object with resourceMetrics, resourceSpans or resourceLogs, found ${p.found}`,
  payload_shape: (p: { path: string; expected: string; found: string }) =>
    `the payload's ${p.path} must be ${p.expected}, found ${p.found}`,
} as const;
