import { coalesce } from "./collection/coalesce.ts";
import { containsValue } from "./collection/contains-value.ts";
import { index } from "./collection/index.ts";
import { keys } from "./collection/keys.ts";
import { len } from "./collection/len.ts";
import { sliceToMap } from "./collection/slice-to-map.ts";
import { sort } from "./collection/sort.ts";
import { values } from "./collection/values.ts";
import { bool } from "./conversion/bool.ts";
import { double } from "./conversion/double.ts";
import { int } from "./conversion/int.ts";
import { log } from "./conversion/log.ts";
import { parseInteger } from "./conversion/parse-int.ts";
import { parseJSON } from "./conversion/parse-json.ts";
import { parseSeverity } from "./conversion/parse-severity.ts";
import { string } from "./conversion/string.ts";
import type { FunctionDefinition } from "./define-function.ts";
import { append } from "./editor/append.ts";
import { clear } from "./editor/clear.ts";
import { deleteIndex } from "./editor/delete-index.ts";
import { deleteKey } from "./editor/delete-key.ts";
import { flatten } from "./editor/flatten.ts";
import { keepKeys } from "./editor/keep-keys.ts";
import { limit } from "./editor/limit.ts";
import { deleteMatchingKeys, keepMatchingKeys } from "./editor/matching-keys.ts";
import { mergeMaps } from "./editor/merge-maps.ts";
import { replaceAllMatches } from "./editor/replace-all-matches.ts";
import { replaceAllPatterns } from "./editor/replace-all-patterns.ts";
import { replaceMatch } from "./editor/replace-match.ts";
import { replacePattern } from "./editor/replace-pattern.ts";
import { set } from "./editor/set.ts";
import { stringifyAll } from "./editor/stringify-all.ts";
import { truncateAll } from "./editor/truncate-all.ts";
import { base64Decode } from "./encoding/base64-decode.ts";
import { base64Encode } from "./encoding/base64-encode.ts";
import { decode } from "./encoding/decode.ts";
import { hex } from "./encoding/hex.ts";
import { toValidUTF8 } from "./encoding/to-valid-utf8.ts";
import { hasAttrKeyOnDatapoint } from "./filter/has-attr-key-on-datapoint.ts";
import { hasAttrOnDatapoint } from "./filter/has-attr-on-datapoint.ts";
import { fnv, md5, murmur3Hash, murmur3Hash128, sha1, sha256, sha512, xxh3, xxh128 } from "./hash/hashes.ts";
import { spanID, traceID } from "./id/ids.ts";
import { uuid } from "./id/uuid.ts";
import { uuidV7 } from "./id/uuid-v7.ts";
import { filter } from "./lambda/filter.ts";
import { find } from "./lambda/find.ts";
import { mapEach } from "./lambda/map-each.ts";
import { mapKeys } from "./lambda/map-keys.ts";
import { all, any } from "./lambda/quantifiers.ts";
import { reduce } from "./lambda/reduce.ts";
import { when } from "./lambda/when.ts";
import { parseCEF } from "./log/parse-cef.ts";
import { parseCLF } from "./log/parse-clf.ts";
import { parseELF } from "./log/parse-elf.ts";
import { parseLEEF } from "./log/parse-leef.ts";
import { aggregateOnAttributeValue } from "./metric/aggregate-on-attribute-value.ts";
import { aggregateOnAttributes } from "./metric/aggregate-on-attributes.ts";
import { convertExponentialHistogramToHistogram } from "./metric/convert-exponential-histogram-to-histogram.ts";
import { convertGaugeToSum } from "./metric/convert-gauge-to-sum.ts";
import { convertSumToGauge } from "./metric/convert-sum-to-gauge.ts";
import { convertSummaryQuantileValToGauge } from "./metric/convert-summary-quantile-val-to-gauge.ts";
import { convertSummaryCountValToSum, convertSummarySumValToSum } from "./metric/convert-summary-to-sum.ts";
import { copyMetric } from "./metric/copy-metric.ts";
import { extractAvgMetric, extractCountMetric, extractSumMetric } from "./metric/extract-metrics.ts";
import { extractPercentileMetric } from "./metric/extract-percentile-metric.ts";
import { mergeHistogramBuckets } from "./metric/merge-histogram-buckets.ts";
import { scaleMetric } from "./metric/scale-metric.ts";
import { communityID } from "./net/community-id.ts";
import { isInCIDR } from "./net/is-in-cidr.ts";
import { url } from "./net/url.ts";
import { extractGrokPatterns } from "./parse/extract-grok-patterns.ts";
import { extractPatterns } from "./parse/extract-patterns.ts";
import { parseKeyValue, toKeyValueString } from "./parse/key-values.ts";
import { parseCSV } from "./parse/parse-csv.ts";
import { userAgent } from "./parse/user-agent.ts";
import { isRootSpan } from "./span/is-root-span.ts";
import { setSemconvSpanName } from "./span/set-semconv-span-name.ts";
import { concat } from "./string/concat.ts";
import { convertCase } from "./string/convert-case.ts";
import { format } from "./string/format.ts";
import { hasPrefix } from "./string/has-prefix.ts";
import { hasSuffix } from "./string/has-suffix.ts";
import { isMatch } from "./string/is-match.ts";
import { isValidLuhn } from "./string/is-valid-luhn.ts";
import { split } from "./string/split.ts";
import { substring } from "./string/substring.ts";
import { toCamelCase } from "./string/to-camel-case.ts";
import { toLowerCase } from "./string/to-lower-case.ts";
import { toSnakeCase } from "./string/to-snake-case.ts";
import { toUpperCase } from "./string/to-upper-case.ts";
import { trim } from "./string/trim.ts";
import { trimPrefix } from "./string/trim-prefix.ts";
import { trimSuffix } from "./string/trim-suffix.ts";
import { day, hour, minute, month, nanosecond, second, weekday, year } from "./time/clock.ts";
import { duration } from "./time/duration.ts";
import { unixMicro, unixMilli, unixNano, unixSeconds } from "./time/epoch.ts";
import { formatTime } from "./time/format-time.ts";
import { hours, microseconds, milliseconds, minutes, nanoseconds, seconds } from "./time/lengths.ts";
import { now } from "./time/now.ts";
import { time } from "./time/time.ts";
import { truncateTime } from "./time/truncate-time.ts";
import { unix } from "./time/unix.ts";
import { isBool } from "./type/is-bool.ts";
import { isDouble } from "./type/is-double.ts";
import { isEmpty } from "./type/is-empty.ts";
import { isInt } from "./type/is-int.ts";
import { isList } from "./type/is-list.ts";
import { isMap } from "./type/is-map.ts";
import { isString } from "./type/is-string.ts";
import { convertAttributesToElementsXML, convertTextToElementsXML } from "./xml/convert-xml.ts";
import { getXML } from "./xml/get-xml.ts";
import { insertXML } from "./xml/insert-xml.ts";
import { parseSimplifiedXML } from "./xml/parse-simplified-xml.ts";
import { parseXML } from "./xml/parse-xml.ts";
import { removeXML } from "./xml/remove-xml.ts";

