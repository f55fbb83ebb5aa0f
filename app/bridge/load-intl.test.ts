import { afterEach, expect, it, vi } from 'vitest';
import { loadIntlEarly } from './load-intl';

afterEach(() => void vi.restoreAllMocks());

it('numbers and moments are written once in the page’s language, when the page has been read', () => {
  const numbers = vi.spyOn(Intl.NumberFormat.prototype, 'formatToParts');
  const moments = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts');
  const locales = () => [...numbers.mock.contexts, ...moments.mock.contexts].map(localeOf);
  const dataset: Record<string, string> = {};
  const page = Object.assign(new EventTarget(), { documentElement: { dataset } });

  loadIntlEarly(page);
  expect(locales()).toEqual([]);

  // The language is not known before: main put it into the document.
  dataset['locale'] = 'ru-RU';
  page.dispatchEvent(new Event('readystatechange'));
  expect(locales()).toEqual(['ru-RU', 'ru-RU', 'ru-RU']);

  page.dispatchEvent(new Event('readystatechange'));
  expect(locales()).toHaveLength(3);
});

function localeOf(format: unknown): string {
  if (format instanceof Intl.NumberFormat || format instanceof Intl.DateTimeFormat)
    return format.resolvedOptions().locale;
  throw new Error('This is no formatter.');
}
