import { type Signal, signals } from "../signals.ts";

/** What a record of a signal's items is called in records, such as `log`. */
export type ItemPart = "metric" | "span" | "log";

/** A signal and how its records are made. */
export interface TransformSignal extends Signal {
  readonly itemPart: ItemPart;
}

const itemParts = { metrics: "metric", traces: "span", logs: "log" } as const;

/** The signals that statements are run on. */
export const transformSignals: readonly TransformSignal[] = /* @__PURE__ */ signals.map((signal) => ({
  ...signal,
  itemPart: itemParts[signal.name],
}));

/** How deep in a payload the records of a context are: resources are at 1. */
export function depthOf(context: string): number {
  switch (context) {
    case "resource":
      return 1;
    case "scope":
      return 2;
    case "datapoint":
    case "spanevent":
      return 4;
    case "exemplar":
      return 5;
    default:
      return 3;
  }
}
