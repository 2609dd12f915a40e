/** An input whose data cannot be used: exit code 1. */
export class DataError extends Error {
  override toString(): string {
    return this.message;
  }
}
