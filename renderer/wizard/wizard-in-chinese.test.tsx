// The wizard in Chinese: no English marks and no spaces between its sentences, in any state.
import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { speakChinese, speakEnglish, wronglyJoinedTexts } from '../ui/chinese.fixture';
import { showWizard } from './render-wizard.fixture';
import { picturedAt, wizardStates } from './wizard-states.fixture';

beforeEach(() => {
  speakChinese();
  vi.useFakeTimers({ toFake: ['Date'], now: picturedAt });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  speakEnglish();
});

test.each(Object.entries(wizardStates))(
  'sentences are joined as Chinese joins them: %s',
  { tags: 'sweep' },
  async (_name, state) => {
    await showWizard(state);
    expect(wronglyJoinedTexts()).toEqual([]);
  },
);
