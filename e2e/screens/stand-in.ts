// What stands in for main: a window's calls are answered, and its screens are pushed, from what its page was given.
import type { Page } from 'playwright-core';
import type { CallInput, CallName } from '../../app/bridge/contract';
import type { AppState } from '../../app/model/state/app-state';
import type { RunningApp } from '../harness/running-app';
import type { AccountData } from './account-data';
import { bringToMain } from './in-page.mjs';
import type { Screen } from './list';

/** What a window is told from now on. */
export interface StandIn extends Pick<Screen, 'view' | 'area' | 'asks' | 'answers' | 'lists'> {
  /** The highest so far, or the page keeps what it has. */
  rev: number;
  /** Without one a window shows nothing but a spinner. */
  state: AppState | null;
}

type Input = CallInput<'subAccounts.query'> & CallInput<'lists.read'> & CallInput<'history.read'>;

/** Replaces main's answers to all windows; `data` is what main answers about lists and history, where a screen says nothing else. */
export async function takeMainsPlace(app: RunningApp, data: AccountData | null): Promise<void> {
  await app.electron.evaluate(({ ipcMain }, account) => {
    const done = { ok: true, value: undefined };
    const places = new Map<number, { standIn: StandIn; asked: CallName[] }>();
    // An unreferenced answer causes an error in the page once it is collected.
    const waiting: (() => void)[] = [];

    function push({ rev, state, view, area, asks }: StandIn, send: (channel: string, message: unknown) => void): void {
      if (view !== undefined) send('view', { view });
      send('state', { rev, state });
      // What was open in the area goes with the push of the next one.
      if (area !== undefined) send('area', { area, ...(asks === undefined ? {} : { ask: asks }) });
      send('told', null);
    }

    function answer({ rev, state, answers = {}, lists = {} }: StandIn, name: CallName, input: Input): unknown {
      const own = name === 'lists.read' ? lists[input.list] : answers[name];
      if (state === null) return done;
      if (own === 'never') return new Promise<void>((resolve) => waiting.push(resolve));
      if (own !== undefined && name !== 'lists.read') return own;
      switch (name) {
        case 'state.read':
          return { ok: true, value: { rev: rev - 2, state } };
        case 'affiliate.read':
          return account === null ? done : { ok: true, value: account.affiliate };
        case 'history.read':
          return account === null ? done : { ok: true, value: account.histories[`${input.what} ${input.days}`] };
        case 'lists.read': {
          const given = lists[input.list] ?? { ok: true, value: account?.lists[input.list] };
          if (given === 'never' || !given.ok || given.value === undefined) return given;
          const { rows, total, asOf } = given.value;
          const first = (input.page - 1) * input.limit;
          return { ok: true, value: { rows: rows.slice(first, first + input.limit), total, asOf } };
        }
        case 'subAccounts.countOn': {
          const rows = account?.lists.subAccounts.rows ?? [];
          return { ok: true, value: { on: rows.filter(({ cells }) => cells['status'] === 'enabled').length } };
        }
        case 'subAccounts.useToday':
          return { ok: true, value: { since: state.account.asOf, ips: 18, traffic: 1_200_000_000 } };
        case 'subAccounts.query': {
          const { firstPage, pinned } = state.subAccounts;
          const rows = firstPage
            .map((row) => ({ ...row, pinned: pinned.some(({ id }) => id === row.id) }))
            .filter((row) => row.username.includes(input.search) && !(input.withoutPinned === true && row.pinned));
          const { offset, limit } = input;
          return { ok: true, value: { rows: rows.slice(offset, offset + limit), total: rows.length, rev: 1 } };
        }
        default:
          return done;
      }
    }

    ipcMain.removeHandler('ninetray:call');
    ipcMain.handle('ninetray:call', ({ sender }, ...call: ['stand-in', string] | ['asked'] | [CallName, Input]) => {
      const place = places.get(sender.id);
      if (call[0] === 'asked') return place?.asked ?? [];
      if (call[0] === 'stand-in') {
        const standIn: StandIn = JSON.parse(call[1]);
        places.set(sender.id, { standIn, asked: [] });
        push(standIn, (channel, message) => sender.send(`ninetray:${channel}`, message));
        return done;
      }
      if (place === undefined) return done;
      place.asked.push(call[0]);
      return answer(place.standIn, call[0], call[1]);
    });
  }, data);
}

/**
 * Gives a window's page what it is told from now on, and waits until it has heard all of that. It goes through the page, and as
 * text: main's debugger, and objects, would cost several times as much.
 */
export async function tell(page: Page, standIn: StandIn): Promise<void> {
  await page.evaluate(bringToMain, JSON.stringify(standIn));
}

/** What the page has asked since it was told something. */
export async function askedBy(page: Page): Promise<CallName[]> {
  return await page.evaluate(`ninetray.call('asked')`);
}
