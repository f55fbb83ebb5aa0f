// The account window's area of the gateway, in all its states.
import { accessTexts as texts } from '../../app/texts/account/access';
import { accessStates, examplesOfActivity } from '../../renderer/account/access/access-states.fixture';
import { demoActivity } from '../../renderer/places/demo-places.fixture';
import { press, type Walk, walks } from './account-walks';
import type { Answers, Screen } from './list';

const answers: Answers = {
  'access.readActivity': { ok: true, value: { lines: examplesOfActivity } },
  'access.test': {
    ok: true,
    value: {
      reached: [
        { at: 'http://127.0.0.1:19090', answered: true },
        { at: 'http://[::1]:19090', answered: false },
      ],
      milliseconds: 212,
    },
  },
  'access.addConsumer': { ok: true, value: { id: 'c9', token: `ntk${'4fGq9TzLw2'.repeat(4)}` } },
};

/** Where they are not the usual examples. */
const linesOf: Record<string, typeof examplesOfActivity> = { fresh: [], demo: demoActivity };

const states = Object.entries(accessStates).map(
  ([name, state]): Screen => ({
    name: `account-access-${name}`,
    state,
    area: 'access',
    answers: { ...answers, 'access.readActivity': { ok: true, value: { lines: linesOf[name] ?? examplesOfActivity } } },
    inOtherSizes: name === 'on' || name === 'never',
    inTheDark: true,
  }),
);

const after = (name: string, walk: Walk): Screen => ({
  name: `account-access-${name}`,
  state: accessStates.on,
  area: 'access',
  answers,
  inOtherSizes: true,
  inTheDark: true,
  walk,
});

const pickSpending: Walk = async (page) => {
  await page
    .locator('label')
    .filter({ has: page.getByRole('radio', { name: new RegExp(`^${texts.roles.spend} `) }) })
    .click();
};

const pickSwitching: Walk = async (page) => {
  await page
    .locator('label')
    .filter({ has: page.getByRole('radio', { name: new RegExp(`^${texts.roles.switch} `) }) })
    .click();
};

const toLast: Walk = (page) => page.getByText(texts.holdWritesLine).scrollIntoViewIfNeeded();

const named: Walk = (page) => page.getByRole('textbox', { name: texts.name }).fill('Price scraper');

/** All of them. */
export const accessScreens: readonly Screen[] = [
  ...states,
  after('new', press(texts.new)),
  after('spend', walks(press(texts.new), pickSpending, press(texts.create))),
  after('made', walks(press(texts.new), named, press(texts.create))),
  after('revoke', press(texts.revokeOf({ name: 'Scraper' }))),
  after('port', press(texts.choosePort)),
  after('tested', press(texts.test)),
  after('rates', walks(press(texts.new), pickSwitching, press(texts.more), toLast)),
];
