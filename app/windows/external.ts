// The only pages that open in the user's browser, and the check that nothing else does. Pure.
import type { ExternalPage } from '../model/external-page';

/**
 * Where each page is (docs/platforms.md says how sure that is). There is no page for 2FA here: its address is not known, and the dialog of
 * the key page leads through it.
 */
const pages: Readonly<Record<ExternalPage, string>> = {
  dashboard: 'https://9proxy.com/dashboard',
  apiKey: 'https://9proxy.com/dashboard/my-account?tab=api-key',
  apiDocs: 'https://docs.9proxy.com/developers/public-api',
  // Not published yet; a reserved name that cannot be registered.
  project: 'https://ninetray.invalid/',
};

const addresses: ReadonlySet<string> = new Set(Object.values(pages));

/** The address of a page we know. */
export function externalUrl(page: ExternalPage): string {
  return pages[page];
}

/**
 * Whether an address may be handed to the system: one in the list, to the letter, and https. A whole site is not allowed: it has redirects.
 * The last gate before `shell.openExternal`, which would start any program that registered a scheme.
 */
export function mayOpen(url: string): boolean {
  return url.startsWith('https://') && addresses.has(url);
}

/** Whether an address is a page of the demo's dashboard: plain http to this computer, on a port of its own, and nothing else. */
export function mayOpenDemo(url: string): boolean {
  return /^http:\/\/127\.0\.0\.1:\d{1,5}\/dashboard\/$/.test(url) && URL.canParse(url);
}
