import { message, none } from "../piece.ts";

/** A part of a payload that statements may change; nothing is known of it but that it is an object. */
export type Piece = { [property: string]: unknown };

/** A message of a payload, a new one where it is absent or null as the reference reads it; throws a `Failure` for others. */
export function messageOf(raw: unknown, path: string): Piece {
  const given = message(raw, path);
  return given === none ? {} : given;
}
