/** A few names, and how many more there are. */
export function someNames(names: readonly string[], most: number): string {
  const more = names.length - most;
  return `${names.slice(0, most).join(", ")}${more > 0 ? `, … ${more.toLocaleString("en")} more` : ""}`;
}
