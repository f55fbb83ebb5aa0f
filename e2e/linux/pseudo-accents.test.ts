// Every screen in a language that nobody speaks, whose texts have accents and are longer: no text is hard-coded, and
// all of it fits.
import { env } from '../screens/in-accents';
import { accountData } from '../screens/account-screens';
import { testEveryScreen } from '../screens/every-screen';
import { misfits, plainWords } from '../screens/in-page.mjs';
import type { Screen } from '../screens/list';

const dates = {
  short: new Intl.DateTimeFormat('en-US', { month: 'short', weekday: 'short' }),
  long: new Intl.DateTimeFormat('en-US', { month: 'long', weekday: 'long' }),
};

/** What Intl writes in English, which the page is in: parts of dates, countries, languages, lists, times from now. */
const intl = new Set([
  // Every day of a year: its months and weekdays, short and long.
  ...Array.from({ length: 365 }, (_, day) => new Date(2026, 0, 1 + day)).flatMap((day) =>
    [dates.short, dates.long].flatMap((format) => format.format(day).match(/[A-Za-z]+/g) ?? []),
  ),
  ...'United States Kingdom Brazil Vietnam France Germany Japan Canada Poland Portugal English and'.split(' '),
  ...'days day hours hour min sec ago yesterday tomorrow week weeks month months year years'.split(' '),
  // React Aria names these itself; its words in other languages come with it.
  'option',
  'Dismiss',
  'options',
  'available',
  // A walk searches for it.
  'nobody',
  // Code that is copied as it stands: addresses, commands, names of variables and of languages.
  ...'http localhost curl Python Node noproxy header key NINEPROXY API KEY'.split(' '),
]);

/** Words of values: of the texts in the state and the answers, and what Intl writes. */
function wordsOfValues({ state, answers, lists }: Screen): Set<string> {
  const words = new Set(intl);
  JSON.parse(JSON.stringify([state, answers, lists, accountData]), (_key, value: unknown) => {
    if (typeof value === 'string') for (const word of value.match(/[A-Za-z]{3,}/g) ?? []) words.add(word);
    return value;
  });
  return words;
}

testEveryScreen(env, async (page, screen) => {
  const values = wordsOfValues(screen);
  const hardCoded = (await page.evaluate(plainWords)).filter((word) => !values.has(word));
  return [...hardCoded.map((word) => `not in the catalogue: ${word}`), ...(await page.evaluate(misfits))];
});
