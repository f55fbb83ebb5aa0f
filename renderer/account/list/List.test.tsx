/** @module-tag sweep */
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Row } from '../../../app/model/lists/list-description';
import { listOf } from '../../../app/model/lists/lists';
import { problemText } from '../../../app/texts/problems/problems';
import { listTexts } from '../../../app/texts/account/list-frame';
import { listWords } from '../../../app/texts/account/lists';
import type { FakeBridge } from '../../ui/fake-bridge.fixture';
import { picturedAt } from '../../popover/popover-states.fixture';
import { List, type ListProps } from './List';
import { showList } from './render-list.fixture';
import { nothingSelected, type Selection } from './selection/selection';
import { listExamples, type ListExample } from './list-states.fixture';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: picturedAt });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const grid = () => screen.getByRole('grid');
const cell = (row: number, col: number) => {
  const found = grid().querySelector<HTMLElement>(`[data-row="${row}"] [data-col="${col}"]`);
  if (found === null) throw new Error(`There is no cell ${row}, ${col}.`);
  return found;
};
/** The position of a column of the sub-accounts. */
const colOf = (id: string) => listOf('subAccounts').columns.findIndex((column) => column.id === id);
const at = () => {
  const active = document.activeElement;
  const row = active?.closest<HTMLElement>('[data-row]')?.dataset.row;
  return active instanceof HTMLElement ? [Number(row), Number(active.dataset.col)] : null;
};

/** A vendor with so many sub-accounts, whose names say their position and what was searched for. */
function manyRows(total: number | null, count = total ?? 0) {
  return (bridge: FakeBridge) => {
    bridge.answers['lists.read'] = ({ page, limit, search }) => {
      const first = (page - 1) * limit;
      const length = Math.max(0, Math.min(limit, count - first));
      const rows: Row[] = Array.from({ length }, (_, index) => ({
        key: `${first + index}`,
        cells: { username: `${search}name-${first + index}`, ips: first + index, status: 'enabled' },
      }));
      return { ok: true, value: { rows, total, asOf: picturedAt } };
    };
  };
}

/** Keeps the selection as a place does. */
function Selecting(props: ListProps & { canMatch: boolean; onSelected: (selection: Selection) => void }) {
  const [value, setValue] = useState<Selection>(nothingSelected);
  const onChange = (next: Selection) => {
    setValue(next);
    props.onSelected(next);
  };
  return <List {...props} selection={{ value, onChange, canMatch: props.canMatch }} />;
}

