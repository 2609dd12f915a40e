import { type CaseSource, type ContextName, type Group, group } from "./group.ts";

const operators = ["==", "!=", "<", "<=", ">", ">="];
const numbers = ["0", "1", "9", "13", "2.0", "257", "-1", "4294967295", "9007199254740992", "2147483647"];

/** What is compared in a context, and over which data sets. */
interface Compared {
  readonly numbers: readonly string[];
  readonly texts: readonly string[];
  readonly enums: readonly string[];
  readonly more: readonly string[];
  readonly data: readonly string[];
}

const compared: Readonly<Partial<Record<ContextName, Compared>>> = {
  log: {
    numbers: [
      "severity_number",
      "flags",
      "dropped_attributes_count",
      "time_unix_nano",
      "observed_time_unix_nano",
      "body",
      'body["rows"]',
      'attributes["http.status_code"]',
    ],
    texts: [
      "severity_text",
      "event_name",
      "body",
      "body.string",
      'body["message"]',
      'body["k"]',
      "body[0]",
      'attributes["http.method"]',
      "trace_id.string",
    ],
    enums: [
      "SEVERITY_NUMBER_UNSPECIFIED",
      "SEVERITY_NUMBER_INFO",
      "SEVERITY_NUMBER_WARN",
      "SEVERITY_NUMBER_FATAL4",
    ].flatMap((name) => operators.map((operator) => `severity_number ${operator} ${name}`)),
    more: [
      'severity_number < SEVERITY_NUMBER_WARN and IsMatch(body, "(?i)health.?check|/healthz")',
      'severity_number >= SEVERITY_NUMBER_ERROR or IsMatch(body, "GET")',
      'IsMatch(body, "slow query")',
      'IsMatch(body, "^[0-9.]+$")',
      'IsMatch(body["message"], "slow")',
      'IsMatch(body["zz"], ".*")',
      'not IsMatch(body["message"], "slow")',
      'body["message"] == nil',
      'body["empty"] == nil',
      'body["zz"] != nil',
      "body == nil",
      "body != nil",
      'body == {"a": 1}',
      "body == [1]",
      'body["list"] == [1, "two", {"three": 3}]',
      'body == "" or body == "GET"',
      'body["a"] == "x" or body["message"] == "slow query"',
      'HasPrefix(body, "GET")',
      'HasPrefix(severity_text, "I")',
      "trace_id == span_id",
      "trace_id != nil",
      "trace_id == 0x0102030405060708090a0b0c0d0e0f10",
      "span_id == 0x0102030405060708",
      'span_id.string == "0102030405060708"',
      "time == observed_time",
      "time > observed_time",
      "time_unix_nano > observed_time_unix_nano",
      "observed_time_unix_nano - time_unix_nano > 100",
      "(observed_time_unix_nano - time_unix_nano) / 1000000 > 250",
      'IsMatch(severity_number, "^1")',
      'IsMap(body) and body["message"] == "slow query"',
      'IsString(body) and IsMatch(body, "k1")',
    ],
    data: ["logs", "hostile-logs"],
  },
  span: {
    numbers: [
      "kind",
      "status.code",
      "flags",
      "dropped_attributes_count",
      "dropped_events_count",
      "dropped_links_count",
      "start_time_unix_nano",
      "end_time_unix_nano",
      'attributes["http.status_code"]',
    ],
    texts: [
      "name",
      "kind.string",
      "kind.deprecated_string",
      "status.message",
      "trace_state",
      'trace_state["rojo"]',
      'trace_state["a"]',
      "parent_span_id.string",
      'attributes["http.method"]',
    ],
    enums: [
      ...["SPAN_KIND_UNSPECIFIED", "SPAN_KIND_SERVER", "SPAN_KIND_CONSUMER"].flatMap((name) =>
        operators.map((operator) => `kind ${operator} ${name}`),
      ),
      ...["STATUS_CODE_UNSET", "STATUS_CODE_OK", "STATUS_CODE_ERROR"].flatMap((name) =>
        operators.map((operator) => `status.code ${operator} ${name}`),
      ),
    ],
    more: [
      "end_time_unix_nano - start_time_unix_nano > 250000000",
      "(end_time_unix_nano - start_time_unix_nano) / 1000000 > 250",
      "(end_time_unix_nano - start_time_unix_nano) / 1000000 == 350",
      "(start_time_unix_nano - end_time_unix_nano) / 1000000 < 0",
      'end_time - start_time > Duration("250ms")',
      "end_time > start_time",
      'kind == SPAN_KIND_SERVER and name == "GET /checkout"',
      'kind.string == "Server" or kind.deprecated_string == "SPAN_KIND_CLIENT"',
      'status.code == STATUS_CODE_ERROR and IsMatch(status.message, "deadline")',
      'IsMatch(name, "^GET")',
      'IsMatch(status.message, ".*")',
      'IsMatch(trace_state, "rojo")',
      "status == status",
      "events == events",
      "links == events",
      "events != nil",
      "Len(events) > 0",
      "Len(events) == 2 or Len(links) == 1",
      "trace_id == trace_id",
      "span_id == parent_span_id",
      'trace_state["zz"] == ""',
      'trace_state["zz"] == nil',
      "status.code == nil",
      "kind == 2.0",
    ],
    data: ["spans", "hostile-spans"],
  },
  spanevent: {
    numbers: [
      "dropped_attributes_count",
      "time_unix_nano",
      "event_index",
      "span.kind",
      "span.status.code",
      'attributes["n"]',
    ],
    texts: ["name", 'attributes["exception.type"]', "span.name", "span.status.message"],
    enums: ["span.kind == SPAN_KIND_SERVER", "span.status.code == STATUS_CODE_ERROR"],
    more: [
      'name == "exception" and attributes["exception.escaped"] == false',
      "time_unix_nano - span.start_time_unix_nano > 100",
      "(time_unix_nano - span.start_time_unix_nano) / 1000000 == 100",
      "time < span.end_time",
      "event_index == 0 and Len(span.events) > 1",
      'IsMatch(name, "exc")',
      'attributes["zz"] == nil',
    ],
    data: ["spans", "hostile-spans"],
  },
  exemplar: {
    numbers: ["double_value", "int_value", "time_unix_nano", "datapoint.flags", "datapoint.value_int"],
    texts: ['filtered_attributes["user"]', "metric.name", "trace_id.string", "span_id.string"],
    enums: ["metric.type == METRIC_DATA_TYPE_GAUGE", "datapoint.flags == FLAG_NONE"],
    more: [
      'filtered_attributes["user"] == nil',
      "time == datapoint.time",
      "trace_id != span_id",
      'IsMatch(metric.name, "^gauge")',
      "(time_unix_nano - datapoint.start_time_unix_nano) / 1000000 > 250",
      "double_value > 0.25 and int_value == 0",
    ],
    data: ["shapes", "exemplars"],
  },
};

