// The wizard in Chinese: no English marks and no spaces between its sentences, in any state.
import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { speakChinese, speakEnglish, wronglyJoined } from '../ui/chinese.fixture';
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

test.each(Object.entries(wizardStates))('sentences are joined as Chinese joins them: %s', async (_name, state) => {
  await showWizard(state);
  const lines = Array.from(screen.getByRole('main').querySelectorAll('p'), ({ textContent }) => textContent);
  expect(lines.join('')).toMatch(/\p{Script=Han}/u);
  expect(lines.filter((line) => wronglyJoined.test(line))).toEqual([]);
});
