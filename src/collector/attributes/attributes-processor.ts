import { Failure } from "../../core/failure.ts";
import { makeDiagnostic } from "../../diagnostics/all-messages.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { evaluationError } from "../../engine/failure-diagnostic.ts";
import { wrongShape } from "../../shapes/otlp-json/wrong-shape.ts";
import type { Client } from "../../shapes/records.ts";
import { applying } from "../apply.ts";
import type { FilterCondition } from "../filter/types.ts";
import { dataProperty, type Piece, pointsOf } from "../metric-points.ts";
import type { Applied, Processor } from "../processor.ts";
import { type Signal, type SignalName, signals, type TelemetryData } from "../signals.ts";
import type { Action } from "./action.ts";
import { EditedAttributes } from "./edited-attributes.ts";

/** The conditions of records of a signal that are left out, or why they cannot be asked. */
export type SkipPlan = readonly FilterCondition[] | OttlError;

/** What an attributes processor is made of. */
export interface AttributesParts {
  readonly id: string;
  readonly actions: readonly Action[];
  readonly plans: ReadonlyMap<SignalName, SkipPlan>;
  readonly client: Client | ((payload: TelemetryData) => Client | undefined) | undefined;
}

/** Performs actions on the attributes of spans, log records and data points. */
export class AttributesProcessor implements Processor {
  readonly id: string;
  readonly apply: Processor["apply"];

  constructor(parts: AttributesParts) {
    this.id = parts.id;
    this.apply = applying((payload) => processed(payload, parts));
  }
}

function processed(payload: TelemetryData, { actions, plans, client }: AttributesParts): Applied {
  try {
    const given = object(payload, "");
    const sender = typeof client === "function" ? client(payload) : client;
    let output = given;
    for (const signal of signals) {
      const list = given[signal.resources];
      if (list === undefined || list === null) continue;
      const plan = plans.get(signal.name) ?? [];
      if (plan instanceof OttlError) throw wrongSignal(signal.name, plan);
      const walk = new Walk(signal, plan, (attributes) => {
        for (const action of actions) action(attributes, sender);
      });
      const changed = walk.resources(list);
      if (changed !== list) output = { ...output, [signal.resources]: changed };
    }
    return { output: output as TelemetryData }; // all but the attributes is the caller's own
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { path, found } = error.params;
    throw path === ""
      ? evaluationError(new Failure("payload_kind", { found }), "")
      : evaluationError(new Failure("payload_shape", error.params), "");
  }
}

/** The error of a payload whose signal the settings do not fit. */
function wrongSignal(signal: SignalName, { diagnostics, source, file }: OttlError): OttlError {
  const [first] = diagnostics;
  const diagnostic = makeDiagnostic("match_not_for_signal", { signal, cause: first.message }, first.span);
  return new OttlError("evaluation", [diagnostic], source, { file });
}

/** One walk over the resources of a signal; what does not change stays the caller's own. */
class Walk {
  readonly #signal: Signal;
  readonly #skips: readonly FilterCondition[];
  readonly #edit: (attributes: EditedAttributes) => void;

  constructor(
    signal: Signal,
    skips: readonly FilterCondition[],
    edit: (attributes: EditedAttributes) => void,
  ) {
    this.#signal = signal;
    this.#skips = skips;
    this.#edit = edit;
  }

  resources(list: unknown): unknown {
    const { resources, scopes, items } = this.#signal;
    return mapped(list, resources, (resourceContainer, at) => {
      const resource = object(resourceContainer.resource ?? {}, `${at}.resource`);
      return within(resourceContainer, scopes, at, (scopeContainer, inScope) => {
        const scope = object(scopeContainer.scope ?? {}, `${inScope}.scope`);
        const above = { resource, resourceContainer, scope, scopeContainer };
        return within(scopeContainer, items, inScope, (item, path) => this.#item(item, above, path));
      });
    });
  }

  #item(item: Piece, above: object, path: string): Piece {
    switch (this.#signal.name) {
      case "metrics":
        return this.#isSkipped({ ...above, metric: item }) ? item : this.#points(item, path);
      case "traces":
        return this.#isSkipped({ ...above, span: item }) ? item : this.#edited(item, path);
      case "logs":
        return this.#isSkipped({ ...above, log: item }) ? item : this.#edited(item, path);
    }
  }

  #points(metric: Piece, path: string): Piece {
    const kind = dataProperty(metric);
    if (kind === undefined) return metric;
    const points = pointsOf(metric, kind);
    const at = `${path}.${kind}.dataPoints`;
    const changed = mapped(points, at, (point, pointPath) => this.#edited(point, pointPath));
    if (changed === points) return metric;
    return { ...metric, [kind]: { ...(metric[kind] as Piece), dataPoints: changed } }; // it has points, so it is an object
  }

  #edited(record: Piece, path: string): Piece {
    const attributes = new EditedAttributes(record.attributes, `${path}.attributes`);
    this.#edit(attributes);
    return attributes.changed ? { ...record, attributes: attributes.result() } : record;
  }

  #isSkipped(record: object): boolean {
    return this.#skips.some(({ condition }) => condition.matches(record));
  }
}

/** A message with the items of a list changed. */
function within(
  owner: Piece,
  property: string,
  path: string,
  change: (item: Piece, path: string) => Piece,
): Piece {
  const list = owner[property];
  const changed = mapped(list, `${path}.${property}`, change);
  return changed === list ? owner : { ...owner, [property]: changed };
}

/** A list with its items changed; the list itself where none is. */
function mapped(list: unknown, path: string, change: (item: Piece, path: string) => Piece): unknown {
  if (list === undefined || list === null) return list;
  if (!Array.isArray(list)) throw wrongShape(path, "an array", list);
  const changed = list.map((raw: unknown, i) => {
    const item = object(raw ?? {}, `${path}[${i}]`);
    const after = change(item, `${path}[${i}]`);
    return after === item ? raw : after;
  });
  return changed.some((item, i) => item !== list[i]) ? changed : list;
}

function object(raw: unknown, path: string): Piece {
  if (typeof raw === "object" && raw !== null && !Array.isArray(raw)) return raw as Piece;
  throw wrongShape(path, "an object", raw);
}
