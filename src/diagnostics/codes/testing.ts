/** What is wrong with the arguments and the files of tests of rules. */
export const testingMessages = {
  test_argument: (p: { what: string; expected: string; found: string }) =>
    `${p.what} must be ${p.expected}, found ${p.found}`,
  fixture_not_matched: (p: { pattern: string; folder: string }) =>
    `no file matches ${JSON.stringify(p.pattern)} in ${p.folder}`,
  fixture_is_directory: (p: { path: string }) =>
    `${p.path} is a directory, expected a file or a pattern of files`,
  fixture_unreadable: (p: { path: string; reason: string }) => `${p.path} cannot be read: ${p.reason}`,
  fixture_empty: () => "the file is empty: expected OTLP JSON or a Prometheus scrape",
  fixture_signal: (p: { found: string }) =>
    `expected a payload, an object with "resourceMetrics", "resourceSpans" or "resourceLogs", found ${p.found}`,
  debug_text_line: (p: { expected: string; found: string }) =>
    `the debug exporter's text goes on otherwise: expected ${p.expected}, found ${p.found}`,
  debug_text_cut: (p: { expected: string; found: string }) =>
    `the debug exporter's text is cut: expected ${p.expected}, found ${p.found}`,
  debug_text_signal: (p: { found: string }) =>
    `expected the debug exporter's text of metrics, traces or logs, found ${p.found}`,
} as const;
