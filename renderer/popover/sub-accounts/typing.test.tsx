// What a letter in the search field draws.
import { act, fireEvent, render, screen } from '@testing-library/react';
import { Profiler } from 'react';
import { expect, test } from 'vitest';
import { emptyPage } from '../../ui/fake-bridge.fixture';
import { named } from '../../ui/example-state.fixture';
import { popoverTexts } from '../../../app/texts/status/popover';
import { fakeBridge } from '../popover-bridge.fixture';
import { picturedAt, popoverStates } from '../popover-states.fixture';
import { SubAccounts } from './SubAccounts';

/** The list, with how often it is drawn, and main's answers once they are let through. */
async function showList() {
  const state = named(popoverStates, 'normal');
  emptyPage({ rev: 1, state });
  const { api, rows } = fakeBridge({ rev: 1, state });
  const waiting: (() => void)[] = [];
  window.ninetray = {
    ...api,
    async call(name, input) {
      if (name === 'subAccounts.query') await new Promise<void>((resolve) => waiting.push(resolve));
      return api.call(name, input);
    },
  };
  for (const row of state.subAccounts.firstPage) rows.push({ ...row, pinned: false });
  let drawn = 0;
  render(
    <Profiler id="list" onRender={() => (drawn += 1)}>
      <SubAccounts state={state} now={picturedAt} />
    </Profiler>,
  );
  await act(() => Promise.resolve());
  const search = screen.getByRole<HTMLInputElement>('searchbox');
  return {
    drawn: () => drawn,
    type: (value: string) => act(async () => fireEvent.change(search, { target: { value } })),
    answer: () => act(async () => waiting.splice(0).forEach((each) => each())),
    placeholder: () => search.placeholder,
  };
}

test('a letter draws the list twice: with its text, and with its rows', async () => {
  const { drawn, type, answer } = await showList();
  await type('e');
  await answer();
  const before = drawn();
  await type('er');
  expect(drawn() - before).toBe(1);
  await answer();
  expect(drawn() - before).toBe(2);
});

test('how many were found stays until the next letter is answered', async () => {
  const { type, answer, placeholder } = await showList();
  await type('e');
  expect(screen.queryByText(/ found$/)).toBeNull();
  await answer();
  const count = screen.getByText(/ found$/).textContent;
  await type('er');
  expect(screen.getByText(/ found$/).textContent).toBe(count);
  expect(placeholder()).toBe(popoverTexts.searchShort);
  await answer();
  expect(screen.getByText(/ found$/).textContent).not.toBe(count);
});
