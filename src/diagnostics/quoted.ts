/** A text in quotes on one line, cut after some characters, so that a message stays short whatever the text. */
export function quoted(text: string, most = 60): string {
  return JSON.stringify(text.length > most ? `${text.slice(0, most)}…` : text);
}
