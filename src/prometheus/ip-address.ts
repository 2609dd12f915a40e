/** The 16 bytes of an IP address as Go's net.ParseIP reads it (IPv4 mapped into IPv6), or `undefined`. */
export function parseIpAddress(text: string): readonly number[] | undefined {
  if (!text.includes(":")) {
    const four = parseIpv4(text);
    return four === undefined ? undefined : [...mapped, ...four];
  }
  const sides = text.split("::");
  if (sides.length > 2) return undefined;
  const head = groupsOf(sides[0] as string, sides.length === 1);
  const tail = sides.length === 2 ? groupsOf(sides[1] as string, true) : [];
  if (head === undefined || tail === undefined) return undefined;
  const gap = 16 - head.length - tail.length;
  if (sides.length === 2 ? gap < 2 : gap !== 0) return undefined;
  return [...head, ...new Array<number>(gap).fill(0), ...tail];
}

/** Whether an address is the machine's own: 127.0.0.0/8 or ::1. */
export function isLoopback(address: readonly number[]): boolean {
  if (isMapped(address)) return address[12] === 127;
  return address.every((byte, i) => byte === (i === 15 ? 1 : 0));
}

/** Whether an address is 0.0.0.0 or ::. */
export function isUnspecified(address: readonly number[]): boolean {
  return address.slice(isMapped(address) ? 12 : 0).every((byte) => byte === 0);
}

const mapped = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff];

function isMapped(address: readonly number[]): boolean {
  return mapped.every((byte, i) => address[i] === byte);
}

function parseIpv4(text: string): number[] | undefined {
  const parts = text.split(".");
  const valid =
    parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
  return valid ? parts.map(Number) : undefined;
}

function groupsOf(text: string, isEnd: boolean): number[] | undefined {
  if (text === "") return [];
  const bytes: number[] = [];
  const groups = text.split(":");
  for (const [i, group] of groups.entries()) {
    if (/^[\da-f]{1,4}$/i.test(group)) {
      const value = Number.parseInt(group, 16);
      bytes.push(value >> 8, value & 255);
      continue;
    }
    const four = isEnd && i === groups.length - 1 ? parseIpv4(group) : undefined;
    if (four === undefined) return undefined;
    bytes.push(...four);
  }
  return bytes;
}
