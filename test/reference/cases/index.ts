import { arithmetic } from "./arithmetic.ts";
import { collections } from "./collections.ts";
import { conditions } from "./conditions.ts";
import { conversions } from "./conversions.ts";
import { csv } from "./csv.ts";
import { datapointAttributes } from "./datapoint-attributes.ts";
import { durations } from "./durations.ts";
import { editors } from "./editors.ts";
import { encodingGroups } from "./encodings.ts";
import { extract } from "./extract.ts";
import { formatting } from "./format.ts";
import { foundByFuzz } from "./found-by-fuzz.ts";
import { grok } from "./grok.ts";
import type { Group } from "./group.ts";
import { hashes } from "./hashes.ts";
import { ids } from "./ids.ts";
import { indexing } from "./indexing.ts";
import { isMatch } from "./is-match.ts";
import { isRootSpan } from "./is-root-span.ts";
import { keyValues } from "./key-values.ts";
import { lambdas } from "./lambdas.ts";
import { literals } from "./literals.ts";
import { network } from "./network.ts";
import { operatorGroups } from "./operators.ts";
import { paths } from "./paths.ts";
import { pathComparisons } from "./paths-comparisons.ts";
import { pathWrites } from "./paths-writes.ts";
import { predicates } from "./predicates.ts";
import { records } from "./records.ts";
import { replacements } from "./replacements.ts";
import { severity } from "./severity.ts";
import { slices } from "./slices.ts";
import { statements } from "./statements.ts";
import { strings } from "./strings.ts";
import { texts } from "./text.ts";
import { time } from "./time.ts";
import { timeFormat } from "./time-format.ts";
import { transformLogs } from "./transform-logs.ts";
import { transformMetrics } from "./transform-metrics.ts";
import { transformSpans } from "./transform-spans.ts";
import { traps } from "./traps.ts";
import { userAgent } from "./user-agent.ts";
import { versions } from "./versions.ts";
import { versionsOfAnswers } from "./versions-changes.ts";
import { versionsOfStatements } from "./versions-statements.ts";
import { xml } from "./xml.ts";

/** Every group of cases, one for each file of `fixtures/conformance`. */
export const groups: readonly Group[] = [
  ...predicates,
  ...isMatch,
  ...isRootSpan,
  ...strings,
  ...texts,
  ...formatting,
  ...conversions,
  ...collections,
  ...slices,
  ...datapointAttributes,
  ...time,
  ...timeFormat,
  ...durations,
  ...hashes,
  ...ids,
  ...encodingGroups,
  ...network,
  ...severity,
  ...csv,
  ...extract,
  ...grok,
  ...keyValues,
  ...userAgent,
  ...operatorGroups,
  ...arithmetic,
  ...lambdas,
  ...literals,
  ...paths,
  ...pathComparisons,
  ...pathWrites,
  ...indexing,
  ...conditions,
  ...foundByFuzz,
  ...traps,
  ...records,
  ...xml,
  ...editors,
  ...replacements,
  ...statements,
  ...transformLogs,
  ...transformMetrics,
  ...transformSpans,
  ...versions,
  ...versionsOfAnswers,
  ...versionsOfStatements,
];
