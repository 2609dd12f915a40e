/** The bytes of hexadecimal digits in ASCII, or `undefined` where there are other characters or an odd number. */
export function decodeHex(digits: Uint8Array): Uint8Array | undefined {
  if (digits.length % 2 !== 0) return undefined;
  const bytes = new Uint8Array(digits.length / 2);
  for (let i = 0; i < digits.length; i++) {
    const digit = hexDigit(digits[i] as number);
    if (digit < 0) return undefined;
    bytes[i >> 1] = ((bytes[i >> 1] as number) << 4) | digit;
  }
  return bytes;
}

/** The value of a hexadecimal digit in ASCII, or -1. */
export function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : -1;
}
