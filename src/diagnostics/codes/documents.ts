import { quoted } from "../quoted.ts";

/** What is wrong with a YAML document, or with the `$` expressions in it. */
export const documentsMessages = {
  yaml_tab_indentation: () => "YAML may not be indented with tabs",
  yaml_indentation: () => "this line is indented neither like the lines before it nor as part of them",
  yaml_quote_open: (p: { quote: string }) => `the quoted text has no closing ${p.quote}`,
  yaml_bracket_open: (p: { open: string; close: string }) => `"${p.open}" has no closing "${p.close}"`,
  yaml_comma_missing: () => 'a "," is missing before this',
  yaml_plain_start: (p: { found: string }) => `a text without quotes cannot begin with ${p.found}`,
  yaml_colon_in_value: () => 'a value without quotes cannot contain ": "',
  yaml_colon_missing: () => 'a ":" is missing after this key',
  yaml_key_length: () => "a key must end within 1024 characters",
  yaml_unexpected: (p: { found: string }) => `${p.found} cannot stand here`,
  yaml_escape: (p: { escape: string }) => `${p.escape} is not an escape of YAML`,
  yaml_utf16: () => "the text is UTF-16, and must be UTF-8",
  yaml_encoding: (p: { byte: string }) => `not UTF-8 (byte ${p.byte})`,
  yaml_character: (p: { point: string }) => `the character ${p.point} is not allowed in YAML`,
  yaml_duplicate_key: (p: { key: string; line: number }) =>
    `the key ${p.key} is written twice, first on line ${p.line}`,
  yaml_key_kind: () => "a key cannot be a list or a map",
  yaml_tag_mismatch: (p: { tag: string; text: string }) => `${quoted(p.text)} is not a ${p.tag}`,
  yaml_tag_handle: (p: { handle: string }) => `the tag prefix ${p.handle} is not declared`,
  yaml_base64: () => "a !!binary value must be base64",
  yaml_directive: () => "this directive is not understood",
  yaml_anchor_unknown: (p: { name: string }) => `no anchor &${p.name} is written before this`,
  yaml_anchor_inside_itself: (p: { name: string }) => `the anchor &${p.name} contains itself`,
  yaml_anchor_properties: () => "an alias can have no tag and no anchor of its own",
  yaml_alias_excess: () => "the aliases repeat too much",
  yaml_merge: () => "only maps can be merged with <<",
  yaml_too_deep: (p: { limit: number }) => `maps and lists are nested more than ${p.limit} deep`,
  expand_dollar_rejected: (p: { expression: string; version: string }) =>
    `the Collector ${p.version} takes ${p.expression} for an old kind of variable and refuses it; releases from 0.104.0 to 0.106.0 do`,
  expand_unset: (p: { name: string }) =>
    `the environment variable ${p.name} is not set, so nothing stands here`,
  expand_name: (p: { reference: string; name: string }) =>
    `${quoted(p.name)} is not a name of an environment variable, so ${p.reference} cannot be replaced`,
  expand_reference: (p: { reference: string }) => `${p.reference} does not refer to an environment variable`,
  expand_scheme: (p: { reference: string; scheme: string }) =>
    `${p.reference} cannot be replaced: there are environment variables, but no ${p.scheme} here`,
  expand_recursion: () => "the references of this text refer to each other without end",
  expand_value_kind: (p: { name: string }) =>
    `the environment variable ${p.name} must be quoted: it is neither a text, number, list nor map with texts as keys`,
  expand_value_yaml: (p: { name: string; problem: string }) =>
    `the environment variable ${p.name} is not YAML: ${p.problem}`,
  expand_value_text: (p: { reference: string }) => `${p.reference} is not a text that can be part of another`,
  yaml_more_documents: () => "only the document before this line is read",
} as const;

/** A further word on a reference that cannot be replaced. */
export function expandHint(code: string, params: Readonly<Record<string, unknown>>): string | undefined {
  const reference = String(params.reference);
  if (code === "expand_name") return `write $${reference} to keep it as it is`;
  if (code !== "expand_scheme") return undefined;
  const inner = reference.slice(2, -1);
  return /^\w+:-/.test(inner) ? `write \${env:${inner}}` : `write $${reference} to keep it as it is`;
}
