// Every state of first run and of the settings, looked at by axe. Colours need a real browser; the pictures' run checks those.
import { cleanup, render } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SettingsView } from '../settings/settings';
import { settingsStates } from '../settings/states';
import { installFakeBridge } from '../ui/fake-bridge';
import { Onboarding } from './onboarding';
import { onboardingStates } from './states';

beforeEach(() => {
  installFakeBridge();
});
afterEach(cleanup);

async function violations(page: Element): Promise<string[]> {
  const found = await axe.run(page, { rules: { 'color-contrast': { enabled: false } } });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

it.each(Object.entries(onboardingStates))('first run, %s', async (_name, state) => {
  const { baseElement } = render(<Onboarding state={state} onClose={() => {}} onSettings={() => {}} />);
  expect(await violations(baseElement)).toEqual([]);
});

it.each(Object.entries(settingsStates))('settings, %s', async (_name, state) => {
  const { baseElement } = render(<SettingsView state={state} onClose={() => {}} />);
  expect(await violations(baseElement)).toEqual([]);
});
