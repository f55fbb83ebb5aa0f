// What the popover says in every state: whose account it is, what main has to say and the button for it, and what is
// wrong with the profile folder. One popover goes from state to state, as in the application. What axe finds in each,
// and whether all of it fits, is checked in the real window: e2e/screens-popover.test.ts.
import { cleanup, screen, within } from '@testing-library/react';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { noticeText } from '../../app/texts/status/notice';
import { popoverTexts } from '../../app/texts/status/popover';
import { problemText } from '../../app/texts/problems/problems';
import { sentences } from '../../app/texts/sentence';
import { named } from '../ui/example-state.fixture';
import { locale } from '../ui/locale';
import { type Shown, showPopover } from './render-popover.fixture';
import { picturedAt, popoverStates } from './popover-states.fixture';

let shown: Shown;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: picturedAt });
  shown = await showPopover(named(popoverStates, 'normal'));
});

afterAll(() => {
  cleanup();
  vi.useRealTimers();
});

test.each(Object.entries(popoverStates))(
  'the popover says whose account it is and how things are: %s',
  { tags: 'sweep' },
  (_name, state) => {
    shown.become(state);
    const account = state.account.value;
    const title = screen.getByRole('heading', { level: 1 }).textContent;
    expect(title).toBe(account?.username ?? account?.email ?? popoverTexts.noName);
    const main = screen.getByRole('main');
    const { text, detail, actionLabel } = noticeText(state.notice, picturedAt, locale(), state.settings.hideAmounts);
    // "All is well" is left out above a warning.
    const line = state.notice.says.id === 'all-well' ? '' : text;
    expect(main.textContent).toContain(line);
    expect(main.textContent).toContain(detail ?? '');
    const buttons = within(main)
      .getAllByRole('button')
      .map((button) => button.textContent);
    expect(buttons).toEqual(expect.arrayContaining(actionLabel === null ? [] : [actionLabel]));
    for (const problem of state.storage) {
      const { title: what, cause, next } = problemText(problem, locale(), picturedAt);
      expect(within(main).getByText(what)).toBeTruthy();
      expect(main.textContent).toContain(sentences(cause, next));
    }
  },
);
