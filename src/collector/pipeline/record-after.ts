import { itemsOf, readableParts } from "../filter/levels.ts";
import type { Piece } from "../piece.ts";
import type { Processor } from "../processor.ts";
import { type Signal, signals, type TelemetryData } from "../signals.ts";

/** A record behind a processor that changes attributes of resources, items or data points and drops nothing. */
export function recordAfter(processor: Processor, record: object): object {
  const given = record as Piece; // what its parts are is seen where the processor reads them
  const signal = signalOf(given);
  const { itemPart } = signal;
  const { parts } = itemsOf[signal.name];
  const part = parts === undefined ? undefined : given[parts.record];
  const item = given[itemPart] ?? (part === undefined ? undefined : {});
  const { resource, item: itemAfter } = run(processor, signal, given, item);
  const after: Record<string, unknown> = { ...given };
  if (resource !== (given.resource ?? undefined)) after.resource = resource;
  if (item === undefined) return after;
  if (itemPart in given) after[itemPart] = itemAfter;
  if (parts === undefined || part === undefined) return after;
  const index = readableParts(parts, item)?.indexOf(part as Piece) ?? -1;
  if (index >= 0) return { ...after, [parts.record]: parts.of(itemAfter)?.[index] };
  // A record that was written by hand may have a part that is not in its item.
  const around = run(processor, signal, given, parts.replace(item as Piece, [part as Piece])).item;
  return { ...after, [parts.record]: parts.of(around)?.[0] };
}

function signalOf(record: Piece): Signal {
  const isOf = ({ name, itemPart }: Signal) => {
    const { parts } = itemsOf[name];
    return itemPart in record || (parts !== undefined && parts.record in record);
  };
  return signals.find(isOf) ?? (signals[0] as Signal); // there are some, and to resources it makes no difference
}

/** Runs a processor on a payload of one item, or of a resource alone. */
function run(
  processor: Processor,
  { resources, scopes, items }: Signal,
  { resource, resourceContainer, scope, scopeContainer }: Piece,
  item: unknown,
): { readonly resource: unknown; readonly item: Piece } {
  const scoped = { ...Object(scopeContainer), scope: scope ?? {}, [items]: [item] };
  const container = {
    ...Object(resourceContainer),
    ...(resource === undefined ? {} : { resource }),
    [scopes]: item === undefined ? [] : [scoped],
  };
  const { output } = processor.apply({ [resources]: [container] } as TelemetryData); // it checks what it reads
  const [after] = (output as Piece)[resources] as readonly [Piece]; // it drops nothing
  const [scopeAfter] = after[scopes] as readonly (Piece | undefined)[];
  const [itemAfter] = (scopeAfter?.[items] ?? []) as readonly (Piece | undefined)[];
  return { resource: after.resource, item: itemAfter ?? {} };
}
