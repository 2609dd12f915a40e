/** A text in which a backslash and one of some characters stand for another; other backslashes stay. */
export function unescaped(text: string, escapes: Readonly<Record<string, string>>): string {
  if (!text.includes("\\")) return text;
  return text.replace(/\\(.)/g, (found, character: string) =>
    Object.hasOwn(escapes, character) ? (escapes[character] as string) : found,
  );
}
