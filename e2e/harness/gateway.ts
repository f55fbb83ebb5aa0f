// The local gateway of a running application, switched on and asked over the bridge as the Access area does.
import type { Page } from 'playwright-core';
import type { Api, CallInput, CallName, CallOutput } from '../../app/bridge/contract';
import type { Result } from '../../app/model/problem';
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
