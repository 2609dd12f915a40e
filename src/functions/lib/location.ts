import type { Zone, ZonePeriod } from "../../core/zone.ts";

/** A time zone in which texts can be read: it knows what its times are called. */
export interface Location {
  readonly zone: Zone;
  /** The offset that an abbreviation stands for at a time of day, in seconds since 1970 as if it were UTC. */
  offsetOf(abbreviation: string, wallSecond: number): number | undefined;
}

/** The periods of a time zone and when each begins. */
export interface ZoneTable {
  readonly periods: readonly ZonePeriod[];
  /** The period before the first transition. */
  readonly first: number;
  /** The moments at which a period begins, in seconds since 1970. */
  readonly begins: readonly number[];
  /** The index of the period that begins then. */
  readonly kinds: readonly number[];
  /** The period at a moment after the last transition; absent: the last one goes on. */
  readonly after?: (second: number) => ZonePeriod;
}

/** Makes a location of a table. */
export function locationOf(name: string, table: ZoneTable): Location {
  const at = (second: number): ZonePeriod => periodAt(table, second);
  return {
    zone: { name, at },
    offsetOf(abbreviation, wallSecond) {
      const named = table.periods.filter((period) => period.abbreviation === abbreviation);
      for (const { offset } of named) {
        const period = at(wallSecond - offset);
        if (period.abbreviation === abbreviation) return period.offset;
      }
      return named[0]?.offset;
    },
  };
}

const nameless: ZonePeriod = { offset: 0, abbreviation: "UTC" };

function periodAt({ periods, first, begins, kinds, after }: ZoneTable, second: number): ZonePeriod {
  let low = -1;
  let high = begins.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (second < (begins[middle] as number)) high = middle;
    else low = middle;
  }
  if (low === begins.length - 1 && after !== undefined) return after(second);
  return periods[low < 0 ? first : (kinds[low] as number)] ?? nameless;
}
