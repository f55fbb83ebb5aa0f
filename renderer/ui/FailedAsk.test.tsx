// What `ask` does with a refusal.
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from './bridge';
import { FailedAsk } from './FailedAsk';
import { type FakeBridge, installFakeBridge } from './fake-bridge.fixture';

let bridge: FakeBridge;

beforeEach(() => {
  bridge = installFakeBridge();
});
afterEach(cleanup);

const refused = () => ({ ok: false, problem: { kind: 'disk-full' } }) as const;

test.each(['subAccounts.pin', 'external.open', 'apiCheck.run', 'account.open'] as const)(
  'a refused %s is shown, and gone once something is done',
  async (name) => {
    bridge.answers[name] = refused;
    render(<FailedAsk />);
    const inputs = {
      'subAccounts.pin': { id: 1, pinned: true },
      'external.open': { page: 'dashboard' },
      'apiCheck.run': undefined,
      'account.open': { area: null },
    } as const;
    ask(name, inputs[name]);
    expect(await screen.findByRole('alert')).toBeTruthy();
    ask('account.refresh', undefined);
    await expect.poll(() => screen.queryByRole('alert')).toBe(null);
  },
);

test('what was cancelled is no failure', async () => {
  bridge.answers['account.refresh'] = () => ({ ok: false, problem: { kind: 'cancelled' } });
  render(<FailedAsk />);
  ask('account.refresh', undefined);
  await Promise.resolve();
  expect(screen.queryByRole('alert')).toBe(null);
});
