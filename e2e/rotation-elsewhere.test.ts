// A rotation that was started for one address, while NineTray is started for another: no key goes there, and nothing is lost.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keepingTitle } from '../app/texts/key-storage';
import { receiveTexts } from '../app/texts/wizard/wizard';
import { elsewhereTexts } from '../app/texts/wizard/wizard-elsewhere';
import { enterKey, popoverOf } from './harness/popover';
import { openTestEnvironment } from './harness/test-environment';
import { stateWhere } from './harness/state';
import { runCommand } from './harness/terminal';
import { begin, giveKey, goToField, recordPages } from './harness/wizard';

const stage = openTestEnvironment({ keyring: process.platform === 'linux' ? 'unlocked' : 'absent' });

it('a key whose entry in key.json was renamed to another address is not sent', async () => {
  const own = await stage.demoServer(['--still', '--size', '3']);
  const other = await stage.demoServer(['--still', '--size', '3']);
  const profile = stage.folder('profile');
  const startFor = (origin: string) => stage.launch({ profile, env: { NINETRAY_API_URL: origin } });

  const first = await startFor(own.origin);
  const page = await popoverOf(first);
  await enterKey(page, own.key, keepingTitle.protected);
  await stateWhere(page, 'the figures', ({ ips, refresh }) => ips.status === 'fresh' && !refresh.running);
  await first.quit();
  for (const name of ['key.json', 'key.backup.json']) {
    const file = join(profile, name);
    if (existsSync(file)) writeFileSync(file, readFileSync(file, 'utf8').replaceAll(own.origin, other.origin));
  }

  const elsewhere = await startFor(other.origin);
  const { key } = await stateWhere(await popoverOf(elsewhere), 'the refusal', (state) => state.key.status !== 'asking');
  expect(key).toMatchObject({
    status: 'unreadable',
    problem: { kind: 'key-for-other-address', was: own.origin, now: other.origin },
  });
  expect(await other.state()).toMatchObject({ requests: { total: 0 } });
  // A terminal command for one address does not give its key to a NineTray that runs for the other.
  const { code, err } = await runCommand(stage, ['--set-key'], {
    input: own.key,
    env: { NINETRAY_API_URL: own.origin },
    profile,
  });
  expect(code).toBe(2);
  expect(err).toContain(other.origin);
  expect(await other.state()).toMatchObject({ requests: { total: 0 } });
  await elsewhere.quit();
});

it('a rotation waits at another address, and continues at its own', async () => {
  const own = await stage.demoServer(['--still', '--size', '3']);
  const other = await stage.demoServer(['--still', '--size', '3']);
  const startFor = (origin: string) => stage.launch({ env: { NINETRAY_API_URL: origin } });

  const first = await startFor(own.origin);
  const page = await popoverOf(first);
  await recordPages(first);
  await enterKey(page, own.key);
  const before = await stateWhere(page, 'the figures', ({ ips }) => ips.status === 'fresh');
  await goToField(await begin(page, first, 'on-purpose'));
  const key = await own.regenerate();
  await first.quit();

  const elsewhere = await startFor(other.origin);
  const waiting = await elsewhere.page('wizard');
  await waiting.getByRole('heading', { name: elsewhereTexts.title }).waitFor();
  await waiting.getByText(elsewhereTexts.lead({ own: own.origin, now: other.origin })).waitFor();
  expect(await waiting.getByLabel(receiveTexts.label).count()).toBe(0);
  const { key: there } = await stateWhere(waiting, 'the key', (state) => state.key.status !== 'asking');
  expect(there.fingerprint).toBeNull();
  expect(await other.state()).toMatchObject({ requests: { total: 0 } });
  await elsewhere.quit();

  const again = await startFor(own.origin);
  const wizard = await again.page('wizard');
  await giveKey(wizard, key);
  const done = await stateWhere(wizard, 'the proof', ({ rotation }) => rotation.current?.step === 'copy');
  expect(done.rotation.current).toMatchObject({
    oldFingerprint: before.key.fingerprint,
    proof: { answers: 'proved', sameAccount: 'proved' },
  });
  await again.quit();
});
