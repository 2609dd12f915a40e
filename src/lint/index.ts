import type { Rule } from "./define-rule.ts";
import { alwaysFails } from "./rules/always-fails.ts";
import { andAlwaysFalse } from "./rules/and-always-false.ts";
import { arithmeticTypes } from "./rules/arithmetic-types.ts";
import { bucketName } from "./rules/bucket-name.ts";
import { comparisonTypes } from "./rules/comparison-types.ts";
import { comparisonWithoutOrder } from "./rules/comparison-without-order.ts";
import { constantCondition } from "./rules/constant-condition.ts";
import { deprecated } from "./rules/deprecated.ts";
import { doubledDollar } from "./rules/doubled-dollar.ts";
import { duplicateCondition } from "./rules/duplicate-condition.ts";
import { errorModeUnstated } from "./rules/error-mode-unstated.ts";
import { globPattern } from "./rules/glob-pattern.ts";
import { halfAnchoredPattern } from "./rules/half-anchored-pattern.ts";
import { impliedCondition } from "./rules/implied-condition.ts";
import { integerDivision } from "./rules/integer-division.ts";
import { lowerContextKeepsRecord } from "./rules/lower-context-keeps-record.ts";
import { matchIsEquality } from "./rules/match-is-equality.ts";
import { neverNil } from "./rules/never-nil.ts";
import { nilIsUnequal } from "./rules/nil-is-unequal.ts";
import { notFailsOpen } from "./rules/not-fails-open.ts";
import { numberOrText } from "./rules/number-or-text.ts";
import { orAlwaysTrue } from "./rules/or-always-true.ts";
import { regexAsGlob } from "./rules/regex-as-glob.ts";
import { replacementGroup } from "./rules/replacement-group.ts";
import { shadowedName } from "./rules/shadowed-name.ts";
import { statementWithoutEffect } from "./rules/statement-without-effect.ts";
import { textNeverOccurs } from "./rules/text-never-occurs.ts";
import { unanchoredMatch } from "./rules/unanchored-match.ts";
import { unescapedDot } from "./rules/unescaped-dot.ts";
import { unreachableCondition } from "./rules/unreachable-condition.ts";
import { valueOfOtherKind } from "./rules/value-of-other-kind.ts";
import { writeType } from "./rules/write-type.ts";

/** Every lint rule, by its code. */
export const rules: readonly Rule[] = [
  alwaysFails,
  andAlwaysFalse,
  arithmeticTypes,
  bucketName,
  comparisonTypes,
  comparisonWithoutOrder,
  constantCondition,
  deprecated,
  doubledDollar,
  duplicateCondition,
  errorModeUnstated,
  globPattern,
  halfAnchoredPattern,
  impliedCondition,
  integerDivision,
  lowerContextKeepsRecord,
  matchIsEquality,
  neverNil,
  nilIsUnequal,
  notFailsOpen,
  numberOrText,
  orAlwaysTrue,
  regexAsGlob,
  replacementGroup,
  shadowedName,
  statementWithoutEffect,
  textNeverOccurs,
  unanchoredMatch,
  unescapedDot,
  unreachableCondition,
  valueOfOtherKind,
  writeType,
];
