/** What the clocks of a time zone say for a while. */
export interface ZonePeriod {
  /** How many seconds the clocks are ahead of UTC. */
  readonly offset: number;
  /** What the time is called, such as `CEST`; empty where nobody named it. */
  readonly abbreviation: string;
}

/** A time zone. */
export interface Zone {
  /** Its name, such as `Europe/Berlin`; of a fixed offset the abbreviation, often empty. */
  readonly name: string;
  /** The period at a moment, in seconds since 1970. */
  at(second: number): ZonePeriod;
}

/* @__NO_SIDE_EFFECTS__ */
export function fixedZone(name: string, offset: number): Zone {
  const period = { offset, abbreviation: name };
  return { name, at: () => period };
}

/** Universal time. */
export const utc: Zone = /* @__PURE__ */ fixedZone("UTC", 0);
