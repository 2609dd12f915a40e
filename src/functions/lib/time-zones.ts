import { utc, type ZonePeriod } from "../../core/zone.ts";
import { zoneLines } from "../data/time-zones.ts";
import { type Location, locationOf, type ZoneTable } from "./location.ts";
import { readZoneRule } from "./zone-rule.ts";

/** Universal time as a location: no text but `UTC` itself is an abbreviation of it. */
const universal: Location = { zone: utc, offsetOf: () => undefined };

const loaded = /* @__PURE__ */ new Map<string, Location>();

/** The time zone of a name of the IANA database, of `UTC` or `Local`; `undefined` where there is none. */
export function findLocation(name: string): Location | undefined {
  if (name === "" || name === "UTC") return universal;
  if (name === "Local") return localLocation();
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const line = findLine(name);
  if (line === undefined) return undefined;
  const location = locationOf(name, readTable(line));
  loaded.set(name, location);
  return location;
}

/** The time zone of the machine. */
export function localLocation(): Location {
  const name = Intl.DateTimeFormat().resolvedOptions().timeZone as string | undefined; // some runtimes leave it out
  const { zone, offsetOf } = findLocation(name === undefined || name === "Local" ? "UTC" : name) ?? universal;
  return { zone: { name: "Local", at: zone.at }, offsetOf };
}

function findLine(name: string): string | undefined {
  if (!/^[\w+\-/]{1,64}$/.test(name)) return undefined;
  const at = new RegExp(`[\\n ]${name.replaceAll("+", "\\+")}[ ;]`).exec(zoneLines)?.index;
  if (at === undefined) return undefined;
  return zoneLines.slice(zoneLines.lastIndexOf("\n", at) + 1, zoneLines.indexOf("\n", at + 1));
}

/** A period as the data has it: whether it is summer time decides which one was there first. */
interface Kind extends ZonePeriod {
  readonly summer: boolean;
}

function readTable(line: string): ZoneTable {
  const [, kindTexts = "", transitions = "", rule = ""] = line.split(";");
  const periods = kindTexts.split(" ").map((text): Kind => {
    const [, abbreviation = "", offset = "0", summer] = /^([^=]*)=(-?\d+)(d?)$/.exec(text) ?? [];
    return { abbreviation, offset: Number(offset), summer: summer === "d" };
  });
  const begins: number[] = [];
  const kinds: number[] = [];
  let moment = 0;
  for (const [, kind = "", quarters = "", rest = "0"] of transitions.matchAll(
    /([A-Z])(-?[\da-z]+)(?:\.([\da-z]+))?/g,
  )) {
    moment += Number.parseInt(quarters, 36) * 900 + Number.parseInt(rest, 36);
    begins.push(moment);
    kinds.push(kind.charCodeAt(0) - 65);
  }
  const table = { periods, first: firstKind(periods, kinds), begins, kinds };
  return rule === "" ? table : { ...table, after: readZoneRule(rule) };
}

/** The period before all transitions, as the tz code and Go choose it. */
function firstKind(periods: readonly Kind[], kinds: readonly number[]): number {
  if (!kinds.includes(0)) return 0;
  const [next] = kinds;
  if (next !== undefined && periods[next]?.summer) {
    const before = periods.slice(0, next).findLastIndex(({ summer }) => !summer);
    if (before >= 0) return before;
  }
  return Math.max(
    periods.findIndex(({ summer }) => !summer),
    0,
  );
}
