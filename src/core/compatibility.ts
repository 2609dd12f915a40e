/**
 * What the versions of the reference do differently, as named capabilities. Code asks for a capability, never for a
 * version. Versions are those of opentelemetry-collector-contrib.
 */
import { Failure } from "./failure.ts";
import { gateStage, switchGates } from "./gates.ts";
import { compareVersions } from "./versions.ts";

export { compareVersions };

/**
 * Where a fact comes from: `recorded` from runs of the reference before and after, its `source`, or its `changelog`.
 */
type Evidence = "recorded" | "source" | "changelog";

interface Fact {
  /** The first version that can do it. */
  readonly since: string;
  readonly evidence: Evidence;
  /** The gate that decides in the versions that have it; later ones can do it for good. */
  readonly gate?: string;
}

/** The oldest version that can be asked for. */
export const oldestVersion = "0.104.0";
/** The oldest version whose language is modelled; of older ones only the `$` expansion is. */
export const modelledVersion = "0.118.0";
/** The version that answers when none is asked for. */
export const newestVersion = "0.165.0";

/** Every capability with the first version that has it. */
export const capabilities = {
  /** Actions on attributes take `client.address` from the context. */
  client_address: { since: "0.105.0", evidence: "source" },
  /** A key of a path may be a calculation. */
  calculated_keys: { since: "0.121.0", evidence: "recorded" },
  /** The path `event_index`. */
  event_index: { since: "0.121.0", evidence: "source" },
  /** The list of a map literal may hold maps: 0.121.0 takes none, 0.124.1 does. */
  maps_in_listed_values: { since: "0.122.0", evidence: "changelog" },
  /** Maps are equal by what they hold. */
  map_comparison: { since: "0.122.0", evidence: "recorded" },
  /** A path may name its own context where it need not, as in `metric.name`: 0.121.0 lacks it, 0.124.1 has it. */
  own_context_prefix: { since: "0.122.0", evidence: "source" },
  /** `scope` is another name of `instrumentation_scope`: 0.121.0 lacks it, 0.124.1 has it. */
  scope_prefix: { since: "0.122.0", evidence: "source" },
  /** Functions of XML keep white space at the ends of texts, and need an element: 0.121.0 does not, 0.124.1 does. */
  whole_xml: { since: "0.122.0", evidence: "source" },
  /** `Decode` knows all variants of base64, before it the padded standard one. */
  base64_variants: { since: "0.123.0", evidence: "changelog" },
  /** `replace_all_patterns` puts the answer of its function for a key into the key, not into the value. */
  replaced_keys: { since: "0.124.0", evidence: "changelog" },
  /** Inference prefers the scope to the resource: 0.121.0 does not, 0.124.1 does. */
  scope_before_resource: { since: "0.124.0", evidence: "changelog" },
  /** Aggregated exponential histograms count zeros and may have more buckets than the first: 0.123.0 does not, 0.124.1 does. */
  aggregation_counts_zeros: { since: "0.124.0", evidence: "source" },
  /** The conditions of a group of statements count when its context is inferred. */
  inference_from_conditions: { since: "0.125.0", evidence: "source" },
  /** `Decode` knows `utf8-raw`, which keeps bytes that are not UTF-8. */
  raw_utf8: { since: "0.127.0", evidence: "source" },
  /** Lists are equal by what they hold. */
  list_comparison: { since: "0.128.0", evidence: "recorded" },
  /** The path `metric.metadata`. */
  metric_metadata: { since: "0.128.0", evidence: "source" },
  /** The path `log.event_name`. */
  log_event_name: { since: "0.128.0", evidence: "source" },
  /** Editors of maps take nothing but paths; before, any map, although nothing came of it. */
  editors_need_paths: { since: "0.130.0", evidence: "recorded" },
  /** `%s` of a time format stands for nine digits of a second, where 0.129.0 has eight. */
  nine_digits_of_seconds: { since: "0.130.0", evidence: "source" },
  /** `UserAgent` tells the operating system, too. */
  user_agent_system: { since: "0.131.0", evidence: "recorded" },
  /** `SliceToMap` needs no path to the keys: 0.130.0 needs one. */
  numbered_slice_to_map: { since: "0.131.0", evidence: "recorded" },
  /** Patterns, prefixes, suffixes and delimiters may be any expression. */
  dynamic_pattern: { since: "0.139.0", evidence: "source" },
  /** A map or list is copied before there is one in its place: 0.129.0 makes an empty one first, 0.140.0 does not. */
  copied_before_made: { since: "0.140.0", evidence: "source" },
  /** A literal argument of the wrong type is refused when a text is read, not when it runs. */
  strict_literal_getters: { since: "0.141.0", evidence: "source" },
  /** A map literal of literals is made when a text is read, and so refused then. */
  early_map_literals: { since: "0.141.0", evidence: "source" },
  /** `"nil"` is a text like others; before, it was nil. */
  nil_text: { since: "0.141.0", evidence: "recorded" },
  /** Fields of logs, metrics and scopes refuse a value of another type; before, writing it did nothing. */
  typed_fields: { since: "0.141.0", evidence: "source" },
  /** Exponential histograms with other offsets are aggregated, too. */
  aggregation_moves_buckets: { since: "0.135.0", evidence: "source" },
  /** `SliceToMap` takes items that are no maps: 0.140.0 does not. */
  any_slice_to_map: { since: "0.141.0", evidence: "recorded" },
  /** `Trim` is itself: 0.139.0 and 0.140.0 have `TrimSuffix` under this name. */
  trim_is_trim: { since: "0.141.0", evidence: "source" },
  /** `TraceID` and `SpanID` take texts, and bytes that are no literal. */
  id_texts: { since: "0.142.0", evidence: "recorded" },
  /** Comparisons of literals are decided when a text is read, and `and` and `or` drop what they decide. */
  constant_folding: { since: "0.143.0", evidence: "source" },
  /** A sign is an operator, as in `5-1` and `-(1)`, and `1.` is a double. */
  signed_numbers: { since: "0.144.0", evidence: "source" },
  /** The path `span.flags`. */
  span_flags: { since: "0.145.0", evidence: "source" },
  /** The paths below `otelcol`. */
  otelcol_paths: { since: "0.147.0", evidence: "source", gate: "ottl.contexts.enableOTelColContext" },
  /** `ParseKeyValue` reads UTF-8; before, each byte became a character, as in `Ã©`. */
  pairs_of_utf8: { since: "0.147.0", evidence: "source" },
  /** A setting that is null is read as an empty text, where before it was as good as absent. */
  null_is_empty_text: { since: "0.127.0", evidence: "source" },
  /** Actions by pattern take the attributes as they come and do not look their keys up: 0.130.0 does, 0.132.0 does not. */
  pattern_in_one_pass: { since: "0.132.0", evidence: "source" },
  /** `replace_all_patterns` goes on where its function fails; before, the rest of the map was lost. */
  replacing_goes_on: { since: "0.134.0", evidence: "changelog" },
  /** A map that a function made in Go is written to attributes as a whole: 0.121.0 does not, 0.124.1 does. */
  go_maps_as_attributes: { since: "0.124.0", evidence: "source" },
  /** Bytes stay in what is copied onto itself; before, they became zeros. */
  bytes_copied_onto_themselves: { since: "0.133.0", evidence: "source" },
  /** `set` writes in place: 0.133.0 makes the value first, so that a map copied into itself has the new key, too. */
  set_in_place: { since: "0.134.0", evidence: "source" },
  /** Functions of XML keep the text of instructions, of which only attributes were kept before. */
  xml_instructions: { since: "0.138.0", evidence: "source" },
  /** The filter processor takes settings for profiles. */
  filter_profiles: { since: "0.138.0", evidence: "changelog" },
  /** The filter processor refuses what is no severity; before, it is as good as none, and all are high enough. */
  filter_checks_severities: { since: "0.148.0", evidence: "source" },
  /** Older settings refuse names of metrics for spans and logs, and for metrics all but names: 0.121.0 does not, 0.124.1 does. */
  match_refuses_other_signals: { since: "0.122.0", evidence: "source" },
  /** The filter processor takes conditions on resources: 0.138.0 lacks them. */
  filter_resource_conditions: { since: "0.139.0", evidence: "source" },
  /** The filter processor does not ask the data points of a metric whose conditions failed; 0.138.0 does. */
  filter_failed_metric_ends: { since: "0.139.0", evidence: "source" },
  /** The filter processor's conditions on data points see the schema URLs of resource and scope; not in 0.141.0. */
  filter_points_see_schema_urls: { since: "0.142.0", evidence: "source" },
  /** The hash of the empty text is the hash of no bytes; before it was the empty text. */
  hash_empty_text: { since: "0.145.0", evidence: "source" },
  /** Actions on attributes take a `default_value`. */
  default_value: { since: "0.146.0", evidence: "source" },
  /** The filter processor takes flat conditions and groups of them, `metric_conditions`: 0.145.0 does not. */
  filter_flat_conditions: { since: "0.146.0", evidence: "source" },
  /** `truncate_all` cuts no character in two, unless it is told to. */
  utf8_truncation: { since: "0.148.0", evidence: "changelog" },
  /** A double that is no number has its name as text, not an error's words. */
  named_double_text: { since: "0.151.0", evidence: "source" },
  /** The text of a map or list of telemetry data writes `<`, `>` and `&` as they are. */
  plain_json_text: { since: "0.152.0", evidence: "source" },
  /** The filter processor ignores errors unless told otherwise, by default since 0.153.0; 0.152.0 propagates them. */
  filter_ignores_errors: {
    since: "0.150.0",
    evidence: "source",
    gate: "processor.filter.defaultErrorModeIgnore",
  },
  /** The transform processor ignores errors unless told otherwise, by default since 0.153.0. */
  transform_ignores_errors: {
    since: "0.150.0",
    evidence: "source",
    gate: "processor.transform.defaultErrorModeIgnore",
  },
  /** The transform processor takes lists of statements whose paths name their context, and groups without a context. */
  transform_infers_contexts: { since: "0.119.0", evidence: "source" },
  /** A group of the transform processor may have an error mode of its own. */
  transform_group_error_mode: { since: "0.120.0", evidence: "source" },
  /** A list of statements is one group; before, each statement was one, and all shared a cache: 0.121.0 is like that. */
  transform_lists_are_groups: { since: "0.122.0", evidence: "changelog" },
  /** The transform processor takes statements on profiles. */
  transform_profiles: { since: "0.130.0", evidence: "source" },
  /** The transform processor's statements on scopes see the schema URL of the resource; before, the scope's in its place. */
  transform_scopes_see_resource_url: { since: "0.151.0", evidence: "source" },
  /** The transform processor takes statements on exemplars. */
  transform_exemplars: { since: "0.156.0", evidence: "source" },
  /** Groups of the transform processor may share a cache. */
  transform_shared_cache: { since: "0.160.0", evidence: "source" },
  /** What groups of the transform processor share is empty for each payload; before, it outlived them. */
  transform_cache_of_payload: { since: "0.162.0", evidence: "source" },
  /** `flatten_data` of the transform processor is called `flatten.log`, too. */
  transform_flatten_log: { since: "0.164.0", evidence: "source" },
  /** `flatten_data` of the transform processor is gone. */
  transform_lacks_flatten_data: { since: "0.165.0", evidence: "source" },
  /** `set_semconv_span_name` takes versions from 1.37.0 to 1.40.0, and `rpc.system.name`; before, only 1.37.0. */
  semconv_versions: { since: "0.150.0", evidence: "source" },
  /** Every path refuses a value of another type; before, writing it did nothing. */
  typed_writes: { since: "0.150.0", evidence: "source" },
  /** `Decode` refuses a literal that names no encoding when a text is read. */
  strict_encodings: { since: "0.151.0", evidence: "source" },
  /** A field that the data point lacks cannot be written; before, writing it did nothing. */
  typed_points: { since: "0.153.0", evidence: "source" },
  /** The context of exemplars. */
  exemplar_context: { since: "0.154.0", evidence: "source" },
  /** `merge_histogram_buckets` may limit the number of buckets, and its value may be any expression. */
  bucket_limits: { since: "0.154.0", evidence: "source" },
  /** A lambda can be read at all. */
  lambda_syntax: { since: "0.155.0", evidence: "source" },
  /** `Time` takes numbers without leading zeros and with spaces; it and `FormatTime` refuse formats with digits. */
  patient_times: { since: "0.155.0", evidence: "source" },
  /** The answer of a replacing editor's function takes the place of its match; before, of all that is written alike. */
  replaced_in_place: { since: "0.155.0", evidence: "changelog" },
  /** A key of a converter's result may be any expression; before, it failed. */
  dynamic_converter_keys: { since: "0.155.0", evidence: "recorded" },
  /** A list of a span's events or links copied onto itself stays; before, it was emptied first. */
  events_copied_onto_themselves: { since: "0.158.0", evidence: "source" },
  /** `set_semconv_span_name` takes versions up to 1.43.0. */
  semconv_1_43: { since: "0.159.0", evidence: "source" },
  /** `set` writes nil, by default since 0.161.0; else it leaves the path as it is. */
  set_nil_writes: { since: "0.159.0", evidence: "recorded", gate: "ottl.set.allowNil" },
  /** Items of a list are separated by commas; before, those in front of the first comma need none. */
  commas_in_lists: { since: "0.160.0", evidence: "source" },
  /** `Int` of a text that says no whole number is an error; before, it was nil. */
  int_needs_number: { since: "0.160.0", evidence: "recorded" },
  /** The list of `Concat` may be any expression that yields a list. */
  dynamic_lists: {
    since: "0.161.0",
    evidence: "recorded",
    gate: "pkg.ottl.functions.enableDynamicSliceArguments",
  },
  /** An aggregated histogram has a sum only where all of its data points have one. */
  aggregation_needs_all_sums: { since: "0.162.0", evidence: "source" },
  /** Exponential histograms are converted with all of their buckets, and with one more than there are bounds. */
  whole_conversion: { since: "0.162.0", evidence: "source" },
  /** The list of `keep_keys` may be any expression that yields a list. */
  dynamic_key_lists: {
    since: "0.163.0",
    evidence: "source",
    gate: "pkg.ottl.functions.enableDynamicSliceArguments",
  },
  /** Inference counts functions that are arguments, and takes names without lower case for them where they are no enums. */
  inference_of_named_functions: { since: "0.165.0", evidence: "source" },
  /** `replace_all_patterns` of keys leaves a map as it is in which no key matches; before, of a key that comes twice one went. */
  unmatched_keys_stay: { since: "0.165.0", evidence: "source" },
  /** A literal that is no list is refused in place of one when a text is read, not when it runs. */
  strict_literal_lists: { since: "0.163.0", evidence: "source" },
  /** The name of a function that needs a feature gate needs it, too, where it is an argument. */
  gates_of_named_functions: { since: "0.163.0", evidence: "source" },
  /** Every entry of a map literal is evaluated; before, of a key that comes twice the last one alone. */
  entries_of_map_literals: { since: "0.165.0", evidence: "source" },
} as const satisfies Readonly<Record<string, Fact>>;

