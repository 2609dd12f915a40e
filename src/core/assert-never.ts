/** Marks the end of an exhaustive choice; a case that is left out does not compile. */
export function assertNever(value: never): never {
  throw new TypeError(`not a known kind: ${String(value)}`);
}