describe('the rows', () => {
  test('are read as the list describes them, and shown by their kinds', async () => {
    const { reads } = await showList(listExamples.many);
    expect(reads()[0]).toEqual({ list: 'subAccounts', page: 1, limit: 100, search: '', sort: null, filters: {} });
    expect(grid().getAttribute('aria-rowcount')).toBe('50001');
    expect(grid().getAttribute('aria-colcount')).toBe('7');
    const { columns } = listOf('subAccounts');
    expect(screen.getAllByRole('columnheader').map((each) => each.textContent)).toEqual(
      columns.map(({ id }) => listWords('subAccounts').columns[id]),
    );
    const shown = ['username', 'note', 'ips', 'traffic', 'topUp', 'status'];
    expect(shown.map((id) => cell(1, colOf(id)).textContent)).toEqual([
      'berlin-99',
      'Nightly run',
      '977',
      '11.9 GB',
      'Off',
      'On',
    ]);
    expect(screen.getByText('50,000 sub-accounts')).toBeTruthy();
    expect(screen.getByText('Updated 2 min ago')).toBeTruthy();
  });

  test('have dates in short, and in full on hover', async () => {
    await showList(listExamples.many);
    const day = cell(0, colOf('at'));
    expect(day.textContent).toMatch(/^[A-Z][a-z]{2} \d+, 2026$/);
    expect(day.querySelector('[title]')?.getAttribute('title')).toMatch(/:\d\d/);
  });

  test('of a narrow window have the columns that fit, the less important ones left out first', async () => {
    const idsIn = async (rem: number) => {
      await showList(listExamples.many, { rowActions: () => [] }, () => {
        Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => rem * 16 });
      });
      const titles = screen.getAllByRole('columnheader').map((each) => each.textContent);
      cleanup();
      return titles;
    };
    const all = ['Username', 'Status', 'IPs', 'Traffic', 'Top-up', 'Created', 'Note', 'Actions'];
    expect(await idsIn(48)).toEqual(all);
    expect(await idsIn(43)).toEqual(all.filter((title) => title !== 'Created'));
    expect(await idsIn(33)).toEqual(['Username', 'Status', 'IPs', 'Traffic', 'Actions']);
    expect(await idsIn(10)).toEqual(['Username', 'Status', 'Actions']);
  });

  test('are switched by a press and by the keyboard; what was read later counts again', async () => {
    const switched = vi.fn<(key: string, on: boolean) => void>();
    const { user, become } = await showList(listExamples.many, { onSwitch: ({ key }, on) => switched(key, on) });
    const itsSwitch = (row: number) => within(cell(row, colOf('status'))).getByRole('switch');
    await user.click(itsSwitch(0));
    expect(switched.mock.calls).toEqual([['100', false]]);
    act(() => cell(2, colOf('status')).focus());
    await user.click(cell(2, colOf('status')));
    await user.keyboard(' ');
    await user.keyboard('{Enter}');
    expect(switched.mock.calls.slice(1)).toEqual([
      ['98', true],
      ['98', true],
    ]);
    expect(itsSwitch(2).getAttribute('aria-checked')).toBe('false');
    const done = { isOn: true, phase: 'done', text: '', title: '' } as const;
    become({ notes: new Map([['98', { ...done, until: picturedAt }]]) });
    expect(itsSwitch(2).getAttribute('aria-checked')).toBe('true');
    become({ notes: new Map([['98', { ...done, until: 0 }]]) });
    expect(itsSwitch(2).getAttribute('aria-checked')).toBe('false');
  });

  test('exist only as far as they are in view', async () => {
    await showList(listExamples.many);
    const rows = within(grid()).getAllByRole('row');
    expect(rows.length).toBeLessThan(40);
    expect(rows[1]?.getAttribute('aria-rowindex')).toBe('2');
  });

  test('beyond the first page are asked for when they come into view', async () => {
    const { reads } = await showList(listExamples.many, {}, manyRows(50_000));
    grid().scrollTop = 36 * 30_050;
    fireEvent.scroll(grid());
    await waitFor(() => expect(reads().map(({ page }) => page)).toEqual([1, 301]));
    await screen.findByText('name-30055');
  });

  test('are read again in place when the place asks for it', async () => {
    const { reads, become } = await showList(listExamples.many, { reload: 1 });
    become({ reload: 1 });
    expect(reads()).toHaveLength(1);
    become({ reload: 2 });
    expect(cell(0, 0).textContent).toBe('scraper-eu-100');
    await waitFor(() => expect(reads()).toHaveLength(2));
  });

  test('a list of another key is read again', async () => {
    const { reads, become, state } = await showList(listExamples.many);
    become({ state: { ...state, generation: state.generation + 1 } });
    await waitFor(() => expect(reads()).toHaveLength(2));
  });

  test('that could not be read are counted below the list, and say so in it', async () => {
    await showList(listExamples.unread);
    expect(screen.getByRole('status').textContent).toContain('9 of 12 sub-accounts shown; 3 couldn’t be read');
    expect(screen.getByText(/^Rows 10 to 12 couldn’t be read: unknown format/)).toBeTruthy();
  });

  test('of a filter that 9Proxy ignored are not shown', async () => {
    await showList(listExamples['filter-ignored']);
    expect((await screen.findByRole('alert')).textContent).toContain('9Proxy ignored this filter');
    expect(screen.queryByRole('grid')).toBeNull();
  });

  test('without a total say how far they are known', async () => {
    await showList(listExamples['open-ended']);
    expect(grid().getAttribute('aria-rowcount')).toBe('-1');
    expect(screen.getByText('100 entries so far')).toBeTruthy();
  });

  test('a state push draws no row again', async () => {
    let looks = 0;
    const cells = {
      get username() {
        looks += 1;
        return 'berlin';
      },
    };
    const { become, state } = await showList({
      ...listExamples.many,
      answer: { ok: true, value: { rows: [{ key: '1', cells }], total: 1, asOf: picturedAt } },
    });
    expect(cell(0, 0).textContent).toBe('berlin');
    const before = looks;
    become({ state: { ...state, online: !state.online } });
    expect(looks).toBe(before);
  });
});

