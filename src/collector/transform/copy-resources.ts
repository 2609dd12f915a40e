/**
 * A copy of the resources of a payload that statements may change: they assign properties of a record and of those
 * that it is in, and replace lists and values, so that no more is copied than the objects down to their records.
 */
import { Failure } from "../../core/failure.ts";
import { assign } from "../../shapes/otlp-json/owner.ts";
import { dataProperty, pointsOf } from "../metric-points.ts";
import { listOf } from "../piece.ts";
import type { Signal } from "../signals.ts";
import { messageOf, type Piece } from "./pieces.ts";

/** A copy of an object, or the object itself where a payload is changed in place. */
export type Own = (given: Piece) => Piece;

/** Copies an object. */
export const copyPiece: Own = (given) => ({ ...given });

/**
 * Copies the resources of a signal down to the records at a depth. With another `own` only the lists are made anew,
 * and what is null in them.
 *
 * @throws {Failure} `record_shape` with the path where the payload is not what OTLP JSON has there.
 */
export function copyResources(payload: Piece, signal: Signal, depth: number, own: Own = copyPiece): Piece[] {
  return new Copier(signal, depth, own).resources(payload);
}

class Copier {
  readonly #signal: Signal;
  readonly #depth: number;
  readonly #own: Own;

  constructor(signal: Signal, depth: number, own: Own) {
    this.#signal = signal;
    this.#depth = depth;
    this.#own = own;
  }

  resources(payload: Piece): Piece[] {
    const { resources, scopes } = this.#signal;
    return each(payload, resources, (given) => {
      const container = this.#copy(given);
      this.#part(container, "resource");
      if (this.#depth > 1) this.#list(container, scopes, (scope) => this.#scope(scope));
      return container;
    });
  }

  #scope(given: unknown): Piece {
    const container = this.#copy(given);
    this.#part(container, "scope");
    if (this.#depth > 2) this.#list(container, this.#signal.items, (item) => this.#item(item));
    return container;
  }

  #item(given: unknown): Piece {
    const item = this.#copy(given);
    if (this.#depth < 4) return item;
    if (this.#signal.itemPart === "metric") this.#points(item);
    else if (this.#signal.itemPart === "span") this.#list(item, "events", (event) => this.#copy(event));
    return item;
  }

  #points(metric: Piece): void {
    const kind = dataProperty(metric);
    if (kind === undefined) return;
    const dataPoints = pointsOf(metric, kind).map((given, i) => {
      const place = `.${kind}.dataPoints[${i}]`;
      const point = below(place, () => this.#copy(given));
      if (this.#depth > 4)
        below(place, () => this.#list(point, "exemplars", (exemplar) => this.#copy(exemplar)));
      return point;
    });
    if (dataPoints.length === 0) return;
    assign(metric, kind, { ...(metric[kind] as Piece), dataPoints }); // it has points, so it is an object
  }

  #list(owner: Piece, property: string, copy: (item: unknown) => Piece): void {
    if (isThere(owner, property)) assign(owner, property, each(owner, property, copy));
  }

  #part(owner: Piece, property: string): void {
    if (!isThere(owner, property)) return;
    const part = messageOf(owner[property], `.${property}`);
    const own = this.#own(part);
    if (own !== part) owner[property] = own;
  }

  #copy(given: unknown): Piece {
    return this.#own(messageOf(given, ""));
  }
}

function isThere(owner: Piece, property: string): boolean {
  return owner[property] !== undefined && owner[property] !== null;
}

/** Copies of the items of a list. */
function each(owner: Piece, property: string, copy: (item: unknown) => Piece): Piece[] {
  const items = listOf(owner, property);
  const copies = new Array<Piece>(items.length);
  let i = 0;
  try {
    for (; i < items.length; i++) copies[i] = copy(items[i]);
  } catch (error) {
    throw error instanceof Failure ? placed(error, `.${property}[${i}]`) : error;
  }
  return copies;
}

function below<T>(path: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof Failure ? placed(error, path) : error;
  }
}

/** A failure with a longer path. */
function placed({ code, params }: Failure, path: string): Failure {
  return new Failure(code, { ...params, path: path + String(params.path) });
}
