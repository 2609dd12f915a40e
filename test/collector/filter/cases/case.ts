import type { ErrorMode } from "../../../../src/engine/conditions.ts";
import type { PayloadName } from "../payloads.ts";

/** One run of a filter processor, or a configuration that is refused before it. */
export interface FilterCase {
  /** The settings, as a configuration would have them, right or wrong. */
  readonly config: unknown;
  readonly payload: PayloadName;
  readonly gates?: readonly string[];
}

export const modes: readonly ErrorMode[] = ["ignore", "silent", "propagate"];

/** Each of some settings with each of some payloads, under each of some error modes; none: the default. */
export function each(
  settings: readonly object[],
  payloads: readonly PayloadName[],
  errorModes: readonly (ErrorMode | undefined)[] = [undefined],
): readonly FilterCase[] {
  return settings.flatMap((setting) =>
    payloads.flatMap((payload) =>
      errorModes.map((mode) => ({
        config: mode === undefined ? setting : { error_mode: mode, ...setting },
        payload,
      })),
    ),
  );
}
