import { textOfUnits } from "../../../core/utf8.ts";

/** What stands for bytes that mean nothing. */
export const replacement = 0xfffd;

/**
 * Reads the bytes at an index: writes what they mean and answers how many they are, as the decoders of
 * golang.org/x/text/encoding take and skip them.
 */
export type Step = (bytes: Uint8Array, at: number, writer: CharacterWriter) => number;

/** Collects characters; there are never more UTF-16 units than bytes. */
export class CharacterWriter {
  readonly #units: Uint16Array;
  #length = 0;

  constructor(size: number) {
    this.#units = new Uint16Array(size);
  }

  write(point: number): void {
    if (point > 0xffff) {
      this.#units[this.#length++] = 0xd7c0 + (point >> 10);
      this.#units[this.#length++] = 0xdc00 + (point & 0x3ff);
    } else {
      this.#units[this.#length++] = point;
    }
  }

  text(): string {
    return textOfUnits(this.#units.subarray(0, this.#length));
  }
}

/** The text that bytes mean. */
export function decodeBy(step: Step, bytes: Uint8Array): string {
  const writer = new CharacterWriter(bytes.length);
  for (let at = 0; at < bytes.length; ) at += step(bytes, at, writer);
  return writer.text();
}

/** Writes one character and answers how many bytes it had. */
export function wrote(writer: CharacterWriter, point: number, size: number): number {
  writer.write(point);
  return size;
}
