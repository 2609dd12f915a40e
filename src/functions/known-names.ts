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

/** Whether the reference has a function of this name: an editor, a converter, an experimental one or one of the filter. */
export function isKnownFunction(name: string): boolean {
  return known.has(name);
}
