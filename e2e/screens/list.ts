// Every screen in every state, for the pictures and for the checks: a new state in one of the fixtures is included
// automatically. e2e/screens/screen-driver.ts shows a screen in the window.
import type { Page } from 'playwright-core';
import type { AreaId } from '../../app/model/lists/areas';
import type { ListId } from '../../app/model/lists/lists';
import type { CallName, CallOutput, Push } from '../../app/bridge/contract';
import type { Problem, Result } from '../../app/model/problem';
import type { AppState } from '../../app/model/state/app-state';
import type { KeyCandidate } from '../../app/model/state/key-candidate';
import { keepingTitle } from '../../app/texts/key-storage';
import { onboardingTexts } from '../../app/texts/onboarding';
import type { FigureId } from '../../app/model/figures/figures';
import { figureNames } from '../../app/texts/figures';
import { popoverTexts } from '../../app/texts/status/popover';
import { bareCandidate, candidate, onboardingStates } from '../../renderer/onboarding/onboarding-states.fixture';
import { picturedAt, popoverStates } from '../../renderer/popover/popover-states.fixture';
import { settingsStates } from '../../renderer/settings/settings-states.fixture';
import { named } from '../../renderer/ui/example-state.fixture';
import { wizardStates } from '../../renderer/wizard/wizard-states.fixture';

/** What main answers to a call; `never` for a call that is still under way. Without an answer a call succeeds and returns nothing. */
export type Answers = { [N in CallName]?: Result<CallOutput<N>> | 'never' };

export interface Screen {
  /** Such as `popover-normal`: the name of its pictures. */
  name: string;
  state: AppState;
  /** What main asks the window to show, where it is not what it shows anyway. */
  view?: Push<'view'>['view'];
  /** The account window's area. */
  area?: AreaId;
  /** What main asks the area to ask. */
  asks?: 'panic';
  answers?: Answers;
  /** What main answers to each list, all its rows in one: pages are cut from it. What is not here is the demo's. */
  lists?: Partial<Record<ListId, Result<CallOutput<'lists.read'>> | 'never'>>;
  /** The user's actions that lead to the screen. */
  walk?: (page: Page) => Promise<void>;
  /** Also pictured in the dark, as the other windows' screens are without it. Only for the account window's. */
  inTheDark?: boolean;
  /** Also pictured with text twice as large, and in a large window; in the account window in the dark as well. */
  inOtherSizes?: boolean;
  /** Longer than the window: pictured to its end. */
  isLong?: boolean;
  /** Checked for faults, without a picture: it looks nearly like another one. */
  isUnpictured?: boolean;
}

/** When all pictures are taken: ages and expiries are counted from here. */
export const momentOfPictures = picturedAt;

