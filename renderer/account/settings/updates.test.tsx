// The settings about newer versions: the switch, and what the last check found.
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { updateFailures } from '../../../app/model/updates';
import { updateFailureText, updateTexts as texts } from '../../../app/texts/updates';
import { settingsStates } from '../../settings/settings-states.fixture';
import { type FakeBridge, installFakeBridge } from '../../ui/fake-bridge.fixture';
import { UpdatesSection } from './Updates';

let bridge: FakeBridge;
const user = userEvent.setup({ delay: null });
const show = (name: keyof typeof settingsStates) => render(<UpdatesSection state={settingsStates[name]} />);
const press = (name: string) => user.click(screen.getByRole('button', { name }));

beforeEach(() => {
  bridge = installFakeBridge();
});
afterEach(cleanup);

describe('updates', () => {
  it('are off before the user decides, and switched on and off', async () => {
    show('normal');
    const toggle = screen.getByRole<HTMLInputElement>('switch', { name: texts.check });
    expect(toggle.checked).toBe(false);
    expect(screen.queryByText(texts.notChecked)).toBeNull();
    await user.click(toggle);
    cleanup();
    show('update-none');
    await user.click(screen.getByRole('switch', { name: texts.check }));
    expect(bridge.inputsOf('settings.change')).toEqual([{ updateCheck: 'on' }, { updateCheck: 'off' }]);
  });

  it('name the newer version, open its page and skip it', async () => {
    show('update-newer');
    expect(screen.getByText(texts.available({ version: '0.2.0' }))).toBeTruthy();
    bridge.answers['updates.openPage'] = () => ({ ok: false, problem: { kind: 'internal' } });
    await press(texts.openPage);
    expect(screen.getByRole('alert')).toBeTruthy();
    await press(texts.skip);
    expect(bridge.inputsOf('updates.skip')).toEqual([{ version: '0.2.0' }]);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('say that a version was skipped, and offer that no more', () => {
    show('update-skipped');
    expect(screen.getByText(texts.skipped, { exact: false })).toBeTruthy();
    expect(screen.getByText(texts.ofSystem, { exact: false })).toBeTruthy();
    expect(screen.queryByRole('button', { name: texts.skip })).toBeNull();
  });

  it('say what the last check found', () => {
    show('update-none');
    expect(screen.getByText(texts.none)).toBeTruthy();
    cleanup();
    show('update-failed');
    expect(screen.getByText(updateFailureText('bad-signature'))).toBeTruthy();
    expect(screen.queryByText(texts.none)).toBeNull();
  });

  it('have words for each failure', () => {
    for (const failure of updateFailures) expect(updateFailureText(failure).length).toBeGreaterThan(20);
  });
});
