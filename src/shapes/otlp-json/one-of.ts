/** Whether a property is written after another that excludes it, which decides in the reference's decoder. */
export function comesLast(owner: object, property: string, other: string): boolean {
  const keys = Object.keys(owner);
  return keys.lastIndexOf(property) > keys.lastIndexOf(other);
}
