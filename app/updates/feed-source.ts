// Where the feed of updates is, and which release pages may be opened. Pure.

/** Not published yet, and unconfirmed: docs/releasing.md says what has to be there before the first release. */
const site = 'https://ninetray.github.io';

export interface FeedSource {
  address: string;
  /** A public key in place of those that are built in; null: those that are built in. */
  publicKey: string | null;
  /** How long after the start the first check is at the earliest (ms). */
  firstCheckAfter: number;
}

const released: FeedSource = {
  address: `${site}/ninetray/updates/feed-1.txt`,
  publicKey: null,
  firstCheckAfter: 5 * 60_000,
};

/** How the variable NINETRAY_UPDATE_FEED names another feed: its address, a public key, and ms after the start. */
const replacement = /^(\S+) ([\w-]{43}) (\d{1,7})$/;

/**
 * The feed of this version. Tests and development may name another one in a variable; a package ignores that: whoever sets variables must
 * not decide which keys it trusts, or whom it asks.
 */
export function feedSource(variable: string | undefined, isPackaged: boolean): FeedSource {
  const [, address, publicKey, after] = (isPackaged ? null : replacement.exec(variable ?? '')) ?? [];
  return address === undefined || publicKey === undefined
    ? released
    : { address, publicKey, firstCheckAfter: Number(after) };
}

/** Whether an address is one that is requested: https, and nothing in it that could tell who asks. */
export function isFeedAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password, search, hash } = new URL(address);
  return (
    protocol === 'https:' && [username, password, search, hash].every((part) => part === '') && !/[?#@]/.test(address)
  );
}

/** The longest address of a release page, in characters. */
export const longestPage = 300;

/** Whether a release page may be opened in the browser: on the project's own site, written plainly. */
export function isReleasePage(address: string): boolean {
  if (address.length > longestPage || !/^https:\/\/[\w./-]+$/.test(address) || !URL.canParse(address)) return false;
  const { origin, href } = new URL(address);
  return origin === site && href === address;
}
