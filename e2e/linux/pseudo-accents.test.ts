// Every screen in a language that nobody speaks, whose texts have accents and are longer: no text is hard-coded, and
// all of it fits.
import { env } from '../screens/in-accents';
import { accountData } from '../screens/account-screens';
import { testEveryScreen } from '../screens/every-screen';
import { misfits, plainWords } from '../screens/in-page.mjs';

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
  // NineTray's license.
  'MIT',
  // Code that is copied as it stands: addresses, commands, names of variables and of languages.
  ...'http localhost curl Python Node noproxy header key NINEPROXY API KEY'.split(' '),
]);

/** The words in the texts of values, not in the names of their fields. */
function wordsOf(values: unknown[]): string[] {
  const words: string[] = [];
  JSON.parse(JSON.stringify(values), (_key, value: unknown) => {
    if (typeof value === 'string') words.push(...(value.match(/[A-Za-z]{3,}/g) ?? []));
    return value;
  });
  return words;
}

/** Words of values that every screen may have: what Intl writes, and the texts of the account's lists. */
const everywhere = new Set([...intl, ...wordsOf([accountData])]);

testEveryScreen(env, async (page, screen) => {
  const { state, answers, lists } = screen;
  const ofScreen = new Set(wordsOf([state, answers, lists]));
  const hardCoded = (await page.evaluate(plainWords)).filter((word) => !everywhere.has(word) && !ofScreen.has(word));
  return [...hardCoded.map((word) => `not in the catalogue: ${word}`), ...(await page.evaluate(misfits))];
});
