import { datapoint } from "./datapoint.ts";
import type { Context } from "./define-context.ts";
import { metric } from "./metric.ts";
import { resource } from "./resource.ts";
import { scope } from "./scope.ts";

/** The contexts by name. */
export const contexts: Readonly<Record<string, Context>> = { resource, scope, metric, datapoint };
