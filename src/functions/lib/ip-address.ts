/** IP addresses as Go's `net` and `net/netip` read and compare them. */

/** An address: 4 or 16 bytes, and its zone where an IPv6 address names one. */
export interface IpAddress {
  readonly bytes: Uint8Array;
  readonly zone: string;
}

/** A network: the bytes that an address in it has where the mask has ones. */
export interface IpNetwork {
  readonly bytes: Uint8Array;
  readonly mask: Uint8Array;
}

/** The most characters of an address without its zone: six groups and an IPv4 address. */
const longest = 45;

/** The address that a text says, as `netip.ParseAddr` reads it; `undefined` where it says none. */
export function parseAddress(text: string): IpAddress | undefined {
  const sign = /[.:%]/.exec(text.slice(0, longest))?.[0];
  if (sign === ".") return without(parseIpv4(text));
  return sign === ":" ? parseIpv6(text) : undefined;
}

/** The bytes of an address without a zone, as `net.ParseIP` reads it: four also for an IPv4 address within IPv6. */
export function parseIp(text: string): Uint8Array | undefined {
  const address = parseAddress(text);
  return address === undefined || address.zone !== "" ? undefined : shortest(address.bytes);
}

/** The network that a text such as `10.0.0.0/8` says, as `net.ParseCIDR` reads it; `undefined` where it says none. */
export function parseNetwork(text: string): IpNetwork | undefined {
  const slash = text.indexOf("/");
  if (slash < 0) return undefined;
  const address = parseAddress(text.slice(0, slash));
  const length = text.slice(slash + 1);
  if (address === undefined || address.zone !== "" || !/^[0-9]+$/.test(length)) return undefined;
  const { bytes } = address;
  if (Number(length) > bytes.length * 8) return undefined;
  const mask = bytes.map((_, i) => 0xff & ~(0xff >> Math.min(8, Math.max(0, Number(length) - 8 * i))));
  const first = shortest(bytes.map((byte, i) => byte & (mask[i] as number)));
  return { bytes: first, mask: mask.subarray(mask.length - first.length) };
}

/** Whether a network has an address, given as `parseIp` gives it. */
export function contains({ bytes, mask }: IpNetwork, address: Uint8Array): boolean {
  if (bytes.length !== address.length) return false;
  return bytes.every((byte, i) => byte === ((address[i] as number) & (mask[i] as number)));
}

const within = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff);

/** Four bytes where sixteen hold an IPv4 address. */
function shortest(bytes: Uint8Array): Uint8Array {
  return bytes.length === 16 && within.every((byte, i) => byte === bytes[i]) ? bytes.subarray(12) : bytes;
}

function without(bytes: Uint8Array | undefined): IpAddress | undefined {
  return bytes && { bytes, zone: "" };
}

function parseIpv4(text: string): Uint8Array | undefined {
  if (text.length > longest) return undefined;
  const fields = text.split(".");
  const isByte = (field: string) => /^(?:0|[1-9][0-9]{0,2})$/.test(field) && Number(field) < 256;
  return fields.length === 4 && fields.every(isByte) ? Uint8Array.from(fields, Number) : undefined;
}

function parseIpv6(text: string): IpAddress | undefined {
  const percent = text.indexOf("%");
  const zone = percent < 0 ? "" : text.slice(percent + 1);
  const address = percent < 0 ? text : text.slice(0, percent);
  if ((percent >= 0 && zone === "") || address.length > longest) return undefined;
  const halves = address.split("::");
  const parts = halves.map((half, i) => parseGroups(half, i === halves.length - 1));
  const [head, tail] = parts;
  if (head === undefined || parts.length > 2 || (parts.length === 2 && tail === undefined)) return undefined;
  const bytes = new Uint8Array(16);
  const length = head.length + (tail?.length ?? 0);
  if (tail === undefined ? length !== 16 : length > 14) return undefined;
  bytes.set(head);
  if (tail !== undefined) bytes.set(tail, 16 - tail.length);
  return { bytes, zone };
}

/** The bytes of groups between colons; the last one of the address may be an IPv4 address. */
function parseGroups(text: string, isLast: boolean): readonly number[] | undefined {
  if (text === "") return [];
  const bytes: number[] = [];
  const groups = text.split(":");
  for (const [i, group] of groups.entries()) {
    if (isLast && i === groups.length - 1 && group.includes(".")) {
      const ipv4 = parseIpv4(group);
      if (ipv4 === undefined) return undefined;
      bytes.push(...ipv4);
      continue;
    }
    if (!/^[0-9a-fA-F]{1,4}$/.test(group)) return undefined;
    const value = Number.parseInt(group, 16);
    bytes.push(value >> 8, value & 0xff);
  }
  return bytes;
}
