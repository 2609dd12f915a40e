/** Logs of which each record has a resource and a scope of its own, as `internal/pdatautil/logs.go` of the reference. */

import { toHex } from "../../core/bytes.ts";
import { ListValue, MapValue, type Value } from "../../core/values.ts";
import { attributesOf } from "../../shapes/otlp-json/attributes.ts";
import { listOf } from "../piece.ts";
import { messageOf, type Piece } from "./pieces.ts";

/** One resource and one scope for each log record; of resources only the attributes stay, as in the reference. */
export function flattenLogs(resources: readonly Piece[]): Piece[] {
  return resources.flatMap((given) => {
    const container = messageOf(given, "");
    const resource = messageOf(container.resource, ".resource");
    return listOf(container, "scopeLogs").flatMap((givenScope) => {
      const scopeContainer = messageOf(givenScope, "");
      const { name, version, attributes } = messageOf(scopeContainer.scope, ".scope");
      return listOf(scopeContainer, "logRecords").map(
        (log): Piece => ({
          resource: present({ attributes: resource.attributes }),
          scopeLogs: [
            {
              ...present({ schemaUrl: scopeContainer.schemaUrl }),
              scope: present({ name, version, attributes }),
              logRecords: [{ ...messageOf(log, "") }],
            },
          ],
        }),
      );
    });
  });
}

function present(properties: Piece): Piece {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== undefined && value !== null),
  );
}

/** Puts together the resources, and in them the scopes, that are alike. */
export function groupLogs(resources: readonly Piece[]): Piece[] {
  const grouped = merged(resources, "scopeLogs", ({ resource }) => attributesKey(resource));
  return grouped.map((container) => ({
    ...container,
    scopeLogs: merged(listOf(container, "scopeLogs"), "logRecords", scopeKey),
  }));
}

function merged(containers: readonly Piece[], items: string, keyOf: (container: Piece) => string): Piece[] {
  const groups = new Map<string, { container: Piece; readonly items: Piece[] }>();
  for (const container of containers) {
    const key = keyOf(container);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { container, items: [...listOf(container, items)] });
    else group.items.push(...listOf(container, items));
  }
  return [...groups.values()].map((group) => ({ ...group.container, [items]: group.items }));
}

function scopeKey(container: Piece): string {
  const { name = "", version = "" } = messageOf(container.scope, ".scope");
  return JSON.stringify([container.schemaUrl ?? "", name, version, attributesKey(container.scope)]);
}

/** A text that two maps of attributes share where they are equal, whatever the order of their keys. */
function attributesKey(owner: unknown): string {
  const { attributes } = messageOf(owner, "");
  return keyOf(attributesOf(attributes, "attributes"));
}

function keyOf(value: Value): string {
  if (value instanceof MapValue) {
    const entries = [...value.entries()].map(([key, held]) => `${JSON.stringify(key)}:${keyOf(held)}`);
    return `{${entries.sort().join(",")}}`;
  }
  if (value instanceof ListValue) return `[${value.items.map(keyOf).join(",")}]`;
  if (value instanceof Uint8Array) return `bytes ${toHex(value)}`;
  if (typeof value === "string") return JSON.stringify(value);
  return `${typeof value} ${Object.is(value, -0) ? "-0" : String(value)}`;
}
