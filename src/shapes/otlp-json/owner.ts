import { Failure } from "../../core/failure.ts";
import { requireRecord } from "./require-record.ts";
import { wrongShape } from "./wrong-shape.ts";

type Writable = Record<string, unknown>;

/** Containers of owners: where a record lacks the owner, it is made in both. */
const containers: Readonly<Record<string, string>> = {
  resource: "resourceContainer",
  scope: "scopeContainer",
};

/** The object that a path writes to, made where the record lacks it; throws where something else stands there. */
export function ownerToWrite(record: object, owner: string): Writable {
  if (typeof record !== "object" || record === null) requireRecord(record, owner);
  const parts = record as Writable;
  if (owner === "") return parts;
  const found = parts[owner];
  if (found === undefined) requireRecord(record, owner);
  if (found !== undefined && found !== null) {
    if (typeof found !== "object" || Array.isArray(found)) throw wrongShape(owner, "an object", found);
    attach(parts, owner, found);
    return found as Writable;
  }
  const made: Writable = {};
  assign(parts, owner, made);
  attach(parts, owner, made);
  return made;
}

/** A walk over a payload gives empty owners where it has none: what is written to them must be in the payload. */
function attach(parts: Writable, owner: string, made: object): void {
  const container = parts[containers[owner] ?? ""] as Writable | null | undefined;
  if (typeof container !== "object" || container === null) return;
  if (container[owner] === undefined || container[owner] === null) assign(container, owner, made);
}

/** Assigns a property, or throws `record_frozen` where the object does not let it. */
export function assign(target: Writable, property: string, value: unknown): void {
  try {
    target[property] = value;
  } catch (error) {
    if (error instanceof TypeError) throw new Failure("record_frozen", { property });
    throw error;
  }
}
