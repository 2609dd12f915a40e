import type { z } from "zod";
import { compareVersions } from "../../core/compatibility.ts";

/** From which version on there is a setting, and from which on not any more. */
export interface Lifetime {
  readonly since?: string;
  readonly until?: string;
}

/** The settings of a shape that a version has; all of those with a lifetime are optional. */
export function settingsOf<S extends z.ZodRawShape>(
  shape: S,
  lifetimes: Readonly<Partial<Record<keyof S & string, Lifetime>>>,
  version: string,
): S {
  const there = Object.entries(shape).filter(([name]) => {
    const { since, until }: Lifetime = Object.hasOwn(lifetimes, name) ? (lifetimes[name] ?? {}) : {};
    return !(
      (since !== undefined && compareVersions(version, since) < 0) ||
      (until !== undefined && compareVersions(version, until) >= 0)
    );
  });
  return Object.fromEntries(there) as S; // what is missing is optional
}