describe('search, filters and order', () => {
  test('a search asks once, after the last key, and says how many match', async () => {
    const { reads, user } = await showList(listExamples.many, {}, manyRows(7));
    await user.type(screen.getByRole('searchbox', { name: 'Search: Sub-accounts' }), 'ber');
    await waitFor(() => expect(reads()).toHaveLength(2));
    expect(reads()[1]).toMatchObject({ search: 'ber', page: 1 });
    await screen.findByText('7 sub-accounts match');
    expect(screen.getByRole('status').textContent).toContain('7 sub-accounts match');
    expect(cell(0, 0).textContent).toBe('bername-0');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(reads().at(-1)).toMatchObject({ search: '' }));
  });

  test('its key is shown in the empty field, and read to screen readers', async () => {
    const { user } = await showList(listExamples.many);
    const search = screen.getByRole('searchbox', { name: 'Search: Sub-accounts' });
    expect(search.getAttribute('aria-keyshortcuts')).toBe('/');
    expect(screen.getByText('/').tagName).toBe('KBD');
    await user.type(search, 'b');
    expect(screen.queryByText('/')).toBeNull();
  });

  test('a choice and a day narrow it; what the place has decided is not asked for', async () => {
    const { reads, user } = await showList(listExamples.purchases, { filters: { from: '2026-01-01' } });
    expect(screen.queryByLabelText('From')).toBeNull();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'failed');
    fireEvent.change(screen.getByLabelText('To'), { target: { value: '2026-11-01' } });
    await waitFor(() =>
      expect(reads().at(-1)).toMatchObject({ filters: { from: '2026-01-01', to: '2026-11-01', status: 'failed' } }),
    );
  });

  test('a head sorts where the vendor can, first names from A and figures from the largest', async () => {
    const { reads, user } = await showList(listExamples.many);
    const head = (name: string) => screen.getByRole('columnheader', { name });
    expect(head('Note').getAttribute('aria-sort')).toBeNull();
    expect(head('IPs').getAttribute('aria-sort')).toBe('none');
    await user.click(within(head('IPs')).getByRole('button'));
    await waitFor(() => expect(reads().at(-1)?.sort).toEqual({ column: 'ips', descending: true }));
    expect(head('IPs').getAttribute('aria-sort')).toBe('descending');
    await user.click(within(head('IPs')).getByRole('button'));
    await waitFor(() => expect(reads().at(-1)?.sort).toEqual({ column: 'ips', descending: false }));
    await user.click(within(head('Username')).getByRole('button'));
    await waitFor(() => expect(reads().at(-1)?.sort).toEqual({ column: 'username', descending: false }));
  });

  test('the vendor’s own order is shown, too', async () => {
    await showList(listExamples.secrets);
    expect(
      screen.getByRole('columnheader', { name: listWords('codesMade').columns['at'] ?? '' }).getAttribute('aria-sort'),
    ).toBe('descending');
  });

  test('a column that has no room stands in the menu of each row, and is copied there', async () => {
    const { user, bridge } = await showList(listExamples.secrets);
    expect(screen.queryByRole('columnheader', { name: 'Used by' })).toBeNull();
    const words = listWords('codesMade').columns;
    const [first] = await screen.findAllByRole('button', { name: /^Actions: / });
    if (first === undefined) throw new Error('no row has a menu');
    await user.click(first);
    const [entry] = screen
      .getAllByRole('menuitem')
      .filter((item) => item.textContent?.startsWith(words['gives'] ?? ''));
    expect(entry?.textContent).toContain('IPs');
    await user.click(entry as HTMLElement);
    expect(bridge.inputsOf('text.copy')).toEqual([{ text: 'IPs' }]);
  });

  test('old rows stay until the new question is answered', async () => {
    const { bridge, user } = await showList(listExamples.many);
    bridge.answers['lists.read'] = () => new Promise(() => {});
    await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'disabled');
    expect(cell(0, 0).textContent).toBe('scraper-eu-100');
    expect(grid().getAttribute('aria-busy')).toBe('true');
  });

  test('where nothing matches, one press clears it all', async () => {
    const { bridge, reads, user } = await showList(listExamples.many);
    bridge.answers['lists.read'] = () => ({ ok: true, value: { rows: [], total: 0, asOf: picturedAt } });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'disabled');
    await screen.findByText('No matches');
    await user.click(screen.getByRole('button', { name: 'Clear search and filters' }));
    await waitFor(() => expect(reads().at(-1)).toMatchObject({ search: '', filters: {} }));
  });
});

