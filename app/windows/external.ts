// The only pages that open in a person's browser, and the check that nothing else does. Pure.
import type { CallInput } from '../bridge/contract';

export type ExternalPage = CallInput<'external.open'>['page'];

/**
 * Where each page is. The vendor publishes no addresses of single dashboard pages, so those that need one open the dashboard itself;
 * its address, and that of the documentation, are inferred (docs/platforms.md).
 */
const pages: Readonly<Record<ExternalPage, string>> = {
  dashboard: 'https://dashboard.9proxy.com/',
  apiKey: 'https://dashboard.9proxy.com/',
  twoFactor: 'https://dashboard.9proxy.com/',
  apiDocs: 'https://docs.9proxy.com/',
  // Not published yet; a name that can never belong to anybody else.
  project: 'https://ninetray.invalid/',
};

const origins = new Set(Object.values(pages).map((page) => new URL(page).origin));

/** The address of a page we know. */
export function externalUrl(page: ExternalPage): string {
  return pages[page];
}

/**
 * Whether an address may be handed to the system: https, of an origin in the list, exactly, and without a name or password in it.
 * The last gate before `shell.openExternal`, which would start any program that registered a scheme.
 */
export function mayOpen(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { href, protocol, origin, username, password } = new URL(url);
  // Only in the one form that every parser reads alike: the system's browser has a parser of its own.
  if (href !== url) return false;
  return protocol === 'https:' && username === '' && password === '' && origins.has(origin);
}

/** Whether an address is a page of the demo's dashboard: plain http to this computer, on a port of its own, and nothing else. */
export function mayOpenDemo(url: string): boolean {
  return /^http:\/\/127\.0\.0\.1:\d{1,5}\/dashboard\/$/.test(url) && URL.canParse(url);
}
