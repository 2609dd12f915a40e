import { quoted } from "../quoted.ts";

/** What can go wrong while a value is made: in comparisons, calculations, conversions and functions. */
export const evaluationMessages = {
  type_mismatch: (p: { expected: string; found: string }) => `expected ${p.expected}, found ${p.found}`,
  comparison_unsupported: (p: { type: string }) =>
    `two values of type ${p.type} cannot be compared with each other`,
  operand_type: (p: { operator: string; operands: string }) =>
    `"${p.operator}" cannot be applied to ${p.operands}`,
  division_by_zero: () => "division by zero",
  unreadable_text: (p: { type: string; text: string }) =>
    `${quoted(p.text)} cannot be read as ${article(p.type)}`,
  number_out_of_range: (p: { type: string; text: string }) =>
    `${quoted(p.text)} is out of range for ${article(p.type)}`,
  no_text: (p: { value: string }) => `${p.value} cannot be written as JSON text`,
  value_not_storable: (p: { type: string }) =>
    `a ${p.type} cannot be stored in a map or a list of telemetry data`,
  value_too_deep: (p: { limit: number }) => `the value is nested more than ${p.limit} levels deep`,
  argument_value: (p: { argument: string; expected: string; found: string }) =>
    `${p.argument} must be ${p.expected}, found ${p.found}`,
  no_length: (p: { type: string }) => `a value of type ${p.type} has no length`,
  invalid_range: (p: { start: string; length: string; size: number }) =>
    `start ${p.start} and length ${p.length} are not inside a text of ${p.size} bytes`,
  invalid_json: (p: { reason: string; offset: number }) => `not JSON at byte ${p.offset}: ${p.reason}`,
  json_not_container: (p: { type: string }) =>
    `the JSON text is ${article(p.type)}, expected an object or an array`,
  malformed_version: (p: { version: string }) => `${quoted(p.version)} is not a version such as "0.118.0"`,
  unsupported_version: (p: { version: string; oldest: string; newest: string }) =>
    `version ${p.version} is not among the known ones, ${p.oldest} to ${p.newest}`,
  map_key_type: (p: { found: string }) => `a key of a map must be a string, found ${p.found}`,
  record_unreadable: (p: { reason: string }) => `the record cannot be read: ${p.reason}`,
  evaluation_too_deep: () => "the value is nested too deeply to be evaluated",
  unknown_metric_type: () => "the metric has no data of a known type",
} as const;

function article(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}