function comparisons(context: ContextName, { numbers: paths, texts, enums, more, data }: Compared): Group {
  const over = (all: readonly string[]): CaseSource[] =>
    all.flatMap((text) => data.map((name) => ({ text, data: name })));
  return group(
    `paths/${context}-comparisons`,
    `What comparisons of the paths of the context ${context} say.`,
    { context },
    {
      "compares a number": over(
        paths.flatMap((path) =>
          numbers.map((number, i) => `${path} ${operators[i % operators.length]} ${number}`),
        ),
      ),
      "compares a number that comes first": over(paths.map((path) => `1 < ${path}`)),
      "compares a number with a text and with nil": over(
        paths.flatMap((path) => [`${path} == "1"`, `${path} != nil`, `${path} == true`]),
      ),
      "compares a text": over(
        texts.flatMap((path) => [
          `${path} == "GET"`,
          `${path} != "GET"`,
          `"" == ${path}`,
          `${path} > "G"`,
          `${path} == 1`,
          `IsMatch(${path}, "^[A-Z]")`,
          `${path} == "Server" or ${path} == "GET" or IsMatch(${path}, "a")`,
          `not(${path} == "x" or ${path} == "")`,
        ]),
      ),
      "compares with enums": over(enums),
      "compares what people compare": over(more),
    },
  );
}

/** The comparisons of numbers, texts and ids of the paths below metrics. */
export const pathComparisons: readonly Group[] = Object.entries(compared).map(
  ([context, one]) => comparisons(context as ContextName, one), // the keys of the table
);
