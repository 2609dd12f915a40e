import { encodeUtf8 } from "../core/utf8.ts";

/** The parts of a target's URL. */
export interface TargetUrl {
  readonly scheme: string;
  /** `host:port`. */
  readonly address: string;
  readonly path: string;
  readonly params: ReadonlyMap<string, readonly string[]>;
}

const unreserved = /[\w.~-]/;
const inHost = /[\w.~!$&'()*+,;=:[\]<>"-]/;
const inPath = /[\w.~$&+,/:;=@-]/;

/** The URL that a target is scraped at, escaped as Go's `net/url` does. */
export function targetUrl({ scheme, address, path, params }: TargetUrl): string {
  const rooted = path === "" || path.startsWith("/") ? path : `/${path}`;
  const query = [...params]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, values]) => values.map((value) => `${inQuery(name)}=${inQuery(value)}`));
  const end = query.length === 0 ? "" : `?${query.join("&")}`;
  return `${scheme === "" ? "" : `${scheme}:`}//${percentEncoded(address, inHost)}${percentEncoded(rooted, inPath)}${end}`;
}

function inQuery(text: string): string {
  return percentEncoded(text, unreserved).replaceAll("%20", "+");
}

function percentEncoded(text: string, kept: RegExp): string {
  return Array.from(encodeUtf8(text), (byte) => {
    const character = String.fromCharCode(byte);
    return byte < 0x80 && kept.test(character)
      ? character
      : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }).join("");
}
