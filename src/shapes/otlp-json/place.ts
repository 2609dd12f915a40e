import type { ResolvedPath } from "../../contexts/resolve.ts";
import { objectOf, partOf } from "./kinds.ts";
import { type Load, loadOf } from "./load.ts";

/** Where a path's property is in a record. */
export interface Place {
  readonly owner: string;
  /** The object of the owner that holds it, where it is not the owner itself. */
  readonly within: string | undefined;
  /** `metric.name`, as messages call it. */
  readonly path: string;
  readonly load: Load;
}

/** The place of a property of a path's owner, or of an object within it. */
export function placeOf(path: ResolvedPath, property: string, within?: string): Place {
  const { owner } = path;
  const names = [owner, within ?? "", property].filter((name) => name !== "");
  return { owner, within, path: names.join("."), load: loadOf(owner, property, within) };
}

/** Throws where a record has, in the place of an object on the way, something that is neither an object nor nothing. */
export function checkOwner(record: object, { owner, within }: Place): void {
  if (owner === "") return;
  const found = partOf(record, owner);
  if (within !== undefined) objectOf(found?.[within], `${owner}.${within}`);
}

/** Loads what a record has at a place, or throws where something on the way is no object. */
export function loadChecked(place: Place, record: object): unknown {
  const raw = place.load(record);
  if (raw === undefined) checkOwner(record, place);
  return raw;
}
