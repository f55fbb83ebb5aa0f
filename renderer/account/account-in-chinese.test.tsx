// The account window in Chinese: no English marks and no spaces between its sentences, in its areas and lists.
import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type AreaId, sidebarAreas } from '../../app/model/lists/areas';
import type { AppState } from '../../app/model/state/app-state';
import { areaNames } from '../../app/texts/account/areas';
import { picturedAt, popoverStates } from '../popover/popover-states.fixture';
import { settingsStates } from '../settings/settings-states.fixture';
import { speakChinese, speakEnglish, wronglyJoinedTexts } from '../ui/chinese.fixture';
import { named } from '../ui/example-state.fixture';
import { installFakeBridge } from '../ui/fake-bridge.fixture';
import { alertStates } from './alerts/alert-states.fixture';
import { App } from './App';
import { bulkStates } from './bulk/bulk-states.fixture';
import { accessStates } from './access/access-states.fixture';
import { placeStates } from './places/place-states.fixture';
import { listExamples } from './list/list-states.fixture';
import { showList } from './list/render-list.fixture';

const user = userEvent.setup({ delay: null });

beforeEach(() => {
  speakChinese();
  vi.useFakeTimers({ toFake: ['Date'], now: picturedAt });
  installFakeBridge();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  speakEnglish();
});

const failures = ['normal', 'refused', 'blocked-on-the-way', 'partly-failed', 'renew-failed', 'not-offered'];

/** The states, and the areas that show what is special in them. */
const shown: (readonly [name: string, state: AppState, areas: readonly AreaId[]])[] = [
  ...failures.map((name) => [name, named(popoverStates, name), sidebarAreas] as const),
  ...Object.entries(settingsStates).map(([name, state]) => [name, state, ['settings']] as const),
  ...Object.entries(alertStates).map(([name, state]) => [name, state, ['overview', 'alerts']] as const),
  ...Object.entries(bulkStates).map(([name, state]) => [name, state, ['subAccounts']] as const),
  ...Object.entries(placeStates).map(([name, state]) => [name, state, ['places']] as const),
  ...Object.entries(accessStates).map(([name, state]) => [name, state, ['access']] as const),
];

test.each(shown)(
  'sentences in an area are joined as Chinese joins them: %s',
  { tags: 'sweep' },
  async (_name, state, areas) => {
    render(<App store={{ read: () => state, subscribe: () => () => undefined }} />);
    await act(() => Promise.resolve());
    const wrong: string[] = [];
    for (const area of areas) {
      await user.click(
        within(screen.getByRole('navigation')).getByRole('button', { name: new RegExp(`^${areaNames[area]}`) }),
      );
      await act(() => Promise.resolve());
      wrong.push(...wronglyJoinedTexts());
    }
    expect(wrong).toEqual([]);
  },
);

test.each(Object.entries(listExamples))(
  'sentences of a list are joined as Chinese joins them: %s',
  { tags: 'sweep' },
  async (_name, example) => {
    await showList(example);
    expect(wronglyJoinedTexts()).toEqual([]);
  },
);