export {
  aggregateOnAttributes,
  aggregateOnAttributeValue,
  all,
  any,
  append,
  base64Decode,
  base64Encode,
  bool,
  clear,
  coalesce,
  communityID,
  concat,
  containsValue,
  convertAttributesToElementsXML,
  convertCase,
  convertExponentialHistogramToHistogram,
  convertGaugeToSum,
  convertSummaryCountValToSum,
  convertSummaryQuantileValToGauge,
  convertSummarySumValToSum,
  convertSumToGauge,
  convertTextToElementsXML,
  copyMetric,
  day,
  decode,
  deleteIndex,
  deleteKey,
  deleteMatchingKeys,
  double,
  duration,
  extractAvgMetric,
  extractCountMetric,
  extractGrokPatterns,
  extractPatterns,
  extractPercentileMetric,
  extractSumMetric,
  filter,
  find,
  flatten,
  fnv,
  format,
  formatTime,
  getXML,
  hasAttrKeyOnDatapoint,
  hasAttrOnDatapoint,
  hasPrefix,
  hasSuffix,
  hex,
  hour,
  hours,
  index,
  insertXML,
  int,
  isBool,
  isDouble,
  isEmpty,
  isInCIDR,
  isInt,
  isList,
  isMap,
  isMatch,
  isRootSpan,
  isString,
  isValidLuhn,
  keepKeys,
  keepMatchingKeys,
  keys,
  len,
  limit,
  log,
  mapEach,
  mapKeys,
  md5,
  mergeHistogramBuckets,
  mergeMaps,
  microseconds,
  milliseconds,
  minute,
  minutes,
  month,
  murmur3Hash,
  murmur3Hash128,
  nanosecond,
  nanoseconds,
  now,
  parseCEF,
  parseCLF,
  parseCSV,
  parseELF,
  parseInteger,
  parseJSON,
  parseKeyValue,
  parseLEEF,
  parseSeverity,
  parseSimplifiedXML,
  parseXML,
  reduce,
  removeXML,
  replaceAllMatches,
  replaceAllPatterns,
  replaceMatch,
  replacePattern,
  scaleMetric,
  second,
  seconds,
  set,
  setSemconvSpanName,
  sha1,
  sha256,
  sha512,
  sliceToMap,
  sort,
  spanID,
  split,
  string,
  stringifyAll,
  substring,
  time,
  toCamelCase,
  toKeyValueString,
  toLowerCase,
  toSnakeCase,
  toUpperCase,
  toValidUTF8,
  traceID,
  trim,
  trimPrefix,
  trimSuffix,
  truncateAll,
  truncateTime,
  unix,
  unixMicro,
  unixMilli,
  unixNano,
  unixSeconds,
  url,
  userAgent,
  uuid,
  uuidV7,
  values,
  weekday,
  when,
  xxh3,
  xxh128,
  year,
};

