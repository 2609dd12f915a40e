import type { Compatibility } from "../../core/compatibility.ts";
import { ListValue } from "../../core/values.ts";
import { attributeOf } from "../../shapes/otlp-json/attributes.ts";
import { objectOf } from "../../shapes/otlp-json/kinds.ts";
import { wrongShape } from "../../shapes/otlp-json/wrong-shape.ts";
import type { Client } from "../../shapes/records.ts";

type Read = (client: Client | undefined) => string | undefined;

/**
 * Reads what a `from_context` names of the client that sent the data: `client.address`, `auth.<attribute>`,
 * `metadata.<name>`, or the bare name of metadata in any case; several values are joined by `;`. `undefined` where there
 * is none.
 */
export function contextReader(name: string, compatibility: Compatibility): Read {
  if (name === "client.address" && compatibility.has("client_address")) return addressOf;
  if (name.startsWith("auth.")) return (client) => attributeText(client, name.slice("auth.".length));
  const header = name.startsWith("metadata.") ? name.slice("metadata.".length) : name;
  return (client) => joined(headerOf(client, header.toLowerCase()));
}

/** An unknown address is the empty text. */
function addressOf(client: Client | undefined): string {
  const raw: unknown = client?.addr ?? "";
  if (typeof raw !== "string") throw wrongShape("client.addr", "a string", raw);
  return raw;
}

function attributeText(client: Client | undefined, name: string): string | undefined {
  const value = attributeOf(client?.auth, name, "client.auth");
  if (typeof value === "string") return value;
  if (!(value instanceof ListValue)) return undefined;
  const texts = value.items.filter((item) => typeof item === "string");
  return texts.length === value.items.length ? joined(texts) : undefined;
}

function headerOf(client: Client | undefined, wanted: string): readonly string[] {
  const headers = objectOf(client?.metadata, "client.metadata") ?? {};
  const name = Object.keys(headers).find((candidate) => candidate.toLowerCase() === wanted);
  const list = name === undefined ? [] : headers[name];
  if (!Array.isArray(list) || list.some((item) => typeof item !== "string"))
    throw wrongShape("client.metadata", "lists of strings", list);
  return list;
}

function joined(texts: readonly string[]): string | undefined {
  return texts.length === 0 ? undefined : texts.join(";");
}
