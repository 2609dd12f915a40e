import { doubleToWire } from "../shapes/otlp-json/wire.ts";
import type { PrometheusCompatibility } from "./capabilities.ts";
import { nanosOfMilliseconds } from "./metric-group.ts";
import { type KeyValue, type OtlpExemplar, stringAttribute } from "./otlp.ts";
import type { Exemplar } from "./sample.ts";

/** An exemplar as OTLP: the labels `trace_id` and `span_id` become ids where they are ids, the others attributes. */
export function exemplarOf(
  exemplar: Exemplar,
  sampleTime: bigint,
  compatibility: PrometheusCompatibility,
): OtlpExemplar {
  const filteredAttributes: KeyValue[] = [];
  const ids: { traceId?: string; spanId?: string } = {};
  for (const { name, value } of exemplar.labels) {
    const lower = name.toLowerCase();
    const bytes = lower === "trace_id" ? 16 : lower === "span_id" ? 8 : 0;
    const id = bytes === 0 ? undefined : idOf(value, bytes, compatibility);
    if (id === undefined) filteredAttributes.push(stringAttribute(name, value));
    else if (id !== "") ids[bytes === 16 ? "traceId" : "spanId"] = id;
  }
  return {
    ...(filteredAttributes.length === 0 ? {} : { filteredAttributes }),
    timeUnixNano: nanosOfMilliseconds(exemplar.timestamp ?? sampleTime),
    asDouble: doubleToWire(exemplar.value),
    ...ids,
  };
}

/** The id in hexadecimal, empty where there is none to tell, or `undefined` where the text is no id. */
function idOf(text: string, bytes: number, compatibility: PrometheusCompatibility): string | undefined {
  const digits = bytes * 2;
  if (compatibility.has("exact_exemplar_ids")) {
    if (text === "") return "";
    return text.length === digits && isHex(text) && /[^0]/.test(text) ? text.toLowerCase() : undefined;
  }
  // Longer ids lose their end unseen, shorter ones are filled with zeros in front.
  const kept = text.length >= digits ? text.slice(0, digits) : text;
  if (!isHex(kept)) return undefined;
  const id = kept.toLowerCase().padStart(digits, "0");
  return /[^0]/.test(id) ? id : "";
}

function isHex(text: string): boolean {
  return text.length % 2 === 0 && /^[\da-f]*$/i.test(text);
}
