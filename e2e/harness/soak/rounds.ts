// What a soak does again and again: what a user, a network, a keyring and a lid do in a day.
import type { Page } from 'playwright-core';
import { areaTexts } from '../../../app/texts/account/areas';
import { trayTexts } from '../../../app/texts/status/tray';
import { waitFor } from '../../../build/desktop/wait-for.mjs';
import type { TcpGate } from '../network/tcp-gate';
import type { RunningApp } from '../running-app';
import { stateWhere } from '../state';
import type { TestEnvironment } from '../test-environment';
import { begin } from '../wizard';

export interface Soak {
  stage: TestEnvironment;
  app: RunningApp;
  /** Stands between the application and the vendor. */
  gate: TcpGate;
}

/** A busy machine may take this long for a window (ms). */
const PATIENCE = 60_000;

/** One round, with so many openings of the popover. */
export async function soakRound(soak: Soak, openings: number): Promise<void> {
  for (let times = 0; times < openings; times += 1) await openAndHidePopover(soak);
  const { app, stage } = soak;
  await stage.desktop.tray.clickMenu(trayTexts.open);
  const account = await app.page('account');
  await account.getByRole('navigation', { name: areaTexts.areas }).waitFor();
  await loseNetwork(soak, account);
  await restartKeyring(soak);
  await openAndLeaveWizard(soak, account);
  await close(app, 'account');
  await killPopover(soak);
}

/** Every window is closed or hidden, and nothing is being read. The popover's window exists. */
export async function settle(soak: Soak): Promise<void> {
  await openAndHidePopover(soak);
  const popover = await soak.app.page('popover');
  await stateWhere(popover, 'the reads to end', ({ refresh }) => !refresh.running, PATIENCE);
}

const isShown = ({ electron }: RunningApp, name: string) =>
  electron.evaluate(
    ({ BrowserWindow }, part) =>
      BrowserWindow.getAllWindows().some((one) => one.isVisible() && one.webContents.getURL().includes(part)),
    name,
  );

async function openAndHidePopover({ app, stage }: Soak): Promise<void> {
  await stage.desktop.tray.activate();
  await waitFor('the popover', () => isShown(app, 'popover'), PATIENCE);
  await stage.desktop.tray.activate();
  await waitFor('the popover to hide', async () => !(await isShown(app, 'popover')), PATIENCE);
}

/** The network goes, the computer sleeps and wakes without it, and it comes back. */
async function loseNetwork({ app, stage, gate }: Soak, account: Page): Promise<void> {
  await gate.shut();
  await stage.desktop.tray.clickMenu(trayTexts.refresh);
  await stateWhere(account, 'the failure', ({ ips }) => ips.status === 'failed', PATIENCE);
  await app.electron.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('suspend');
    powerMonitor.emit('resume');
  });
  await gate.open();
  await stage.desktop.tray.clickMenu(trayTexts.refresh);
  await stateWhere(account, 'the figures', ({ ips }) => ips.status === 'fresh', PATIENCE);
}

async function restartKeyring({ stage }: Soak): Promise<void> {
  await stage.desktop.setKeyring('absent');
  await stage.desktop.setKeyring('unlocked');
}

async function openAndLeaveWizard({ app }: Soak, account: Page): Promise<void> {
  const wizard = await begin(account, app, 'on-purpose');
  await stateWhere(wizard, 'the rotation', ({ rotation }) => rotation.current !== null, PATIENCE);
  // The call that closes the window has no answer.
  await wizard
    .evaluate(async () => {
      const { ninetray } = globalThis as unknown as { ninetray: { call(name: string): Promise<unknown> } };
      await ninetray.call('rotation.abandon');
      void ninetray.call('wizard.close');
    })
    .catch(() => undefined);
  await stateWhere(account, 'no rotation', ({ rotation }) => rotation.current === null, PATIENCE);
  await close(app, 'wizard');
}

/** The page's process is killed, as the system does when memory is low. */
async function killPopover({ app }: Soak): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows())
      if (webContents.getURL().includes('popover')) process.kill(webContents.getOSProcessId(), 'SIGKILL');
  });
  await waitUntilGone(app, 'popover');
}

async function close(app: RunningApp, name: string): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }, part) => {
    for (const window of BrowserWindow.getAllWindows()) if (window.webContents.getURL().includes(part)) window.close();
  }, name);
  await waitUntilGone(app, name);
}

function waitUntilGone({ electron }: RunningApp, name: string): Promise<boolean> {
  return waitFor(
    `${name} to close`,
    () =>
      electron.evaluate(
        ({ BrowserWindow }, part) =>
          BrowserWindow.getAllWindows().every((one) => !one.webContents.getURL().includes(part)),
        name,
      ),
    PATIENCE,
  );
}
