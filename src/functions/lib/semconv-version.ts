/** The parts of a version as the semantic conventions number theirs. */
export interface SemconvVersion {
  /** Its three numbers; what is not written is 0. */
  readonly numbers: readonly [bigint, bigint, bigint];
  /** Whether it comes before the version with these numbers, as `1.37.0-rc.1` does. */
  readonly isPrerelease: boolean;
}

const longest = 256;
const identifiers = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";

/**
 * A version read as patiently as the reference's library does (Masterminds/semver): `v1.40`, `1.40.0-rc.1+build`;
 * `undefined` where the text is none.
 */
export function semconvVersionOf(text: string): SemconvVersion | undefined {
  if (text.length > longest) return undefined;
  const pattern = `^v?(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?(?:-(${identifiers}))?(?:\\+${identifiers})?$`;
  const match = new RegExp(pattern).exec(text);
  if (match === null) return undefined;
  const [, major = "", minor = "0", patch = "0", prerelease] = match;
  const numbers = [BigInt(major), BigInt(minor), BigInt(patch)] as const;
  const isWrong = prerelease?.split(".").some((part) => /^0\d+$/.test(part)) === true;
  if (isWrong || numbers.some((number) => number >= 2n ** 64n)) return undefined;
  return { numbers, isPrerelease: prerelease !== undefined };
}

/** Whether a version is among those from 1.x.0 to 1.y.0. */
export function isWithin(version: SemconvVersion, from: bigint, to: bigint): boolean {
  const { numbers, isPrerelease } = version;
  const [major, minor, patch] = numbers;
  if (major !== 1n || minor < from || minor > to) return false;
  if (minor === to && patch > 0n) return false;
  return !(minor === from && patch === 0n && isPrerelease);
}
