// Chromium loads what Intl needs when it is used first. In a new process that takes longer than a tenth of the page's
// first render, so it is done before that, while the page waits for its scripts (docs/decisions/037-first-paint.md).

/** The document of a page, as far as it is needed here: main has no types for it. */
export interface LoadingPage {
  readonly documentElement: { readonly dataset: Readonly<Record<string, string | undefined>> };
  addEventListener(name: 'readystatechange', listener: () => void, options: { once: true }): void;
}

/** Uses Intl in the page's language once, when the page has been read and its scripts are still on their way. */
export function loadIntlEarly(page: LoadingPage): void {
  page.addEventListener('readystatechange', () => useIntl(page.documentElement.dataset['locale'] ?? 'en-US'), {
    once: true,
  });
}

/** What the popover's first picture has: amounts, money and a moment. */
function useIntl(locale: string): void {
  new Intl.NumberFormat(locale, { style: 'unit', unit: 'gigabyte' }).formatToParts(1);
  new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' }).formatToParts(1);
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).formatToParts(0);
}
