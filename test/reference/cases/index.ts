import { arithmetic } from "./arithmetic.ts";
import { collections } from "./collections.ts";
import { conditions } from "./conditions.ts";
import { conversions } from "./conversions.ts";
import { datapointAttributes } from "./datapoint-attributes.ts";
import type { Group } from "./group.ts";
import { indexing } from "./indexing.ts";
import { isMatch } from "./is-match.ts";
import { literals } from "./literals.ts";
import { operatorGroups } from "./operators.ts";
import { paths } from "./paths.ts";
import { predicates } from "./predicates.ts";
import { records } from "./records.ts";
import { strings } from "./strings.ts";
import { traps } from "./traps.ts";
import { versions } from "./versions.ts";

/** Every group of cases, one for each file of `fixtures/conformance`. */
export const groups: readonly Group[] = [
  ...predicates,
  ...isMatch,
  ...strings,
  ...conversions,
  ...collections,
  ...datapointAttributes,
  ...operatorGroups,
  ...arithmetic,
  ...literals,
  ...paths,
  ...indexing,
  ...conditions,
  ...traps,
  ...records,
  ...versions,
];
