import { coalesce } from "./collection/coalesce.ts";
import { containsValue } from "./collection/contains-value.ts";
import { keys } from "./collection/keys.ts";
import { len } from "./collection/len.ts";
import { values } from "./collection/values.ts";
import { bool } from "./conversion/bool.ts";
import { double } from "./conversion/double.ts";
import { int } from "./conversion/int.ts";
import { parseJSON } from "./conversion/parse-json.ts";
import { string } from "./conversion/string.ts";
import type { FunctionDefinition } from "./define-function.ts";
import { set } from "./editor/set.ts";
import { hasAttrKeyOnDatapoint } from "./filter/has-attr-key-on-datapoint.ts";
import { hasAttrOnDatapoint } from "./filter/has-attr-on-datapoint.ts";
import { concat } from "./string/concat.ts";
import { hasPrefix } from "./string/has-prefix.ts";
import { hasSuffix } from "./string/has-suffix.ts";
import { isMatch } from "./string/is-match.ts";
import { split } from "./string/split.ts";
import { substring } from "./string/substring.ts";
import { toLowerCase } from "./string/to-lower-case.ts";
import { toUpperCase } from "./string/to-upper-case.ts";
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
  double,
  hasAttrKeyOnDatapoint,
  hasAttrOnDatapoint,
  hasPrefix,
  hasSuffix,
  int,
  isBool,
  isDouble,
  isEmpty,
  isInt,
  isList,
  isMap,
  isMatch,
  isString,
  keys,
  len,
  parseJSON,
  set,
  split,
  string,
  substring,
  toLowerCase,
  toUpperCase,
  values,
};

/** The functions that every processor offers, sorted by name. */
export const standardFunctions: readonly FunctionDefinition[] = [
  bool,
  coalesce,
  concat,
  containsValue,
  double,
  hasPrefix,
  hasSuffix,
  int,
  isBool,
  isDouble,
  isEmpty,
  isInt,
  isList,
  isMap,
  isMatch,
  isString,
  keys,
  len,
  parseJSON,
  split,
  string,
  substring,
  toLowerCase,
  toUpperCase,
  values,
  set,
];

/** The functions that only the filter processor offers, sorted by name. */
export const filterFunctions: readonly FunctionDefinition[] = [hasAttrKeyOnDatapoint, hasAttrOnDatapoint];
