import { existsSync, readFileSync } from "node:fs";
import { advice } from "../src/cli/catalogue/diagnostic-advice.ts";
import { templateOf } from "../src/cli/catalogue/message-templates.ts";
import { configurationMessages } from "../src/diagnostics/codes/configuration.ts";
import { documentsMessages } from "../src/diagnostics/codes/documents.ts";
import { filterMessages } from "../src/diagnostics/codes/filter.ts";
import { formatMessages } from "../src/diagnostics/codes/format.ts";
import { lintMessages } from "../src/diagnostics/codes/lint.ts";
import { pipelineMessages } from "../src/diagnostics/codes/pipeline.ts";
import { prometheusMessages } from "../src/diagnostics/codes/prometheus.ts";
import { resourceMessages } from "../src/diagnostics/codes/resource.ts";
import { testingMessages } from "../src/diagnostics/codes/testing.ts";
import { transformMessages } from "../src/diagnostics/codes/transform.ts";
import { messages } from "../src/diagnostics/messages.ts";
import { rules } from "../src/lint/index.ts";
import { wrap } from "./wrap.ts";

type Messages = Readonly<Record<string, (params: never) => string>>;

/** The text of `grammar/diagnostics.md`: every code with its message, an example and what to do about it. */
export function diagnosticsDocument(): string {
  const engine: Messages = messages;
  const known = new Set(Object.values(advice).flatMap((codes) => Object.keys(codes)));
  const missing = Object.keys(engine).filter((code) => !known.has(code));
  if (missing.length > 0)
    throw new Error(`src/cli/catalogue/diagnostic-advice.ts lacks ${missing.join(", ")}`);
  const phases = Object.entries(advice).flatMap(([title, codes]) => [
    `## ${title}`,
    ...Object.entries<string>(codes).map(([code, text]) => section(code, engine, text)),
  ]);
  return `${[introduction, ...phases, lintRules(), around()].join("\n\n")}\n`;
}

const introduction = `# Diagnostics

Written by \`npm run docs\` from the messages in \`src/diagnostics/codes\` and the drawings in \`fixtures/diagnostics\`, which
the tests compare.

\`check\` returns diagnostics; \`condition\`, \`value\`, \`statement\` and evaluations throw one \`OttlError\` with its \`phase\`
and all its \`diagnostics\`. A diagnostic is data: \`code\`, \`severity\`, \`message\`, \`span\` (offsets in the text), and where
possible \`label\`, \`hint\` and a \`fix\` (a text to put in place of a span). \`toString()\` of the error and
\`formatDiagnostics\` draw it as below. Codes stay; messages may change. \`‹path›\` stands for what the message names.`;

function section(code: string, table: Messages, text: string): string {
  const message = table[code];
  if (message === undefined)
    throw new Error(`src/cli/catalogue/diagnostic-advice.ts has ${code}, which is no code`);
  const parts = [`### ${code}`, wrap(`*${markdown(templateOf(message))}*`), wrap(text)];
  const drawing = drawingOf(code);
  if (drawing !== undefined) parts.push(`\`\`\`text\n${drawing}\n\`\`\``);
  return parts.join("\n\n");
}

/** The drawing of a code, with the record and the options where the text needs them. */
function drawingOf(code: string): string | undefined {
  const file = new URL(`../fixtures/diagnostics/${code}.txt`, import.meta.url);
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, "utf8");
  const { kind, context, record, options, before, configuration }: Head = JSON.parse(
    text.slice(0, text.indexOf("\n")),
  );
  const drawn = text.slice(text.lastIndexOf("\n---\n") + "\n---\n".length).trimEnd();
  const notes = [`${kind} over ${context}`];
  if (options !== undefined) notes.push(`with ${JSON.stringify(options)}`);
  if (record !== undefined && Object.keys(record).length > 0) notes.push(`of ${JSON.stringify(record)}`);
  if (before !== undefined) notes.push(`after ${before.join(", ")}`);
  if (configuration !== undefined) notes.push(`in ${JSON.stringify(configuration)}`);
  return `${short(notes.join(" "))}\n\n${drawn}`;
}

/** What `lint` looks for in texts that are right, from the definitions of the rules. */
function lintRules(): string {
  const table: Messages = lintMessages;
  const parts = rules.map(({ code, severity, summary, why, good }) => {
    const message = table[code];
    const [better] = good;
    return [
      `### ${code}`,
      wrap(`*${markdown(message === undefined ? "" : templateOf(message))}*`),
      wrap(`${summary} Severity: ${severity}.`),
      wrap(why),
      `\`\`\`text\n${drawingOf(code)}\n\`\`\``,
      `Without a finding:\n\n\`\`\`text\n${better.text}\n\`\`\``,
    ].join("\n\n");
  });
  return ["## Lint rules (`lint`)", lintIntroduction, ...parts].join("\n\n");
}

const lintIntroduction = `\`lint\` tells what \`check\` tells, and of a text that is right what is odd about it. A rule has a severity of its own,
which \`rules: { code: "off" | "info" | "warning" | "error" }\` changes. In files with comments, \`# ottlkit-disable-line code\`
and \`# ottlkit-disable-next-line code\` switch findings off where they stand, several codes between commas, all without
codes. A fix says the same in other words, or what a text that can never hold was to say; where a finding may be meant,
there is a hint and no fix.`;

interface Head {
  readonly kind: string;
  readonly context: string;
  readonly record?: object;
  readonly options?: object;
  readonly before?: readonly string[];
  readonly configuration?: object;
}

function short(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 119)}…`;
}

/** The codes of the layers around the engine: their messages say what to do. */
function around(): string {
  const areas: readonly (readonly [title: string, table: Messages])[] = [
    ["Settings of a Collector's configuration", configurationMessages],
    ["YAML and `$` expansion", documentsMessages],
    ["Files of OTTL and their format", formatMessages],
    ["Filter processor", filterMessages],
    ["Transform processor", transformMessages],
    ["Resource and attributes actions", resourceMessages],
    ["Pipelines", pipelineMessages],
    ["Prometheus: scrapes, relabelling, targets", prometheusMessages],
    ["Tests of rules", testingMessages],
  ];
  const parts = areas.map(([title, table]) => {
    const lines = Object.entries(table).map(([code, message]) =>
      wrap(`- \`${code}\`: ${markdown(templateOf(message))}`, "  "),
    );
    return `### ${title}\n\n${lines.join("\n")}`;
  });
  return [
    "## Around the engine",
    "What configurations, scrapes and tests say, of phase `configuration` or `evaluation`.",
    ...parts,
  ].join("\n\n");
}

/** Stars and angles as they are. */
function markdown(text: string): string {
  return text.replace(/[*<_\\]/g, "\\$&");
}
