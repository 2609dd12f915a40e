/** URLs as Go's `net/url` reads and writes them, over strings with a character a byte. */
import { parseAddress } from "./ip-address.ts";
import { escapePart, isWellEscaped, type UrlPart, unescapePart } from "./url-escape.ts";

/** The name of a user and, where there is one, the password. */
export interface UrlUser {
  readonly name: string;
  readonly password?: string;
  /** Both as a URL writes them. */
  readonly text: string;
}

/** A URL in its parts, all without escapes but the query. */
export interface ParsedUrl {
  readonly scheme: string;
  readonly user?: UrlUser;
  /** The name or address, an IPv6 address without brackets. */
  readonly host: string;
  readonly port: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
  /** The URL as it is written again. */
  readonly text: string;
}

/** The parts of a URL, or what is wrong with it. */
export function parseUrl(source: string): ParsedUrl | string {
  try {
    return readUrl(source);
  } catch (error) {
    if (error instanceof UrlError) return error.message;
    throw error;
  }
}

class UrlError extends Error {}

function readUrl(source: string): ParsedUrl {
  const [front, rawFragment = ""] = cut(source, "#");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (/[\0-\x1f\x7f]/.test(front)) throw new UrlError("it has a control character");
  const { scheme, rest } = splitScheme(front);
  const [main, query] = cut(rest, "?");
  const place = readPlace(scheme, main);
  const fragment = unescaped(rawFragment, "fragment");
  const hash = fragment === "" ? "" : `#${written(rawFragment, fragment, "fragment")}`;
  const text = place.text + (query === undefined ? "" : `?${query}`) + hash;
  return { scheme, ...place, query: query ?? "", fragment, text };
}

function cut(text: string, at: string): readonly [string, string?] {
  const index = text.indexOf(at);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}

function splitScheme(text: string): { readonly scheme: string; readonly rest: string } {
  const written = /^([A-Za-z][A-Za-z0-9+\-.]*)?:/.exec(text);
  if (written === null) return { scheme: "", rest: text };
  const [front, scheme] = written;
  if (scheme === undefined) throw new UrlError("the scheme is missing");
  return { scheme: scheme.toLowerCase(), rest: text.slice(front.length) };
}

type Place = Pick<ParsedUrl, "user" | "host" | "port" | "path" | "text">;

/** What is between the scheme and the query. */
function readPlace(scheme: string, main: string): Place {
  const front = scheme === "" ? "" : `${scheme}:`;
  if (!main.startsWith("/")) {
    if (scheme !== "") return { host: "", port: "", path: "", text: front + main };
    if (/^[^/]*:/.test(main)) throw new UrlError("the first segment of its path has a colon");
  }
  const hasAuthority = main.startsWith("//") && (scheme !== "" || !main.startsWith("///"));
  const slash = hasAuthority ? main.indexOf("/", 2) : 0;
  const authority = hasAuthority ? main.slice(2, slash < 0 ? undefined : slash) : "";
  const rawPath = slash < 0 ? "" : main.slice(slash);
  const { user, host } = readAuthority(scheme, authority);
  const path = unescaped(rawPath, "path");
  const hasPlace = hasAuthority && (host !== "" || path !== "" || user !== undefined);
  const before = front + (hasPlace ? `//${user ? `${user.text}@` : ""}${escapePart(host, "host")}` : "");
  const writtenPath = written(rawPath, path, "path");
  const dot = before === "" && /^[^/]*:/.test(writtenPath) ? "./" : "";
  return { ...(user && { user }), ...splitPort(host), path, text: before + dot + writtenPath };
}

function readAuthority(
  scheme: string,
  authority: string,
): { readonly user?: UrlUser; readonly host: string } {
  const at = authority.lastIndexOf("@");
  const host = readHost(scheme, authority.slice(at + 1));
  if (at < 0) return { host };
  const info = authority.slice(0, at);
  if (!/^[\w\-.:~!$&'()*+,;=%@]*$/.test(info))
    throw new UrlError("its user information has other characters");
  const [name, password] = cut(info, ":").map((part) => unescaped(part ?? "", "user"));
  const text = [name, password].filter((part) => part !== undefined).map((part) => escapePart(part, "user"));
  return {
    user: { name: name ?? "", ...(password === undefined ? {} : { password }), text: text.join(":") },
    host,
  };
}

function readHost(scheme: string, text: string): string {
  const bracket = text.lastIndexOf("[");
  if (bracket > 0) throw new UrlError("its host has a bracket");
  if (bracket < 0) {
    const isHttp = scheme === "http" || scheme === "https";
    const colon = isHttp ? text.indexOf(":") : text.lastIndexOf(":");
    if (colon >= 0) checkPort(text.slice(colon));
    return unescaped(text, "host");
  }
  const end = text.lastIndexOf("]");
  if (end < 0) throw new UrlError("its host has no closing bracket");
  const port = text.slice(end + 1);
  checkPort(port);
  const name = text.slice(1, end);
  const zone = name.includes("%25") ? name.indexOf("%25") : name.length;
  const host = unescaped(name.slice(0, zone), "host") + unescaped(name.slice(zone), "zone");
  if (parseAddress(host)?.bytes.length !== 16) throw new UrlError("its host is no IPv6 address");
  return `[${host}]${port}`;
}

const optionalPort = /^(?::[0-9]*)?$/;

function checkPort(text: string): void {
  if (!optionalPort.test(text)) throw new UrlError("its port is no number");
}

function splitPort(text: string): { readonly host: string; readonly port: string } {
  const colon = text.lastIndexOf(":");
  const hasPort = colon >= 0 && optionalPort.test(text.slice(colon));
  const host = hasPort ? text.slice(0, colon) : text;
  return { host: host.replace(/^\[(.*)\]$/s, "$1"), port: hasPort ? text.slice(colon + 1) : "" };
}

function unescaped(text: string, part: UrlPart): string {
  const plain = unescapePart(text, part);
  if (plain === undefined) throw new UrlError(`its ${part} has a wrong character or escape`);
  return plain;
}

/** A part as it was written where that may stay, escaped anew where it may not. */
function written(raw: string, plain: string, part: "path" | "fragment"): string {
  const escaped = escapePart(plain, part);
  if (raw !== escaped && isWellEscaped(raw, part)) return raw;
  return part === "path" && plain === "*" ? "*" : escaped;
}
