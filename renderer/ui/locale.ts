// The page's language, as main chose it (app/language/language.ts) and put it into the document.
import { setTextLanguage, type Translation } from '../../app/texts/texts';

/** How the page writes dates, numbers and amounts: a BCP 47 tag; `en-US` where no main was: in component tests. */
export function locale(): string {
  return document.documentElement.dataset['locale'] ?? 'en-US';
}

/** All texts are in the page's language from now on. Call before anything is drawn. */
export function takeLanguage(page: Document): void {
  const words = page.getElementById('words')?.textContent;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- main put it there, from a file of its own
  setTextLanguage(locale(), words ? (JSON.parse(words) as Translation) : {});
}
