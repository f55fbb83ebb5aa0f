// Sets which keyring Chromium uses, before Chromium decides on its own.
import process from 'node:process';
import { app } from 'electron';
import { askSessionBus, connectToAsk } from '../../session-bus/ask-session-bus';
import { passwordStoreFor, readBusNames } from './password-store';

/** How long the session bus may take (ms). It usually takes 1 to 2; the tray waits for this. */
const PATIENCE = 250;

/** To be awaited before `ready`: later the switch has no effect. A store that the user named is left alone. */
export async function choosePasswordStore(): Promise<void> {
  if (process.platform !== 'linux' || app.commandLine.hasSwitch('password-store')) return;
  const names = await askSessionBus(
    {
      connect: () => connectToAsk(process.env, process.getuid?.() ?? 0),
      patience: PATIENCE,
      after(ms, run) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
    readBusNames,
  );
  const store = names === null ? null : passwordStoreFor(process.env, names.running, names.startable);
  if (store !== null) app.commandLine.appendSwitch('password-store', store);
}
