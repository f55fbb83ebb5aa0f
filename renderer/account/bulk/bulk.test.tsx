// Jobs on many sub-accounts as the user sees them: preview, progress, outcome of each row, undo; and the emergency stop.
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { problemText } from '../../../app/texts/problems/problems';
import { bulkTexts, changesText } from '../../../app/texts/account/bulk';
import type { AppState } from '../../../app/model/state/app-state';
import type { SubAccountSelection } from '../../../app/model/bulk/sub-account-selection';
import { type FakeBridge, installFakeBridge } from '../../ui/fake-bridge.fixture';
import { SubAccounts } from '../areas/SubAccounts';
import { BulkBar } from './BulkBar';
import { BulkProgress } from './BulkProgress';
import { progressOf } from './job-progress';
import { PanicCard } from './PanicCard';
import { bulkStates, job, jobRows, picturedAt, previewRows } from './bulk-states.fixture';

let bridge: FakeBridge;
const person = userEvent.setup({ delay: null });
const these: SubAccountSelection = { which: 'these', ids: [9, 11, 104] };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: picturedAt });
  bridge = installFakeBridge();
  bridge.answers['bulk.preview'] = () => ({ ok: true, value: { total: 62, changes: 55, rows: previewRows } });
  bridge.answers['bulk.rows'] = ({ offset, limit }) => ({
    ok: true,
    value: { rows: jobRows.slice(offset, offset + limit), total: jobRows.length },
  });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const press = (name: string | RegExp) => person.click(screen.getByRole('button', { name }));
const button = (name: string | RegExp) => screen.queryByRole('button', { name });

function showBar(state: AppState = bulkStates.nothing, which = these) {
  const cleared = vi.fn<() => void>();
  const all = vi.fn<() => void>();
  render(<BulkBar state={state} which={which} count={62} matching={1_250} onAll={all} onClear={cleared} />);
  return { cleared, all };
}

