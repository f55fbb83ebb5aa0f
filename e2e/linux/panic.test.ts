// The emergency stop survives a kill in its middle, and its restore brings back exactly what was on; the tray shows it
// meanwhile.
import { expect, it } from 'vitest';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import type { Api, CallInput, CallName } from '../../app/bridge/contract';
import { panicTexts } from '../../app/texts/account/bulk';
import type { DemoServer } from '../harness/demo-server';
import { enterKey, popoverOf } from '../harness/popover';
import { openTestEnvironment } from '../harness/test-environment';
import { stateWhere } from '../harness/state';
import { runCommand } from '../harness/terminal';

const stage = openTestEnvironment({ keyring: 'unlocked' });

async function switchesAt(demo: DemoServer): Promise<[string, boolean][]> {
  const { subAccounts } = await demo.state();
  return Object.entries(subAccounts.byId).map(([id, { enabled }]) => [id, enabled]);
}

it('an emergency stop that is killed in the middle continues, and restores exactly what was on', async () => {
  const demo = await stage.demoServer(['--still', '--size', '150']);
  const env = { NINETRAY_API_URL: demo.origin };
  const first = await stage.launch({ env });
  const page = await popoverOf(first);
  const ask = async <N extends CallName>(on: typeof page, name: N, input: CallInput<N>) => {
    const answer = await on.evaluate(
      ([called, given]) => (globalThis as unknown as { ninetray: Api }).ninetray.call(called, given as never),
      [name, input] as const,
    );
    expect(answer).toMatchObject({ ok: true });
  };
  await enterKey(page, demo.key);
  await stateWhere(
    page,
    'the figures',
    (state) => state.subAccounts.count.status === 'fresh' && !state.refresh.running,
  );
  const before = await switchesAt(demo);
  const on = before.filter(([, enabled]) => enabled).length;
  expect(on).toBeGreaterThan(70);

  await demo.troubles({ kind: 'slow', ms: 60, operations: ['setSubAccountStatus'] });
  await ask(page, 'account.open', { area: null });
  await ask(await first.page('account'), 'panic.start', undefined);
  await waitFor('some to be off', async () => (await switchesAt(demo)).filter(([, is]) => is).length < on - 30);
  await first.kill();
  const off = before.length - (await switchesAt(demo)).filter(([, is]) => is).length;
  expect(off).toBeLessThan(before.length);

  const second = await stage.launch({ env, args: ['--hidden'] });
  await stage.desktop.tray.activate();
  const again = await popoverOf(second);
  const found = await stateWhere(
    again,
    'the interrupted panic',
    ({ bulk, key }) => bulk.panic?.phase === 'interrupted' && key.status === 'present',
  );
  // What was announced and not yet written down is not known, and is read before anything more is sent.
  const { changed = 0, unknown = 0 } = found.bulk.panic?.counts ?? {};
  expect(changed + unknown).toBeGreaterThanOrEqual(30);
  await demo.troubles();
  await ask(again, 'account.open', { area: null });
  const account = await second.page('account');
  await ask(account, 'panic.start', undefined);
  await stateWhere(again, 'the end of the panic', ({ bulk }) => bulk.panic?.phase === 'done', 60_000);
  expect((await switchesAt(demo)).every(([, enabled]) => !enabled)).toBe(true);

  // Icon, tooltip, menu, banners and terminal show the same.
  const stopped = `${on} sub-accounts are stopped`;
  const { tray } = stage.desktop;
  await waitFor('the tooltip', async () => (await tray.tooltip()).includes(stopped));
  await waitFor('the first line of the menu', async () => (await tray.menu())[0]?.label === stopped);
  // A second start shows the popover, which hid when the account window came.
  expect(await runCommand(stage, [], { env })).toMatchObject({ code: 0 });
  await again.getByText(stopped).waitFor();
  const status = await runCommand(stage, ['--status'], { env });
  expect(status.out).toContain(`Stopped: ${stopped}.`);
  const json = await runCommand(stage, ['--status', '--json'], { env });
  expect(JSON.parse(json.out)).toMatchObject({ severity: 'stopped', notice: { says: { stop: { count: on } } } });
  await second.quit();
  // Also where nothing runs, and after a restart.
  expect((await runCommand(stage, ['--status'], { env })).out).toContain(`Stopped: ${stopped}.`);

  const third = await stage.launch({ env, args: ['--hidden'] });
  await waitFor('the tooltip', async () => (await tray.tooltip()).includes(stopped));
  await tray.activate();
  const last = await popoverOf(third);
  // The popover leads to the question, which is answered in the account window.
  await last.getByRole('button', { name: 'Restore…' }).click();
  const dialog = (await third.page('account')).getByRole('alertdialog');
  await dialog.getByRole('button', { name: panicTexts.restoreConfirm({ count: on }) }).click();
  const restored = await stateWhere(last, 'the restored', ({ bulk }) => bulk.panic?.phase === 'undone', 60_000);
  expect(restored.bulk.panic?.counts.undone).toBe(on);
  expect(await switchesAt(demo)).toEqual(before);
  await waitFor('the calm tooltip', async () => !(await tray.tooltip()).includes('stopped'));
  await third.quit();
}, 180_000);
