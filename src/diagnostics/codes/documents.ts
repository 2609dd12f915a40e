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
  yaml_character: (p: { point: string }) => `the character ${p.point} is not allowed in YAML`,
  yaml_duplicate_key: (p: { key: string; line: number }) =>
    `the key ${p.key} is written twice, first on line ${p.line}`,
  yaml_key_kind: () => "a key cannot be a list or a map",
  yaml_tag_mismatch: (p: { tag: string; text: string }) => `${short(p.text)} is not a ${p.tag}`,
  yaml_tag_handle: (p: { handle: string }) => `the tag prefix ${p.handle} is not declared`,
  yaml_base64: () => "a !!binary value must be base64",
  yaml_directive: () => "this directive is not understood",
  yaml_anchor_unknown: (p: { name: string }) => `no anchor &${p.name} is written before this`,
  yaml_anchor_inside_itself: (p: { name: string }) => `the anchor &${p.name} contains itself`,
  yaml_anchor_properties: () => "an alias can have no tag and no anchor of its own",
  yaml_alias_excess: () => "the aliases repeat too much",
  yaml_merge: () => "only maps can be merged with <<",
  yaml_too_deep: (p: { limit: number }) => `maps and lists are nested more than ${p.limit} deep`,
  yaml_more_documents: () => "only the document before this line is read",
} as const;

/** A piece of a document in quotes: one line, and not too long. */
function short(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
