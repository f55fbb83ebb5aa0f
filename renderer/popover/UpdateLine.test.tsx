// The popover's line about newer versions: what it says, and what its buttons ask of main.
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { updateTexts as texts } from '../../app/texts/updates';
import { named } from '../ui/example-state.fixture';
import { type FakeBridge, installFakeBridge } from '../ui/fake-bridge.fixture';
import { popoverStates } from './popover-states.fixture';
import { UpdateLine } from './UpdateLine';

let bridge: FakeBridge;
const user = userEvent.setup({ delay: null });
const show = (name: string) => render(<UpdateLine state={named(popoverStates, name)} />);
const press = (name: string) => user.click(screen.getByRole('button', { name }));

beforeEach(() => {
  bridge = installFakeBridge();
});
afterEach(cleanup);

describe('the line about updates', () => {
  it('is not there while there is nothing to say', () => {
    expect(show('normal').container.textContent).toBe('');
  });

  it.each([
    [texts.yes, 'on'],
    [texts.no, 'off'],
  ])('asks, and "%s" switches checks %s', async (button, updateCheck) => {
    show('update-question');
    expect(screen.getByText(texts.question)).toBeTruthy();
    await press(button);
    expect(bridge.inputsOf('settings.change')).toEqual([{ updateCheck }]);
  });

  it('names the newer version, opens its page, and can be dismissed for that version', async () => {
    show('update-newer');
    expect(screen.getByText(texts.available({ version: '0.2.0' }))).toBeTruthy();
    expect(screen.queryByText(texts.ofSystem, { exact: false })).toBeNull();
    await press(texts.openPage);
    await press(texts.skip);
    expect([bridge.inputsOf('updates.openPage'), bridge.inputsOf('updates.skip')]).toEqual([
      [undefined],
      [{ version: '0.2.0' }],
    ]);
  });

  it('refers to the package manager where that installed NineTray', () => {
    show('update-newer-of-system');
    expect(screen.getByText(texts.ofSystem, { exact: false })).toBeTruthy();
  });
});
