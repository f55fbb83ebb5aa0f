/** @module-tag sweep */
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AppState } from '../../../app/model/state/app-state';
import { formatMomentShort } from '../../../app/texts/format';
import type { SubAccountRow } from '../../../app/model/state/sub-account-row';
import { popoverTexts } from '../../../app/texts/status/popover';
import { named } from '../../ui/example-state.fixture';
import { exampleUse } from '../popover-bridge.fixture';
import { showPopover } from '../render-popover.fixture';
import { picturedAt, popoverStates } from '../popover-states.fixture';

const normal = named(popoverStates, 'normal');
const switchOf = (name: string) => screen.getByRole<HTMLInputElement>('switch', { name });
const row = (id: number, username: string): SubAccountRow => ({
  id,
  username,
  note: null,
  ips: 1,
  traffic: 1,
  enabled: true,
  createdAt: null,
  pinned: false,
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: picturedAt });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function withPhase(phase: 'pending' | 'done', wanted: boolean): AppState {
  const switches = [{ id: 23, username: 'seo-rank-23', wanted, phase, at: picturedAt - 1000 }];
  return { ...normal, subAccounts: { ...normal.subAccounts, switches } };
}

describe('the sub-accounts', () => {
  test('have a switch each, named by the username, the pinned ones first and once', async () => {
    await showPopover(normal);
    const names = screen.getAllByRole('switch').map((each) => each.getAttribute('aria-label'));
    expect(names.slice(0, 4)).toEqual(['berlin-24', 'scraper-eu-09', 'seo-rank-23', 'tokyo-22']);
    expect(new Set(names).size).toBe(names.length);
    expect(within(screen.getByRole('list', { name: 'Pinned' })).getAllByRole('switch')).toHaveLength(2);
    expect(switchOf('berlin-24').checked).toBe(true);
    expect(switchOf('seo-rank-23').checked).toBe(false);
  });

  test('are drawn as far as they are in view, and a few beyond that after the first frame', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'requestAnimationFrame', 'cancelAnimationFrame'], now: picturedAt });
    await showPopover(normal);
    const drawn = () => within(screen.getByRole('list', { name: popoverTexts.others })).getAllByRole('listitem').length;
    const inView = drawn();
    vi.advanceTimersToNextFrame();
    await waitFor(() => expect(drawn()).toBe(inView + 4));
  });

  test('more rows are not loaded while only the first page is in view', async () => {
    const { asked } = await showPopover(normal);
    expect(asked('subAccounts.setVisible')).toEqual([]);
    expect(asked('subAccounts.query')).toEqual([]);
  });

  test('a switch asks main, and shows the wanted state while it is pending', async () => {
    const { user, asked, become } = await showPopover(normal);
    await user.click(switchOf('seo-rank-23'));
    expect(asked('subAccounts.switch')).toEqual([{ id: 23, enabled: true }]);
    expect(switchOf('seo-rank-23').checked).toBe(false);
    become(withPhase('pending', true));
    expect(switchOf('seo-rank-23').checked).toBe(true);
    expect(screen.getByText('Switching…')).toBeTruthy();
  });

  test('offer undo after a switch, until it is dismissed or half a minute old', async () => {
    const { user, asked, become } = await showPopover(withPhase('done', true));
    expect(switchOf('seo-rank-23').checked).toBe(true);
    expect(screen.getByText('seo-rank-23 is on')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Undo: seo-rank-23' }));
    expect(asked('subAccounts.undo')).toEqual([{ id: 23 }]);
    await user.click(screen.getByRole('button', { name: 'Dismiss: seo-rank-23' }));
    expect(asked('subAccounts.dismiss')).toEqual([{ id: 23 }]);
    const old = { id: 23, username: 'seo-rank-23', wanted: true, phase: 'done' as const, at: picturedAt - 40_000 };
    become({ ...normal, subAccounts: { ...normal.subAccounts, switches: [old] } });
    expect(screen.queryByRole('button', { name: 'Undo: seo-rank-23' })).toBeNull();
  });

  test('list several outcomes at once', async () => {
    await showPopover(named(popoverStates, 'undo-offered'));
    expect(screen.getAllByRole('button', { name: /^Undo: / })).toHaveLength(2);
  });

  test('show the reason of a rollback in the row, and what the vendor says again', async () => {
    await showPopover(named(popoverStates, 'switch-rolled-back'));
    expect(switchOf('tokyo-22').checked).toBe(true);
    const reason = document.getElementById(switchOf('tokyo-22').getAttribute('aria-describedby') ?? '');
    expect(reason?.textContent).toBe('Not switched off: 9Proxy declined');
    expect(screen.getByText('tokyo-22 could not be switched off')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Undo: tokyo-22' })).toBeNull();
  });

  test('can be pinned and unpinned', async () => {
    const { user, asked } = await showPopover(normal);
    await user.click(screen.getByRole('button', { name: 'Pin tokyo-22' }));
    await user.click(screen.getByRole('button', { name: 'Unpin berlin-24' }));
    expect(asked('subAccounts.pin')).toEqual([
      { id: 22, pinned: true },
      { id: 24, pinned: false },
    ]);
  });

  test('say that there are none, or why they could not be read', async () => {
    const { user, asked, become } = await showPopover(named(popoverStates, 'no-sub-accounts'));
    expect(screen.getByText(popoverTexts.noSubAccounts)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: popoverTexts.manageSubAccounts }));
    expect(asked('account.open')).toEqual([{ area: 'subAccounts' }]);
    const none = named(popoverStates, 'no-data');
    const count = { ...none.subAccounts.count, problem: { kind: 'not-offered' as const } };
    become({ ...none, subAccounts: { ...none.subAccounts, count } });
    expect(screen.getByText('Not offered for this account')).toBeTruthy();
  });

  test('tell how far the full list is loaded', async () => {
    await showPopover(named(popoverStates, 'much-data'));
    expect(screen.getByText('12,300 of 50,000 loaded')).toBeTruthy();
  });
});

