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
import { string } from "./conversion/string.ts";
import type { FunctionDefinition } from "./define-function.ts";
import { set } from "./editor/set.ts";
import { hasAttrKeyOnDatapoint } from "./filter/has-attr-key-on-datapoint.ts";
import { hasAttrOnDatapoint } from "./filter/has-attr-on-datapoint.ts";
import { fnv, md5, murmur3Hash, murmur3Hash128, sha1, sha256, sha512, xxh3, xxh128 } from "./hash/hashes.ts";
import { extractGrokPatterns } from "./parse/extract-grok-patterns.ts";
import { extractPatterns } from "./parse/extract-patterns.ts";
import { parseKeyValue, toKeyValueString } from "./parse/key-values.ts";
import { parseCSV } from "./parse/parse-csv.ts";
import { userAgent } from "./parse/user-agent.ts";
import { concat } from "./string/concat.ts";
import { convertCase } from "./string/convert-case.ts";
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
import { isString } from "./type/is-string.ts";

export {
  bool,
  coalesce,
  concat,
  containsValue,
  convertCase,
  double,
  extractGrokPatterns,
  extractPatterns,
  fnv,
  hasAttrKeyOnDatapoint,
  hasAttrOnDatapoint,
  hasPrefix,
  hasSuffix,
  index,
  int,
  isBool,
  isDouble,
  isEmpty,
  isInt,
  isList,
  isMap,
  isMatch,
  isString,
  isValidLuhn,
  keys,
  len,
  log,
  md5,
  murmur3Hash,
  murmur3Hash128,
  parseCSV,
  parseInteger,
  parseJSON,
  parseKeyValue,
  set,
  sha1,
  sha256,
  sha512,
  sliceToMap,
  sort,
  split,
  string,
  substring,
  toCamelCase,
  toKeyValueString,
  toLowerCase,
  toSnakeCase,
  toUpperCase,
  trim,
  trimPrefix,
  trimSuffix,
  userAgent,
  values,
  xxh3,
  xxh128,
};

/** The functions that every processor offers, sorted by name. */
export const standardFunctions: readonly FunctionDefinition[] = [
  bool,
  coalesce,
  concat,
  containsValue,
  convertCase,
  double,
  extractGrokPatterns,
  extractPatterns,
  fnv,
  hasPrefix,
  hasSuffix,
  index,
  int,
  isBool,
  isDouble,
  isEmpty,
  isInt,
  isList,
  isMap,
  isMatch,
  isString,
  isValidLuhn,
  keys,
  len,
  log,
  md5,
  murmur3Hash,
  murmur3Hash128,
  parseCSV,
  parseInteger,
  parseJSON,
  parseKeyValue,
  sha1,
  sha256,
  sha512,
  sliceToMap,
  sort,
  split,
  string,
  substring,
  toCamelCase,
  toKeyValueString,
  toLowerCase,
  toSnakeCase,
  toUpperCase,
  trim,
  trimPrefix,
  trimSuffix,
  userAgent,
  values,
  xxh128,
  xxh3,
  set,
];

/** The functions that only the filter processor offers, sorted by name. */
export const filterFunctions: readonly FunctionDefinition[] = [hasAttrKeyOnDatapoint, hasAttrOnDatapoint];
