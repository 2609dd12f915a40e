import { readFileSync } from "node:fs";

/** A parameter as a version of the reference has it. */
export interface ParamLifetime {
  readonly name: string;
  readonly getter: string;
  readonly optional?: boolean;
  readonly since?: string;
  /** What it was up to some versions, the oldest first. */
  readonly was?: readonly {
    readonly until: string;
    readonly name?: string;
    readonly getter: string;
    readonly optional?: boolean;
  }[];
}

/** When a function was there, and with which parameters. */
export interface FunctionLifetime {
  readonly since: string;
  readonly until?: string;
  readonly params: readonly ParamLifetime[];
  /** Versions between in which another function stands under the name, and its parameters. */
  readonly interlude?: {
    readonly since: string;
    readonly until: string;
    readonly params: readonly ParamLifetime[];
  };
  readonly gate?: string;
  readonly only?: string;
}

const file = new URL("../../fixtures/functions/lifetimes.json", import.meta.url);

/** Every function of the reference by its name, as its sources of all versions say. */
export const lifetimes: ReadonlyMap<string, FunctionLifetime> = new Map(
  Object.entries(
    (JSON.parse(readFileSync(file, "utf8")) as { functions: Record<string, FunctionLifetime> }).functions,
  ),
);
