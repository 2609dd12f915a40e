import { Failure } from "../../core/failure.ts";
import { makeDiagnostic } from "../../diagnostics/all-messages.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { evaluationError } from "../../engine/failure-diagnostic.ts";
import { wrongShape } from "../../shapes/otlp-json/wrong-shape.ts";
import { applying } from "../apply.ts";
import { type ClientOf, clientOf } from "../client-of.ts";
import { message, none, type Piece } from "../piece.ts";
import type { Processor } from "../processor.ts";
import type { TelemetryData } from "../signals.ts";
import type { Action } from "./action.ts";
import { EditedAttributes } from "./edited-attributes.ts";

/** Performs actions on the attributes of a message, which is at a path; one that does not change is the caller's own. */
export type Edit = (piece: Piece, path: string) => Piece;

/** Makes `apply` of what actions do to a payload; what is not as OTLP JSON has it is refused. */
export function editing(
  actions: readonly Action[],
  client: ClientOf,
  change: (payload: Piece, edit: Edit) => Piece,
): Processor["apply"] {
  return applying((payload) => {
    try {
      const given = message(payload, "");
      if (given === none) throw wrongShape("", "an object", payload);
      const sender = clientOf(client, payload);
      const edit: Edit = (piece, path) => {
        const attributes = new EditedAttributes(piece.attributes, `${path}.attributes`);
        for (const action of actions) action(attributes, sender);
        return attributes.changed ? { ...piece, attributes: attributes.result() } : piece;
      };
      return { output: change(given, edit) as TelemetryData }; // all but the attributes is the caller's own
    } catch (error) {
      throw error instanceof Failure ? refused(error) : error;
    }
  });
}

function refused({ code, params }: Failure): OttlError {
  const { path, expected, found } = params;
  if (code !== "record_shape") return evaluationError(new Failure(code, params), "");
  if (path === "") return evaluationError(new Failure("payload_kind", { found }), "");
  if (!String(path).startsWith("client.")) return evaluationError(new Failure("payload_shape", params), "");
  const option = { option: String(path), expected: String(expected), found: String(found) };
  return new OttlError("configuration", [makeDiagnostic("invalid_option", option, nowhere)], "");
}

const nowhere = { start: 0, end: 0 };

/** A message with the items of a list changed; the message itself where none is. */
export function within(owner: Piece, property: string, path: string, change: Edit): Piece {
  const list = owner[property];
  if (list === undefined || list === null) return owner;
  const at = path === "" ? property : `${path}.${property}`;
  if (!Array.isArray(list)) throw wrongShape(at, "an array", list);
  const changed = list.map((raw: unknown, i) => {
    const item = message(raw, `${at}[${i}]`);
    const after = change(item, `${at}[${i}]`);
    return after === item ? raw : after;
  });
  return changed.some((item, i) => item !== list[i]) ? { ...owner, [property]: changed } : owner;
}
