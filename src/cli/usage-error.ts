/** A command line that means nothing, or names files that cannot be read: exit code 2. */
export class UsageError extends Error {
  /** Whether the files are at fault, so that the help would not help. */
  readonly isAboutFiles: boolean;

  constructor(message: string, { isAboutFiles = false } = {}) {
    super(message);
    this.isAboutFiles = isAboutFiles;
  }
}
