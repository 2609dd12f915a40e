import { Workspace } from "../call.ts";

const space = new Workspace();

/** Writes a file of a test and answers its path. */
export const file = space.file.bind(space);

/** Runs `ottlkit test` in this process; durations are left out, and the tests' folder. */
export async function testCommand(...args: readonly string[]) {
  const { code, stdout, stderr } = await space.call(["test", ...args]);
  return { code, stdout: stdout.replace(/, \d+ ms\)/, ")"), stderr };
}
