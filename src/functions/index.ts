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
import { set } from "./editor/set.ts";
import { base64Encode } from "./encoding/base64-encode.ts";
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
import { communityID } from "./net/community-id.ts";
import { isInCIDR } from "./net/is-in-cidr.ts";
import { url } from "./net/url.ts";
import { extractGrokPatterns } from "./parse/extract-grok-patterns.ts";
import { extractPatterns } from "./parse/extract-patterns.ts";
import { parseKeyValue, toKeyValueString } from "./parse/key-values.ts";
import { parseCSV } from "./parse/parse-csv.ts";
import { userAgent } from "./parse/user-agent.ts";
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
import { isBool } from "./type/is-bool.ts";
import { isDouble } from "./type/is-double.ts";
import { isEmpty } from "./type/is-empty.ts";
import { isInt } from "./type/is-int.ts";
import { isList } from "./type/is-list.ts";
import { isMap } from "./type/is-map.ts";
import { isRootSpan } from "./span/is-root-span.ts";
import { isString } from "./type/is-string.ts";

export {
  all,
  any,
  base64Encode,
  bool,
  coalesce,
  communityID,
  concat,
  containsValue,
  convertCase,
  double,
  extractGrokPatterns,
  extractPatterns,
  filter,
  find,
  fnv,
  format,
  hasAttrKeyOnDatapoint,
  hasAttrOnDatapoint,
  hasPrefix,
  hasSuffix,
  hex,
  index,
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
  mapEach,
  mapKeys,
  md5,
  murmur3Hash,
  murmur3Hash128,
  parseCSV,
  parseInteger,
  parseJSON,
  parseKeyValue,
  parseSeverity,
  reduce,
  set,
  sha1,
  sha256,
  sha512,
  sliceToMap,
  sort,
  spanID,
  split,
  string,
  substring,
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
  url,
  userAgent,
  uuid,
  uuidV7,
  values,
  when,
  xxh3,
  xxh128,
};

/** The functions that every processor offers, sorted by name. */
export const standardFunctions: readonly FunctionDefinition[] = [
  all,
  any,
  base64Encode,
  bool,
  coalesce,
  communityID,
  concat,
  containsValue,
  convertCase,
  double,
  extractGrokPatterns,
  extractPatterns,
  fnv,
  filter,
  find,
  format,
  hasPrefix,
  hasSuffix,
  hex,
  index,
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
  murmur3Hash,
  murmur3Hash128,
  parseCSV,
  parseInteger,
  parseJSON,
  parseKeyValue,
  parseSeverity,
  reduce,
  sha1,
  sha256,
  sha512,
  sliceToMap,
  sort,
  spanID,
  split,
  string,
  substring,
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
  url,
  uuid,
  uuidV7,
  userAgent,
  values,
  when,
  xxh128,
  xxh3,
  set,
];

/** The functions that only the filter processor offers, sorted by name. */
export const filterFunctions: readonly FunctionDefinition[] = [hasAttrKeyOnDatapoint, hasAttrOnDatapoint];
