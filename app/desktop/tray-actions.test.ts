import { expect, it } from 'vitest';
import type { TrayAction } from '../tray/menu-model';
import { trayActions } from './tray-actions';

/** What an action leads to, as calls of the ports. */
function resultOf(action: TrayAction, isKeyRefused = false): unknown[][] {
  const calls: unknown[][] = [];
  const record =
    (name: string) =>
    (...given: unknown[]) => {
      calls.push([name, ...given]);
    };
  trayActions({
    isKeyRefused: () => isKeyRefused,
    openView: record('openView'),
    openAccount: record('openAccount'),
    replaceRefusedKey: record('replaceRefusedKey'),
    regenerate: record('regenerate'),
    refresh: record('refresh'),
    switchSubAccount: record('switchSubAccount'),
    pauseGateway: record('pauseGateway'),
    copyGatewayAddress: record('copyGatewayAddress'),
    startDemo: record('startDemo'),
    leaveDemo: record('leaveDemo'),
    quit: record('quit'),
  })(action);
  return calls;
}

it.each<[TrayAction, unknown[]]>([
  [{ type: 'open' }, ['openView', 'home']],
  [{ type: 'account' }, ['openAccount', null]],
  [{ type: 'settings' }, ['openAccount', 'settings']],
  [{ type: 'panic' }, ['openAccount', 'subAccounts', { ask: 'panic' }]],
  [{ type: 'regenerate' }, ['regenerate']],
  [{ type: 'refresh' }, ['refresh']],
  [{ type: 'start-demo' }, ['startDemo']],
  [{ type: 'switch', id: 7, enabled: false }, ['switchSubAccount', 7, false]],
  [{ type: 'access' }, ['openAccount', 'access']],
  [{ type: 'pause-gateway' }, ['pauseGateway', true]],
  [{ type: 'resume-gateway' }, ['pauseGateway', false]],
  [{ type: 'copy-address' }, ['copyGatewayAddress']],
  [{ type: 'leave-demo' }, ['leaveDemo']],
  [{ type: 'quit' }, ['quit']],
])('the action $type of the tray leads to one call', (action, call) => {
  expect(resultOf(action)).toEqual([call]);
});

it('asks for a key where there is none, and starts a rotation where the key was refused', () => {
  expect(resultOf({ type: 'enter-key' })).toEqual([['openView', 'key']]);
  expect(resultOf({ type: 'enter-key' }, true)).toEqual([['replaceRefusedKey']]);
});
