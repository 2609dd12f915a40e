import type { Action } from "../attributes/action.ts";
import { type Edit, editing, within } from "../attributes/editing.ts";
import type { ClientOf } from "../client-of.ts";
import { message, type Piece } from "../piece.ts";
import type { Processor } from "../processor.ts";
import { signals } from "../signals.ts";

/** Performs actions on the attributes of every resource, and looks at nothing else. */
export class ResourceProcessor implements Processor {
  readonly id: string;
  readonly apply: Processor["apply"];

  constructor(id: string, actions: readonly Action[], client: ClientOf) {
    this.id = id;
    this.apply = editing(actions, client, (payload, edit) =>
      signals.reduce(
        (output, { resources }) =>
          within(output, resources, "", (container, path) => withResource(container, path, edit)),
        payload,
      ),
    );
  }
}

function withResource(container: Piece, path: string, edit: Edit): Piece {
  const given = message(container.resource, `${path}.resource`);
  const resource = edit(given, `${path}.resource`);
  return resource === given ? container : { ...container, resource };
}
