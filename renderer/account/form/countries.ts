// The countries of the world by their names in a language, and the code of what the user typed.
import { countryText } from '../../../app/texts/account/cells';

/** Names that Intl has for what is no country: unions, islands of others, pseudo codes. */
const noCountries = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ'.split(' '));
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

interface Country {
  code: string;
  /** "Germany (DE)". */
  label: string;
  name: string;
}

const known = new Map<string, readonly Country[]>();

/** All countries, sorted by their names in the locale's language. */
export function countries(locale: string): readonly Country[] {
  const made = known.get(locale) ?? list(locale);
  known.set(locale, made);
  return made;
}

function list(locale: string): readonly Country[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  const { compare } = new Intl.Collator(locale);
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((code) => {
      const name = names.of(code);
      // A code that another one has replaced ("DD") has the other's name.
      const isCurrent = new Intl.Locale(`und-${code}`).region === code;
      return name === undefined || !isCurrent || noCountries.has(code)
        ? []
        : [{ code, name, label: countryText(name, code) }];
    })
    .sort((one, other) => compare(one.name, other.name));
}

/** How a country is shown; a code that is not known, as it is. */
export function countryLabel(code: string, locale: string): string {
  return countries(locale).find((country) => country.code === code.toUpperCase())?.label ?? code;
}

/** The code of a country that was typed as its code, its name or its label; null for anything else. */
export function countryCode(text: string, locale: string): string | null {
  const typed = text.trim().toLocaleLowerCase(locale);
  const found = countries(locale).find(
    ({ code, name, label }) =>
      code.toLowerCase() === typed ||
      name.toLocaleLowerCase(locale) === typed ||
      label.toLocaleLowerCase(locale) === typed,
  );
  return found?.code ?? null;
}