describe('search and sort', () => {
  test('a search uses the full list and asks main for a window of it', async () => {
    const shown = await showPopover(normal);
    shown.rows.push(row(1, 'alpha'), row(2, 'beta'));
    await shown.user.type(screen.getByRole('searchbox', { name: 'Search sub-accounts' }), 'alp');
    expect(await screen.findByRole('switch', { name: 'alpha' })).toBeTruthy();
    expect(screen.queryByRole('switch', { name: 'berlin-24' })).toBeNull();
    expect(screen.getByText('1 found')).toBeTruthy();
    expect(shown.asked('subAccounts.setVisible')).toEqual([{ visible: true }]);
    expect(shown.asked('subAccounts.query').at(-1)).toEqual({
      search: 'alp',
      sort: 'newest',
      descending: true,
      offset: 0,
      limit: 30,
      withoutPinned: false,
    });
    await shown.user.click(screen.getByRole('button', { name: 'Clear search' }));
    await waitFor(() => expect(shown.asked('subAccounts.setVisible').at(-1)).toEqual({ visible: false }));
    expect(switchOf('berlin-24')).toBeTruthy();
  });

  test('says what was not found', async () => {
    const { user } = await showPopover(normal);
    await user.type(screen.getByRole('searchbox'), 'zzz');
    expect(await screen.findByText('Nothing matches “zzz”')).toBeTruthy();
  });

  test('scrolling uses the full list, without the pinned ones', async () => {
    const shown = await showPopover(normal);
    const body = screen.getByRole('main');
    body.scrollTop = 40;
    fireEvent.scroll(body);
    await waitFor(() => expect(shown.asked('subAccounts.setVisible')).toEqual([{ visible: true }]));
    expect(shown.asked('subAccounts.query')[0]).toMatchObject({ search: '', withoutPinned: true, offset: 0 });
    body.scrollTop = 0;
    fireEvent.scroll(body);
    await waitFor(() => expect(shown.asked('subAccounts.setVisible').at(-1)).toEqual({ visible: false }));
  });

  test('the window that closes stops looking', async () => {
    const shown = await showPopover(normal);
    await shown.user.type(screen.getByRole('searchbox'), 'a');
    await waitFor(() => expect(shown.asked('subAccounts.setVisible')).toHaveLength(1));
    cleanup();
    expect(shown.asked('subAccounts.setVisible').at(-1)).toEqual({ visible: false });
  });

  test('rows in view are asked for again when the index has changed', async () => {
    const shown = await showPopover(normal);
    await shown.user.type(screen.getByRole('searchbox'), 'a');
    await waitFor(() => expect(shown.asked('subAccounts.query')).toHaveLength(1));
    const index = { ...normal.subAccounts.index, rev: 9 };
    shown.become({ ...normal, subAccounts: { ...normal.subAccounts, index } });
    await waitFor(() => expect(shown.asked('subAccounts.query')).toHaveLength(2));
  });

  test('a choice in the sort menu asks for that order', async () => {
    const shown = await showPopover(normal);
    await shown.user.click(screen.getByRole('button', { name: 'Sort' }));
    await shown.user.click(await screen.findByRole('menuitemradio', { name: 'Username' }));
    await waitFor(() =>
      expect(shown.asked('subAccounts.query').at(-1)).toMatchObject({ sort: 'username', descending: false }),
    );
  });
});

