import { stringify } from "../../src/cli/json.ts";
import { inOneOrder } from "./any-order.ts";
import { datasets } from "./cases/datasets.ts";
import type { Case, Group } from "./cases/group.ts";
import type { Payload } from "./cases/payload.ts";
import { normaliseError, normaliseValue } from "./normalise.ts";
import type { ProcessRequest, Program, RecordResult, Reply, Request } from "./protocol.ts";
import type { Expectation, Outcome, RecordedCase, RecordedFile } from "./recorded-file.ts";
import { ask } from "./reference.ts";
import { splitRecords } from "./split-records.ts";

/** What stands behind the answers. */
const references = {
  newest: "pkg/ottl v1.4.0, filterprocessor v0.165.0",
  "0.161.0": "filterprocessor v0.161.0, transformprocessor v0.161.0",
  "0.118.0": "filterprocessor v0.118.0, transformprocessor v0.118.0",
} as const;

type Release = keyof typeof references;

const programs: Readonly<Record<Release, Program>> = {
  newest: "lang",
  "0.161.0": "proc",
  "0.118.0": "proc118",
};

/** Answers the file of each group, as the reference says now; fails where it says something else each time. */
export async function recordGroups(groups: readonly Group[], repeats = 3): Promise<RecordedFile[]> {
  const rounds: RecordedFile[][] = [];
  for (let round = 0; round < repeats; round++) rounds.push(await recordOnce(groups));
  const [first = [], ...others] = rounds;
  for (const other of others) demandEqual(groups, first, other);
  return first;
}

async function recordOnce(groups: readonly Group[]): Promise<RecordedFile[]> {
  const answers = new Map<Group, Reply[][]>();
  for (const release of Object.keys(programs) as Release[]) {
    const own = groups.filter((group) => releaseOf(group) === release);
    const questions = own.map((group) => group.cases.map(requestsOf));
    const replies = await ask(programs[release], questions.flat(2));
    for (const [index, group] of own.entries()) {
      answers.set(
        group,
        (questions[index] ?? []).map((asked) => replies.splice(0, asked.length)),
      );
    }
  }
  const files: RecordedFile[] = [];
  for (const group of groups) {
    const cases: RecordedCase[] = [];
    for (const [index, one] of group.cases.entries()) {
      cases.push({ ...one, expect: await expectationOf(one, answers.get(group)?.[index] ?? []) });
    }
    files.push({ about: group.about, reference: references[releaseOf(group)], cases });
  }
  return files;
}

/** The release that a group asks; the cases of one file ask the same one. */
function releaseOf(group: Group): Release {
  const releases = new Set(group.cases.map((one) => one.compatibility ?? "newest"));
  const [only] = releases;
  if (releases.size !== 1 || only === undefined) throw new Error(`${group.file} asks several releases`);
  return only;
}

function requestsOf(one: Case): Request[] {
  const payload = datasetOf(one);
  if (one.compatibility === undefined) return [evaluation(one, payload)];
  // An old release judges whole processors: one record at a time, dropped means true.
  const process = { op: "process", ...processorOf(one) } as const;
  return splitRecords(payload, one.context).map((single) => ({ ...process, payload: single }));
}

/** The signal of a context, and the name that the filter's settings have for it. */
const settings: { readonly [context: string]: readonly [signal: string, setting: string] } = {
  metric: ["metric", "metric"],
  datapoint: ["metric", "datapoint"],
  span: ["trace", "span"],
  spanevent: ["trace", "spanevent"],
  log: ["log", "log_record"],
};

function processorOf({ kind, context, text }: Case): Pick<ProcessRequest, "processor" | "config"> {
  const [signal, setting] = settings[context] ?? [];
  if (signal === undefined || setting === undefined || kind === "value")
    throw new Error(`no old release judges a ${kind} over ${context}`);
  const mode = { error_mode: "propagate" };
  if (kind === "condition")
    return { processor: "filter", config: { ...mode, [`${signal}s`]: { [setting]: [text] } } };
  const statements = [{ context, statements: [text] }];
  return { processor: "transform", config: { ...mode, [`${signal}_statements`]: statements } };
}

