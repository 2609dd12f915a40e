/** Questions that users of the Collector's filter ask, each with a small configuration and payload, and its answer. */
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { Workspace } from "./call.ts";

const space = new Workspace();
const folder = join(import.meta.dirname, "../../fixtures/questions");

const questions: readonly (readonly [
  question: string,
  input: string,
  where: string,
  answer: readonly string[],
])[] = [
  [
    "which-rule-dropped-it",
    "payloads.jsonl",
    'datapoint.attributes["http.route"] == "/healthz"',
    [
      'DROPPED gauge http.server.duration{http.route="/healthz"} of {tenant="shop"}',
      "dropped by filter/noise metrics.datapoint[0]",
      "collector.yaml:10:11",
      'attributes["http.route"] = "/healthz" (string)',
    ],
  ],
  [
    "which-rule-dropped-it",
    "payloads.jsonl",
    'resource.attributes["tenant"] == "test"',
    ["dropped by filter/tenant metrics.metric[0]", "collector.yaml:15:11"],
  ],
  [
    "why-not-matched",
    "payload.json",
    'datapoint.attributes["http.status_code"] == "500"',
    [
      "kept by filter/errors metrics.datapoint[0]",
      "string compared with int",
      'attributes["http.status_code"] = "500" (string)',
    ],
  ],
  [
    "filter-does-nothing",
    "scrape.txt",
    'IsMatch(name, "duration_seconds")',
    [
      "kept by filter/duration metrics.metric[0]",
      '✗ name == "http.server.duration"',
      'name = "http_server_duration_seconds" (string)',
    ],
  ],
  [
    "error-swallowed",
    "payload.json",
    'datapoint.attributes["labels"] == "{drop: true}"',
    [
      "KEPT gauge queue_size",
      "not JSON at byte 1",
      "error_mode ignore: the error is logged and counts as no match, the list does not drop the record",
    ],
  ],
  [
    "de-morgan",
    "payload.json",
    'name == "up"',
    [
      'dropped by filter/keep-two metrics.metric[0]: name != "requests_total" is true where name = "up"',
      "collector.yaml:8:27",
    ],
  ],
  [
    "de-morgan",
    "payload.json",
    'name == "requests_total"',
    ['· name != "requests_total" not evaluated, since name != "up" is true'],
  ],
  [
    "is-match-drops-everything",
    "payload.json",
    'datapoint.attributes["pod"] == "my-batch"',
    ['matched at 3..8 of "my-batch" (IsMatch is unanchored)', "dropped by filter/pods metrics.datapoint[0]"],
  ],
  [
    "lower-context-inferred",
    "payload.json",
    'name == "cpu"',
    ["context datapoint, inferred from datapoint.attributes at", "collector.yaml:7:52"],
  ],
  [
    "lower-context-inferred",
    "payload.json",
    'name == "empty"',
    ["dropped by filter/test: metric_conditions removes a metric that has no data points"],
  ],
  [
    "payload-rejected",
    "payload.json",
    'name == "bad"',
    [
      "its payload is rejected by filter/strict metrics.metric[0]",
      "collector.yaml:10:11",
      'description = "plain words" (string)',
      "error_mode propagate: the whole payload is rejected",
    ],
  ],
];

test.each(questions)("%s, %s where %s is answered", async (question, input, where, answer) => {
  const at = (name: string) => join(folder, question, name);
  const { code, stdout } = await space.call(
    ["why", at("collector.yaml"), "--input", at(input), "--where", where],
    { columns: 10_000 },
  );
  expect(code).toBe(0);
  const told = stripVTControlCharacters(stdout).replace(/\s+/g, " ");
  expect(answer.filter((piece) => !told.includes(piece))).toEqual([]);
});
