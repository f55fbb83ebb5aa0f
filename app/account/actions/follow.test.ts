import { expect, it, vi } from 'vitest';
import type { ActionId } from '../../model/actions/actions';
import { follow } from './follow';

const row = { key: '41', vendorKey: '41', cells: {} };

function callsAfter(action: ActionId, input: Record<string, unknown>) {
  const removed = vi.fn<(id: number) => void>();
  const noted = vi.fn<(id: number, note: string | null) => void>();
  const balances = vi.fn<(id: number) => void>();
  follow({ action, input, rows: [row] }, { removed, setNote: noted, balancesChanged: balances });
  return { removed: removed.mock.calls, noted: noted.mock.calls, balances: balances.mock.calls };
}

it('removes a deleted sub-account everywhere', () => {
  expect(callsAfter('deleteSubAccount', {})).toEqual({ removed: [[41]], noted: [], balances: [] });
});

it('shows a note that was set or removed', () => {
  expect(callsAfter('editSubAccount', { note: 'For Anna' })).toEqual({
    removed: [],
    noted: [[41, 'For Anna']],
    balances: [],
  });
  expect(callsAfter('editSubAccount', { note: '' }).noted).toEqual([[41, null]]);
  expect(callsAfter('editSubAccount', { note: null }).noted).toEqual([[41, null]]);
  expect(callsAfter('editSubAccount', { ips: 5 }).noted).toEqual([]);
});

it('counts balances that the user changed as no use', () => {
  expect(callsAfter('editSubAccount', { ips: 5 }).balances).toEqual([[41]]);
  expect(callsAfter('editSubAccount', { traffic: 5 }).balances).toEqual([[41]]);
  expect(callsAfter('editSubAccount', { note: 'For Anna' }).balances).toEqual([]);
});

it('leaves sub-accounts unchanged after any other action', () => {
  expect(callsAfter('deleteSubUser', {})).toEqual({ removed: [], noted: [], balances: [] });
});
