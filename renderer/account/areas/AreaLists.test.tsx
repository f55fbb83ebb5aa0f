// Which of the two controls chooses an area's list, by what has room. The real widths: e2e/screens-account.test.ts.
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { areaTexts } from '../../../app/texts/account/areas';
import { listWords } from '../../../app/texts/account/lists';
import { bulkStates } from '../bulk/bulk-states.fixture';
import { installFakeBridge } from '../../ui/fake-bridge.fixture';
import { AreaLists } from './AreaLists';

const user = userEvent.setup({ delay: null });

beforeEach(() => void installFakeBridge());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function show(tabs: number, row: number) {
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(tabs);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(row);
  render(<AreaLists area="wallet" state={bulkStates.nothing} />);
}

const panel = () => screen.getByRole('tabpanel').getAttribute('id') ?? '';

test('tabs that fit on one line are tabs', async () => {
  show(400, 400);
  expect(screen.queryByRole('combobox', { name: areaTexts.lists })).toBe(null);
  await user.click(screen.getByRole('tab', { name: listWords('transactions').title }));
  expect(panel()).toContain('transactions');
});

test('where they do not fit, one field chooses the list', async () => {
  show(400, 399);
  expect(panel()).toContain('deposits');
  const field = screen.getByRole<HTMLSelectElement>('combobox', { name: areaTexts.lists });
  expect([...field.options].map(({ text }) => text)).toEqual([
    listWords('deposits').title,
    listWords('transactions').title,
  ]);
  await user.selectOptions(field, listWords('transactions').title);
  expect(panel()).toContain('transactions');
});
