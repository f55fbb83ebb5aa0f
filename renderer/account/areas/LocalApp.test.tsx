// What becomes of a setting that is not saved.
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { bulkStates } from '../bulk/bulk-states.fixture';
import { FailedAsk } from '../../ui/FailedAsk';
import { installFakeBridge } from '../../ui/fake-bridge.fixture';
import { LocalApp } from './LocalApp';

const person = userEvent.setup({ delay: null });
afterEach(cleanup);

test('a switch that main refuses says why, until it is dismissed', async () => {
  const bridge = installFakeBridge();
  bridge.answers['settings.change'] = () => ({ ok: false, problem: { kind: 'disk-full' } });
  render(
    <>
      <LocalApp state={bulkStates.nothing} />
      <FailedAsk />
    </>,
  );
  await person.click(screen.getByRole('switch'));
  expect((await screen.findByRole('alert')).textContent).toMatch(/could not be done.*disk/i);
  await person.click(screen.getByRole('button', { name: 'Dismiss this message' }));
  expect(screen.queryByRole('alert')).toBe(null);
});
