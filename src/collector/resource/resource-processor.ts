import { Failure } from "../../core/failure.ts";
import { makeDiagnostic } from "../../diagnostics/all-messages.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { evaluationError } from "../../engine/failure-diagnostic.ts";
import { wrongShape } from "../../shapes/otlp-json/wrong-shape.ts";
import type { Client } from "../../shapes/records.ts";
import { applying } from "../apply.ts";
import type { Action } from "../attributes/action.ts";
import { EditedAttributes } from "../attributes/edited-attributes.ts";
import type { Applied, Processor } from "../processor.ts";
import { signals, type TelemetryData } from "../signals.ts";

type Piece = Readonly<Record<string, unknown>>;
type ClientOf = Client | ((payload: TelemetryData) => Client | undefined) | undefined;

/** Performs actions on the attributes of every resource, and looks at nothing else. */
export class ResourceProcessor implements Processor {
  readonly id: string;
  readonly apply: Processor["apply"];

  constructor(id: string, actions: readonly Action[], client: ClientOf) {
    this.id = id;
    this.apply = applying((payload) => {
      const sender = typeof client === "function" ? client(payload) : client;
      return processed(payload, actions, sender);
    });
  }
}

function processed(payload: TelemetryData, actions: readonly Action[], client: Client | undefined): Applied {
  try {
    const given = requireObject(payload, "");
    let output = given;
    for (const { resources } of signals) {
      const containers = given[resources];
      if (containers === undefined || containers === null) continue;
      if (!Array.isArray(containers)) throw wrongShape(resources, "an array", containers);
      const changed = containers.map((one: unknown, i) =>
        container(one, `${resources}[${i}]`, actions, client),
      );
      if (changed.some((one, i) => one !== containers[i])) output = { ...output, [resources]: changed };
    }
    return { output: output as TelemetryData }; // all but the attributes is the caller's own
  } catch (error) {
    throw error instanceof Failure ? refused(error) : error;
  }
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

function container(
  raw: unknown,
  path: string,
  actions: readonly Action[],
  client: Client | undefined,
): unknown {
  const given = requireObject(raw ?? {}, path);
  const resource = requireObject(given.resource ?? {}, `${path}.resource`);
  const attributes = new EditedAttributes(resource.attributes, `${path}.resource.attributes`);
  for (const action of actions) action(attributes, client);
  if (!attributes.changed) return raw;
  return { ...given, resource: { ...resource, attributes: attributes.result() } };
}

function requireObject(raw: unknown, path: string): Piece {
  if (typeof raw === "object" && raw !== null && !Array.isArray(raw)) return raw as Piece;
  throw wrongShape(path, "an object", raw);
}