describe('rows that could not be read', () => {
  test('are counted beside those that are shown', async () => {
    const { subAccounts } = normal;
    const index = { ...subAccounts.index, loaded: 134, total: 136, running: false, unread: 2 };
    await showPopover({ ...normal, subAccounts: { ...subAccounts, index } });
    expect(screen.getByText('134 shown; 2 couldn’t be read')).toBeTruthy();
  });
});

describe('the keyboard', () => {
  test('reaches the search field by / and by Ctrl+F', async () => {
    const { user } = await showPopover(normal);
    await user.keyboard('/');
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('');
    screen.getByRole('button', { name: 'Settings' }).focus();
    await user.keyboard('{Control>}f{/Control}');
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
    const settings = screen.getByRole('button', { name: 'Settings' });
    settings.focus();
    fireEvent.keyDown(settings, { key: '\u0430', code: 'KeyF', ctrlKey: true });
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  });

  test('moves through the list by arrows, and back into the search field', async () => {
    const { user } = await showPopover(normal);
    await user.keyboard('/{ArrowDown}');
    expect(document.activeElement).toBe(switchOf('berlin-24'));
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toBe(switchOf('seo-rank-23'));
    await user.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  });

  test('Esc clears the search before it hides the window', async () => {
    const { user, asked } = await showPopover(normal);
    await user.type(screen.getByRole('searchbox'), 'ab');
    await user.keyboard('{Escape}');
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('');
    expect(asked('window.hide')).toHaveLength(0);
    await user.keyboard('{Escape}');
    expect(asked('window.hide')).toHaveLength(1);
  });

  test('begins in the search field, and what is typed anywhere else goes there', async () => {
    const { user } = await showPopover(normal);
    const searchbox = screen.getByRole<HTMLInputElement>('searchbox');
    expect(document.activeElement).toBe(searchbox);
    expect(searchbox.placeholder).toBe('Search 24 sub-accounts');
    screen.getByRole('button', { name: 'Settings' }).focus();
    await user.keyboard('tok');
    expect(document.activeElement).toBe(searchbox);
    expect(searchbox.value).toBe('tok');
  });

  test('Esc clears the search from anywhere, and leads back to it', async () => {
    const { user, asked } = await showPopover(normal);
    await user.keyboard('ab');
    screen.getByRole('button', { name: 'Settings' }).focus();
    await user.keyboard('{Escape}');
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('');
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
    expect(asked('window.hide')).toHaveLength(0);
  });

  test('right opens the details of a row, and left closes them', async () => {
    const { user } = await showPopover(normal);
    await user.keyboard('{ArrowDown}{ArrowRight}');
    expect(screen.getByRole('region', { name: 'berlin-24: details' })).toBeTruthy();
    await user.keyboard('{ArrowRight}{ArrowLeft}');
    expect(screen.queryByRole('region', { name: 'berlin-24: details' })).toBeNull();
    expect(document.activeElement).toBe(switchOf('berlin-24'));
  });
});

describe('Enter in the search field', () => {
  test('switches the first one found', async () => {
    const shown = await showPopover(normal);
    shown.rows.push(row(1, 'alpha'), row(2, 'alpine'));
    await shown.user.keyboard('alp');
    await screen.findByRole('switch', { name: 'alpha' });
    await shown.user.keyboard('{Enter}');
    await waitFor(() => expect(shown.asked('subAccounts.switch')).toEqual([{ id: 1, enabled: false }]));
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  });

  test('waits for the answer to what was typed last, and switches nothing that was found before', async () => {
    const shown = await showPopover(normal);
    shown.rows.push(row(1, 'alpha'), row(2, 'alpine'));
    await shown.user.keyboard('alpi{Enter}');
    await waitFor(() => expect(shown.asked('subAccounts.switch')).toEqual([{ id: 2, enabled: false }]));
  });

  test('switches back what it switched', async () => {
    const shown = await showPopover(normal);
    shown.rows.push({ ...row(23, 'seo-rank-23'), enabled: false });
    await shown.user.keyboard('seo{Enter}');
    await waitFor(() => expect(shown.asked('subAccounts.switch')).toEqual([{ id: 23, enabled: true }]));
    shown.become(withPhase('pending', true));
    await shown.user.keyboard('{Enter}');
    await waitFor(() => expect(shown.asked('subAccounts.switch').at(-1)).toEqual({ id: 23, enabled: false }));
  });

  test('does nothing while nothing is searched for or found', async () => {
    const shown = await showPopover(normal);
    await shown.user.keyboard('{Enter}zzz{Enter}');
    await screen.findByText('Nothing matches “zzz”');
    expect(shown.asked('subAccounts.switch')).toEqual([]);
  });
});

