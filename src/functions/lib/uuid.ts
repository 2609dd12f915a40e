import { toHex } from "../../core/bytes.ts";
import { randomBytes } from "./random-bytes.ts";

let lastMillis = 0;
let lastSequence = 0;

/** A random UUID (RFC 9562, version 4). */
export function randomUuid(): string {
  return textOf(randomBytes(16), 4);
}

/**
 * A UUID (RFC 9562, version 7) that is greater than every one before: the milliseconds since the Unix epoch, a sequence
 * of 12 bits within them, random bits. `now` tells the milliseconds; where it goes back, the sequence goes on.
 */
export function sortableUuid(now: () => number): string {
  const millis = now();
  if (millis > lastMillis) {
    lastMillis = millis;
    lastSequence = 0;
  } else if (lastSequence < 0xfff) {
    lastSequence++;
  } else {
    lastMillis++;
    lastSequence = 0;
  }
  const bytes = randomBytes(16);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.floor(lastMillis / 0x10000));
  view.setUint16(4, lastMillis % 0x10000);
  view.setUint16(6, lastSequence);
  return textOf(bytes, 7);
}

function textOf(bytes: Uint8Array, version: number): string {
  bytes[6] = ((bytes[6] as number) & 0x0f) | (version << 4);
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80; // the variant
  return toHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
