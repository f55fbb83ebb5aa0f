// What becomes of a switch that is made in a row's menu.
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AppState, SubAccountSwitch } from '../../../app/model/state/app-state';
import { popoverTexts } from '../../../app/texts/status/popover';
import { areaTexts } from '../../../app/texts/account/areas';
import { listTexts } from '../../../app/texts/account/list-frame';
import { subAccountRow } from '../actions/action-states.fixture';
import { bulkStates, picturedAt } from '../bulk/bulk-states.fixture';
import { type FakeBridge, installFakeBridge } from '../../ui/fake-bridge.fixture';
import { pretendSize } from '../list/render-list.fixture';
import { SubAccounts } from './SubAccounts';

let bridge: FakeBridge;
const person = userEvent.setup({ delay: null });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: picturedAt });
  bridge = installFakeBridge();
  bridge.answers['lists.read'] = () => ({
    ok: true,
    value: { rows: [subAccountRow], total: 1, pages: 1, skipped: 0, asOf: picturedAt },
  });
  pretendSize();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const withSwitch = (one: Partial<SubAccountSwitch>): AppState => ({
  ...bulkStates.nothing,
  subAccounts: {
    ...bulkStates.nothing.subAccounts,
    switches: [{ id: 24, username: 'berlin-24', wanted: false, phase: 'pending', at: picturedAt, ...one }],
  },
});
const area = (state: AppState) => <SubAccounts state={state} asksPanic={false} />;
/** The row, and no banner that names it. */
async function row(): Promise<HTMLElement> {
  const [name] = await screen.findAllByText('berlin-24');
  const found = name?.closest<HTMLElement>('[role="row"]');
  if (found === null || found === undefined) throw new Error('no row');
  return found;
}

async function disable() {
  await person.click(within(await row()).getByRole('button', { name: /berlin-24/ }));
  await person.click(await screen.findByRole('menuitem', { name: 'Disable' }));
}

test('a switch that 9Proxy refuses is reported in its row and above the list, until it is dismissed', async () => {
  const { rerender } = render(area(bulkStates.nothing));
  await disable();
  expect(bridge.inputsOf('subAccounts.switch')).toEqual([{ id: 24, enabled: false }]);
  rerender(area(withSwitch({})));
  expect(within(await row()).getByText('Switching…')).toBeTruthy();

  rerender(area(withSwitch({ phase: 'rolled-back', problem: { kind: 'rejected', message: 'locked by support' } })));
  const said = within(await row()).getByText('Not switched');
  expect(said.closest('[title]')?.getAttribute('title')).toContain('locked by support');
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('berlin-24 could not be switched off');
  expect(alert.textContent).toContain('locked by support');
  await person.click(screen.getByRole('button', { name: popoverTexts.dismissOf({ username: 'berlin-24' }) }));
  expect(bridge.inputsOf('subAccounts.dismiss')).toEqual([{ id: 24 }]);
});

test('a switch whose outcome is unknown is marked as such', async () => {
  render(area(withSwitch({ phase: 'rolled-back', problem: { kind: 'outcome-unknown' } })));
  expect(within(await row()).getByText('Not confirmed')).toBeTruthy();
  expect((await screen.findByRole('alert')).textContent).toContain('berlin-24');
});

test('a switch that main refuses is reported, too', async () => {
  bridge.answers['subAccounts.switch'] = () => ({ ok: false, problem: { kind: 'key-missing' } });
  render(area(bulkStates.nothing));
  await disable();
  expect((await screen.findByRole('alert')).textContent).toContain('berlin-24 could not be switched off');
});

