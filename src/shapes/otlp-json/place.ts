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

/** Whether a record has, where the owner of a place belongs, an object or nothing; throws where it has another thing. */
export function checkOwner(record: object, place: Place): void {
  if (place.owner === "") return;
  const owner = (record as Readonly<Record<string, unknown>>)[place.owner];
  if (isWrongOwner(owner)) throw wrongShape(place.owner, "an object", owner);
}

/** The same as a question, for those who must not throw. */
export function hasWrongOwner(record: object, place: Place): boolean {
  return place.owner !== "" && isWrongOwner((record as Readonly<Record<string, unknown>>)[place.owner]);
}

function isWrongOwner(owner: unknown): boolean {
  return owner !== undefined && owner !== null && (typeof owner !== "object" || Array.isArray(owner));
}
