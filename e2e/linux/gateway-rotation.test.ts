// The local gateway through a whole regeneration, with real HTTP clients in a process of their own: no read fails while the key is dead.
import { spawn } from 'node:child_process';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { usualConsumerChoices } from '../../app/model/access/consumer';
import { receiveTexts, regenerateTexts } from '../../app/texts/wizard/wizard';
import { openAccountWindow } from '../harness/account';
import { call, switchGatewayOn } from '../harness/gateway';
import { enterKey, popoverOf } from '../harness/popover';
import { openTestEnvironment } from '../harness/test-environment';
import { stateWhere } from '../harness/state';
import { begin, button, getReady, recordPages } from '../harness/wizard';

const stage = openTestEnvironment({ keyring: 'unlocked' });

const clients = 20;
/** Milliseconds between the death of the old key and the new one being pasted. */
const outage = 20_000;

const counts = z.object({ answered: z.number(), failed: z.array(z.string()), longest: z.number() });

/** Reads at the given rate until its input ends, one program for all tokens; each waits for its answer before the next. */
const program = `
const http = require('node:http');
const { url, tokens } = JSON.parse(process.env.CLIENTS);
let stop = false;
process.stdin.on('end', () => { stop = true; }).resume();
const counts = { answered: 0, failed: [], longest: 0 };
const ask = (token, agent) => new Promise((resolve) => {
  const began = Date.now();
  const done = (failed) => {
    counts.longest = Math.max(counts.longest, Date.now() - began);
    if (failed === null) counts.answered += 1; else counts.failed.push(failed);
    resolve();
  };
  http.get(url + '/client/v1/account/get-balance-data?api-key=' + token, { agent }, (response) => {
    let body = '';
    response.on('data', (chunk) => { body += chunk; });
    response.on('end', () => done(response.statusCode === 200 && JSON.parse(body).success === true ? null : response.statusCode + ' ' + body.slice(0, 100)));
  }).on('error', (error) => done(error.message));
});
Promise.all(tokens.map(async (token) => {
  const agent = new http.Agent({ keepAlive: true });
  while (!stop) {
    const began = Date.now();
    await ask(token, agent);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, began + 200 - Date.now())));
  }
  agent.destroy();
})).then(() => console.log(JSON.stringify(counts)));
`;

function startClients(url: string, tokens: readonly string[]) {
  const child = spawn(process.execPath, ['-e', program], {
    env: { CLIENTS: JSON.stringify({ url, tokens }) },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += String(chunk);
  });
  return async () => {
    child.stdin.end();
    await new Promise((resolve) => child.on('close', resolve));
    return counts.parse(JSON.parse(text));
  };
}

it('twenty programs lose no read while the key is dead for twenty seconds, and none of them sees a key', async () => {
  const demo = await stage.demoServer(['--still', '--size', '3']);
  const app = await stage.launch({ env: { NINETRAY_API_URL: demo.origin } });
  const popover = await popoverOf(app);
  await recordPages(app);
  await enterKey(popover, demo.key);
  await stateWhere(popover, 'the figures', ({ ips }) => ips.status === 'fresh');
  const account = await openAccountWindow(app, popover);
  const url = await switchGatewayOn(account);
  const tokens: string[] = [];
  for (let at = 1; at <= clients; at += 1) {
    const choices = { ...usualConsumerChoices, name: `Scraper ${at}`, role: 'figures', holdSeconds: 60 } as const;
    tokens.push((await call(account, 'access.addConsumer', choices)).token);
  }
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
  for (const text of [JSON.stringify(tokens), app.output()]) expect(text).not.toContain(key);
}, 180_000);
