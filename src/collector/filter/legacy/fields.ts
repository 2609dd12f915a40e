import { type Compatibility, compatibility as newest } from "../../../core/compatibility.ts";
import { plainDoubleText } from "../../../core/number-text.ts";
import { dataText } from "../../../core/text.ts";
import type { Value } from "../../../core/values.ts";
import { makeValue } from "../../../engine/value.ts";
import { attributeOf } from "../../../shapes/otlp-json/attributes.ts";
import type { WalkRecord } from "../levels.ts";
import type { FilterContext } from "../types.ts";

type Read<T> = (record: Partial<WalkRecord>) => T;

/** The text of a field of a record, as `pcommon.Value.AsString` has it. */
export function textField(context: FilterContext, path: string, compatibility: Compatibility): Read<string> {
  const read = valueField(context, path);
  return (record) => dataText(read(record), compatibility);
}

/** The number of a field of a record. */
export function numberField(context: FilterContext, path: string): Read<number> {
  const read = valueField(context, path);
  return (record) => Number(read(record));
}

/** The reading is the same in every version. */
function valueField(context: FilterContext, path: string): Read<Value> {
  const expression = makeValue(context, path, { functions: [], compatibility: newest().version });
  return (record) => expression.evaluate(record);
}

/** An attribute of a part of a record, absent where it has none of the key. */
export function attribute(part: "resource" | "span" | "log", key: string): Read<Value | undefined> {
  const path = `${part}.attributes`;
  return (record) => attributeOf(record[part]?.attributes, key, path);
}

/** The service of a span, from its resource. */
export function serviceName(compatibility: Compatibility): Read<string> {
  const read = attribute("resource", "service.name");
  return (record) => {
    const value = read(record);
    return value === undefined ? "<nil-service-name>" : dataText(value, compatibility);
  };
}

const spanKinds = [
  "SPAN_KIND_UNSPECIFIED",
  "SPAN_KIND_INTERNAL",
  "SPAN_KIND_SERVER",
  "SPAN_KIND_CLIENT",
  "SPAN_KIND_PRODUCER",
  "SPAN_KIND_CONSUMER",
];

/** The kinds that spans can be asked for by name. */
export const namedKinds: readonly string[] = spanKinds.slice(1);

/** The kind of a span by its name in the protocol, empty for a number that is none. */
export function spanKind(): Read<string> {
  const read = numberField("span", "kind");
  return (record) => spanKinds[read(record)] ?? "";
}

/** The text that patterns on an attribute are matched with; none for what is no text, number or bool. */
export function matchedText(value: Value): string | undefined {
  switch (typeof value) {
    case "string":
      return value;
    case "boolean":
    case "bigint":
      return String(value);
    case "number":
      return plainDoubleText(value);
    default:
      return undefined;
  }
}
