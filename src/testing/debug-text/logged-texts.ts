/** A text that a logger wrote as the message of a JSON object, and the number of its line. */
export interface LoggedText {
  readonly text: string;
  readonly line: number;
}

const message = /"(?:msg|message)"\s*:\s*"Resource(?:Metrics|Spans|Logs?|Profiles) #0\\n/;

/** What the debug exporter printed in a log that has a JSON object a line; nothing where it is no such log. */
export function loggedTexts(log: string): readonly LoggedText[] {
  if (!message.test(log)) return [];
  return log.split("\n").flatMap((line, i) => {
    if (!message.test(line)) return [];
    const text = messageOf(line);
    return text === undefined ? [] : [{ text, line: i + 1 }];
  });
}

function messageOf(line: string): string | undefined {
  try {
    const entry: unknown = JSON.parse(line);
    if (typeof entry !== "object" || entry === null) return undefined;
    const { msg, message } = entry as { readonly msg?: unknown; readonly message?: unknown };
    const text = msg ?? message;
    return typeof text === "string" ? text : undefined;
  } catch {
    return undefined; // a line that is cut
  }
}
