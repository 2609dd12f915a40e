import type { Derived } from "../../contexts/define-context.ts";
import type { ResolvedPath } from "../../contexts/resolve.ts";
import { Failure } from "../../core/failure.ts";
import { dataText } from "../../core/text.ts";
import { ListValue, type SpanId, Telemetry, Timestamp, type TraceId } from "../../core/values.ts";
import type { Read } from "./access.ts";
import { decodeAnyValue } from "./any-value.ts";
import { clientReader } from "./client.ts";
import { indicesOf, profileId, textAt } from "./dictionary.ts";
import { metricKindOf } from "./kinds.ts";
import { loadChecked, placeOf } from "./place.ts";
import { readField } from "./read-field.ts";
import { wrongShape } from "./wrong-shape.ts";

/** Reads what is computed from properties. */
export function readDerived(derived: Derived, path: ResolvedPath): Read {
  const { derivation, property, doc } = derived;
  const place = placeOf(path, property, derived.within);
  switch (derivation) {
    case "time": {
      const nanos = readField({ kind: "field", property, wire: "uint64", doc }, place);
      return (record) => new Timestamp(nanos(record) as bigint); // what the wire type uint64 decodes to
    }
    case "trace id text":
    case "span id text": {
      const wire = derivation === "trace id text" ? "trace id" : "span id";
      const id = readField({ kind: "field", property, wire, doc }, place);
      return (record) => (id(record) as TraceId | SpanId).hex; // what these wire types decode to
    }
    case "profile id text":
      return (record) => profileId(loadChecked(place, record), place.path);
    case "profile id":
      return (record) =>
        new Telemetry("pprofile.ProfileID", profileId(loadChecked(place, record), place.path));
    case "dictionary text": {
      const index = readField({ kind: "field", property, wire: "int32", doc }, place);
      return (record) => textAt(record, index(record) as bigint); // what the wire type int32 decodes to
    }
    case "indices":
      return (record) => new ListValue(indicesOf(loadChecked(place, record), place.path), "int64");
    case "enum text": {
      const { texts = [], names = {} } = derived;
      const number = readField({ kind: "field", property, wire: "enum", names, doc }, place);
      return (record) => texts[Number(number(record))] ?? "";
    }
    case "value text": {
      const { has } = path;
      return (record) => dataText(decodeAnyValue(loadChecked(place, record), place.path), has && { has });
    }
    case "trace state":
      return readField({ kind: "field", property, wire: "string", doc }, place);
    case "index":
      return (record) => indexOf(place.load(record), path.text);
    case "metric type":
      return (record) => BigInt(metricKindOf(record));
    case "address":
    case "headers":
    case "claims":
      return clientReader(derived);
  }
}

/** The position that a record carries; it is an error where it carries none. */
function indexOf(raw: unknown, path: string): bigint {
  if (raw === undefined || raw === null) throw new Failure("record_part_missing", { path });
  if (typeof raw !== "number" || !Number.isSafeInteger(raw) || raw < 0) {
    throw wrongShape(path, "a whole number from 0", raw);
  }
  return BigInt(raw);
}
