import { datapoint } from "./datapoint.ts";
import type { Context } from "./define-context.ts";
import { exemplar } from "./exemplar.ts";
import { log } from "./log.ts";
import { metric } from "./metric.ts";
import { otelcol } from "./otelcol.ts";
import { profile } from "./profile.ts";
import { resource } from "./resource.ts";
import { scope } from "./scope.ts";
import { span } from "./span.ts";
import { spanevent } from "./spanevent.ts";
import { spanlink } from "./spanlink.ts";

/** The contexts by name. */
export const contexts: Readonly<Record<string, Context>> = {
  resource,
  scope,
  metric,
  datapoint,
  exemplar,
  span,
  spanevent,
  spanlink,
  log,
  profile,
  otelcol,
};
