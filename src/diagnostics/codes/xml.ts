/** What only functions of xml say. */
export const xmlMessages = {
  invalid_xml: (p: { reason: string; line: number }) => `not XML at line ${p.line}: ${p.reason}`,
  invalid_xpath: (p: { reason: string }) => `not an XPath: ${p.reason}`,
  xpath_failed: (p: { reason: string }) => `the XPath cannot be evaluated: ${p.reason}`,
  xml_target: (p: { kind: string }) =>
    `the XPath selects ${/^[aeiou]/.test(p.kind) ? "an" : "a"} ${p.kind}, where only elements can take something in`,
  xml_limit: (p: { limit: number; unit: string }) => `the XML becomes longer than ${p.limit} ${p.unit}`,
  xml_too_deep: (p: { limit: number }) => `the elements are nested more than ${p.limit} levels deep`,
  endless_xml: () => "the XPath selects a node more than once, or in an order that would put it into itself",
} as const;
