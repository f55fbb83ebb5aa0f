// The whole rotation of a key, 2FA included: on purpose, and after the key was refused; and with the application killed after each step.
import { expect, it } from 'vitest';
import { copyTexts, receiptTexts, updateTexts } from '../app/texts/wizard/wizard-after';
import { prepareTexts, receiveTexts, regenerateTexts } from '../app/texts/wizard/wizard';
import { waitFor } from '../build/desktop/wait-for.mjs';
import { heapSnapshot, sightings, sightingsInFolder } from './harness/canary';
import { openBrowser, regenerateInDashboard } from './harness/user-browser';
import { enterKey, popoverOf } from './harness/popover';
import { openTestEnvironment } from './harness/test-environment';
import { stateOf, stateWhere } from './harness/state';
import { begin, button, getReady, recordPages } from './harness/wizard';

const stage = openTestEnvironment({ keyring: process.platform === 'linux' ? 'unlocked' : 'absent' });

async function demoWithDashboard() {
  const demo = await stage.demoServer(['--still', '--size', '3']);
  return { demo, dashboard: `${demo.origin}/dashboard/` };
}

it('a planned regeneration continues the figures under the new key, with proof, and leaves no key behind', async () => {
  const { demo, dashboard } = await demoWithDashboard();
  const app = await stage.launch({ env: { NINETRAY_API_URL: demo.origin } });
  const page = await popoverOf(app);
  const opened = await recordPages(app);
  await enterKey(page, demo.key);
  const before = await stateWhere(page, 'the figures', ({ ips }) => ips.status === 'fresh');

  const wizard = await begin(page, app, 'on-purpose');
  await getReady(wizard);
  await button(wizard, regenerateTexts.open).click();
  await waitFor('the dashboard', async () => (await opened()).length === 1);
  await stateWhere(page, 'the old key to be watched', ({ rotation }) => rotation.current?.oldKey.status === 'alive');

  // Something on the way refuses the reads for a while: the old key does not count as dead.
  const watched = async () => (await stateOf(page)).rotation.current?.oldKey.watched ?? 0;
  const watchedBefore = await watched();
  await demo.troubles({ kind: 'blocked', as: 'html' });
  await waitFor('two reads that are blocked', async () => (await watched()) >= watchedBefore + 2);
  expect(await stateOf(page)).toMatchObject({
    key: { status: 'present' },
    rotation: { current: { step: 'regenerate', oldKey: { status: 'alive', diedAt: null } } },
  });
  await demo.troubles();

  const browser = await openBrowser(stage, dashboard);
  const key = await regenerateInDashboard(browser.page, dashboard);
  expect(key).toMatch(/^[A-Za-z0-9]{20,}$/);
  await stateWhere(page, 'the old key to die', ({ rotation }) => rotation.current?.oldKey.diedAt !== null);

  if ((await stateOf(page)).rotation.current?.step === 'regenerate')
    await button(wizard, regenerateTexts.haveKey).click();
  await wizard.getByLabel(receiveTexts.label).fill(key);
  await button(wizard, receiveTexts.submit).click();
  const copy = await stateWhere(page, 'the proof', ({ rotation }) => rotation.current?.step === 'copy');
  expect(copy.rotation.current?.proof).toMatchObject({ answers: 'proved', sameAccount: 'proved' });

  await button(wizard, copyTexts.toggle).click();
  await waitFor('the key to be shown', async () => (await wizard.locator('body').textContent())?.includes(key));
  await button(wizard, copyTexts.toggleOff).click();
  expect(await wizard.content()).not.toContain(key);
  await button(wizard, copyTexts.copy).click();
  await stateWhere(page, 'the copy', ({ rotation }) => rotation.clipboard.outcome === 'copied');
  expect(await app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(key);
  // A double click: where the second one comes, the next step's button is not ready to be pressed yet. This step's own is by now.
  await button(wizard, copyTexts.next).click({ trial: true });
  const motion = await wizard.context().newCDPSession(wizard);
  await motion.send('Animation.enable');
  await motion.send('Animation.setPlaybackRate', { playbackRate: 0 });
  await button(wizard, copyTexts.next).click();
  await wizard.getByRole('heading', { name: updateTexts.title }).waitFor();
  const place = await button(wizard, updateTexts.next).boundingBox();
  if (place === null) throw new Error('There is no way on.');
  await wizard.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
  expect((await stateOf(page)).rotation.current?.step).toBe('update');
  await motion.send('Animation.setPlaybackRate', { playbackRate: 1 });
  await motion.detach();
  // The copy step is left for good: nothing that the window's code can still reach holds a key.
  const inWizard = async () => sightings('heap', await heapSnapshot(wizard), [demo.key, key]);
  await waitFor('the keys to be gone from the window', async () => (await inWizard()).length === 0);
  await button(wizard, updateTexts.next).click();
  await wizard.getByRole('heading', { name: receiptTexts.title }).waitFor();
  const done = await stateWhere(page, 'the receipt', ({ rotation }) => rotation.current?.step === 'receipt');
  expect(done.rotation.current?.proof.oldDead).toBe('proved');
  expect(done.rotation.current?.sentToDashboard).toHaveLength(1);
  expect(await demo.control('dashboard')).toMatchObject({ regenerations: { own: 1 } });

  const after = await stateWhere(
    page,
    'the figures',
    (state) => state.ips.status === 'fresh' && state.generation > before.generation,
  );
  expect(after.key).toMatchObject({ status: 'present', storage: before.key.storage });
  expect(after.key.fingerprint).not.toBe(before.key.fingerprint);
  await app.quit();
  expect(sightingsInFolder(stage.profile, [demo.key, key])).toEqual([]);
  expect(sightings('output', app.output(), [demo.key, key])).toEqual([]);
});

it('after a rejected key the wizard asks for the new key, and does not send the user to regenerate', async () => {
  const { demo, dashboard } = await demoWithDashboard();
  const app = await stage.launch({ profile: stage.folder('profile'), env: { NINETRAY_API_URL: demo.origin } });
  const page = await popoverOf(app);
  const opened = await recordPages(app);
  await enterKey(page, demo.key);
  await stateWhere(page, 'the figures', ({ ips }) => ips.status === 'fresh');
  const browser = await openBrowser(stage, dashboard);
  const key = await regenerateInDashboard(browser.page, dashboard);
  // It was hidden when the browser took the focus.
  await stage.desktop.tray.activate();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await stateWhere(page, 'the refusal', (state) => state.key.status === 'refused');

  const wizard = await begin(page, app, 'refused');
  await wizard.getByRole('button', { name: prepareTexts.haveNew }).first().click();
  await wizard.getByLabel(receiveTexts.label).fill(demo.key);
  await button(wizard, receiveTexts.submit).click();
  await wizard.getByText('This is the old key').waitFor();
  await wizard.getByLabel(receiveTexts.label).fill(key);
  await button(wizard, receiveTexts.submit).click();
  await stateWhere(page, 'the proof', ({ rotation }) => rotation.current?.step === 'copy');
  await button(wizard, copyTexts.none).click();
  await button(wizard, copyTexts.leaveConfirm).click();
  await stateWhere(page, 'the places', ({ rotation }) => rotation.current?.step === 'update');
  expect(await opened()).toEqual([]);
  await stateWhere(page, 'the figures', (state) => state.key.status === 'present' && state.ips.status === 'fresh');
  await app.quit();
});

it('a rotation that is killed after each step continues where it was, keeps the key and needs no second regeneration', async () => {
  const { demo, dashboard } = await demoWithDashboard();
  const profile = stage.folder('profile');
  const env = { NINETRAY_API_URL: demo.origin };
  let app = await stage.launch({ profile, env });
  let page = await popoverOf(app);
  await enterKey(page, demo.key);
  await stateWhere(page, 'the figures', ({ ips, refresh }) => ips.status === 'fresh' && !refresh.running);
  let wizard = await begin(page, app, 'on-purpose');
  /** Kills, starts again, and sees that the wizard is at `step`. */
  const crash = async (step: string) => {
    await app.kill();
    app = await stage.launch({ profile, env });
    wizard = await app.page('wizard');
    page = wizard;
    await recordPages(app);
    const { rotation, key } = await stateWhere(
      wizard,
      `the step ${step}`,
      (state) => state.rotation.current?.step === step && state.key.status !== 'asking',
    );
    expect(key.fingerprint).not.toBeNull();
    return rotation;
  };

  await stateWhere(page, 'the first step', ({ rotation }) => rotation.current?.step === 'prepare');
  await crash('prepare');
  await getReady(wizard);
  await button(wizard, regenerateTexts.open).click();
  await stateWhere(page, 'the dashboard', ({ rotation }) => rotation.current?.sentToDashboard.length === 1);
  await crash('regenerate');
  const browser = await openBrowser(stage, dashboard);
  const key = await regenerateInDashboard(browser.page, dashboard);
  await browser.app.kill();
  await button(wizard, regenerateTexts.haveKey).click();
  await stateWhere(page, 'the field', ({ rotation }) => rotation.current?.step === 'receive');
  await crash('receive');
  await wizard.getByLabel(receiveTexts.label).fill(key);
  await button(wizard, receiveTexts.submit).click();
  await stateWhere(page, 'the proof', ({ rotation }) => rotation.current?.step === 'copy');
  await crash('copy');
  await button(wizard, copyTexts.copy).click();
  await button(wizard, copyTexts.next).click();
  await stateWhere(page, 'the places', ({ rotation }) => rotation.current?.step === 'update');
  const rotation = await crash('update');
  expect(rotation.current?.sentToDashboard).toHaveLength(1);
  await button(wizard, updateTexts.next).click();
  await stateWhere(page, 'the receipt', (state) => state.rotation.current?.step === 'receipt');
  await crash('receipt');
  expect(await demo.control('dashboard')).toMatchObject({ regenerations: { own: 1 } });
  const end = await stateWhere(
    page,
    'the new key',
    (state) => state.key.status === 'present' && state.ips.status === 'fresh',
  );
  expect(end.rotation.current?.newFingerprint).toBe(end.key.fingerprint);
  await app.quit();
});