describe('the details of a row', () => {
  test('say what it has, how it is topped up and since when it is there, one row at a time', async () => {
    const { user } = await showPopover(normal);
    const button = screen.getByRole('button', { name: 'berlin-24: details' });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    await user.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    const text = screen.getByRole('region', { name: 'berlin-24: details' }).textContent;
    expect(text).toContain('IPs122 IPs');
    expect(text).toContain('Traffic5.8 GB');
    expect(text).toContain('IP top-up100 IPs when below 50 IPs');
    expect(text).toContain('Traffic top-upOff');
    expect(text).toContain('NoteShop monitoring');
    await user.click(screen.getByRole('button', { name: 'tokyo-22: details' }));
    expect(screen.queryByRole('region', { name: 'berlin-24: details' })).toBeNull();
    expect(screen.getByRole('region', { name: 'tokyo-22: details' })).toBeTruthy();
  });

  test('the details of a row say what it used since its first read today, and nothing where that is not known', async () => {
    const { user, asked } = await showPopover(normal);
    await user.click(screen.getByRole('button', { name: 'berlin-24: details' }));
    const term = popoverTexts.subAccountTerms.used({ since: formatMomentShort(exampleUse.since, picturedAt, 'en-US') });
    const fact = (await screen.findByText(term)).parentElement;
    expect(fact?.textContent).toBe(`${term}18 IPs, 1.2 GB`);
    expect(asked('subAccounts.useToday')).toEqual([{ id: 24 }]);
    await user.click(screen.getByRole('button', { name: 'tokyo-22: details' }));
    await waitFor(() => expect(asked('subAccounts.useToday')).toEqual([{ id: 24 }, { id: 22 }]));
    expect(screen.queryByText(term)).toBeNull();
  });

  test('copy the username, and lead to its form in the account window', async () => {
    const { user, asked } = await showPopover(normal);
    await user.click(screen.getByRole('button', { name: 'tokyo-22: details' }));
    await user.click(screen.getByRole('button', { name: 'Copy username' }));
    expect(asked('subAccounts.copyUsername')).toEqual([{ id: 22 }]);
    await user.click(screen.getByRole('button', { name: 'Edit…' }));
    expect(asked('account.open')).toEqual([{ area: 'subAccounts', edit: { id: 22, username: 'tokyo-22' } }]);
  });

  test('hide amounts as the row does', async () => {
    const { user } = await showPopover(named(popoverStates, 'private'));
    screen.getByRole('button', { name: 'berlin-24: details' }).click();
    const details = await screen.findByRole('region', { name: 'berlin-24: details' });
    expect(details.textContent).not.toContain('122');
    expect(details.textContent).not.toContain('below 50');
    await user.hover(details);
    expect(details.textContent).toContain('122');
  });
});

describe('pins', () => {
  test('keep the focus when the row moves to the pinned ones', async () => {
    const { user, become } = await showPopover(normal);
    await user.click(screen.getByRole('button', { name: 'Pin tokyo-22' }));
    const tokyo = normal.subAccounts.firstPage.find(({ id }) => id === 22);
    if (tokyo === undefined) throw new Error('tokyo-22 is on the first page.');
    become({
      ...normal,
      subAccounts: { ...normal.subAccounts, pinned: [...normal.subAccounts.pinned, tokyo] },
    });
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Unpin tokyo-22' }));
  });

  test('are set and shown within a search, which stays', async () => {
    const shown = await showPopover(normal);
    shown.rows.push(row(22, 'tokyo-22'));
    await shown.user.keyboard('tokyo');
    const button = await screen.findByRole('button', { name: 'Pin tokyo-22' });
    await shown.user.click(button);
    expect(shown.asked('subAccounts.pin')).toEqual([{ id: 22, pinned: true }]);
    shown.become({
      ...normal,
      subAccounts: { ...normal.subAccounts, pinned: [...normal.subAccounts.pinned, row(22, 'tokyo-22')] },
    });
    expect(screen.getByRole('button', { name: 'Unpin tokyo-22' })).toBe(document.activeElement);
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('tokyo');
  });
});
