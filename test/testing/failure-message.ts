/** The message of an assertion that fails. */
export function failureMessage(assertion: () => void): string {
  try {
    assertion();
  } catch (error) {
    return `\n${(error as Error).message}\n`; // assertions throw errors
  }
  throw new Error("the assertion holds");
}
