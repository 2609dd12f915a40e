import { attributesOf } from "../collector/attributes/create-attributes.ts";
import { filterOf } from "../collector/filter/create-filter.ts";
import { filterSignals } from "../collector/filter/filter-signals.ts";
import type { Filter, FilterOptions } from "../collector/filter/types.ts";
import { objectNode } from "../collector/object-node.ts";
import type { Processor } from "../collector/processor.ts";
import { resourceOf } from "../collector/resource/create-resource.ts";
import { isEmpty, type SignalName, signals, type TelemetryData } from "../collector/signals.ts";
import { transformOf } from "../collector/transform/create-transform.ts";
import { compatibility } from "../core/compatibility.ts";
import { Failure } from "../core/failure.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import { expand } from "../documents/expand.ts";
import type { DocumentNode } from "../documents/node.ts";
import { parseYaml } from "../documents/yaml.ts";
import { failureDiagnostic } from "../engine/failure-diagnostic.ts";
import { canonicalPayload } from "../shapes/otlp-json.ts";
import { Refusal, unsupported } from "./refusal.ts";
import type { Request } from "./request.ts";

type Make = (settings: DocumentNode, id: string, options: FilterOptions) => Processor;

/** The processors that can be asked; of those that look at the signal of their pipeline, it is that of the payload. */
const processors: Readonly<Record<string, Make>> = {
  attributes: attributesOf,
  filter: filterOf,
  resource: (settings, id, { signal: _, ...options }) => resourceOf(settings, id, options),
  transform: (settings, id, { signal: _, ...options }) => transformOf(settings, id, options),
};

/** Whether a processor sends on what it leaves: a filter of the signal keeps payloads back that are empty. */
function isSent(processor: Processor, output: TelemetryData, signal: SignalName | undefined): boolean {
  if (!isEmpty(output) || !("counters" in processor)) return true;
  const counter = filterSignals.find(({ name }) => name === signal)?.counter;
  return counter === undefined || !Object.hasOwn((processor as Filter).counters, counter);
}

/** What the reference logs about an evaluation that failed. */
const failures = { condition: "failed to eval condition", statement: "failed to execute statement" } as const;

/** What the reference would have logged. */
export interface LogLine {
  readonly level: "warn";
  readonly message: string;
  /** The text that failed, by its kind, and why. */
  readonly fields: Readonly<Partial<Record<"condition" | "statement", string>>> & { readonly error: string };
}

/** What a processor makes of a payload; `null` where nothing is sent on. */
export interface Processed {
  readonly payload?: unknown;
  readonly logs?: readonly LogLine[];
}

/** Configures a processor and runs it on the payload of a question; without a payload it is only configured. */
export function processPayload(request: Request): Processed {
  const logs: LogLine[] = [];
  const processor = make(request, {
    ...(request.compatibility === undefined ? {} : { compatibility: request.compatibility }),
    ...(request.client === undefined ? {} : { client: request.client }),
    // What rejects a payload is told with the refusal, and where the reference forgets it nowhere.
    onError: ({ kind = "condition", errorMode, error, text }) => {
      if (errorMode === "propagate") return;
      logs.push({ level: "warn", message: failures[kind], fields: { [kind]: text, error: error.message } });
    },
  });
  const logged = logs.length > 0 ? { logs } : {};
  if (request.payload === undefined || request.payload === null) return logged;
  const payload = decoded(request.payload);
  try {
    const { output } = processor.apply(payload);
    const sent = isSent(processor, output, signalOf(request));
    return { payload: sent ? output : null, ...(logs.length > 0 ? { logs } : {}) };
  } catch (error) {
    if (error instanceof OttlError) throw new Refusal("consume", error.message);
    throw error;
  }
}

function make(request: Request, options: FilterOptions): Processor {
  const signal = signalOf(request);
  const gates = Object.entries(request.gates ?? {}).flatMap(([id, on]) => (on ? [id] : []));
  const of = processors[request.processor ?? ""];
  if (of === undefined) throw unsupported(`processor "${request.processor ?? ""}"`);
  try {
    return of(settingsOf(request), request.processor ?? "", {
      ...options,
      gates,
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (error instanceof OttlError) throw new Refusal("config", error.message);
    throw error;
  }
}

/** The signal of the payload, else the one that is named. */
function signalOf({ payload, signal }: Request): SignalName | undefined {
  const isPayload = typeof payload === "object" && payload !== null;
  const held = isPayload ? signals.find(({ resources }) => resources in payload) : undefined;
  return held?.name ?? signals.find(({ name }) => name === signal)?.name;
}

function settingsOf({ config, yaml, unescape: undoesEscapes }: Request): DocumentNode {
  if (yaml === undefined)
    return objectNode("config", Object(undoesEscapes === true ? unescaped(config) : config));
  const { node, diagnostics } = parseYaml({ text: yaml });
  if (node === undefined) throw new Refusal("config", diagnostics[0]?.message ?? "bad yaml");
  return undoesEscapes === true ? expand(node, { compatibility: compatibility(), env: {} }).node : node;
}

/** Every text with `$$` turned into `$`. */
function unescaped(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("$$", "$");
  if (Array.isArray(value)) return value.map(unescaped);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unescaped(item)]));
}

function decoded(payload: unknown): object {
  try {
    return canonicalPayload(payload);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Refusal("consume", failureDiagnostic(error, { start: 0, end: 0 }).message);
  }
}