function startsWith(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`);
}

/** Presses the button whose name begins so: the first run's choices have their explanation in their names, too. */
const press = (name: string) => async (page: Page) => {
  await page.getByRole('button', { name: startsWith(name) }).click();
};

const normal = named(popoverStates, 'normal');
const firstRun = onboardingStates['first-run'];

const inOtherSizes: ReadonlySet<string> = new Set([
  'normal',
  'much-data',
  'long-names',
  'refused',
  'first-run',
  'no-sandbox',
  'unusable-proxy',
  'update-question',
  'update-newer-of-system',
]);

const popovers = Object.entries(popoverStates).map(
  ([name, shown]): Screen => ({ name: `popover-${name}`, state: shown, inOtherSizes: inOtherSizes.has(name) }),
);

const search = (text: string) => (page: Page) => page.getByRole('searchbox').fill(text);
const details = (figure: FigureId) => press(popoverTexts.details({ figure: figureNames[figure] }));

const sortMenu = async (page: Page) => {
  await press(popoverTexts.sort)(page);
  await page.getByRole('menu').waitFor();
};

const popoverWalks: Screen[] = [
  { name: 'popover-ips', state: normal, walk: details('ips') },
  { name: 'popover-traffic', state: normal, walk: details('traffic'), inOtherSizes: true },
  { name: 'popover-wallet', state: normal, walk: details('wallet') },
  { name: 'popover-auto-renew', state: normal, walk: details('autoRenew') },
  { name: 'popover-much-traffic', state: named(popoverStates, 'much-data'), walk: details('traffic') },
  { name: 'popover-traffic-failed', state: named(popoverStates, 'partly-failed'), walk: details('traffic') },
  { name: 'popover-search', state: normal, walk: search('lis') },
  { name: 'popover-search-nothing', state: normal, walk: search('nobody') },
  { name: 'popover-sort', state: normal, walk: sortMenu },
  {
    name: 'popover-row-details',
    state: normal,
    walk: press(popoverTexts.subAccountDetails({ username: 'berlin-24' })),
    inOtherSizes: true,
  },
  {
    name: 'popover-row-details-long',
    state: named(popoverStates, 'long-names'),
    walk: async (page) => page.getByRole('switch').first().press('ArrowRight'),
    inOtherSizes: true,
  },
];

const onboardings = Object.entries(onboardingStates).map(
  ([name, shown]): Screen => ({
    name: `key-${name}`,
    state: shown,
    view: 'key',
    inOtherSizes: inOtherSizes.has(name),
  }),
);

const toEntry = press(onboardingTexts.haveKey);

function walks(...steps: ((page: Page) => Promise<void>)[]): (page: Page) => Promise<void> {
  return async (page) => {
    for (const step of steps) await step(page);
  };
}

function answering(answer: Result<KeyCandidate> | 'never'): Answers {
  return { 'key.checkClipboard': answer };
}

const check = walks(toEntry, press(onboardingTexts.pasteFromClipboard));

/** Every refusal that entering a key can meet, by name. */
const refusals: Record<string, Problem> = {
  'key-refused': { kind: 'key-refused' },
  'key-shape': { kind: 'key-shape', why: 'spaces' },
  offline: { kind: 'unreachable', why: 'offline' },
  'rate-limited': { kind: 'rate-limited', until: picturedAt + 3 * 60_000 },
  'server-trouble': { kind: 'server-trouble', status: 503 },
  'not-offered': { kind: 'not-offered' },
  'redirect-loop': { kind: 'redirect-loop' },
  'blocked-on-the-way': { kind: 'blocked-on-the-way' },
  'unusual-key': { kind: 'key-refused', unusual: true },
};

const howToKeep = (storage: keyof typeof keepingTitle) => async (page: Page) => {
  const radio = page.getByRole('radio', { name: keepingTitle[storage] });
  await page.locator('label').filter({ has: radio }).click();
};

const onboardingWalks: Screen[] = [
  {
    name: 'key-demo-starting',
    state: firstRun,
    answers: { 'demo.start': 'never' },
    walk: press(onboardingTexts.showMe),
  },
  {
    name: 'key-demo-failed',
    state: firstRun,
    answers: { 'demo.start': { ok: false, problem: { kind: 'demo-failed' } } },
    walk: press(onboardingTexts.showMe),
    isLong: true,
  },
  { name: 'key-guide', state: firstRun, walk: press(onboardingTexts.needKey), inOtherSizes: true, isLong: true },
  { name: 'key-enter', state: firstRun, walk: toEntry, inOtherSizes: true },
  { name: 'key-enter-no-sandbox', state: onboardingStates['no-sandbox'], walk: toEntry, inOtherSizes: true },
  { name: 'key-checking', state: firstRun, answers: answering('never'), walk: check },
  ...Object.entries(refusals).map(
    ([name, problem]): Screen => ({
      name: `key-not-taken-${name}`,
      state: firstRun,
      answers: answering({ ok: false, problem }),
      walk: check,
      isLong: true,
    }),
  ),
  {
    name: 'key-candidate',
    state: firstRun,
    answers: answering({ ok: true, value: candidate }),
    walk: check,
    inOtherSizes: true,
  },
  {
    name: 'key-candidate-no-sandbox',
    state: onboardingStates['no-sandbox'],
    answers: answering({ ok: true, value: candidate }),
    walk: check,
    isLong: true,
  },
  {
    name: 'key-candidate-unprotected',
    state: onboardingStates['no-keyring'],
    answers: answering({ ok: true, value: bareCandidate }),
    walk: walks(check, howToKeep('unprotected')),
    isLong: true,
  },
  {
    name: 'key-candidate-other-account',
    state: onboardingStates.refused,
    view: 'key',
    answers: answering({
      ok: true,
      value: {
        ...candidate,
        account: { ...candidate.account, id: 4712, username: 'nordwind', email: 'nordwind@example.org' },
      },
    }),
    walk: press(onboardingTexts.pasteFromClipboard),
  },
  {
    name: 'key-not-kept',
    state: firstRun,
    answers: {
      ...answering({ ok: true, value: candidate }),
      'key.keep': { ok: false, problem: { kind: 'disk-full' } },
    },
    walk: walks(check, press(onboardingTexts.keep)),
    isLong: true,
  },
  {
    name: 'key-check-expired',
    state: firstRun,
    answers: {
      ...answering({ ok: true, value: candidate }),
      'key.keep': { ok: false, problem: { kind: 'key-check-expired' } },
    },
    walk: walks(check, press(onboardingTexts.keep)),
    isLong: true,
  },
];

/** The short sheet of settings. */
const settings = (['normal', 'no-key', 'locked', 'demo', 'under-way', 'troubled'] as const).map(
  (name): Screen => ({
    name: `settings-${name}`,
    state: settingsStates[name],
    view: 'settings',
    inOtherSizes: name === 'normal',
    isLong: true,
  }),
);

/** Those of the popover's window. */
export const screens: readonly Screen[] = [
  ...popovers,
  ...popoverWalks,
  ...onboardings,
  ...onboardingWalks,
  ...settings,
];

/** Those of the wizard's window. */
export const wizardScreens: readonly Screen[] = Object.entries(wizardStates).map(([name, shown]) => ({
  name: `wizard-${name}`,
  inOtherSizes: inOtherSizes.has(name),
  state: shown,
  isLong: true,
}));

/** A screen by its name. */
export function screenNamed(name: string): Screen {
  const found = [...screens, ...wizardScreens].find((screen) => screen.name === name);
  if (found === undefined) throw new Error(`There is no screen "${name}".`);
  return found;
}
