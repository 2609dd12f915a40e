/** Every function of the reference, whether or not it is implemented or included here. */
const known = new Set(
  `
  append clear delete_index delete_key delete_matching_keys flatten keep_keys keep_matching_keys limit merge_maps
  replace_all_matches replace_all_patterns replace_match replace_pattern set stringify_all truncate_all

  Base64Encode Bool Coalesce CommunityID Concat ContainsValue ConvertAttributesToElementsXML ConvertCase
  ConvertTextToElementsXML Day Decode Double Duration ExtractGrokPatterns ExtractPatterns FNV Format FormatTime GetXML
  HasPrefix HasSuffix Hex Hour Hours Index InsertXML Int IsBool IsDouble IsEmpty IsInCIDR IsInt IsList IsMap IsMatch
  IsRootSpan IsString IsValidLuhn Keys Len Log MD5 Microseconds Milliseconds Minute Minutes Month Murmur3Hash
  Murmur3Hash128 Nanosecond Nanoseconds Now ParseCSV ParseInt ParseJSON ParseKeyValue ParseSeverity ParseSimplifiedXML
  ParseXML RemoveXML SHA1 SHA256 SHA512 Second Seconds SliceToMap Sort SpanID Split String Substring Time ToCamelCase
  ToKeyValueString ToLowerCase ToSnakeCase ToUpperCase TraceID Trim TrimPrefix TrimSuffix TruncateTime URL UUID UUIDv7
  Unix UnixMicro UnixMilli UnixNano UnixSeconds UserAgent Values Weekday XXH128 XXH3 Year

  All Any Filter Find MapEach MapKeys Reduce ToValidUTF8 When

  HasAttrKeyOnDatapoint HasAttrOnDatapoint

  Base64Decode
  `
    .trim()
    .split(/\s+/),
);

/** A component of the Collector that adds functions to those of the language. */
export interface FunctionOwner {
  /** Its types, such as `transform`: today's and those that it had. */
  readonly types: readonly string[];
  readonly called: string;
}

const owners: readonly (FunctionOwner & { readonly names: string })[] = [
  {
    types: ["transform"],
    called: "the transform processor",
    names: `
    aggregate_on_attribute_value aggregate_on_attributes convert_exponential_histogram_to_histogram
    convert_gauge_to_sum convert_sum_to_gauge convert_summary_count_val_to_sum convert_summary_quantile_val_to_gauge
    convert_summary_sum_val_to_sum copy_metric extract_avg_metric extract_count_metric extract_percentile_metric
    extract_sum_metric merge_histogram_buckets scale_metric set_semconv_span_name

    ParseCEF ParseCLF ParseELF ParseLEEF
    `,
  },
  {
    types: ["signal_to_metrics", "signaltometrics"],
    called: "the signal_to_metrics connector",
    names: "AdjustedCount",
  },
];

/** The component that alone has a function of this name; nothing for the functions of the language and unknown ones. */
export function ownerOf(name: string): FunctionOwner | undefined {
  return owners.find(({ names }) => names.split(/\s+/).includes(name));
}

/** Whether the reference has a function of this name: an editor, a converter, an experimental one or one of the filter. */
export function isKnownFunction(name: string): boolean {
  return known.has(name);
}