describe('when there are no rows', () => {
  test('none yet', async () => {
    await showList(listExamples.none);
    expect(screen.getByText('No sub-users yet')).toBeTruthy();
    expect(screen.queryByRole('grid')).toBeNull();
  });

  test('failed: why, and again', async () => {
    const { bridge, user } = await showList(listExamples.failed);
    expect(screen.getByText('9Proxy is having problems')).toBeTruthy();
    manyRows(3)(bridge);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('grid');
  });

  test('failed after rows were there: they stay, with their age', async () => {
    const { bridge, user } = await showList(listExamples.many);
    bridge.answers['lists.read'] = () => ({ ok: false, problem: { kind: 'timed-out' } });
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('9Proxy did not answer in time');
    expect(alert.textContent).toContain('These rows were loaded 2 min ago.');
    expect(cell(0, 0).textContent).toBe('scraper-eu-100');
  });

  test('one page failed: its rows say so, and only they are read again', async () => {
    const { bridge, reads, user } = await showList(listExamples.many, {}, manyRows(50_000));
    bridge.answers['lists.read'] = () => ({ ok: false, problem: { kind: 'timed-out' } });
    grid().scrollTop = 36 * 1_050;
    fireEvent.scroll(grid());
    await screen.findByText(/Rows 1,001 to 1,100 couldn’t be read: 9Proxy did not answer in time/);
    manyRows(50_000)(bridge);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('name-1055');
    expect(reads().map(({ page }) => page)).toEqual([1, 11, 11]);
  });

  test('not offered: quietly, with how sure it was, and the way to the API check', async () => {
    const { bridge, user } = await showList(listExamples['not-offered']);
    expect(screen.getByText(listTexts.notOffered)).toBeTruthy();
    expect(screen.getByText('GET /client/v1/proxies/favorite-list')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Open API check' }));
    expect(bridge.inputsOf('account.open')).toEqual([{ area: 'apiCheck' }]);
  });

  test('a refused key: nothing is asked, and the banner of the window alone says why and what to do', async () => {
    const { reads } = await showList(listExamples.refused);
    expect(screen.getByText(listTexts.needsKey)).toBeTruthy();
    expect(screen.queryByText(problemText({ kind: 'key-refused' }, 'en', 0).title)).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(reads()).toEqual([]);
  });

  test('the application on this computer does not run', async () => {
    await showList(listExamples['no-local-app']);
    expect(screen.getByText('The 9Proxy application doesn’t answer')).toBeTruthy();
  });
});

describe('from the keyboard', () => {
  const focusFirst = () => act(() => cell(0, 0).focus());

  test('one cell can be reached by Tab, and the keys move from there', async () => {
    const { user } = await showList(listExamples.many, {}, manyRows(50_000));
    expect(grid().querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    focusFirst();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}');
    expect(at()).toEqual([2, 1]);
    await user.keyboard('{End}');
    expect(at()).toEqual([2, 6]);
    await user.keyboard('{Home}{ArrowUp}{ArrowUp}{ArrowUp}');
    expect(at()).toEqual([-1, 0]);
    await user.keyboard('{ArrowDown}{PageDown}');
    expect(at()?.[0]).toBeGreaterThan(5);
    expect(grid().querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });

  test('Ctrl+End goes to the very last row, and Escape to the tools', async () => {
    const { reads, user } = await showList(listExamples.many, {}, manyRows(50_000));
    focusFirst();
    await user.keyboard('{Control>}{End}{/Control}');
    await waitFor(() => expect(at()).toEqual([49_999, 6]));
    // happy-dom scrolls, but fires no event.
    fireEvent.scroll(grid());
    await waitFor(() => expect(reads().map(({ page }) => page)).toContain(500));
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  });

  test('Enter sorts in the head', async () => {
    const { reads, user } = await showList(listExamples.many);
    focusFirst();
    await user.keyboard('{ArrowUp}{Enter}');
    await waitFor(() => expect(reads().at(-1)?.sort).toEqual({ column: 'username', descending: false }));
  });

  test('Enter opens the row’s menu: what copies, what does, what takes away', async () => {
    const edited: string[] = [];
    const rowActions = (row: Row) => [
      { id: 'delete', label: 'Delete…', dangerous: true, run: () => edited.push(`delete ${row.key}`) },
      { id: 'edit', label: 'Edit…', run: () => edited.push(`edit ${row.key}`) },
    ];
    const { bridge, user } = await showList(listExamples.many, { rowActions });
    focusFirst();
    await user.keyboard('{Enter}');
    const menu = await screen.findByRole('menu');
    expect(
      within(menu)
        .getAllByRole('menuitem')
        .map((each) => each.textContent),
    ).toEqual(['Copy: Username', 'Edit…', 'Delete…']);
    await user.click(within(menu).getByRole('menuitem', { name: 'Edit…' }));
    expect(edited).toEqual(['edit 100']);
    await user.click(screen.getByRole('button', { name: 'Actions: scraper-eu-100' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete…' }));
    expect(edited).toEqual(['edit 100', 'delete 100']);
    fireEvent.contextMenu(cell(1, colOf('note')));
    await user.click(await screen.findByRole('menuitem', { name: 'Copy: Note' }));
    expect(bridge.inputsOf('text.copy')).toEqual([{ text: 'Nightly run' }]);
  });

  test('Ctrl+C copies the cell as it is shown', async () => {
    const { bridge, user } = await showList(listExamples.many);
    await user.click(cell(1, colOf('traffic')));
    await user.keyboard('{Control>}c{/Control}');
    expect(bridge.inputsOf('text.copy')).toEqual([{ text: '11.9 GB' }]);
    await screen.findByText('Copied.');
    await user.click(cell(0, colOf('note')));
    await user.keyboard('{Control>}c{/Control}');
    await screen.findByText('Nothing to copy.');
    expect(bridge.inputsOf('text.copy')).toHaveLength(1);
  });

  test('Ctrl+C copies on a Russian layout, where the key types another letter', async () => {
    const { bridge, user } = await showList(listExamples.many);
    await user.click(cell(1, colOf('traffic')));
    fireEvent.keyDown(cell(1, colOf('traffic')), { key: '\u0441', code: 'KeyC', ctrlKey: true });
    expect(bridge.inputsOf('text.copy')).toEqual([{ text: '11.9 GB' }]);
  });
});

describe('selecting', () => {
  async function showSelecting(example: ListExample, canMatch: boolean, prepare?: (bridge: FakeBridge) => void) {
    const selections: Selection[] = [];
    const keep = (each: Selection) => void selections.push(each);
    const shown = await showList(example, {}, prepare, (props) => (
      <Selecting {...props} canMatch={canMatch} onSelected={keep} />
    ));
    const keys = () => {
      const last = selections.at(-1);
      return last?.which === 'these' ? [...last.rows.keys()] : last;
    };
    return { ...shown, selections, keys, reload: (reload: number) => shown.become({ reload }) };
  }

  test('Space, Shift+arrows, clicks and Shift+click', async () => {
    const { user, keys } = await showSelecting(listExamples.many, true, manyRows(300));
    act(() => cell(0, 1).focus());
    await user.keyboard(' ');
    expect(keys()).toEqual(['0']);
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(keys()).toEqual(['0', '1', '2']);
    await user.keyboard('{Shift>}{ArrowUp}{/Shift}');
    expect(keys()).toEqual(['0', '1']);
    await user.click(screen.getByRole('checkbox', { name: 'Select name-5' }));
    expect(keys()).toEqual(['0', '1', '5']);
    await user.keyboard('{Shift>}');
    await user.click(screen.getByRole('checkbox', { name: 'Select name-7' }));
    await user.keyboard('{/Shift}');
    expect(keys()).toEqual(['0', '1', '5', '6', '7']);
    expect(screen.getByText('5 selected')).toBeTruthy();
    expect(cell(5, 1).closest('[role=row]')?.getAttribute('aria-selected')).toBe('true');
  });

  test('Ctrl+A selects all that match, read or not, and says how many; again, none', async () => {
    const { user, keys, selections } = await showSelecting(listExamples.many, true, manyRows(50_000));
    act(() => cell(0, 1).focus());
    await user.keyboard('{Control>}a{/Control}');
    expect(keys()).toMatchObject({ which: 'matching', total: 50_000, filter: { search: '', filters: {} } });
    expect(screen.getByRole('status').textContent).toContain('All 50,000 are selected');
    await user.keyboard('{Control>}a{/Control}');
    expect(selections.at(-1)).toBe(nothingSelected);
    fireEvent.keyDown(cell(0, 1), { key: '\u0444', code: 'KeyA', ctrlKey: true });
    expect(keys()).toMatchObject({ which: 'matching', total: 50_000 });
  });

  test('where only rows can be dealt with, Ctrl+A selects those that were read', async () => {
    const { user, keys } = await showSelecting(listExamples.many, false, manyRows(50_000));
    await user.click(screen.getByRole('checkbox', { name: 'Select all' }));
    expect(keys()).toHaveLength(100);
  });

  test('another search lets go of what is selected; reading again does not, and renews it', async () => {
    const { bridge, user, keys, selections, reload } = await showSelecting(listExamples.many, true, manyRows(20));
    await user.click(screen.getByRole('checkbox', { name: 'Select name-5' }));
    bridge.answers['lists.read'] = () => ({
      ok: true,
      value: { rows: [{ key: '5', cells: { username: 'name-5', status: 'disabled' } }], total: 1, asOf: picturedAt },
    });
    window.ninetray.call = ((call) => async (name, input) => {
      const answer = bridge.answers['lists.read'];
      return name === 'lists.read' && answer !== undefined ? (answer(input as never) as never) : call(name, input);
    })(window.ninetray.call);
    reload(2);
    await waitFor(() => {
      const last = selections.at(-1);
      expect(last?.which === 'these' && last.rows.get('5')?.cells.status).toBe('disabled');
    });
    expect(keys()).toEqual(['5']);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'enabled');
    expect(keys()).toEqual([]);
  });
});

describe('saving', () => {
  test('asks for what is shown, and says when it is there', async () => {
    const { bridge, user } = await showList(listExamples.many);
    bridge.answers['lists.save'] = () => ({ ok: true, value: { saved: true } });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'disabled');
    await user.click(screen.getByRole('button', { name: 'Save as CSV…' }));
    expect(bridge.inputsOf('lists.save')).toEqual([
      { list: 'subAccounts', search: '', sort: null, filters: { status: 'disabled' } },
    ]);
    await screen.findByText('Saved.');
  });

  test('saving says how far it is, and can be cancelled', async () => {
    const { bridge, user } = await showList(listExamples.saving);
    expect(screen.getByText('Saving, 12,300 of 50,000…')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(bridge.inputsOf('lists.cancelSave')).toHaveLength(1);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Wait until the other list is saved' }).disabled).toBe(
      true,
    );
  });

  test('says why it could not be written', async () => {
    const { bridge, user } = await showList(listExamples.many);
    bridge.answers['lists.save'] = () => ({ ok: false, problem: { kind: 'file-not-written', why: 'full' } });
    await user.click(screen.getByRole('button', { name: 'Save as CSV…' }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/disk/i));
  });
});
