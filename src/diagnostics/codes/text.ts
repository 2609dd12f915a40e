/** What only functions of text and lists say. */
export const textMessages = {
  item_type: (p: { item: number; part: string; expected: string; found: string }) =>
    `${p.part} of item ${p.item} must be a ${p.expected}, found ${p.found}`,
  item_lacks_path: (p: { item: number; path: readonly string[] }) =>
    `item ${p.item} has no value at ${p.path.map((key) => `[${JSON.stringify(key)}]`).join("")}`,
  text_too_long: (p: { limit: number }) => `the text would be longer than ${p.limit} characters`,
} as const;
