/** What is wrong with a text that does not parse. */
export const syntaxMessages = {
  empty_text: (p: { expected: string }) => `there is nothing here, ${p.expected} is needed`,
  unexpected_token: (p: { found: string; expected: string }) => `expected ${p.expected}, found ${p.found}`,
  unexpected_end: (p: { expected: string }) => `the text ends where ${p.expected} is needed`,
  unclosed_bracket: (p: { open: string; close: string }) =>
    `"${p.open}" is not closed: "${p.close}" is missing`,
  unopened_bracket: (p: { close: string }) => `nothing is open that "${p.close}" could close`,
  invalid_character: (p: { found: string }) => `${p.found} has no meaning in OTTL`,
  unclosed_string: () => "the string is not closed",
  quotes: (p: { found: string }) => `strings are written in double quotes, not in ${p.found}`,
  invalid_escape: (p: { escape: string }) => `${p.escape} is not an escape: write a backslash itself as \\\\`,
  invalid_octal: (p: { text: string }) =>
    `${p.text} begins with 0, which makes it octal, but has a digit above 7`,
  int_out_of_range: (p: { text: string }) => `${p.text} does not fit a 64-bit integer`,
  float_out_of_range: (p: { text: string }) => `${p.text} is too large for a 64-bit float`,
  odd_bytes: (p: { text: string }) => `${p.text} has an odd number of hexadecimal digits`,
  exponent_without_point: (p: { text: string }) => `${p.text} needs a decimal point before its exponent`,
  foreign_operator: (p: { found: string; expected: string }) =>
    `"${p.found}" is not OTTL, write ${/\w\(/.test(p.expected) ? p.expected : `"${p.expected}"`}`,
  trailing_comma: () => "nothing follows the comma",
  unquoted_key: (p: { key: string }) => `a key must be a string, a converter or a path, found ${p.key}`,
  editor_expected: (p: { name: string }) => `a statement begins with an editor, found converter "${p.name}"`,
  converter_expected: (p: { name: string }) =>
    `"${p.name}" is an editor, which has no value: converters begin with an upper-case letter`,
  editor_with_keys: (p: { name: string }) =>
    `only paths and converters can be indexed, not editor "${p.name}"`,
  lambda_returns_lambda: () => "the body of a lambda cannot be a lambda",
  not_a_condition: (p: { found: string }) =>
    `${p.found} is no condition by itself: compare it with something`,
  condition_as_value: () => "a condition cannot be used as a value",
  chained_comparison: () => "comparisons cannot be chained",
  repeated_not: () => 'only one "not" may stand before a condition',
  index_begins_with_int: () => "an index that begins with a whole number must be that number alone",
  function_without_call: (p: { name: string }) => `"${p.name}" needs parentheses to be called`,
  nesting_too_deep: (p: { limit: number }) =>
    `more than ${p.limit} brackets, calculations or lambdas stand inside each other`,
  too_many_errors: (p: { limit: number }) => `reading stopped after ${p.limit} errors`,
} as const;
