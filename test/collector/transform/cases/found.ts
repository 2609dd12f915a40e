/** What random configurations have shown. */
import { each, group } from "./case.ts";

const onLogs = [
  'set(attributes["status"], Duration("5h"))',
  'set(attributes["status"], TraceID(0x0102030405060708090a0b0c0d0e0f10))',
  'set(attributes["new"], Duration("5h"))',
  'set(attributes["m"]["y"]["z"], Duration("5h"))',
  'set(body["a"], Duration("5h"))',
  'set(body, Duration("5h"))',
  'replace_all_patterns(attributes, "key", "zzz", "y")',
  'replace_all_patterns(attributes, "key", "^s.*", "y")',
  'replace_all_patterns(attributes, "value", "zzz", "y")',
];

/** A map in which a key comes twice, in map literals; one key alone has an order. */
const mapsInLiterals = ['{"k": attributes}', '{"k": {"l": attributes}}', '{"k": [attributes]}'].map(
  (literal) => ['keep_keys(attributes, ["status"])', `set(attributes["new"], ${literal})`],
);

/** Maps that are merged into maps within themselves. */
const merging = ["insert", "upsert", "update"].flatMap((strategy) => [
  ['set(attributes["m"], {"x": 1})', `merge_maps(attributes["m"], attributes, "${strategy}")`],
  ['set(attributes["m"], {"x": 1})', `merge_maps(attributes, attributes["m"], "${strategy}")`],
]);

const namedFunctions = [
  'replace_all_patterns(log.attributes, "value", "G", "é", URL, "%s")',
  'replace_all_patterns(log.attributes, "value", "G", "é", ToLowerCase)',
  'replace_all_patterns(log.attributes, "value", "G", "é", SHA256)',
];

export const foundCases = [
  ...each(
    "logs",
    onLogs.map((statement) => [group("log", [statement])]),
  ),
  ...[...onLogs.slice(-3).map((statement) => [statement]), ...mapsInLiterals].map((statements) => ({
    config: { log_statements: [group("log", statements)] },
    payload: "twice" as const,
  })),
  ...each(
    "logs",
    merging.map((statements) => [group("log", statements)]),
  ),
  ...each(
    "logs",
    namedFunctions.map((statement) => [statement]),
  ),
];
