// Tells Chromium which keyring to use, before it decides by itself.
import process from 'node:process';
import { app } from 'electron';
import { busPath, connectBus } from '../../session-bus/session-bus';
import { passwordStoreFor, readBusNames } from './password-store';

/** How long the session bus may take (ms). It usually takes 1 to 2; the tray waits for this. */
const PATIENCE = 250;

/** To be awaited before `ready`: later the switch has no effect. A store that the user named is left alone. */
export async function choosePasswordStore(): Promise<void> {
  if (process.platform !== 'linux' || app.commandLine.hasSwitch('password-store')) return;
  const path = busPath(process.env);
  if (path === null) return;
  const ended = new AbortController();
  const late = new Promise<null>((resolve) => {
    const timer = setTimeout(() => resolve(null), PATIENCE);
    ended.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  const connecting = connectBus({
    path,
    uid: process.getuid?.() ?? 0,
    onSignal: () => undefined,
    onClosed: () => undefined,
  });
  const bus = await Promise.race([connecting, late]);
  const names = bus === null ? null : await Promise.race([readBusNames(bus), late]);
  ended.abort();
  void connecting.then((connected) => connected?.close());
  const store = names === null ? null : passwordStoreFor(process.env, names.running, names.startable);
  if (store !== null) app.commandLine.appendSwitch('password-store', store);
}