/** The question about a case of the newest release. */
export function evaluation(one: Case, payload: Payload): Request {
  const { kind, text, functions, client } = one;
  const context = one.context === "inferred" ? "" : one.context;
  const pathContextNames = one.pathContextNames === true;
  const prepend = one.pathContextNames === "prepend" ? { prependContext: true } : {};
  const gates = Object.fromEntries((one.gates ?? []).map((gate) => [gate, true]));
  const way = { functions, pathContextNames, ...prepend, gates, ...(client === undefined ? {} : { client }) };
  return { op: "eval", kind, context, text, ...way, payload };
}

function datasetOf(one: Case): Payload {
  const payload = one.payload ?? datasets[one.data ?? ""];
  if (payload === undefined) throw new Error(`${one.name}: no data set ${one.data}`);
  return payload;
}

async function expectationOf(one: Case, replies: readonly Reply[]): Promise<Expectation> {
  const refusal = replies.find((reply) => isRefusal(reply));
  if (refusal !== undefined) return { rejected: normaliseError(refusal.error ?? "", one.text) };
  if (one.compatibility !== undefined) return { results: replies.map((reply) => verdictOf(one, reply)) };
  const [reply] = replies;
  if (reply?.panic !== undefined) return { results: await oneByOne(one) };
  const results = resultsOf(one, reply);
  return one.kind === "statement" ? { results, payload: reply?.payload } : { results };
}

/** The outcome of each record alone, where the reference crashed on one of them. */
async function oneByOne(one: Case): Promise<Outcome[]> {
  const singles = splitRecords(datasetOf(one), one.context);
  const replies = await ask(
    "lang",
    singles.map((single) => evaluation(one, single)),
  );
  return replies.flatMap((reply) =>
    reply.panic === undefined ? resultsOf(one, reply) : { panic: reply.panic },
  );
}

function resultsOf(one: Case, reply: Reply | undefined): Outcome[] {
  if (reply?.results === undefined) throw new Error(`${one.name}: ${stringify(reply)}`);
  return reply.results.map((result) => {
    if ("statements" in result) return doneOf(result, one.text);
    if ("error" in result) return { error: normaliseError(result.error, one.text) };
    return { value: normaliseValue(result.value) };
  });
}

function doneOf(
  { statements, cache }: Extract<RecordResult, { statements: unknown }>,
  text: string,
): Outcome {
  const [only] = statements;
  if (only === undefined || statements.length > 1) throw new Error(`${text} is not one statement`);
  const { matched, error } = only;
  const done = error === undefined ? { matched } : { error: normaliseError(error, text) };
  return cache === undefined ? done : { ...done, cache: normaliseValue(cache) };
}

function isRefusal(reply: Reply): boolean {
  return reply.stage === "parse" || reply.stage === "config" || reply.stage === "create";
}

function verdictOf(one: Case, reply: Reply): Outcome {
  if (reply.panic !== undefined) return { panic: reply.panic };
  if (reply.stage === "consume") return { error: normaliseError(reply.error ?? "", one.text) };
  if (!reply.ok) throw new Error(`${one.name}: ${stringify(reply)}`);
  if (one.kind === "statement") return { payload: one.anyOrder ? inOneOrder(reply.payload) : reply.payload };
  return { value: { bool: reply.payload === null } };
}

function demandEqual(groups: readonly Group[], first: RecordedFile[], other: RecordedFile[]): void {
  const unsteady = first.flatMap((file, index) =>
    file.cases.flatMap((one, at) => {
      const [here, there] = [stringify(one), stringify(other[index]?.cases[at])];
      return here === there ? [] : [`  ${here}\n  ${there}`];
    }),
  );
  if (unsteady.length === 0) return;
  const names = unsteady.join("\n");
  throw new Error(`of ${groups.length} groups, the reference answers these differently each time:\n${names}`);
}