test('the switch in the row switches, shows what is wanted at once, and then offers to undo it for a while', async () => {
  const { rerender } = render(area(bulkStates.nothing));
  const itsSwitch = async () => within(await row()).getByRole('switch', { name: 'berlin-24' });
  expect((await itsSwitch()).getAttribute('aria-checked')).toBe('true');
  await person.click(await itsSwitch());
  expect(bridge.inputsOf('subAccounts.switch')).toEqual([{ id: 24, enabled: false }]);
  rerender(area(withSwitch({})));
  expect((await itsSwitch()).getAttribute('aria-checked')).toBe('false');
  rerender(area(withSwitch({ phase: 'done' })));
  await person.click(screen.getByRole('button', { name: popoverTexts.undoOf({ username: 'berlin-24' }) }));
  expect(bridge.inputsOf('subAccounts.undo')).toEqual([{ id: 24 }]);
  rerender(area(withSwitch({ phase: 'done', at: picturedAt - 31_000 })));
  expect(screen.queryByRole('button', { name: popoverTexts.undoOf({ username: 'berlin-24' }) })).toBeNull();
});

test('the menu offers the opposite of what the switch in the row shows, before the list was read again', async () => {
  render(area(withSwitch({ phase: 'done', at: picturedAt + 1 })));
  const actions = within(await row()).getByRole('button', { name: listTexts.actionsOf({ name: 'berlin-24' }) });
  await person.click(actions);
  expect(screen.getByRole('menuitem', { name: areaTexts.enable })).toBeTruthy();
  expect(screen.queryByRole('menuitem', { name: areaTexts.disable })).toBeNull();
});

test('one that worked is spoken', async () => {
  render(area(withSwitch({ phase: 'done' })));
  await row();
  expect(screen.getByText('berlin-24 is off').closest('[role="status"]')).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('the list is read again when main has a newer revision of it, and not for any other state', async () => {
  const { rerender } = render(area(bulkStates.nothing));
  await row();
  const reads = () => bridge.inputsOf('lists.read').length;
  const before = reads();
  const { subAccounts } = bulkStates.nothing;
  rerender(area({ ...bulkStates.nothing, subAccounts: { ...subAccounts, index: { ...subAccounts.index, rev: 99 } } }));
  await row();
  expect(reads()).toBe(before);
  rerender(
    area({ ...bulkStates.nothing, subAccounts: { ...subAccounts, listRevision: subAccounts.listRevision + 1 } }),
  );
  await vi.waitFor(() => expect(reads()).toBe(before + 1));
});

test('the form of the one that the popover asked for is opened once its row has been read', async () => {
  bridge.answers['subAccounts.find'] = () => ({ ok: true, value: subAccountRow });
  render(<SubAccounts state={bulkStates.nothing} asksPanic={false} edit={{ id: 24, username: 'berlin-24' }} />);
  expect(await screen.findByRole('dialog', { name: /^Edit/ })).toBeTruthy();
  expect(bridge.inputsOf('subAccounts.find')).toEqual([{ id: 24, username: 'berlin-24' }]);
});

test('the row of the one to edit is read beside the list: no second query of the list, which would cancel its first page', async () => {
  bridge.answers['subAccounts.find'] = () => ({ ok: true, value: subAccountRow });
  render(<SubAccounts state={bulkStates.nothing} asksPanic={false} edit={{ id: 24, username: 'berlin-24' }} />);
  await screen.findByRole('dialog', { name: /^Edit/ });
  expect(bridge.inputsOf('lists.read')).toEqual([expect.objectContaining({ search: '', page: 1 })]);
});

test('no form is opened where 9Proxy does not find the row, or without an answer', async () => {
  bridge.answers['subAccounts.find'] = () => ({ ok: true, value: null });
  const { rerender } = render(
    <SubAccounts state={bulkStates.nothing} asksPanic={false} edit={{ id: 25, username: 'berlin-24' }} />,
  );
  await row();
  expect(screen.queryByRole('dialog')).toBeNull();
  bridge.answers['subAccounts.find'] = () => ({ ok: false, problem: { kind: 'timed-out' } });
  rerender(<SubAccounts state={bulkStates.nothing} asksPanic={false} edit={{ id: 24, username: 'berlin-24' }} />);
  await vi.waitFor(() => expect(bridge.inputsOf('subAccounts.find').length).toBe(2));
  expect(screen.queryByRole('dialog')).toBeNull();
});
