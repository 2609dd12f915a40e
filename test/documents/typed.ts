import { encodeUtf8 } from "../../src/core/utf8.ts";
import type { DocumentNode, ScalarValue } from "../../src/documents/node.ts";

/** A value with its type, as the recorder writes it. */
export type Typed = readonly [type: string, value?: unknown];

/** A document as the recorder writes it: the entries of a map in the order of their keys. */
export function typed(node: DocumentNode): Typed {
  if (node.kind === "scalar") return typedScalar(node.value);
  if (node.kind === "sequence") return ["list", node.items.map(typed)];
  const entries = node.entries.map(({ key, value }) => [typed(key), typed(value)] as const);
  return ["map", entries.sort(([a], [b]) => Buffer.compare(bytes(a), bytes(b)))];
}

function typedScalar(value: ScalarValue): Typed {
  if (value === null) return ["null"];
  if (typeof value === "string")
    return /[\udc80-\udcff]/u.test(value)
      ? ["bytes", Buffer.from(encodeUtf8(value)).toString("base64")]
      : ["string", value];
  if (typeof value === "boolean") return ["bool", value];
  if (typeof value === "bigint") return ["int", String(value)];
  if (typeof value === "object") return ["time", timeText(value.nanos)];
  if (Object.is(value, -0)) return ["float", "-0"];
  if (Number.isFinite(value)) return ["float", value];
  return ["float", Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf"];
}

function timeText(nanos: bigint): string {
  const fraction = ((nanos % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n;
  const seconds = new Date(Number((nanos - fraction) / 1_000_000n)).toISOString().slice(0, 19);
  const digits = String(fraction).padStart(9, "0").replace(/0+$/, "");
  return `${seconds}${digits === "" ? "" : `.${digits}`}Z`;
}

/** The key as the recorder sorts it: Go's JSON. */
function bytes(key: Typed): Buffer {
  return Buffer.from(
    JSON.stringify(key).replaceAll("<", "\\u003c").replaceAll(">", "\\u003e").replaceAll("&", "\\u0026"),
  );
}
