import type { Derived } from "../../contexts/define-context.ts";
import type { ResolvedPath } from "../../contexts/resolve.ts";
import { indexData } from "../../core/indexing.ts";
import { typeNameOf, type Value } from "../../core/values.ts";
import { decodeAnyValue, onlyPairs } from "./any-value.ts";
import { attributeOf } from "./attributes.ts";
import { clientKeyReader, lacksCall, requireName } from "./client.ts";
import { loadChecked, placeOf } from "./place.ts";
import { reader } from "./read.ts";
import { isTraceState, traceStateEntry } from "./trace-state.ts";
import { hasWrittenKey, notWritten } from "./written-key.ts";

/** Reads one key of a path that takes keys, without building the whole map; `undefined` where the key is absent. */
export function attributeReader(path: ResolvedPath, key: string): (record: object) => Value | undefined {
  const { definition } = path;
  switch (definition.kind) {
    case "attributes": {
      const place = placeOf(path, definition.property);
      const at = `${place.path}[${JSON.stringify(key)}]`;
      return (record) => attributeOf(loadChecked(place, record), key, at);
    }
    case "value": {
      const place = placeOf(path, definition.property);
      const at = `${place.path}[${JSON.stringify(key)}]`;
      return (record) => {
        const raw = loadChecked(place, record);
        const pairs = onlyPairs(raw);
        return pairs === undefined
          ? indexData(decodeAnyValue(raw, place.path), key)
          : attributeOf(pairs, key, at);
      };
    }
    case "derived": {
      if (definition.derivation === "trace state") {
        if (!hasWrittenKey(path)) return refuseTraceStateKey(path);
        const text = reader(path) as (record: object) => string; // what the wire type string decodes to
        return (record) => traceStateEntry(text(record), key);
      }
      const read = clientKeyReader(definition);
      return (record) => read(record, key);
    }
    default: {
      const read = reader(path);
      return (record) => indexData(read(record), key);
    }
  }
}

/**
 * The same for a key that is only known at each evaluation; throws `invalid_key` where it is no string. The key is
 * evaluated only where the reference does so.
 */
export function dynamicAttributeReader(
  path: ResolvedPath,
  key: (record: object) => Value,
): (record: object) => Value | undefined {
  const { definition } = path;
  switch (definition.kind) {
    case "attributes": {
      const place = placeOf(path, definition.property);
      return (record) => {
        const name = requireName(key(record));
        return attributeOf(loadChecked(place, record), name, place.path);
      };
    }
    case "derived":
      return definition.derivation === "trace state"
        ? refuseTraceStateKey(path)
        : dynamicClientReader(definition, key);
    default: {
      const read = reader(path);
      return (record) => {
        const value = read(record);
        // What takes no keys is an error whatever the key.
        return isContainer(value) ? indexData(value, key(record)) : indexData(value, "");
      };
    }
  }
}

function dynamicClientReader(
  definition: Derived,
  key: (record: object) => Value,
): (record: object) => Value | undefined {
  const read = clientKeyReader(definition);
  return (record) => (lacksCall(record, definition) ? undefined : read(record, requireName(key(record))));
}

/** The reference takes only keys written as a string, and says so where there is a trace state to look into. */
function refuseTraceStateKey(path: ResolvedPath): (record: object) => undefined {
  const text = reader(path) as (record: object) => string; // what the wire type string decodes to
  return (record) => {
    if (!isTraceState(text(record))) return undefined;
    throw notWritten();
  };
}

const isContainer = (value: Value) => ["map", "list"].includes(typeNameOf(value));
