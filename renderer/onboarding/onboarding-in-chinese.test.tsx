// First run and key entry in Chinese: no English marks and no spaces between their sentences.
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { onboardingTexts } from '../../app/texts/onboarding';
import { refusalText } from '../../app/texts/problems/refusals';
import { FieldError } from '../settings/FieldError';
import { speakChinese, speakEnglish, wronglyJoinedTexts } from '../ui/chinese.fixture';
import { type FakeBridge, installFakeBridge } from '../ui/fake-bridge.fixture';
import { locale } from '../ui/locale';
import { Onboarding } from './onboarding';
import { candidate, firstRun, onboardingStates } from './onboarding-states.fixture';

let bridge: FakeBridge;
const user = userEvent.setup({ delay: null });
const press = (name: string | RegExp) => user.click(screen.getByRole('button', { name }));

beforeEach(() => {
  speakChinese();
  bridge = installFakeBridge();
});

afterEach(() => {
  cleanup();
  speakEnglish();
});

test.each(Object.entries(onboardingStates))('sentences are joined as Chinese joins them: %s', (_name, state) => {
  render(<Onboarding state={state} />);
  expect(wronglyJoinedTexts()).toEqual([]);
});

test('a vendor’s message without a full stop is ended before the next step', async () => {
  const problem = { kind: 'rejected', message: 'Account suspended' } as const;
  bridge.answers['key.checkClipboard'] = () => ({ ok: false, problem });
  render(<Onboarding state={firstRun} />);
  await press(new RegExp(onboardingTexts.haveKey));
  await press(onboardingTexts.pasteFromClipboard);
  const alert = await screen.findByRole('alert');
  const { title, cause, next } = refusalText(problem, locale(), Date.now());
  expect(cause).not.toMatch(/。$/);
  expect(alert.textContent).toBe(`${title}${cause}。${next}`);
});

test('the consent to store a key unprotected has a Chinese full stop behind its bold title', async () => {
  bridge.answers['key.checkClipboard'] = () => ({ ok: true, value: { ...candidate, storages: ['unprotected'] } });
  render(<Onboarding state={firstRun} />);
  await press(new RegExp(onboardingTexts.haveKey));
  await press(onboardingTexts.pasteFromClipboard);
  const title = await screen.findByText(`${onboardingTexts.consentTitle}。`);
  expect(title.parentElement?.textContent).toBe(`${onboardingTexts.consentTitle}。${onboardingTexts.consentMeaning}`);
  expect(wronglyJoinedTexts()).toEqual([]);
});

test('a refused setting says why without English marks', () => {
  render(<FieldError problem={{ kind: 'disk-full' }} />);
  expect(screen.getByRole('alert').textContent).toMatch(/^[^ .]+。[^.]+。$/);
  expect(wronglyJoinedTexts()).toEqual([]);
});
