// The popover in Chinese: no English marks and no spaces between its sentences, in any state.
import { cleanup } from '@testing-library/react';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { speakChinese, speakEnglish, wronglyJoinedTexts } from '../ui/chinese.fixture';
import { named } from '../ui/example-state.fixture';
import { type Shown, showPopover } from './render-popover.fixture';
import { picturedAt, popoverStates } from './popover-states.fixture';

let shown: Shown;

beforeAll(async () => {
  speakChinese();
  vi.useFakeTimers({ toFake: ['Date'], now: picturedAt });
  shown = await showPopover(named(popoverStates, 'normal'));
});

afterAll(() => {
  cleanup();
  vi.useRealTimers();
  speakEnglish();
});

test.each(Object.entries(popoverStates))(
  'sentences are joined as Chinese joins them: %s',
  { tags: 'sweep' },
  (_name, state) => {
    shown.become(state);
    expect(wronglyJoinedTexts()).toEqual([]);
  },
);
