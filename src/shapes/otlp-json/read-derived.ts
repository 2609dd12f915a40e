import type { Derived } from "../../contexts/define-context.ts";
import type { ResolvedPath } from "../../contexts/resolve.ts";
import { Timestamp } from "../../core/values.ts";
import type { Read } from "./access.ts";
import { clientReader } from "./client.ts";
import { metricKindOf } from "./kinds.ts";
import { placeOf } from "./place.ts";
import { readField } from "./read-field.ts";

/** Reads what is computed from properties. */
export function readDerived(derived: Derived, path: ResolvedPath): Read {
  switch (derived.derivation) {
    case "time": {
      const { property, doc } = derived;
      const nanos = readField({ kind: "field", property, wire: "uint64", doc }, placeOf(path, property));
      return (record) => new Timestamp(nanos(record) as bigint); // what the wire type uint64 decodes to
    }
    case "metric type":
      return (record) => BigInt(metricKindOf(record));
    case "address":
    case "headers":
    case "claims":
      return clientReader(derived);
  }
}
