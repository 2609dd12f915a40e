import { visible } from "../visible.ts";

/** What is wrong with a Prometheus scrape, or with what is configured for it. */
export const prometheusMessages = {
  exposition_line_start: (p: { found: string }) =>
    `a line is a comment or begins with a metric name, found ${p.found}`,
  exposition_metadata_name: (p: { keyword: string; found: string }) =>
    `a metric name must follow ${p.keyword}, found ${p.found}`,
  exposition_metadata_text: (p: { keyword: string }) => `# ${p.keyword} ends after the metric name`,
  exposition_type: (p: { type: string; valid: readonly string[] }) =>
    `${quoted(p.type)} is not a metric type here; the types are ${p.valid.join(", ")}`,
  exposition_unit: (p: { unit: string; name: string }) =>
    `the unit ${quoted(p.unit)} must be the end of the metric name ${quoted(p.name)}, after an underscore`,
  exposition_encoding: (p: { what: string }) => `${p.what} is not valid UTF-8`,
  exposition_label_name: (p: { found: string }) => `a label name or "}" is expected, found ${p.found}`,
  exposition_label_equal: (p: { label: string; found: string }) =>
    `"=" must follow the label name ${quoted(p.label)}, found ${p.found}`,
  exposition_label_value: (p: { label: string; found: string }) =>
    `the value of the label ${quoted(p.label)} must be a quoted string, found ${p.found}`,
  exposition_label_end: (p: { found: string }) => `"," or "}" must follow a label, found ${p.found}`,
  exposition_quote: (p: { what: string }) => `the quoted ${p.what} has no end`,
  exposition_name_missing: () => "the series has no metric name",
  exposition_name_twice: () => "the series already has a metric name",
  exposition_value_missing: (p: { found: string }) => `a value must follow the series, found ${p.found}`,
  exposition_value: (p: { text: string }) => `${quoted(p.text)} is not a number`,
  exposition_value_range: (p: { text: string }) => `${quoted(p.text)} does not fit a 64-bit float`,
  exposition_timestamp: (p: { found: string }) => `only a timestamp may follow the value, found ${p.found}`,
  exposition_timestamp_range: (p: { text: string }) => `the timestamp ${quoted(p.text)} is out of range`,
  exposition_line_end: (p: { found: string }) => `the line must end here, found ${p.found}`,
  exposition_no_end: () => 'an OpenMetrics exposition ends with the line "# EOF"',
  exposition_after_end: () => 'nothing may follow "# EOF"',
  exposition_label_twice: (p: { label: string }) => `the series has the label ${quoted(p.label)} twice`,
  exposition_label_empty: () => "a label has an empty name",
  exposition_name_relabelled: () => "metric relabelling leaves the series without a metric name",
  exposition_name_legacy: (p: { name: string }) =>
    `the name ${quoted(p.name)} has other characters than the validation scheme "legacy" takes`,
  scrape_target_unnamed: () => "the target has no job or no instance",
  scrape_sample_limit: (p: { limit: number }) =>
    `the scrape has more than ${p.limit} samples, the "sample_limit"`,
  scrape_label_limit: (p: { found: number; limit: number }) =>
    `the series has ${p.found} labels with its name, more than ${p.limit}, the "label_limit"`,
  scrape_label_name_limit: (p: { label: string; limit: number }) =>
    `the name of the label ${quoted(p.label)} has more than ${p.limit} bytes, the "label_name_length_limit"`,
  scrape_label_value_limit: (p: { label: string; limit: number }) =>
    `the value of the label ${quoted(p.label)} has more than ${p.limit} bytes, the "label_value_length_limit"`,
  relabel_action: (p: { action: string; valid: readonly string[] }) =>
    `${quoted(p.action)} is not a relabel action; the actions are ${p.valid.join(", ")}`,
  relabel_modulus_missing: () => 'the action "hashmod" needs a "modulus" above 0',
  relabel_target_missing: (p: { action: string }) => `the action "${p.action}" needs a "target_label"`,
  relabel_label_name: (p: { label: string }) => `${quoted(p.label)} cannot be the name of a label`,
  relabel_field_unused: (p: { action: string; field: string }) =>
    `the action "${p.action}" takes no "${p.field}"`,
  target_address_missing: () => "the target has no address",
  target_address: (p: { address: string }) => `${quoted(p.address)} is no address of a host`,
  target_scheme: (p: { scheme: string }) => `${quoted(p.scheme)} is no scheme that has a default port`,
  target_duration: (p: { what: string; text: string }) =>
    `the scrape ${p.what} ${quoted(p.text)} is no duration above 0`,
  target_timeout: () => "the scrape timeout is longer than the scrape interval",
  target_label_value: (p: { label: string }) =>
    `the value of the label ${quoted(p.label)} is not valid UTF-8`,
} as const;

/** A piece of a scrape in quotes: one line, and not too long. */
function quoted(text: string): string {
  return visible(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
