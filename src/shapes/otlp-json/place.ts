import type { ResolvedPath } from "../../contexts/resolve.ts";
import { type Load, loadOf } from "./load.ts";
import { wrongShape } from "./wrong-shape.ts";

/** Where a path's property is in a record. */
export interface Place {
  readonly owner: string;
  /** `metric.name`, as messages call it. */
  readonly path: string;
  readonly load: Load;
}

/** The place of a property of a path's owner. */
export function placeOf(path: ResolvedPath, property: string): Place {
  const { owner } = path;
  return { owner, path: owner === "" ? property : `${owner}.${property}`, load: loadOf(owner, property) };
}

/** Throws where a record has, in the place of the owner, something that is neither an object nor nothing. */
export function checkOwner(record: object, place: Place): void {
  if (place.owner === "") return;
  const owner = (record as Readonly<Record<string, unknown>>)[place.owner];
  if (owner === undefined || owner === null) return;
  if (typeof owner !== "object" || Array.isArray(owner)) throw wrongShape(place.owner, "an object", owner);
}
