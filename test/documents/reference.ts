/** A reference to a variable as a configuration has it, such as `${env:NAME}`. */
export function reference(name: string): string {
  return ["$", "{", name, "}"].join("");
}
