// A rotation while the vendor misbehaves: each problem is shown in the right words, nothing is lost by it, and one regeneration is enough.
// The key that is pasted a second time is in rotation.test.ts.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Problem } from '../app/model/problem';
import type { AppState } from '../app/model/state/app-state';
import { problemText } from '../app/texts/problems/problems';
import { frameTexts, proveTexts, receiveTexts, regenerateTexts } from '../app/texts/wizard/wizard';
import { copyTexts, receiptTexts, updateTexts } from '../app/texts/wizard/wizard-after';
import { formatClock } from '../app/texts/format';
import { sentences } from '../app/texts/sentence';
import { pressControl } from './harness/account';
import type { DemoServer } from './harness/demo-server';
import { openTcpGate } from './harness/network/tcp-gate';
import { openBrowser, regenerateInDashboard } from './harness/user-browser';
import { enterKey, popoverOf } from './harness/popover';
import type { RunningApp } from './harness/running-app';
import { openTestEnvironment } from './harness/test-environment';
import { stateOf, stateWhere } from './harness/state';
import { begin, button, giveKey, goToField, recordPages } from './harness/wizard';

const stage = openTestEnvironment({ keyring: process.platform === 'linux' ? 'unlocked' : 'absent' });
const locale = 'en-US';
/** The operation that says whose account a key belongs to. */
const whose = ['getAccountInfo'];

interface Scene {
  app: RunningApp;
  wizard: Page;
  profile: string;
}

/** The wizard at its first step, for the account whose API is at `origin`. */
async function atTheStart(demo: DemoServer, origin = demo.origin): Promise<Scene> {
  const profile = stage.folder('profile');
  const app = await stage.launch({ profile, env: { NINETRAY_API_URL: origin } });
  const page = await popoverOf(app);
  await recordPages(app);
  await enterKey(page, demo.key);
  await stateWhere(page, 'the figures', ({ ips, refresh }) => ips.status === 'fresh' && !refresh.running);
  return { app, profile, wizard: await begin(page, app, 'on-purpose') };
}

/** The proof waits because of `problem`, and says so. */
async function saysItWaits(wizard: Page, fits: (problem: Problem) => boolean): Promise<Problem> {
  const { rotation } = await stateWhere(wizard, 'the trouble', (state) => {
    const problem = state.rotation.current?.proof.waitingFor;
    return problem !== undefined && fits(problem);
  });
  const problem = rotation.current?.proof.waitingFor ?? { kind: 'internal' };
  const text = problemText(problem, locale, Date.now());
  const page = wizard.getByRole('main');
  await page.getByText(text.title, { exact: true }).waitFor();
  await page.getByText(sentences(text.cause, proveTexts.waiting), { exact: true }).waitFor();
  expect(rotation.current).toMatchObject({ step: 'prove', proof: { answers: 'open', sameAccount: 'open' } });
  return problem;
}

/** Reaches the step with the verified key automatically: stored, in use, and with no more than one regeneration. */
async function isProved(wizard: Page, demo: DemoServer, limit?: number): Promise<AppState> {
  const state = await stateWhere(wizard, 'the proof', ({ rotation }) => rotation.current?.step === 'copy', limit);
  await wizard.getByRole('heading', { name: copyTexts.title }).waitFor();
  const { newFingerprint, proof } = state.rotation.current ?? {};
  expect(proof).toMatchObject({ answers: 'proved', sameAccount: 'proved' });
  expect(proof?.waitingFor).toBeUndefined();
  await stateWhere(
    wizard,
    'the new key',
    ({ key, ips }) => key.fingerprint === newFingerprint && ips.status === 'fresh',
  );
  expect(await demo.control('dashboard')).toMatchObject({ regenerations: { own: 1 } });
  return state;
}

