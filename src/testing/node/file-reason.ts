/** Why Node.js cannot find or read a file, in words. */
export function fileReason(error: unknown): string {
  const { code = "", message } = error as NodeJS.ErrnoException; // what Node's file functions throw
  return reasons[code] ?? message;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "it is in no directory",
  EISDIR: "it is a directory",
  EACCES: "permission denied",
  ELOOP: "its link leads to itself",
  ENAMETOOLONG: "its name is too long",
};