test('a change is previewed first, and then started with exactly that', async () => {
  const { cleared } = showBar();
  await press('Disable…');
  expect(await screen.findByText(changesText('disable', { changes: 55, total: 62 }))).toBeTruthy();
  const first = within(screen.getByRole('list', { name: 'The first 50' }));
  expect(first.getAllByRole('listitem')).toHaveLength(50);
  expect(bridge.inputsOf('bulk.start')).toEqual([]);
  await person.dblClick(screen.getByRole('button', { name: 'Disable 55 sub-accounts' }));
  const question = { subAccounts: these, change: { does: 'disable' } };
  expect(bridge.inputsOf('bulk.preview')).toEqual([question]);
  expect(bridge.inputsOf('bulk.start')).toEqual([question]);
  await waitFor(() => expect(cleared).toHaveBeenCalledTimes(1));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('where the vendor does not say how many match, no number is made up', async () => {
  const which: SubAccountSelection = { which: 'matching', search: '', status: null };
  render(
    <BulkBar
      state={bulkStates.nothing}
      which={which}
      count={null}
      matching={null}
      onAll={() => undefined}
      onClear={() => undefined}
    />,
  );
  expect(screen.getByRole('status').textContent).toBe('All matches are selected');
  await press('Disable…');
  expect(await screen.findByRole('dialog', { name: 'Disable all sub-accounts that match?' })).toBeTruthy();
});

test('automatic top-up is asked for, checked, previewed with what it spends, and can be gone back to', async () => {
  showBar();
  await press('Set automatic top-up…');
  await person.click(screen.getByRole('switch', { name: 'Top up IPs automatically' }));
  await person.type(screen.getByRole('textbox', { name: 'When below (IPs)' }), '50');
  await press('Review changes');
  expect(screen.getByText('Required.')).toBeTruthy();
  expect(bridge.inputsOf('bulk.preview')).toEqual([]);
  await person.type(screen.getByRole('textbox', { name: 'Add (IPs)' }), '100');
  await press('Review changes');
  expect(await screen.findByText(/fewer than 50, 9Proxy moves 100 from your balance/)).toBeTruthy();
  await press('Back');
  expect(screen.getByRole('textbox', { name: 'Add (IPs)' })).toHaveProperty('value', '100');
  await press('Review changes');
  await screen.findByText(changesText('topUp', { changes: 55, total: 62 }));
  await press('Set automatic top-up of 55 sub-accounts');
  expect(bridge.inputsOf('bulk.start')).toEqual([
    {
      subAccounts: these,
      change: {
        does: 'topUp',
        topUpIps: true,
        topUpIpsBelow: 50,
        topUpIpsBy: 100,
        topUpTraffic: false,
        topUpTrafficBelow: null,
        topUpTrafficBy: null,
      },
    },
  ]);
});

test('a long look says how far it is; Cancel and Escape stop the reading', async () => {
  bridge.answers['bulk.preview'] = () => new Promise(() => undefined);
  showBar(bulkStates.previewing);
  await press('Disable…');
  const bar = await screen.findByRole('progressbar', { name: bulkTexts.reading });
  expect(bar.getAttribute('aria-valuetext')).toBe('12,300 of 50,000');
  expect(screen.getByText('Read 12,300 of 50,000')).toBeTruthy();
  await press('Cancel');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(bridge.inputsOf('bulk.cancelPreview')).toHaveLength(1);
  await press('Enable…');
  await person.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(bridge.inputsOf('bulk.cancelPreview')).toHaveLength(2);
});

test('a preview of top-up that is cancelled leads back to the form, and a finished preview is not cancelled', async () => {
  bridge.answers['bulk.preview'] = () => new Promise(() => undefined);
  showBar(bulkStates.previewing);
  await press('Set automatic top-up…');
  await press('Review changes');
  await screen.findByText('Read 12,300 of 50,000');
  await press('Cancel');
  expect(screen.getByRole('switch', { name: 'Top up IPs automatically' })).toBeTruthy();
  expect(bridge.inputsOf('bulk.cancelPreview')).toHaveLength(1);
  bridge.answers['bulk.preview'] = () => ({ ok: true, value: { total: 3, changes: 0, rows: [] } });
  await press('Review changes');
  await screen.findByText(bulkTexts.noChange({ does: 'topUp', count: 3 }));
  await press('Back');
  expect(bridge.inputsOf('bulk.cancelPreview')).toHaveLength(1);
});

test('where nothing would change there is nothing to press', async () => {
  bridge.answers['bulk.preview'] = () => ({ ok: true, value: { total: 3, changes: 0, rows: [] } });
  showBar();
  await press('Enable…');
  expect(await screen.findByText(bulkTexts.noChange({ does: 'enable', count: 3 }))).toBeTruthy();
  expect(button(/^Enable \d/)).toBeNull();
});

test('the dialog shows why a job cannot start', async () => {
  bridge.answers['bulk.start'] = () => ({ ok: false, problem: { kind: 'key-refused' } });
  const { cleared } = showBar();
  await press('Enable…');
  await screen.findByText(changesText('enable', { changes: 55, total: 62 }));
  await press('Enable 55 sub-accounts');
  expect(await screen.findByText(problemText({ kind: 'key-refused' }, 'en', 0).title)).toBeTruthy();
  expect(cleared).not.toHaveBeenCalled();
});

test('all that match can be taken; while a job is running none can be started', async () => {
  const { all, cleared } = showBar(bulkStates.running);
  await press('Select all 1,250 that match');
  expect(all).toHaveBeenCalledTimes(1);
  expect(screen.getByRole('button', { name: 'Disable…' })).toHaveProperty('disabled', true);
  expect(screen.getByText(bulkTexts.busy)).toBeTruthy();
  await press('Clear the selection');
  expect(cleared).toHaveBeenCalledTimes(1);
});

const shownJob = (state: AppState) => {
  if (state.bulk.bulk === null) throw new Error('no job');
  return render(<BulkProgress job={state.bulk.bulk} />);
};

test('progress is a bar with its figures, and can be stopped', async () => {
  shownJob(bulkStates.running);
  const bar = screen.getByRole('progressbar', { name: 'Progress' });
  expect(bar.getAttribute('aria-valuenow')).toBe('48');
  expect(bar.getAttribute('aria-valuetext')).toBe('120 of 250');
  expect(screen.getByText('112 changed · 7 already set · 1 refused · 130 left')).toBeTruthy();
  expect(button(/^Undo/)).toBeNull();
  await press('Stop');
  expect(bridge.inputsOf('bulk.cancel')).toHaveLength(1);
});

test.each([
  ['cancelled', ['Details', 'Undo 112 changes', 'Continue', 'Dismiss']],
  ['interrupted', ['Details', 'Undo 112 changes', 'Continue', 'Dismiss']],
  ['done', ['Details', 'Undo 239 changes', 'Check unknown ones', 'Dismiss']],
  ['undoing', ['Details', 'Stop']],
  ['undone', ['Details', 'Check unknown ones', 'Dismiss']],
] as const)('%s offers %s', async (name, labels) => {
  shownJob(bulkStates[name]);
  const offered = screen.getAllByRole('button').map((each) => each.getAttribute('aria-label') ?? each.textContent);
  expect(offered).toEqual(labels);
});

test('a job that is over and left nothing open is hidden after a while, and one that needs the user stays', () => {
  vi.useFakeTimers({ now: picturedAt });
  const clean = { ...job, phase: 'done', counts: { ...job.counts, waiting: 0, changed: 243, refused: 0 } } as const;
  const { rerender } = render(<BulkProgress job={clean} />);
  act(() => void vi.advanceTimersByTime(59_000));
  expect(button('Undo 243 changes')).not.toBeNull();
  act(() => void vi.advanceTimersByTime(2_000));
  expect(button('Undo 243 changes')).toBeNull();
  // Another step of it is news.
  rerender(<BulkProgress job={{ ...clean, phase: 'undoing', back: true }} />);
  expect(button('Stop')).not.toBeNull();
  rerender(<BulkProgress job={{ ...clean, counts: { ...clean.counts, refused: 1 } }} />);
  act(() => void vi.advanceTimersByTime(600_000));
  expect(button('Undo 243 changes')).not.toBeNull();
});

test('exactly what was changed can be undone, and the job be gone on with', async () => {
  shownJob(bulkStates.cancelled);
  await press('Undo 112 changes');
  await press('Continue');
  expect(bridge.asked.map(({ name }) => name)).toEqual(['bulk.undo', 'bulk.resume']);
});

test('each row can be looked at, those that went wrong first, with the reason', async () => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(32);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(224);
  shownJob(bulkStates.done);
  await press('Details');
  expect(screen.getByRole('dialog', { name: 'Done. 239 sub-accounts disabled' })).toBeTruthy();
  await screen.findByText('tokyo-09');
  const rows = screen.getAllByRole('listitem');
  expect(rows.length).toBeLessThan(jobRows.length);
  expect(rows[0]?.textContent).toContain('Unknown');
  expect(rows[1]?.textContent).toContain('Sub-account is blocked');
  expect(bridge.inputsOf('bulk.rows')[0]).toEqual({ job: 'bulk', offset: 0, limit: 100 });
  vi.restoreAllMocks();
});

test('the way back counts what is put back', () => {
  expect(progressOf({ ...job, phase: 'gathering', total: 0 })).toBeNull();
  expect(progressOf(job)).toEqual({ part: 120, whole: 250 });
  const { bulk } = bulkStates.undoing.bulk;
  expect(bulk === null ? null : progressOf(bulk)).toEqual({ part: 100, whole: 239 });
});

test('the emergency stop takes two steps, and says what it does and spares', async () => {
  render(<PanicCard state={bulkStates.nothing} />);
  await press('Stop all…');
  expect(screen.getByRole('alertdialog', { name: 'Stop all 24 sub-accounts?' })).toBeTruthy();
  expect(screen.getByText(/remembers which ones were on/)).toBeTruthy();
  expect(document.activeElement?.tagName).not.toBe('BUTTON');
  await press('Leave them on');
  expect(bridge.asked).toEqual([]);
  await press('Stop all…');
  await person.dblClick(screen.getByRole('button', { name: 'Stop all 24 sub-accounts' }));
  expect(bridge.inputsOf('panic.start')).toHaveLength(1);
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
});

test('the emergency stop names how many are on, as 9Proxy says, and asks again when the list changed', async () => {
  let on = 17;
  bridge.answers['subAccounts.countOn'] = () => ({ ok: true, value: { on } });
  const { rerender } = render(<SubAccounts state={bulkStates.nothing} asksPanic={false} />);
  await person.click(await screen.findByRole('button', { name: 'Stop all 17…' }));
  expect(screen.getByRole('alertdialog', { name: 'Stop all 17 sub-accounts?' })).toBeTruthy();
  await press('Leave them on');
  on = 16;
  const { subAccounts } = bulkStates.nothing;
  const changed = { ...subAccounts, listRevision: subAccounts.listRevision + 1 };
  rerender(<SubAccounts state={{ ...bulkStates.nothing, subAccounts: changed }} asksPanic={false} />);
  expect(await screen.findByRole('button', { name: 'Stop all 16…' })).toBeTruthy();
});

test('the emergency stop is not offered, and shows no number, where nothing is enabled', () => {
  const { subAccounts } = bulkStates.nothing;
  const none = { ...bulkStates.nothing, subAccounts: { ...subAccounts, count: { ...subAccounts.count, value: 0 } } };
  const { rerender } = render(<PanicCard state={none} asks />);
  expect(button('Stop all…')).toHaveProperty('disabled', true);
  expect(screen.queryByRole('alertdialog')).toBeNull();
  rerender(<PanicCard state={{ ...none, bulk: bulkStates['panic-restore-stopped'].bulk }} />);
  expect(button('Stop all…')).toHaveProperty('disabled', true);
  expect(document.body.textContent).not.toMatch(/\b0 sub-accounts/);
});

test('an emergency stop that disabled nothing reports that, and can be dismissed', async () => {
  render(<PanicCard state={bulkStates['panic-nothing']} />);
  expect(screen.getByText('Emergency stop: nothing was stopped')).toBeTruthy();
  expect(button(/^Restore/)).toBeNull();
  await press('Dismiss');
  expect(bridge.inputsOf('bulk.dismiss')).toEqual([{ job: 'panic' }]);
});

test('those that are still on are said, and can be disabled again', async () => {
  render(<PanicCard state={bulkStates['panic-still-on']} />);
  expect(screen.getByText(/222 sub-accounts that were on are stopped · 3 are still on/)).toBeTruthy();
  expect(screen.getByText(/9Proxy still reports them as on/)).toBeTruthy();
  await press('Continue stopping');
  expect(bridge.inputsOf('panic.start')).toHaveLength(1);
});

test('an active emergency stop is shown, and restores exactly the sub-accounts that were on', async () => {
  render(<PanicCard state={bulkStates['panic-on']} />);
  expect(screen.getByText('Emergency stop: 222 sub-accounts that were on are stopped')).toBeTruthy();
  await press('Restore 222 sub-accounts…');
  await press('Restore 222 sub-accounts');
  expect(bridge.inputsOf('panic.restore')).toHaveLength(1);
});

test('the tray’s question is open at the start, to stop or to restore, and absent while a stop is running', () => {
  const { rerender } = render(<PanicCard state={bulkStates.nothing} asks key="one" />);
  expect(screen.getByRole('alertdialog')).toBeTruthy();
  rerender(<PanicCard state={bulkStates['panic-on']} asks key="two" />);
  expect(screen.getByRole('alertdialog', { name: 'Restore 222 sub-accounts?' })).toBeTruthy();
  rerender(<PanicCard state={bulkStates['panic-running']} asks key="three" />);
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

test('the tray’s question is asked once: not again when the stop is over and dismissed', async () => {
  const list = (state: AppState) => <SubAccounts state={state} asksPanic />;
  const { rerender } = render(list(bulkStates.nothing));
  expect(await screen.findByRole('alertdialog')).toBeTruthy();
  await press('Stop all 24 sub-accounts');
  rerender(list(bulkStates['panic-on']));
  expect(screen.queryByRole('alertdialog')).toBeNull();
  rerender(list(bulkStates.nothing));
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

test('the tray asks for a new stop though the last one, which is over, was not dismissed', async () => {
  render(<SubAccounts state={bulkStates['panic-restored']} asksPanic />);
  expect(await screen.findByRole('alertdialog', { name: 'Stop all 24 sub-accounts?' })).toBeTruthy();
  await press('Stop all 24 sub-accounts');
  expect(bridge.inputsOf('panic.start')).toHaveLength(1);
});

test('a stop that left rows unread never claims success: it counts and names them, and can be gone on with', () => {
  render(<PanicCard state={bulkStates['panic-may-be-on']} />);
  const text = screen.getByRole('region', { name: /^Emergency stop/ }).textContent;
  expect(text).toContain('222 sub-accounts are stopped · 2 may still be on');
  expect(text).toContain('berlin-big');
  expect(screen.getByRole('button', { name: 'Continue stopping' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Restore 219 sub-accounts…' })).toBeTruthy();
});

test('a restored stop comes to rest, though one was refused on the way there and others stay as they are', () => {
  render(<PanicCard state={bulkStates['panic-restored-but-refused']} />);
  const card = screen.getByRole('region', { name: /^Restored/ });
  expect(card.hasAttribute('data-over')).toBe(true);
  expect(card.textContent).toContain(
    '3 sub-accounts stay disabled: 9Proxy did not report whether they were on before.',
  );
  expect(screen.getByRole('button', { name: 'Dismiss' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /restor/i })).toBeNull();
});

test.each(['panic-partly', 'panic-interrupted'] as const)('%s can be gone on with', async (name) => {
  render(<PanicCard state={bulkStates[name]} />);
  await press('Continue stopping');
  expect(bridge.inputsOf('panic.start')).toHaveLength(1);
});

test('a restore that was stopped can be gone on with, or all be disabled again', async () => {
  render(<PanicCard state={bulkStates['panic-restore-stopped']} />);
  expect(button('Continue restoring')).not.toBeNull();
  await press('Stop all…');
  expect(bridge.asked).toEqual([]);
  await press('Stop all 24 sub-accounts');
  expect(bridge.inputsOf('panic.start')).toHaveLength(1);
});

test('those that could not be restored can be tried again', async () => {
  render(<PanicCard state={bulkStates['panic-partly-restored']} />);
  await press('Continue restoring');
  await press('Restore 2 sub-accounts');
  expect(bridge.inputsOf('panic.restore')).toHaveLength(1);
});
