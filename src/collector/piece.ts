import { wrongShape } from "../shapes/otlp-json/wrong-shape.ts";

/** A part of a payload as it is on the wire; nothing is known of it but that it is an object. */
export type Piece = { readonly [property: string]: unknown };

/** A message that says nothing. */
export const none: Piece = /* @__PURE__ */ Object.freeze({});

/** A message of the payload: an object, empty where it is null as the reference reads it; throws a `Failure` for others. */
export function message(raw: unknown, path: string): Piece {
  if (raw === null || raw === undefined) return none;
  if (typeof raw !== "object" || Array.isArray(raw)) throw wrongShape(path, "an object", raw);
  return raw as Piece;
}

/** A list of the payload, empty where it is absent or null; its items are looked at one by one. */
export function listOf(owner: Piece, property: string): readonly Piece[] {
  const raw = owner[property];
  if (raw === null || raw === undefined) return nothing;
  if (!Array.isArray(raw)) throw wrongShape(`.${property}`, "an array", raw);
  return raw;
}

const nothing: readonly Piece[] = /* @__PURE__ */ Object.freeze([]);