it('an old key that still works is reported with its time, is not waited for, and is proved dead later', {
  timeout: 120_000,
}, async () => {
  const demo = await stage.demoServer(['--still', '--size', '3', '--old-key-survives', '90']);
  const { app, wizard } = await atTheStart(demo);
  await goToField(wizard);
  const key = await demo.regenerate();
  await giveKey(wizard, key);
  await isProved(wizard, demo);

  const seen = await stateWhere(
    wizard,
    'the first try',
    ({ rotation }) => rotation.current?.proof.oldDead === 'failed',
  );
  const { checks, destroyedAt, diedAt } = seen.rotation.current?.oldKey ?? { checks: [] };
  expect(checks.map(({ outcome }) => outcome)).toEqual(['accepted']);
  expect([destroyedAt, diedAt]).toEqual([null, null]);
  const first = checks[0]?.at ?? 0;
  const next = (seen.rotation.current?.receivedAt ?? 0) + 30_000;
  expect(seen.rotation.nextCheckAt).toBe(next);
  const saysSo = async () => {
    await wizard
      .getByRole('main')
      .getByText(frameTexts.stillAccepted({ at: formatClock(first, locale) }), { exact: true })
      .waitFor();
    const tries = frameTexts.triesAgain({ at: formatClock(next, locale) });
    await wizard.getByText(sentences(frameTexts.stillAcceptedLine, tries), { exact: true }).waitFor();
  };
  await saysSo();
  await button(wizard, copyTexts.copy).click();
  await button(wizard, copyTexts.next).click();
  await wizard.getByRole('heading', { name: updateTexts.title }).waitFor();
  await saysSo();
  await button(wizard, updateTexts.next).click();
  await wizard.getByRole('heading', { name: receiptTexts.titleOpen }).waitFor();
  await saysSo();
  await wizard.getByText(receiptTexts.oldDead.failed, { exact: true }).waitFor();

  await demo.control('advance', { seconds: 91 });
  const dead = await stateWhere(
    wizard,
    'the second refusal',
    ({ rotation }) => rotation.current?.oldKey.status === 'dead',
    60_000,
  );
  const outcomes = dead.rotation.current?.oldKey.checks.map(({ outcome }) => outcome);
  expect(outcomes).toEqual(['accepted', 'refused', 'refused']);
  expect(dead.rotation.current).toMatchObject({ proof: { oldDead: 'proved' } });
  expect(dead.rotation.current?.oldKey.diedAt).toBeGreaterThanOrEqual(next);
  await wizard.getByRole('heading', { name: receiptTexts.title, exact: true }).waitFor();
  await wizard.getByText(receiptTexts.tries({ count: 3, refused: '2', all: '3' })).waitFor();
  expect(
    await wizard.getByText(frameTexts.stillAccepted({ at: formatClock(first, locale) }), { exact: true }).count(),
  ).toBe(0);
  expect(await demo.control('dashboard')).toMatchObject({ regenerations: { own: 1 } });
  await app.quit();
});

it('a rate limit in the middle of the verification pauses it, and it continues automatically', {
  timeout: 90_000,
}, async () => {
  const demo = await stage.demoServer(['--still', '--size', '3']);
  const { app, wizard } = await atTheStart(demo);
  await goToField(wizard);
  const key = await demo.regenerate();
  // More than the few seconds that are waited without a message.
  await demo.troubles({ kind: 'rateLimited', seconds: 25, as: 'seconds', operations: whose });
  await demo.control('requests/clear', {});
  await giveKey(wizard, key);
  const problem = await saysItWaits(wizard, ({ kind }) => kind === 'rate-limited');
  const end = problem.kind === 'rate-limited' ? problem.until : null;
  expect(end).toBeGreaterThan(Date.now());
  const { requests } = await demo.state();
  await demo.troubles();
  const done = await isProved(wizard, demo, 40_000);
  expect(done.rotation.current?.proof.at).toBeGreaterThanOrEqual(end ?? Number.NaN);
  // One read with each key, and not one more before the end.
  expect(requests).toMatchObject({ operations: { getAccountInfo: { statuses: { 429: 2 } } } });
  expect(done.rotation.current?.oldKey.checks.map(({ outcome }) => outcome)).toEqual(['unknown']);
  await app.quit();
});

