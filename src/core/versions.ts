/** Orders two versions such as `"0.118.0"`: negative, zero or positive. */
export function compareVersions(a: string, b: string): number {
  return numberOf(a) - numberOf(b);
}

/** The first three numbers of a version, of at most four digits each, as one; missing ones are 0. */
function numberOf(version: string): number {
  let number = 0;
  let at = 0;
  for (let i = 0; i < 3; i++) {
    let part = 0;
    for (; at < version.length && version.charCodeAt(at) !== point; at++)
      part = part * 10 + version.charCodeAt(at) - zero;
    number = number * 10_000 + part;
    at++;
  }
  return number;
}

const point = 0x2e;
const zero = 0x30;
