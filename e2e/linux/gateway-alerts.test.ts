// What the gateway tells the user, in the real application: its port is taken, a program reached its limit, a program still sends a key.
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyAccess } from '../../app/gateway/consumers/access-document';
import { usualConsumerChoices } from '../../app/model/access/consumer';
import { endpoints } from '../../app/nineproxy/operations/endpoints';
import { accessTexts } from '../../app/texts/account/access';
import { alertText } from '../../app/texts/account/alerts';
import { areaNames } from '../../app/texts/account/areas';
import { problemText } from '../../app/texts/problems/problems';
import { trayTexts } from '../../app/texts/status/tray';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { goTo } from '../harness/account';
import { call, ownPort } from '../harness/gateway';
import { popoverOf } from '../harness/popover';
import { stateWhere } from '../harness/state';
import { runCommand } from '../harness/terminal';
import { openTestEnvironment } from '../harness/test-environment';

const stage = openTestEnvironment({ notifications: true });
const port = ownPort;
const nextPort = port + 1;

/** The title of the notification of an alert. */
const titleOf = (about: Parameters<typeof alertText>[0]) => alertText(about, 0, 'en-US').title;
const shown = async (title: string) => (await stage.notifications.shown()).filter((one) => one.title === title);

/** What the gateway answers to a token: the status, and its own code. */
function ask(at: number, path: string, token: string, body?: string): Promise<{ status: number; code: unknown }> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const headers = { 'api-key': token, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const request = http.request({ host: '127.0.0.1', port: at, path, method, headers, agent: false }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, code: response.headers['x-ninetray'] });
    });
    request.on('error', reject);
    request.end(body);
  });
}

it('a taken port is said where the user looks and a new one is chosen; a reached limit and keys that are still sent are alerts', async () => {
  const demo = await stage.demoServer(['--still', '--size', '3']);
  const options = { profile: stage.profile, env: { NINETRAY_API_URL: demo.origin } };
  const kept = await runCommand(stage, ['--set-key', '--storage=unprotected'], { ...options, input: demo.key });
  expect(kept.code).toBe(0);
  mkdirSync(stage.profile, { recursive: true });
  writeFileSync(join(stage.profile, 'access.json'), JSON.stringify({ version: 1, ...emptyAccess, on: true, port }));
  const other = net.createServer();
  await once(other.listen(port, '127.0.0.1'), 'listening');

  const app = await stage.launch(options);
  const { tray } = stage.desktop;
  const hasLine = async (line: string) => (await tray.menu()).some(({ label }) => label === line);
  await waitFor('the line of the menu', () => hasLine(trayTexts.gateway.failed));
  await tray.clickMenu(trayTexts.popover);
  const popover = await popoverOf(app);
  const failed = await stateWhere(popover, 'the taken port', ({ access }) => access.status === 'failed');
  const { problem } = failed.access;
  expect(problem).toMatchObject({ kind: 'port-busy', port, why: 'taken', program: expect.stringMatching(/\S/) });
  const down = titleOf({ kind: 'gateway-down', port, why: 'taken', program: null });
  await stateWhere(popover, 'the alert', ({ alerts }) => alerts.some(({ id }) => id === 'gateway-down'));
  await waitFor('its notification', async () => (await shown(down)).some(({ open }) => open));
  await popover.getByText(down).waitFor();
  expect((await runCommand(stage, ['--status'], options)).out).toContain(down);

  // The click leads to Access, where another port is chosen.
  const [notification] = await shown(down);
  await stage.notifications.click(notification?.id ?? 0);
  const account = await app.page('account');
  await account.getByRole('heading', { level: 1, name: areaNames.access }).waitFor();
  await account.getByText(problemText(problem ?? { kind: 'not-now' }, 'en-US', 0).title).waitFor();
  await account.getByRole('button', { name: accessTexts.choosePort }).first().click();
  await account.getByRole('textbox', { name: accessTexts.port }).fill(String(nextPort));
  await account.getByRole('button', { name: accessTexts.portUse }).click();
  const { access } = await stateWhere(popover, 'the new port', (state) => state.access.status === 'listening');
  expect(access.addresses[0]).toBe(`http://127.0.0.1:${nextPort}`);
  await waitFor('the notification to be taken away', async () => (await shown(down)).every(({ open }) => !open));
  await account.getByRole('button', { name: accessTexts.test, exact: true }).click();
  await account.getByText(new RegExp(accessTexts.testWorks({ took: '(.+)' }))).waitFor();
  other.close();

  // A limit of the day.
  const limits = { ...usualConsumerChoices.limits, writesPerMinute: 600, ipsPerRequest: 5, ipsPerDay: 5 };
  const bot = { ...usualConsumerChoices, name: 'Rotation bot', role: 'spend', limits } as const;
  const { token } = await call(account, 'access.addConsumer', bot);
  const { path } = endpoints.createProxyConnection;
  expect(await ask(nextPort, path, token, '{"quantity":5}')).not.toMatchObject({ code: 'cap' });
  expect(await ask(nextPort, path, token, '{"quantity":1}')).toMatchObject({ code: 'cap' });
  const cap = titleOf({ kind: 'gateway-cap', id: '', name: bot.name, what: 'ips', used: 5, limit: 5 });
  await waitFor('the notification of the limit', async () => (await shown(cap)).length === 1);
  const programs = account.getByRole('region', { name: accessTexts.consumers });
  await programs.getByText(accessTexts.limitReached).waitFor();

  // A program that still has the key, and then the one before.
  const { path: read } = endpoints.getAccountInfo;
  expect(await ask(nextPort, read, demo.key)).toMatchObject({ status: 401, code: 'real-key' });
  await stateWhere(popover, 'the key', ({ access: { sightings } }) => sightings.some(({ key }) => key === 'real'));
  const before = demo.key;
  const key = await demo.regenerate();
  const { ticket } = await call(popover, 'key.check', { text: key });
  await call(popover, 'key.keep', { ticket, storage: 'unprotected', consent: true });
  await waitFor('the old key to be known', async () => (await ask(nextPort, read, before)).code === 'old-key');
  const { alerts } = await stateWhere(popover, 'the alert of the old key', (state) =>
    state.alerts.some(({ about }) => about.kind === 'gateway-key-seen' && about.key === 'old'),
  );
  const old = alerts.find(({ about }) => about.kind === 'gateway-key-seen' && about.key === 'old');
  expect(old?.about).toMatchObject({ program: expect.stringMatching(/\S/) });
  await waitFor('its notification', async () => (await shown(titleOf(old!.about))).length === 1);

  await goTo(account, 'overview');
  await account.getByText(titleOf(old!.about)).waitFor();
  await goTo(account, 'access');
  await account.getByRole('button', { name: accessTexts.sightings.dismiss }).click();
  await stateWhere(popover, 'no alert of a key', (state) =>
    state.alerts.every(({ about }) => about.kind !== 'gateway-key-seen'),
  );
  for (const text of [JSON.stringify(await stage.notifications.shown()), app.output()])
    for (const secret of [key, before, token]) expect(text).not.toContain(secret);
  await app.quit();
}, 120_000);
