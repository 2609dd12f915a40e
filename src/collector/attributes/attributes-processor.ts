import { makeDiagnostic } from "../../diagnostics/all-messages.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import type { ClientOf } from "../client-of.ts";
import type { FilterCondition } from "../filter/types.ts";
import { dataProperty } from "../metric-points.ts";
import { message, type Piece } from "../piece.ts";
import type { Processor } from "../processor.ts";
import { type Signal, type SignalName, signals } from "../signals.ts";
import type { Action } from "./action.ts";
import { type Edit, editing, within } from "./editing.ts";

/** The conditions of records of a signal that are left out, or why they cannot be asked. */
export type SkipPlan = readonly FilterCondition[] | OttlError;

/** What an attributes processor is made of. */
export interface AttributesParts {
  readonly id: string;
  readonly actions: readonly Action[];
  readonly plans: ReadonlyMap<SignalName, SkipPlan>;
  readonly client: ClientOf;
}

/** Performs actions on the attributes of spans, log records and data points. */
export class AttributesProcessor implements Processor {
  readonly id: string;
  readonly apply: Processor["apply"];

  constructor({ id, actions, plans, client }: AttributesParts) {
    this.id = id;
    this.apply = editing(actions, client, (payload, edit) => {
      let output = payload;
      for (const signal of signals) {
        const list = payload[signal.resources];
        if (list === undefined || list === null) continue;
        const plan = plans.get(signal.name) ?? [];
        if (plan instanceof OttlError) throw wrongSignal(signal.name, plan);
        output = new Walk(signal, plan, edit).payload(output);
      }
      return output;
    });
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
  readonly #edit: Edit;

  constructor(signal: Signal, skips: readonly FilterCondition[], edit: Edit) {
    this.#signal = signal;
    this.#skips = skips;
    this.#edit = edit;
  }

  payload(given: Piece): Piece {
    const { resources, scopes, items } = this.#signal;
    return within(given, resources, "", (resourceContainer, at) => {
      const resource = message(resourceContainer.resource, `${at}.resource`);
      return within(resourceContainer, scopes, at, (scopeContainer, inScope) => {
        const scope = message(scopeContainer.scope, `${inScope}.scope`);
        const above = { resource, resourceContainer, scope, scopeContainer };
        return within(scopeContainer, items, inScope, (item, path) => this.#item(item, above, path));
      });
    });
  }

  #item(item: Piece, above: object, path: string): Piece {
    const { name, itemPart } = this.#signal;
    if (this.#skips.length > 0 && this.#isSkipped({ ...above, [itemPart]: item })) return item;
    return name === "metrics" ? this.#points(item, path) : this.#edit(item, path);
  }

  #points(metric: Piece, path: string): Piece {
    const kind = dataProperty(metric);
    if (kind === undefined) return metric;
    const given = message(metric[kind], `${path}.${kind}`);
    const data = within(given, "dataPoints", `${path}.${kind}`, this.#edit);
    return data === given ? metric : { ...metric, [kind]: data };
  }

  #isSkipped(record: object): boolean {
    return this.#skips.some(({ condition }) => condition.matches(record));
  }
}
