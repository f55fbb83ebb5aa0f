// First run while Chromium's sandbox is off: each screen of it says so.
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { onboardingTexts } from '../../app/texts/onboarding';
import { startupTexts } from '../../app/texts/startup';
import { type FakeBridge, installFakeBridge } from '../ui/fake-bridge.fixture';
import { Onboarding } from './onboarding';
import { candidate, firstRun, onboardingStates } from './onboarding-states.fixture';
import { Ready } from './Ready';

let bridge: FakeBridge;
const user = userEvent.setup({ delay: null });
const without = onboardingStates['no-sandbox'].platform;

beforeEach(() => {
  bridge = installFakeBridge();
});
afterEach(cleanup);

const press = (name: string | RegExp) => user.click(screen.getByRole('button', { name }));
const lines = () => screen.queryAllByText(startupTexts.noSandboxBanner).length;

it.each([
  ['no-sandbox', 1],
  ['first-run', 0],
] as const)('in the state "%s" each step has %i lines about the sandbox', async (name, count) => {
  bridge.answers['key.checkClipboard'] = () => ({ ok: true, value: candidate });
  render(<Onboarding state={onboardingStates[name]} />);
  expect(lines()).toBe(count);
  await press(new RegExp(onboardingTexts.needKey));
  expect(lines()).toBe(count);
  await press(onboardingTexts.haveItNow);
  expect(lines()).toBe(count);
  await press(onboardingTexts.pasteFromClipboard);
  await screen.findByText(onboardingTexts.candidateTitle);
  expect(lines()).toBe(count);
});

it('says so beside a keyring that does not open, and at the end', () => {
  const { unmount } = render(<Onboarding state={{ ...onboardingStates.locked, platform: without }} />);
  expect(lines()).toBe(1);
  unmount();
  render(<Ready state={{ ...firstRun, platform: without }} onDone={() => undefined} />);
  expect(lines()).toBe(1);
});
