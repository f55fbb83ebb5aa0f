// Semantic versions: which of two is newer. Anything that is not one is newer than nothing.

/** `release`: major, minor, patch. `pre`: the parts of a pre-release, such as `['beta', '2']`; none for a release. */
interface Version {
  release: readonly number[];
  pre: readonly string[];
}

const number = '(?:0|[1-9]\\d{0,8})';
const identifier = '(?:0|[1-9]\\d*|\\d*[A-Za-z-][\\dA-Za-z-]*)';
const pattern = new RegExp(`^(${number})\\.(${number})\\.(${number})(?:-(${identifier}(?:\\.${identifier})*))?$`);

/** The longest version that is read, in characters. */
export const longestVersion = 40;

/** Whether a text is a version such as `1.2.3` or `1.2.3-beta.1`, as semver.org has it, without build metadata. */
export function isVersion(text: string): boolean {
  return readVersion(text) !== null;
}

/** Whether `version` comes after `other` in the order of semver.org; false where either is no version. */
export function isNewer(version: string, other: string): boolean {
  const [a, b] = [readVersion(version), readVersion(other)];
  return a !== null && b !== null && compare(a, b) > 0;
}

function readVersion(text: string): Version | null {
  const found = text.length > longestVersion ? null : pattern.exec(text);
  if (found === null) return null;
  const [, major, minor, patch, pre] = found;
  return { release: [major, minor, patch].map(Number), pre: pre === undefined ? [] : pre.split('.') };
}

function compare(a: Version, b: Version): number {
  for (const [i, part] of a.release.entries()) {
    const difference = part - (b.release[i] ?? 0);
    if (difference !== 0) return difference;
  }
  // A release comes after its pre-releases.
  if (a.pre.length === 0 || b.pre.length === 0) return b.pre.length - a.pre.length;
  for (let i = 0; i < Math.min(a.pre.length, b.pre.length); i += 1) {
    const difference = compareParts(a.pre[i] ?? '', b.pre[i] ?? '');
    if (difference !== 0) return difference;
  }
  return a.pre.length - b.pre.length;
}

/** Numbers by value and before words, words by their characters. Numbers of any length: they have no leading zero. */
function compareParts(a: string, b: string): number {
  const [isNumber, isOtherNumber] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
  if (isNumber && a.length !== b.length) return a.length - b.length;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
