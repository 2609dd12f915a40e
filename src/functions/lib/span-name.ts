/**
 * Names of spans by the semantic conventions (https://opentelemetry.io/docs/specs/semconv/), made of attributes, of
 * which some had other names before.
 */
import { dataText } from "../../core/text.ts";
import type { MapValue, Value } from "../../core/values.ts";

/** Kinds of span by their numbers. */
const kinds = { server: 2n, client: 3n, producer: 4n, consumer: 5n } as const;

/** The name of a span; empty where its kind and its attributes have none. */
export function spanName(kind: Value, attributes: MapValue, knowsRpcSystemName: boolean): string {
  const span: Span = {
    attributes,
    systemOfRpc: knowsRpcSystemName ? ["rpc.system.name", "rpc.system"] : ["rpc.system"],
  };
  switch (kind) {
    case kinds.server:
      return httpName(span, "http.route") || rpcName(span) || messagingName(span);
    case kinds.client:
      return httpName(span, "url.template") || rpcName(span) || databaseName(span) || messagingName(span);
    case kinds.producer:
    case kinds.consumer:
      return messagingName(span);
    default:
      return "";
  }
}

interface Span {
  readonly attributes: MapValue;
  readonly systemOfRpc: readonly string[];
}

/** The text of the first of some attributes that is there. */
function textOf({ attributes }: Span, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = attributes.get(key);
    if (value !== undefined) return dataText(value);
  }
  return undefined;
}

/** What there is of some texts, with blanks between. */
function words(...texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined).join(" ");
}

function httpName(span: Span, subject: string): string {
  const method = textOf(span, "http.request.method", "http.method");
  return method === undefined ? "" : words(method, textOf(span, subject));
}

function rpcName(span: Span): string {
  const system = textOf(span, ...span.systemOfRpc);
  if (system === undefined) return "";
  const method = textOf(span, "rpc.method", "rpc.grpc.method");
  const service = textOf(span, "rpc.service", "rpc.grpc.service");
  if (service === undefined) return method ?? system;
  return `${service}/${method ?? "*"}`;
}

function databaseName(span: Span): string {
  const system = textOf(span, "db.system.name", "db.system");
  if (system === undefined) return "";
  const summary = textOf(span, "db.query.summary");
  if (summary !== undefined) return summary;
  const operation = textOf(span, "db.operation.name", "db.operation") || undefined;
  return words(operation, databaseTarget(span) || undefined) || system;
}

function databaseTarget(span: Span): string {
  const namespace = textOf(span, "db.namespace", "db.name") ?? "";
  const part = textOf(span, "db.collection.name", "db.stored_procedure.name");
  if (part !== undefined) return namespace === "" ? part : `${namespace}.${part}`;
  return namespace || serverOf(span);
}

function messagingName(span: Span): string {
  const system = textOf(span, "messaging.system");
  if (system === undefined) return "";
  const operation = textOf(span, "messaging.operation.name", "messaging.operation");
  const destination = destinationOf(span) || undefined;
  return destination === undefined ? (operation ?? system) : words(operation, destination);
}

function destinationOf(span: Span): string {
  const { attributes } = span;
  if (attributes.get("messaging.destination.temporary") === true) return "(temporary)";
  if (attributes.get("messaging.destination.anonymous") === true) return "(anonymous)";
  const keys = ["messaging.destination.template", "messaging.destination.name", "messaging.destination"];
  return textOf(span, ...keys) ?? serverOf(span);
}

function serverOf(span: Span): string {
  const address = textOf(span, "server.address");
  const port = textOf(span, "server.port");
  if (address === undefined) return "";
  return port === undefined ? address : `${address}:${port}`;
}