/** The name of a capability. */
export type Capability = keyof typeof capabilities;

/** A version of the reference and what it can do. */
export interface Compatibility {
  readonly version: string;
  /** The feature gates that are on. */
  readonly gates: ReadonlySet<string>;
  readonly has: (capability: Capability) => boolean;
}

/**
 * The capabilities of a version such as `"0.118.0"` (`"newest"` or nothing is the newest), and of the gates that are
 * switched, as `switchGates` takes them.
 *
 * @throws {Failure} `malformed_version`, `unsupported_version`, `unknown_gate` and `gate_stays_on`.
 */
export function compatibility(
  version: string = newestVersion,
  switches: readonly string[] = [],
): Compatibility {
  const plain = plainVersion(version);
  const gates = switchGates(plain, switches);
  const find = (capability: Capability): boolean => {
    const { since, gate }: Fact = capabilities[capability];
    if (compareVersions(plain, since) < 0) return false;
    return gate === undefined || gateStage(gate, plain) === undefined || gates.has(gate);
  };
  // A check of one text asks for the same ones again and again.
  const found = new Map<Capability, boolean>();
  const has = (capability: Capability): boolean => {
    const known = found.get(capability) ?? find(capability);
    found.set(capability, known);
    return known;
  };
  return { version: plain, gates, has };
}

function plainVersion(version: string): string {
  if (version === "newest") return newestVersion;
  if (!/^v?\d{1,4}\.\d{1,4}\.\d{1,4}$/.test(version)) throw new Failure("malformed_version", { version });
  const plain = version.replace("v", "");
  if (compareVersions(plain, oldestVersion) < 0 || compareVersions(plain, newestVersion) > 0) {
    throw new Failure("unsupported_version", {
      version: plain,
      oldest: oldestVersion,
      newest: newestVersion,
    });
  }
  return plain;
}
