// The API check as the user sees it: what is shown for a file that was, or was not, written, and of a correction that is refused.
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AppState } from '../../../app/model/state/app-state';
import type { ApiCheckRow } from '../../../app/model/api-check';
import { apiCheckTexts } from '../../../app/texts/account/api-check';
import { popoverStates } from '../../popover/popover-states.fixture';
import { named } from '../../ui/example-state.fixture';
import { type FakeBridge, installFakeBridge } from '../../ui/fake-bridge.fixture';
import { ApiCheck } from './ApiCheck';

let bridge: FakeBridge;
const user = userEvent.setup({ delay: null });

const row: ApiCheckRow = {
  operation: 'getAutoRenew',
  method: 'GET',
  path: '/client/v1/wallet/get-auto-renew',
  corrected: false,
  certainty: 'inferred',
  outcome: 'answers',
  ms: 38,
  items: null,
};

function checked(phase: AppState['apiCheck']['phase']): AppState {
  const normal = named(popoverStates, 'normal');
  return { ...normal, apiCheck: { phase, at: normal.account.asOf, rows: [row] } };
}

beforeEach(() => {
  bridge = installFakeBridge();
});
afterEach(cleanup);

const press = (name: string) => user.click(screen.getByRole('button', { name }));

test('says that the file was written, nothing where no place was chosen, and why it was not', async () => {
  render(<ApiCheck state={checked('done')} />);
  bridge.answers['apiCheck.save'] = () => ({ ok: true, value: { saved: true } });
  await press('Save as text…');
  expect(screen.getByText('Saved.')).toBeTruthy();
  bridge.answers['apiCheck.save'] = () => ({ ok: true, value: { saved: false } });
  await press('Save as text…');
  expect(screen.queryByText('Saved.')).toBeNull();
  expect(screen.queryByRole('alert')).toBeNull();
  bridge.answers['apiCheck.save'] = () => ({ ok: false, problem: { kind: 'disk-full' } });
  await press('Save as text…');
  expect((await screen.findByRole('alert')).textContent).toMatch(/disk/i);
});

test('a screen reader announces once that the check is over, and not each operation', () => {
  const { rerender } = render(<ApiCheck state={checked('running')} />);
  const progress = () => screen.getByText(/1 of 1/);
  expect(progress().getAttribute('aria-live')).toBe('off');
  rerender(<ApiCheck state={checked('done')} />);
  expect(progress().getAttribute('aria-live')).toBe('polite');
});

test('a correction says at the path what is wrong with it, and else what stood in its way', async () => {
  render(<ApiCheck state={checked('done')} />);
  await press('Correct getAutoRenew…');
  bridge.answers['endpoints.correct'] = () => ({ ok: false, problem: { kind: 'bad-input', field: 'writes' } });
  await press('Use this');
  expect(await screen.findByText(apiCheckTexts.pathWrites)).toBeTruthy();
  bridge.answers['endpoints.correct'] = () => ({ ok: false, problem: { kind: 'profile-read-only' } });
  await press('Use this');
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(screen.queryByText(apiCheckTexts.pathWrites)).toBeNull();
  bridge.answers['endpoints.correct'] = () => ({ ok: true, value: undefined });
  await press('Use this');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});
