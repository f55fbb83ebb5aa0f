// The dialog with the licences, from the settings of the account window.
import { licenseTexts } from '../../app/texts/account/licenses';
import { exampleLicenses, exampleLicenseText } from '../../renderer/account/licenses/license.fixture';
import { settingsStates } from '../../renderer/settings/settings-states.fixture';
import { press, walks, type Walk } from './account-walks';
import type { Answers, Screen } from './list';

const list = { ok: true, value: { licensed: exampleLicenses } } as const;
const text = { ok: true, value: { text: exampleLicenseText } } as const;
const broken = { ok: false, problem: { kind: 'internal' } } as const;

const open = press(licenseTexts.open);

const openText: Walk = async (page) => {
  await page.getByText('use-sync-external-store').click();
  await page.getByRole('region', { name: licenseTexts.textOf({ name: 'use-sync-external-store' }) }).waitFor();
};

const search =
  (words: string): Walk =>
  async (page) => {
    await page.getByRole('searchbox', { name: licenseTexts.search }).fill(words);
  };

const screen = (name: string, walk: Walk, answers: Answers, more: Partial<Screen> = {}): Screen => ({
  name: `account-licenses${name}`,
  state: settingsStates.normal,
  area: 'settings',
  walk: walks(open, walk),
  answers,
  ...more,
});

const nothing: Walk = async () => undefined;

/** The dialog in its states. */
export const licenseScreens: readonly Screen[] = [
  screen('', nothing, { 'licenses.list': list }, { inTheDark: true, inOtherSizes: true }),
  screen('-text', openText, { 'licenses.list': list, 'licenses.read': text }, { inTheDark: true, inOtherSizes: true }),
  screen('-search', search('apache'), { 'licenses.list': list }, { isUnpictured: true }),
  screen('-none', search('zzz'), { 'licenses.list': list }, { isUnpictured: true }),
  screen('-loading', nothing, { 'licenses.list': 'never' }, { isUnpictured: true }),
  screen('-failed', nothing, { 'licenses.list': broken }, { isUnpictured: true }),
];
