const pool = 4096;

let bytes: Uint8Array<ArrayBuffer> | undefined;
let used = 0;

/** Random bytes that nobody can foretell, drawn from the platform many at a time. */
export function randomBytes(count: number): Uint8Array {
  if (bytes === undefined || used + count > pool) {
    bytes = crypto.getRandomValues(bytes ?? new Uint8Array(pool));
    used = 0;
  }
  used += count;
  return bytes.slice(used - count, used);
}