it('without an answer the verification waits, even through a crash, and continues when 9Proxy answers', {
  timeout: 90_000,
}, async () => {
  const demo = await stage.demoServer(['--still', '--size', '3']);
  const gate = await openTcpGate(demo.origin);
  const { app, wizard, profile } = await atTheStart(demo, gate.origin);
  await goToField(wizard);
  const key = await demo.regenerate();
  await gate.shut();
  await giveKey(wizard, key);
  await saysItWaits(wizard, ({ kind }) => kind === 'unreachable');
  const kept = (await stateOf(wizard)).rotation.current;
  await app.kill();

  const again = await stage.launch({ profile, env: { NINETRAY_API_URL: gate.origin } });
  const page = await again.page('wizard');
  await saysItWaits(page, ({ kind }) => kind === 'unreachable');
  expect((await stateOf(page)).rotation.current?.newFingerprint).toBe(kept?.newFingerprint);
  await gate.open();
  // It is tried every ten seconds, and the figures are read after that.
  const done = await isProved(page, demo, 40_000);
  expect(done.rotation.current?.oldKey.checks.every(({ outcome }) => outcome !== 'accepted')).toBe(true);
  await again.quit();
  await gate.shut();
});

it('a key of another account is refused by name, is kept until it is discarded, and one regeneration fixes it', async () => {
  const demo = await stage.demoServer(['--still', '--size', '3', '--wrong-key']);
  const dashboard = `${demo.origin}/dashboard/`;
  const { app, wizard } = await atTheStart(demo);
  await goToField(wizard);
  const browser = await openBrowser(stage, dashboard);
  await giveKey(wizard, await regenerateInDashboard(browser.page, dashboard));

  const other = wizard.getByRole('region', { name: proveTexts.otherTitle });
  await other.waitFor();
  const { rotation, account } = await stateOf(wizard);
  const { proof } = rotation.current ?? {};
  expect(proof).toMatchObject({ answers: 'proved', sameAccount: 'failed' });
  const said = (await other.textContent()) ?? '';
  for (const words of [proveTexts.otherMeaning, proof?.otherAccount?.name, account.value?.username])
    expect(said).toContain(words);
  expect(proof?.otherAccount?.name).not.toBe(account.value?.username);
  // Until the user has chosen the account, the figures stay those of the old key, which still works.
  const before = await stateOf(wizard);
  expect(before.key.fingerprint).toBe(before.rotation.current?.oldFingerprint);

  await button(wizard, proveTexts.otherDiscard).click();
  await wizard.getByText(proveTexts.discardMeaning).waitFor();
  await button(wizard, proveTexts.discardConfirm).click();
  await wizard.getByLabel(receiveTexts.label).waitFor();
  await demo.control('dashboard', { wrongKey: false });
  await button(wizard, regenerateTexts.openAgain).click();
  await pressControl(wizard.getByRole('radio', { name: regenerateTexts.reasons['wrong-account'] }));
  await button(wizard, regenerateTexts.againConfirm).click();
  // A code of the authenticator is good once, and the next one half a minute later.
  await demo.control('advance', { seconds: 30 });
  await giveKey(wizard, await regenerateInDashboard(browser.page, dashboard));
  const done = await isProved(wizard, demo);
  expect(done.rotation.current?.sentToDashboard.map(({ why }) => why)).toEqual(['first', 'wrong-account']);
  expect(await demo.control('dashboard')).toMatchObject({ regenerations: { own: 1, other: 1 } });
  await browser.app.kill();
  await app.quit();
});

it('web pages instead of answers neither prove the old key dead nor fail the new one', async () => {
  const demo = await stage.demoServer(['--still', '--size', '3']);
  const { app, wizard } = await atTheStart(demo);
  await demo.troubles({ kind: 'html', operations: whose });
  await goToField(wizard);
  const watched = await stateWhere(
    wizard,
    'a look at the old key',
    ({ rotation }) => rotation.current?.oldKey.watched === 1,
  );
  expect(watched.rotation.current).toMatchObject({ step: 'receive', oldKey: { status: 'unknown', diedAt: null } });
  await wizard.getByText(regenerateTexts.unknown, { exact: true }).waitFor();
  await giveKey(wizard, await demo.regenerate());
  await saysItWaits(wizard, (problem) => problem.kind === 'unreadable-answer' && problem.why === 'html');
  const { rotation } = await stateOf(wizard);
  expect(rotation.current?.proof.oldDead).toBe('open');
  await demo.troubles();
  const done = await isProved(wizard, demo);
  expect(done.rotation.current?.oldKey).toMatchObject({ diedAt: null, checks: [{ outcome: 'unknown' }] });
  await app.quit();
});
