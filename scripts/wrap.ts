/** Breaks a text into lines of at most so many columns, but no code; the lines after the first are indented. */
export function wrap(text: string, indent = "", width = 110): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.match(unbroken) ?? []) {
    if (line !== "" && line.length + word.length + 1 > width) {
      lines.push(line);
      line = indent + word;
    } else line += line === "" ? word : ` ${word}`;
  }
  return [...lines, line].join("\n");
}

/** Words, and code in backticks with what touches it. */
const unbroken = /(?:`[^`]*`|[^ `])+/g;
