// How the page writes dates, numbers and amounts, as main chose it (app/language/language.ts) and put it into the document.

/** A BCP 47 tag; `en-US` where no main was: in component tests. */
export function locale(): string {
  return document.documentElement.dataset['locale'] ?? 'en-US';
}
