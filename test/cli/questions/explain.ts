import type { Question } from "./question.ts";

const why = (input: string, where: string) =>
  ["why", "collector.yaml", "--input", input, "--where", where] as const;

/** Why a record was dropped, kept or not changed. */
export const explainQuestions: readonly Question[] = [
  {
    issues: "44479",
    asks: "Which item was dropped, by which rule, and which attribute matched?",
    folder: "which-rule-dropped-it",
    args: why("payloads.jsonl", 'datapoint.attributes["http.route"] == "/healthz"'),
    answer: [
      'DROPPED gauge http.server.duration{http.route="/healthz"} of {tenant="shop"}',
      "dropped by filter/noise metrics.datapoint[0]",
      "collector.yaml:10:11",
      'attributes["http.route"] = "/healthz" (string)',
    ],
  },
  {
    issues: "44479",
    asks: "Which of several filters dropped it?",
    folder: "which-rule-dropped-it",
    args: why("payloads.jsonl", 'resource.attributes["tenant"] == "test"'),
    answer: ["dropped by filter/tenant metrics.metric[0]", "collector.yaml:15:11"],
  },
  {
    issues: "44479",
    asks: "Which rule dropped this span, and by which of its attributes?",
    folder: "span-drop-audit",
    args: why("payload.json", 'name == "GET /cart"'),
    answer: [
      'DROPPED span "GET /cart"{http.route="/cart"} of {service.name="cart"}',
      "resourceSpans[0].scopeSpans[0].spans[0]",
      "dropped by filter/noise traces.span[2]: all of its 2 parts are true where status.code = 1 (STATUS_CODE_OK)",
      "collector.yaml:10:11",
      '✗ attributes["http.route"] == "/healthz"',
    ],
  },
  {
    issues: "30932",
    asks: "Why does this condition not match?",
    folder: "why-not-matched",
    args: why("payload.json", 'datapoint.attributes["http.status_code"] == "500"'),
    answer: [
      "kept by filter/errors metrics.datapoint[0]",
      "string compared with int",
      'attributes["http.status_code"] = "500" (string)',
    ],
  },
  {
    issues: "38140, 36900, 36722",
    asks: "Why does my filter do nothing?",
    folder: "filter-does-nothing",
    args: why("scrape.txt", 'IsMatch(name, "duration_seconds")'),
    answer: [
      "kept by filter/duration metrics.metric[0]",
      '✗ name == "http.server.duration"',
      'name = "http_server_duration_seconds" (string)',
    ],
  },
  {
    issues: "43796",
    asks: "Which record made a condition fail?",
    folder: "error-swallowed",
    args: why("payload.json", 'datapoint.attributes["labels"] == "{drop: true}"'),
    answer: [
      "KEPT gauge queue_size",
      "not JSON at byte 1",
      "error_mode ignore: the error is logged and counts as no match, the list does not drop the record",
    ],
  },
  {
    issues: "43796",
    asks: "Which record made a condition fail in a whole run?",
    folder: "error-swallowed",
    args: ["run", "collector.yaml", "--input", "payload.json"],
    answer: [
      "1 evaluation error",
      "1 × not JSON at byte 1: expected a key in quotes",
      "first for queue_size at resourceMetrics[0].scopeMetrics[0].metrics[0].gauge.dataPoints[0]",
    ],
  },
  {
    issues: "43796",
    asks: "Which log record made a statement fail, and by which value?",
    folder: "statement-fails",
    args: why("payload.json", 'body == "{level: error}"'),
    answer: [
      'UNCHANGED log record "{level: error}"',
      'merge_maps(log.attributes, ParseJSON(log.body), "upsert") fails: not JSON at byte 1',
      'log.body = "{level: error}" (string)',
      "collector.yaml:7:36 · log_statements[0]",
      "error_mode ignore: the error is logged, the next statement runs",
    ],
  },
  {
    issues: "33433, 33508, 42281, 42209, 34890",
    asks: "What did each statement do to a record?",
    folder: "statement-fails",
    args: why("payload.json", 'IsMatch(body, "order\\"")'),
    answer: [
      '→ attributes["level"]: absent → "error"',
      '→ attributes["order"]: absent → 7.0',
      '→ severity_text: "" → "ERROR"',
      'log.attributes["level"] = "error" (string)',
    ],
  },
  {
    issues: "38140, 36900, 36722",
    asks: "Why does my transform do nothing?",
    folder: "transform-does-nothing",
    args: ["why", "collector.yaml", "--input", "payload.json"],
    answer: [
      'transform/severity log_statements[0] is not opened: attributes["level"] == "warning" is false where attributes["level"] = "warn"',
      "collector.yaml:9:13",
    ],
  },
  {
    issues: "29710",
    asks: "What does error_mode silent hide?",
    folder: "silent-error",
    args: why("payload.json", 'datapoint.attributes["labels"] == "{drop: true}"'),
    answer: [
      "none of the 2 conditions that were asked is true, and 1 of them fails",
      "error_mode silent: the error is not even logged and counts as no match, the next condition of the list is asked",
    ],
  },
  {
    issues: "47231, 47232, 48415, 48418, 48420, 48438",
    asks: "What does error_mode propagate reject?",
    folder: "payload-rejected",
    args: why("payload.json", 'name == "bad"'),
    answer: [
      "its payload is rejected by filter/strict metrics.metric[0]",
      "collector.yaml:10:11",
      'description = "plain words" (string)',
      "error_mode propagate: the whole payload is rejected",
    ],
  },
  {
    issues: "36564, 34605",
    asks: "Why does a chain of != drop more than I meant?",
    folder: "de-morgan",
    args: why("payload.json", 'name == "up"'),
    answer: [
      'dropped by filter/keep-two metrics.metric[0]: name != "requests_total" is true where name = "up"',
      "collector.yaml:8:27",
    ],
  },
  {
    issues: "36564, 34605",
    asks: "Which of its parts was not even asked?",
    folder: "de-morgan",
    args: why("payload.json", 'name == "requests_total"'),
    answer: ['· name != "requests_total" not evaluated, since name != "up" is true'],
  },
  {
    issues: "18756",
    asks: "Why does one IsMatch drop everything?",
    folder: "is-match-drops-everything",
    args: why("payload.json", 'datapoint.attributes["pod"] == "my-batch"'),
    answer: [
      'matched at 3..8 of "my-batch" (IsMatch is unanchored)',
      "dropped by filter/pods metrics.datapoint[0]",
    ],
  },
  {
    issues: "filter inference (blog, 2026-03)",
    asks: "Which context was inferred, and what goes with it?",
    folder: "lower-context-inferred",
    args: why("payload.json", 'name == "cpu"'),
    answer: ["context datapoint, inferred from datapoint.attributes at", "collector.yaml:7:52"],
  },
  {
    issues: "filter inference (blog, 2026-03)",
    asks: "Why does a metric go that has no data points?",
    folder: "lower-context-inferred",
    args: why("payload.json", 'name == "empty"'),
    answer: ["dropped by filter/test: metric_conditions removes a metric that has no data points"],
  },
  {
    issues: "filter inference (blog, 2026-03)",
    asks: "Why do the spans of a dropped service stay?",
    folder: "events-go-spans-stay",
    args: ["why", "collector.yaml", "--input", "payload.json"],
    answer: [
      'UNCHANGED span "GET /" of {tenant="test"}',
      'DROPPED span event retry in span "GET /"',
      "context spanevent, inferred from spanevent.name at",
      "collector.yaml:7:52",
    ],
  },
  {
    issues: "39455, 39155, 38755",
    asks: "Why was scope inferred, and not resource?",
    folder: "inference-told",
    args: why("payload.json", 'name == "latency"'),
    answer: [
      "metric_conditions[0]: all of its 2 parts are true",
      "context scope, inferred from scope.name at",
      "collector.yaml:7:53",
    ],
  },
  {
    issues: "37804",
    asks: "Can a program read what was inferred?",
    folder: "inference-told",
    args: [...why("payload.json", 'name == "latency"'), "--format", "json"],
    answer: ['"context": "scope"', '"contextReason": "context scope, inferred from scope.name at'],
  },
  {
    issues: "50561",
    asks: "Is there a trace in a stable format?",
    folder: "which-rule-dropped-it",
    args: [...why("payloads.jsonl", 'datapoint.attributes["http.route"] == "/healthz"'), "--format", "json"],
    answer: [
      '"verdict": "dropped"',
      '"processor": "filter/noise"',
      '"condition": "metrics.datapoint[0]"',
      '"line": 10, "column": 11',
      '"value": "/healthz", "type": "string"',
    ],
  },
];
