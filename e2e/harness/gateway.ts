// The local gateway of a running application, switched on and asked over the bridge as the Access area does.
import type { Page } from 'playwright-core';
import type { Api, CallInput, CallName, CallOutput } from '../../app/bridge/contract';
import { usualConsumerChoices } from '../../app/model/access/consumer';
import type { Result } from '../../app/model/problem';
import { openAccountWindow } from './account';
import { enterKey, popoverOf } from './popover';
import type { RunningApp } from './running-app';
import { stateWhere } from './state';

/** A call of the page's window; throws where it fails. */
export async function call<N extends CallName>(page: Page, name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const answer = await page.evaluate(
    ([which, given]) => {
      const { ninetray } = globalThis as unknown as { ninetray: Api };
      return ninetray.call(which as never, given as never) as Promise<unknown>;
    },
    [name, input] as const,
  );
  const result = answer as Result<CallOutput<N>>;
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problem)}`);
  return result.value;
}

/** Of this process alone, and below the ports that systems give out: applications of several tests run at once. */
export const ownPort = 20_000 + (process.pid % 12_000);

/** Switches it on at a port of this process, and returns its address, such as http://127.0.0.1:20321. */
export async function switchGatewayOn(account: Page): Promise<string> {
  await call(account, 'access.choosePort', { port: ownPort });
  await call(account, 'access.setOn', { on: true });
  const { access } = await stateWhere(account, 'the gateway', (state) => state.access.status === 'listening');
  return access.addresses[0] ?? '';
}

/** The first run with this key, and then the account window with the gateway switched on. */
export async function openWithGateway(app: RunningApp, key: string) {
  const popover = await popoverOf(app);
  await enterKey(popover, key);
  await stateWhere(popover, 'the figures', ({ ips }) => ips.status === 'fresh');
  const account = await openAccountWindow(app, popover);
  return { popover, account, url: await switchGatewayOn(account) };
}

/** Lets programs of these names read the figures, which wait up to a minute for a new key. Returns their tokens. */
export async function addReaders(account: Page, names: readonly string[]): Promise<string[]> {
  const tokens: string[] = [];
  for (const name of names) {
    const choices = { ...usualConsumerChoices, name, role: 'figures', holdSeconds: 60 } as const;
    tokens.push((await call(account, 'access.addConsumer', choices)).token);
  }
  return tokens;
}
