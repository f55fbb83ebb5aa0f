// The local gateway through a whole regeneration, with real HTTP clients in a process of their own: no read fails while the key is dead.
import { expect, it } from 'vitest';
import { receiveTexts, regenerateTexts } from '../../app/texts/wizard/wizard';
import { addReaders, openWithGateway } from '../harness/gateway';
import { startClients } from '../harness/gateway-clients';
import { openTestEnvironment } from '../harness/test-environment';
import { stateWhere } from '../harness/state';
import { begin, button, getReady, recordPages } from '../harness/wizard';

const stage = openTestEnvironment({ keyring: 'unlocked' });

const clients = 20;
/** Milliseconds between the death of the old key and the new one being pasted. */
const outage = 20_000;

it('twenty programs lose no read while the key is dead for twenty seconds, and none of them sees a key', async () => {
  const demo = await stage.demoServer(['--still', '--size', '3']);
  const app = await stage.launch({ env: { NINETRAY_API_URL: demo.origin } });
  await recordPages(app);
  const { popover, account, url } = await openWithGateway(app, demo.key);
  const names = Array.from({ length: clients }, (_, at) => `Scraper ${at + 1}`);
  const tokens = await addReaders(account, names);
  const stopClients = startClients(url, tokens);
  await stateWhere(popover, 'reads', (state) => state.access.consumers.every(({ today }) => today.reads > 0), 30_000);

  const wizard = await begin(popover, app, 'on-purpose');
  await getReady(wizard);
  await button(wizard, regenerateTexts.open).click();
  const key = await demo.regenerate();
  const died = Date.now();
  await stateWhere(popover, 'reads that wait', (state) => (state.access.holding?.reads ?? 0) >= clients / 2, 30_000);
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, died + outage - Date.now())));
  const haveKey = button(wizard, regenerateTexts.haveKey);
  if (await haveKey.isVisible()) await haveKey.click();
  await wizard.getByLabel(receiveTexts.label).fill(key);
  await button(wizard, receiveTexts.submit).click();
  await stateWhere(popover, 'the proof', ({ rotation }) => rotation.current?.step === 'copy', 30_000);
  const released = await stateWhere(popover, 'nothing to wait', (state) => state.access.holding === null, 30_000);
  const answeredBefore = released.access.consumers.reduce((sum, { today }) => sum + today.reads, 0);
  const { access: after } = await stateWhere(
    popover,
    'reads with the new key',
    (state) => state.access.consumers.reduce((sum, { today }) => sum + today.reads, 0) > answeredBefore + clients,
    30_000,
  );
  const { answered, failed, longest } = await stopClients();
  expect(failed).toEqual([]);
  expect(answered).toBeGreaterThan(clients * 3);
  expect(longest).toBeGreaterThan(outage - 5000);
  expect(after.lastHold).toMatchObject({ gaveUp: 0 });
  expect(after.lastHold?.answered).toBeGreaterThanOrEqual(clients);
  const { rotation } = await stateWhere(popover, 'the hold on the receipt', (state) => {
    const { held } = state.rotation.current ?? {};
    return held !== undefined && held.answered === state.access.lastHold?.answered;
  });
  expect(rotation.current?.held).toMatchObject({ gaveUp: 0, refusedWrites: 0 });
  for (const text of [JSON.stringify(tokens), app.output()]) expect(text).not.toContain(key);
}, 180_000);