/** The functions that every processor offers, sorted by name. */
export const standardFunctions: readonly FunctionDefinition[] = [
  all,
  any,
  base64Decode,
  base64Encode,
  bool,
  coalesce,
  communityID,
  concat,
  containsValue,
  convertAttributesToElementsXML,
  convertCase,
  convertTextToElementsXML,
  day,
  decode,
  double,
  duration,
  extractGrokPatterns,
  extractPatterns,
  fnv,
  filter,
  find,
  format,
  formatTime,
  getXML,
  hasPrefix,
  hasSuffix,
  hex,
  hour,
  hours,
  index,
  insertXML,
  int,
  isBool,
  isDouble,
  isEmpty,
  isInCIDR,
  isInt,
  isList,
  isMap,
  isMatch,
  isRootSpan,
  isString,
  isValidLuhn,
  keys,
  len,
  log,
  md5,
  mapEach,
  mapKeys,
  microseconds,
  milliseconds,
  minute,
  minutes,
  month,
  murmur3Hash,
  murmur3Hash128,
  nanosecond,
  nanoseconds,
  now,
  parseCSV,
  parseInteger,
  parseJSON,
  parseKeyValue,
  parseSeverity,
  parseSimplifiedXML,
  parseXML,
  reduce,
  removeXML,
  sha1,
  sha256,
  sha512,
  second,
  seconds,
  sliceToMap,
  sort,
  spanID,
  split,
  string,
  substring,
  time,
  toCamelCase,
  toKeyValueString,
  toLowerCase,
  toSnakeCase,
  toUpperCase,
  toValidUTF8,
  traceID,
  trim,
  trimPrefix,
  trimSuffix,
  truncateTime,
  url,
  uuid,
  uuidV7,
  unix,
  unixMicro,
  unixMilli,
  unixNano,
  unixSeconds,
  userAgent,
  values,
  weekday,
  when,
  xxh128,
  xxh3,
  year,
  append,
  clear,
  deleteIndex,
  deleteKey,
  deleteMatchingKeys,
  flatten,
  keepKeys,
  keepMatchingKeys,
  limit,
  mergeMaps,
  replaceAllMatches,
  replaceAllPatterns,
  replaceMatch,
  replacePattern,
  set,
  stringifyAll,
  truncateAll,
];

/** The functions that only the filter processor offers, sorted by name. */
export const filterFunctions: readonly FunctionDefinition[] = [hasAttrKeyOnDatapoint, hasAttrOnDatapoint];

/** The functions that only the transform processor offers, sorted by name. */
export const transformFunctions: readonly FunctionDefinition[] = [
  parseCEF,
  parseCLF,
  parseELF,
  parseLEEF,
  aggregateOnAttributeValue,
  aggregateOnAttributes,
  convertExponentialHistogramToHistogram,
  convertGaugeToSum,
  convertSumToGauge,
  convertSummaryCountValToSum,
  convertSummaryQuantileValToGauge,
  convertSummarySumValToSum,
  copyMetric,
  extractAvgMetric,
  extractCountMetric,
  extractPercentileMetric,
  extractSumMetric,
  mergeHistogramBuckets,
  scaleMetric,
  setSemconvSpanName,
];
