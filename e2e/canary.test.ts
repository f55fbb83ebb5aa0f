// A known key goes through a window by hand, for a session: afterwards it is in no file, no output and no heap of that window.
// What only Linux can show (a keyring, processes, memory) is in e2e/linux/canary.test.ts.
import { expect, it } from 'vitest';
import { keepingTitle } from '../app/texts/key-storage';
import { onboardingTexts as texts } from '../app/texts/onboarding';
import { files, heapSnapshot, sightings, sightingsInFolder } from './harness/canary';
import { popoverOf } from './harness/popover';
import { openTestEnvironment } from './harness/test-environment';
import { stateWhere } from './harness/state';

const stage = openTestEnvironment();

it('the search finds a key in any encoding, and a piece of one', () => {
  const key = 'kR7vQ2mX9dL4tW8sN3bF6hJ1pZ5cG0yTqAeUiOwM';
  const written = {
    'in clear': `...${key}...`,
    reversed: key.split('').toReversed().join(''),
    'in UTF-16': Buffer.from(`x${key}`, 'utf16le'),
    'in hex': Buffer.from(key).toString('hex'),
    'in upper-case hex': Buffer.from(key).toString('hex').toUpperCase(),
    'percent-encoded': key.replaceAll(/./g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`),
  };
  for (const [name, bytes] of Object.entries(written))
    expect(sightings('it', bytes, [key])).toEqual([`it: key 1 ${name}`]);
  for (const before of ['', 'a', 'ab']) {
    expect(sightings('it', Buffer.from(before + key).toString('base64'), ['nothing', key])).toEqual([
      'it: key 2 in base64',
    ]);
  }
  for (let start = 0; start + 16 <= key.length; start++) {
    expect(sightings('it', key.slice(start, start + 16), [key])).toEqual(['it: key 1 in clear']);
  }
  expect(sightings('it', key.toLowerCase(), [key])).toEqual([]);
});

it('a typed key leaves no trace in the window, the profile or the output', async () => {
  const demo = await stage.demoServer();
  const env = { NINETRAY_API_URL: demo.origin, ELECTRON_ENABLE_LOGGING: '1' };
  const app = await stage.launch({ env });
  const page = await popoverOf(app);
  const wrong = demo.key.split('').toReversed().join('').replace(/^./, '_');
  const keys = [demo.key, wrong];
  const inWindow = async () => sightings('heap', await heapSnapshot(page), keys);

  await page.getByRole('button', { name: texts.haveKey }).click();
  const field = page.getByLabel(texts.fieldLabel);
  await field.focus();
  await page.keyboard.type(wrong);
  // The search is not blind: while the key is in the field, it is found.
  expect(await inWindow()).toContain('heap: key 2 in clear');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  await field.focus();
  await page.keyboard.press('ControlOrMeta+z');
  expect(await field.inputValue()).toBe('');

  for (const as of ['json', 'html']) {
    await demo.troubles({ kind: 'echoKey', as });
    await page.keyboard.type(demo.key);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: texts.check }).and(page.locator(':not([disabled])')).waitFor();
    await page.getByRole('alert').waitFor();
  }
  await demo.troubles();
  await page.keyboard.type(demo.key);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: texts.keep }).waitFor();
  await page.getByRole('radio', { name: keepingTitle.session }).check({ force: true });
  expect(await inWindow()).toEqual([]);
  await page.getByRole('button', { name: texts.keep }).click();
  const { account } = await stateWhere(
    page,
    'figures',
    ({ ips, refresh }) => ips.status === 'fresh' && !refresh.running,
  );
  const heap = await heapSnapshot(page);
  expect(heap).toContain(account.value?.username);
  expect(sightings('heap', heap, keys)).toEqual([]);
  await app.quit();

  expect(files(stage.profile).length).toBeGreaterThan(5);
  expect(sightingsInFolder(stage.profile, keys)).toEqual([]);
  expect(sightings('output', app.output(), keys)).toEqual([]);
});
