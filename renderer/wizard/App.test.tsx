// The wizard as the user goes through it: what has the focus, what is announced, what is requested from main, what it
// asks back.
/** @module-tag sweep */
import { copyTexts, receiptTexts, updateTexts } from '../../app/texts/wizard/wizard-after';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RotationStep } from '../../app/model/rotation/rotation';
import type { Problem } from '../../app/model/problem';
import { popoverTexts } from '../../app/texts/status/popover';
import { placesTexts } from '../../app/texts/wizard/places';
import { elsewhereTexts } from '../../app/texts/wizard/wizard-elsewhere';
import { frameTexts, prepareTexts, proveTexts, receiveTexts, regenerateTexts } from '../../app/texts/wizard/wizard';
import { findPlacesTexts } from '../../app/texts/account/places';
import { placeStateTexts } from '../../app/texts/wizard/place-states';
import { scanWithCopies } from './places/progress.fixture';
import { aside, labelled } from '../../app/texts/sentence';
import { steps } from './step/facts';
import { named } from '../ui/example-state.fixture';
import { showWizard } from './render-wizard.fixture';
import { picturedAt, places, stateAt, wizardStates } from './wizard-states.fixture';

let user: ReturnType<typeof userEvent.setup>;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: picturedAt });
  user = userEvent.setup({ delay: null });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const wrong = (problem: Problem) => ({ ok: false, problem }) as const;
const press = (name: string | RegExp) => user.click(screen.getByRole('button', { name }));
const show = (name: string) => showWizard(named(wizardStates, name));
/** Ticks each point that only the user can know. */
const tickPoints = async () => {
  for (const { title } of Object.values(prepareTexts.self)) {
    await user.click(screen.getByRole('checkbox', { name: title }));
  }
};
const heading = () => screen.getByRole('heading', { level: 1 });
const rail = () => within(screen.getByRole('complementary', { name: frameTexts.where }));

describe('while the settings name another address', () => {
  test('leads to the settings, and shows no step', async () => {
    const { bridge } = await show('elsewhere');
    expect(screen.queryByRole('button', { name: /dashboard/i })).toBeNull();
    await press('Open the settings');
    expect(bridge.inputsOf('account.open')).toEqual([{ area: 'settings', section: 'advanced' }]);
  });

  test('ends it after a question that says what stays, and says why it could not', async () => {
    const { bridge } = await show('elsewhere');
    bridge.answers['rotation.abandon'] = () => wrong({ kind: 'disk-full' });
    await press('End it…');
    const question = within(screen.getByRole('alertdialog'));
    expect(question.getByText(elsewhereTexts.wasSent, { exact: false })).toBeTruthy();
    await user.click(question.getByRole('button', { name: 'End it' }));
    expect(bridge.inputsOf('rotation.abandon')).toHaveLength(1);
    expect(question.getByText(/disk is full/i)).toBeTruthy();
  });

  test('shows its step again once the address is its own again', async () => {
    const { become } = await show('elsewhere');
    become(named(wizardStates, 'regenerate-watching'));
    expect(heading().textContent).toBe(regenerateTexts.title);
    expect(document.activeElement).toBe(heading());
  });
});

describe('the frame', () => {
  test('takes the focus to each step’s heading, once, and not again while the step lasts', async () => {
    const { become } = await showWizard(stateAt('prepare'));
    for (const step of steps.slice(1)) {
      become(stateAt(step));
      expect(document.activeElement).toBe(heading());
    }
    const button = screen.getByRole('button', { name: receiptTexts.done });
    button.focus();
    become({ ...stateAt('receipt'), online: false });
    expect(document.activeElement).toBe(button);
  });

  test.each(steps)(
    'says where one is: %s',
    async (step: RotationStep) => {
      await showWizard(stateAt(step));
      const current = rail()
        .getAllByRole('listitem')
        .find((item) => item.getAttribute('aria-current') === 'step');
      expect(current?.textContent).toContain(aside(frameTexts.standing.now));
      expect(rail().queryAllByText(aside(frameTexts.standing.done).trim())).toHaveLength(steps.indexOf(step));
    },
    10_000,
  );

  test('says what happened and when, and what cannot be undone', async () => {
    await showWizard(stateAt('update'));
    for (const text of [/^Stopped /, /^Stored /, /^Verified /, /^Copied /, '1 of 6 updated']) {
      expect(rail().getByText(text)).toBeTruthy();
    }
    expect(rail().getAllByText(frameTexts.final)).toHaveLength(2);
  });

  test('counts the outage while it lasts, second by second, and stops with the proof', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: picturedAt });
    const { become } = await showWizard(stateAt('receive'));
    expect(rail().getByRole('timer').textContent).toBe('21 s');
    await act(() => vi.advanceTimersByTimeAsync(45_000));
    expect(rail().getByRole('timer').textContent).toBe('1 min 6 s');
    become(stateAt('copy'));
    expect(rail().getByRole('timer').textContent).toBe('17 s');
    await act(() => vi.advanceTimersByTimeAsync(5_000));
    expect(rail().getByRole('timer').textContent).toBe('17 s');
  });

  test('says that the old key was accepted again, and counts no outage from then on', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: picturedAt });
    const { become } = await show('prove-old-again');
    expect(rail().getByText(/^Stopped .*, then accepted again at /)).toBeTruthy();
    expect(rail().getByRole('timer').textContent).toBe('2 min 50 s');
    await act(() => vi.advanceTimersByTimeAsync(5_000));
    expect(rail().getByRole('timer').textContent).toBe('2 min 50 s');
    expect(rail().getByText(frameTexts.outageOver['old-key'])).toBeTruthy();
    become(named(wizardStates, 'copy-old-again'));
    expect(rail().getByText(/^Stopped .*, then accepted again at /)).toBeTruthy();
    expect(rail().getByRole('timer').textContent).toBe('21 s');
    expect(rail().getByText(frameTexts.outageOver['new-key'])).toBeTruthy();
  });

  test('says until when an old key was accepted that is dead after all', async () => {
    const state = named(wizardStates, 'copy-old-again');
    const { current } = state.rotation;
    if (current === null) throw new Error('There is none.');
    const oldKey = { ...current.oldKey, status: 'dead' as const };
    await showWizard({ ...state, rotation: { ...state.rotation, current: { ...current, oldKey } } });
    expect(rail().getByText(/^Stopped .*, but accepted until /)).toBeTruthy();
  });

  test('says nothing of a stop where the old key was never refused', async () => {
    await show('prove-old-alive');
    expect(rail().queryByText(/^Stopped/)).toBeNull();
    expect(rail().queryByRole('timer')).toBeNull();
  });

  test('has a badge in the demo, and none for a real account', async () => {
    await show('receive-demo');
    expect(rail().getByText(popoverTexts.demo)).toBeTruthy();
    cleanup();
    await show('receive');
    expect(rail().queryByText(popoverTexts.demo)).toBeNull();
  });

  test('has no clock before anything stopped', async () => {
    await showWizard(stateAt('prepare'));
    expect(rail().queryByRole('timer')).toBeNull();
  });

  test('the wizard can be closed at any time, and explains that it continues later', async () => {
    const { bridge } = await show('prove-offline');
    expect(rail().getByText(/You can close this window at any time/)).toBeTruthy();
    await press(frameTexts.close);
    expect(bridge.inputsOf('wizard.close')).toHaveLength(1);
  });

  test('offers to finish later until everything is done', async () => {
    const { become } = await showWizard(stateAt('receipt'));
    expect(rail().queryByRole('button', { name: frameTexts.close })).toBeNull();
    become(named(wizardStates, 'receipt-open'));
    expect(rail().getByRole('button', { name: frameTexts.close })).toBeTruthy();
  });

  test('is not closed by Esc, at no step', async () => {
    const { bridge, become } = await showWizard(stateAt('prepare'));
    for (const step of steps) {
      become(stateAt(step));
      await user.keyboard('{Escape}');
    }
    expect(bridge.asked).toEqual([]);
  });

  test('is cancelled only while nothing was revoked, and asks first', async () => {
    const { bridge, become } = await show('regenerate-watching');
    await press(frameTexts.abandon);
    expect(screen.getByRole('alertdialog').textContent).toContain(frameTexts.abandonSent);
    expect(bridge.asked).toEqual([]);
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: frameTexts.abandonConfirm }));
    expect(bridge.inputsOf('rotation.abandon')).toHaveLength(1);
    become(stateAt('receive'));
    expect(screen.queryByRole('button', { name: frameTexts.abandon })).toBeNull();
  });

  test('ends where nothing is under way', async () => {
    const { bridge } = await show('idle');
    await press(frameTexts.closeWindow);
    expect(bridge.inputsOf('wizard.close')).toHaveLength(1);
  });
});

describe('prepare', () => {
  test.each([
    ['prepare-leak', prepareTexts.next],
    ['prepare-first', prepareTexts.next],
    ['prepare-refused', new RegExp(prepareTexts.makeNew)],
  ])('%s continues without a question', async (name, button) => {
    const { bridge } = await show(name);
    await press(button);
    expect(bridge.inputsOf('rotation.next')).toHaveLength(1);
  });

  test.each(['prepare', 'prepare-lost'])('%s continues once each point is ticked, and says so before', async (name) => {
    const { bridge } = await show(name);
    await press(prepareTexts.next);
    expect(screen.getByRole('alert').textContent).toContain(prepareTexts.missing.points);
    expect(bridge.asked).toEqual([]);
    await tickPoints();
    expect(screen.queryByRole('alert')).toBeNull();
    await press(prepareTexts.next);
    expect(bridge.inputsOf('rotation.next')).toHaveLength(1);
  });

  test('needs a place, or that nothing else uses the key', async () => {
    const { bridge } = await show('prepare-no-places');
    await tickPoints();
    await press(prepareTexts.next);
    expect(screen.getByRole('alert').textContent).toContain(prepareTexts.missing.places);
    expect(bridge.asked).toEqual([]);
    await user.click(screen.getByRole('checkbox', { name: placesTexts.nowhereElse }));
    await press(prepareTexts.next);
    expect(bridge.inputsOf('rotation.next')).toHaveLength(1);
  });

  test('does not leave a place behind that is being written down', async () => {
    const { bridge } = await show('prepare');
    await tickPoints();
    await press(placesTexts.add);
    await user.type(screen.getByLabelText(placesTexts.name), 'Blog');
    await press(prepareTexts.next);
    expect(screen.getByRole('alert').textContent).toContain(prepareTexts.missing.form);
    expect(bridge.asked).toEqual([]);
    expect(screen.getByRole('button', { name: placesTexts.edit({ name: 'My laptop' }) })).toHaveProperty(
      'disabled',
      true,
    );
    expect(screen.getByLabelText(placesTexts.name)).toHaveProperty('value', 'Blog');
  });

  test('with the new key at hand goes straight to receiving it, and back', async () => {
    const { bridge } = await show('prepare-refused');
    await press(/^I have the new key/);
    expect(heading().textContent).toBe(receiveTexts.title);
    expect(document.activeElement).toBe(heading());
    await press(frameTexts.back);
    expect(heading().textContent).toBe(prepareTexts.title.refused);
    await press(/^I have the new key/);
    await press(receiveTexts.paste);
    expect(bridge.asked.map(({ name }) => name)).toEqual(['rotation.receiveClipboard']);
  });

  test('says why the next step was not taken', async () => {
    const { bridge } = await show('prepare');
    bridge.answers['rotation.next'] = () => wrong({ kind: 'disk-full' });
    await tickPoints();
    await press(prepareTexts.next);
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full');
  });

  test('opens the API Key page where 2FA is off, and calls it so', async () => {
    const { bridge } = await show('prepare-not-ready');
    await press(prepareTexts.twoFactorOpen);
    expect(bridge.inputsOf('external.open')).toEqual([{ page: 'apiKey' }]);
  });
});

describe('the places', () => {
  test('are added by keyboard alone, and never hold a key', async () => {
    const { bridge } = await show('prepare-no-places');
    screen.getByRole('button', { name: placesTexts.add }).focus();
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByLabelText(placesTexts.name));
    await user.keyboard('{Enter}');
    expect(screen.getByText(placesTexts.nameMissing)).toBeTruthy();
    await user.keyboard('Blog');
    await user.selectOptions(screen.getByLabelText(placesTexts.kind), 'container');
    await user.click(screen.getByLabelText(placesTexts.where));
    await user.paste('abcDEF0123456789abcDEF0123456789');
    await user.keyboard('{Enter}');
    expect(screen.getByText(/This looks like a key/)).toBeTruthy();
    expect(bridge.asked).toEqual([]);
    await user.clear(screen.getByLabelText(placesTexts.where));
    await user.type(screen.getByLabelText(placesTexts.where), '/srv/blog{Enter}');
    expect(bridge.inputsOf('places.change')).toEqual([
      { places: [{ id: expect.any(String), name: 'Blog', kind: 'container', where: '/srv/blog', note: '' }] },
    ]);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: placesTexts.add }));
  });

  test('are changed, and left as they are by Esc', async () => {
    const { bridge } = await show('prepare');
    await press('Edit My laptop');
    await user.clear(screen.getByLabelText(placesTexts.name));
    await user.type(screen.getByLabelText(placesTexts.name), 'Old laptop{Escape}');
    expect(bridge.asked).toEqual([]);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Edit My laptop' }));
    await press('Edit My laptop');
    await user.type(screen.getByLabelText(placesTexts.note), 'zsh');
    await press(placesTexts.save);
    expect(bridge.inputsOf('places.change')).toEqual([
      { places: places.map((place) => (place.id === 'p4' ? { ...place, note: 'zsh' } : place)) },
    ]);
  });

  test('are removed, and brought back', async () => {
    const { bridge, become } = await show('prepare');
    await press('Remove price-watch');
    const left = places.filter(({ id }) => id !== 'p2');
    expect(bridge.inputsOf('places.change')).toEqual([{ places: left }]);
    const state = stateAt('prepare');
    become({ ...state, rotation: { ...state.rotation, places: left } });
    expect(document.activeElement).toBe(screen.getByRole('button', { name: placesTexts.add }));
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(
      'price-watch was removed from the list.',
    );
    await press(placesTexts.undo);
    expect(bridge.inputsOf('places.change').at(-1)).toEqual({ places });
    // Once the call has answered.
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: placesTexts.add })));
  });
});

describe('back', () => {
  test.each(['regenerate', 'receive-alive'])('leads from %s to the step before', async (name) => {
    const { bridge } = await show(name);
    await press(frameTexts.back);
    expect(bridge.inputsOf('rotation.back')).toHaveLength(1);
  });

  test('is not offered once the dashboard was opened, or a key has come', async () => {
    const { become } = await show('regenerate-watching');
    expect(screen.queryByRole('button', { name: frameTexts.back })).toBeNull();
    become(stateAt('prove'));
    expect(screen.queryByRole('button', { name: frameTexts.back })).toBeNull();
  });
});

describe('regenerate', () => {
  test('opens the dashboard', async () => {
    const { bridge } = await show('regenerate');
    await press(regenerateTexts.open);
    expect(bridge.inputsOf('rotation.openDashboard')).toEqual([{ why: 'first' }]);
  });

  test('opens it a second time only with a reason', async () => {
    const { bridge } = await show('regenerate-watching');
    await press(regenerateTexts.openAgain);
    const dialog = within(screen.getByRole('alertdialog'));
    expect(dialog.getByText(/the key that you have just created stops working/)).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: regenerateTexts.open }));
    expect(bridge.asked).toEqual([]);
    await user.click(dialog.getByRole('radio', { name: regenerateTexts.reasons['asked-again'] }));
    await user.click(dialog.getByRole('button', { name: regenerateTexts.open }));
    expect(bridge.inputsOf('rotation.openDashboard')).toEqual([{ why: 'asked-again' }]);
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  test('continues with the new key at hand', async () => {
    const { bridge } = await show('regenerate-watching');
    await press(prepareTexts.haveNew);
    expect(bridge.inputsOf('rotation.next')).toHaveLength(1);
  });

  test('the end of the old key is announced once, and not each check', async () => {
    const { become } = await show('receive-alive');
    const spoken = () => screen.getAllByRole('status').map(({ textContent }) => textContent);
    const before = spoken();
    const state = named(wizardStates, 'receive-alive');
    const { current } = state.rotation;
    if (current === null) throw new Error('There is none.');
    become({
      ...state,
      rotation: {
        ...state.rotation,
        current: { ...current, oldKey: { ...current.oldKey, lastAcceptedAt: picturedAt, watched: 13 } },
      },
    });
    expect(spoken()).toEqual(before);
    become(stateAt('receive'));
    expect(spoken().filter((text) => text?.includes(regenerateTexts.watchTitle))).toEqual([
      `${regenerateTexts.watchTitle}: ${regenerateTexts.dead}.`,
    ]);
  });
});

describe('receive', () => {
  const secret = 'k3yThatIsPastedHere0123456789';
  const field = () => screen.getByLabelText<HTMLInputElement>(receiveTexts.label);

  test('takes a paste, and the text never enters the page', async () => {
    const { bridge } = await show('receive');
    expect(field().type).toBe('password');
    field().focus();
    await user.paste(secret);
    expect(bridge.inputsOf('rotation.receive')).toEqual([{ text: secret }]);
    expect(field().value).toBe('');
    expect(document.documentElement.outerHTML).not.toContain(secret);
  });

  test('takes what is typed, by keyboard alone, and wipes the field', async () => {
    const { bridge } = await show('receive');
    field().focus();
    await user.keyboard(`${secret}{Enter}`);
    expect(bridge.inputsOf('rotation.receive')).toEqual([{ text: secret }]);
    expect(field().value).toBe('');
  });

  test('takes what is dropped anywhere on the card', async () => {
    const { bridge } = await show('receive');
    fireEvent.drop(screen.getByText(receiveTexts.hint), {
      dataTransfer: { getData: () => secret, types: ['text/plain'] },
    });
    await act(() => Promise.resolve());
    expect(bridge.inputsOf('rotation.receive')).toEqual([{ text: secret }]);
    expect(document.documentElement.outerHTML).not.toContain(secret);
  });

  test('takes the clipboard without seeing it', async () => {
    const { bridge } = await show('receive');
    await press(receiveTexts.paste);
    expect(bridge.inputsOf('rotation.receiveClipboard')).toEqual([undefined]);
  });

  test.each<[Problem, string]>([
    [{ kind: 'key-is-the-old-one' }, 'This is the old key'],
    [{ kind: 'key-shape', why: 'too-long' }, 'It is too long.'],
    [{ kind: 'key-shape', why: 'empty' }, 'No key was entered'],
    [{ kind: 'disk-full' }, 'The disk is full'],
    [{ kind: 'keyring-locked' }, 'The keyring is locked'],
  ])('refuses with a reason: %o', async (problem, words) => {
    const { bridge } = await show('receive');
    bridge.answers['rotation.receiveClipboard'] = () => wrong(problem);
    await press(receiveTexts.paste);
    expect((await screen.findByRole('alert')).textContent).toContain(words);
    expect(field().getAttribute('aria-invalid')).toBe('true');
  });

  test('leads to the button again with the likely reason chosen', async () => {
    const { bridge } = await show('receive');
    await press(regenerateTexts.openAgain);
    await press(regenerateTexts.open);
    expect(bridge.inputsOf('rotation.openDashboard')).toEqual([{ why: 'key-not-received' }]);
  });

  test('leads to the dashboard for the first time without a question', async () => {
    const { bridge } = await show('receive-refused-entry');
    await press(regenerateTexts.open);
    expect(bridge.inputsOf('rotation.openDashboard')).toEqual([{ why: 'first' }]);
  });
});

describe('prove', () => {
  test('says each change once', async () => {
    const { become } = await showWizard(stateAt('prove'));
    const proofs = () => within(screen.getByRole('list', { name: proveTexts.title })).getAllByRole('listitem');
    const spoken = () => screen.getAllByRole('status').map(({ textContent }) => textContent);
    expect(proofs().map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining(`${proveTexts.answers.open} (${proveTexts.state.open})`),
      expect.stringContaining(`${proveTexts.sameAccount.open} (${proveTexts.state.open})`),
      expect.stringContaining(`${proveTexts.oldDead.open} (${proveTexts.state.open})`),
    ]);
    expect(spoken()).toEqual(['']);
    become(named(wizardStates, 'prove-refused'));
    expect(proofs()[0]?.textContent).toContain('9Proxy refuses the new key (failed)');
    expect(spoken()).toEqual(['9Proxy refuses the new key.']);
    // A refused key says nothing of its account: only the old key is still being checked.
    const spins = (proof: HTMLElement) => proof.querySelector('[class*="spinner"]') !== null;
    expect(proofs().map(spins)).toEqual([false, false, true]);
  });

  test('tries again when asked', async () => {
    const { bridge } = await show('prove-offline');
    await press(proveTexts.tryNow);
    expect(bridge.inputsOf('rotation.proveNow')).toHaveLength(1);
  });

  test('the wizard names both accounts, and accepts the other one when the user confirms it', async () => {
    const { bridge } = await show('prove-other-account');
    const region = within(screen.getByRole('region', { name: proveTexts.otherTitle }));
    expect(region.getByText('lena.okafor')).toBeTruthy();
    expect(region.getByText('nordwind.purchasing')).toBeTruthy();
    await press(proveTexts.otherAccept);
    expect(bridge.inputsOf('rotation.acceptAccount')).toHaveLength(1);
  });

  test('throws a key away only after a question', async () => {
    const { bridge } = await show('prove-other-account');
    await press(proveTexts.otherDiscard);
    expect(bridge.asked).toEqual([]);
    await press(proveTexts.discardConfirm);
    expect(bridge.inputsOf('rotation.discardReceived')).toHaveLength(1);
  });

  test('hides no old key that lives on: every try, and when the next one is', async () => {
    await show('prove-old-alive');
    const alive = screen.getByText(/The old key was still accepted at/);
    expect(alive.parentElement?.textContent).toMatch(/NineTray checks it again at/);
    expect(screen.getAllByText(/, still accepted$/)).toHaveLength(2);
    expect(screen.getByText(/, no answer$/)).toBeTruthy();
  });

  test('says what became of the clipboard that brought the key', async () => {
    const { become } = await showWizard(stateAt('prove'));
    expect(screen.getByText(proveTexts.clipboardCleared)).toBeTruthy();
    become(named(wizardStates, 'prove-html'));
    expect(screen.getByText(/could not be cleared/)).toBeTruthy();
  });
});

describe('an old key that was refused long before', () => {
  test('an old key that was refused before today is shown with its day, not with an hour', async () => {
    const state = stateAt('receive');
    const { current } = state.rotation;
    if (current === null) throw new Error('There is none.');
    const diedAt = Date.UTC(2026, 0, 2, 9, 30);
    const dead = { ...current, oldKey: { ...current.oldKey, status: 'dead' as const, diedAt } };
    await showWizard({ ...state, rotation: { ...state.rotation, current: dead } });
    expect(screen.getByText(/^Stopped .*Jan/)).toBeTruthy();
    expect(screen.getByText(/^First refused at .*Jan/)).toBeTruthy();
  });
});

describe('an old key that cannot be read any more', () => {
  const untried = (name: 'prove' | 'receipt') => {
    const state = stateAt(name);
    const { current } = state.rotation;
    if (current === null) throw new Error('There is none.');
    const rotation = { ...current, proof: { ...current.proof, oldDead: 'waived' as const } };
    return { ...state, rotation: { ...state.rotation, current: rotation } };
  };

  test('is not said never to have been there, nor to be dead', async () => {
    const { become } = await showWizard(untried('prove'));
    expect(screen.getByText(proveTexts.oldUntried, { exact: false }).textContent).toContain(
      `(${proveTexts.notProved})`,
    );
    expect(screen.queryByText(proveTexts.oldNone)).toBeNull();
    become(untried('receipt'));
    expect(screen.getByText(receiptTexts.oldDead.open)).toBeTruthy();
  });
});

describe('update', () => {
  test('has what to do for each kind, and ticks', async () => {
    const { bridge } = await showWizard(stateAt('update'));
    for (const text of [/Recreate the container/, /Open new terminals/, /Run one job again/, /Run it once by hand/]) {
      expect(screen.getByText(text)).toBeTruthy();
    }
    await user.click(screen.getByRole('checkbox', { name: 'price-watch' }));
    await user.click(screen.getByRole('checkbox', { name: placesTexts.namePlaceholder }));
    expect(bridge.inputsOf('rotation.tick')).toEqual([
      { placeId: 'p2', ticked: true },
      { placeId: 'p1', ticked: false },
    ]);
  });

  test('has no copy of the key, and says where it went', async () => {
    await showWizard(stateAt('update'));
    expect(screen.queryByRole('button', { name: /copy/i })).toBeNull();
    expect(screen.getByText(updateTexts.whereCopyTitle)).toBeTruthy();
    expect(screen.getByText(updateTexts.whereCopy.clipboard)).toBeTruthy();
  });

  test('still says for how long a copy can be pasted, and when it could not be taken away', async () => {
    const state = stateAt('update');
    const { become } = await showWizard(state);
    const during = (clipboard: typeof state.rotation.clipboard) =>
      become({ ...state, rotation: { ...state.rotation, clipboard } });
    during({ clearsAt: picturedAt + 48_000, outcome: 'copied' });
    expect(screen.getByText(/clears the clipboard in 4\d s/)).toBeTruthy();
    during({ clearsAt: picturedAt + 48_000, outcome: 'copied', of: 'list' });
    expect(screen.queryByText(/clears the clipboard in/)).toBeNull();
    during({ clearsAt: null, outcome: 'failed' });
    expect((await screen.findByRole('alert')).textContent).toContain('The key may still be on it');
    during({ clearsAt: null, outcome: 'cleared' });
    expect(screen.queryByText(copyTexts.cleared)).toBeNull();
  });

  test('with no place to tick, asks for places at once, and names them only once', async () => {
    await showWizard(named(wizardStates, 'update-no-places'));
    expect(screen.getByRole('region', { name: placesTexts.title })).toBeTruthy();
    expect(screen.queryByRole('button', { name: updateTexts.more })).toBeNull();
    expect(screen.queryByText(updateTexts.lead)).toBeNull();
    expect(screen.getByText(updateTexts.emptyLine, { exact: false })).toBeTruthy();
  });

  test('takes another place, and shows it among those to tick', async () => {
    const { bridge, become } = await showWizard(stateAt('update'));
    bridge.answers['places.change'] = () => ({ ok: true, value: undefined });
    expect(screen.queryByRole('region', { name: placesTexts.title })).toBeNull();
    await press(updateTexts.more);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: updateTexts.more, expanded: true }));
    await press(placesTexts.add);
    await user.type(screen.getByRole('textbox', { name: placesTexts.name }), 'Forgotten cron job');
    await press(placesTexts.save);
    expect(bridge.inputsOf('places.change')).toMatchObject([
      { places: [...places, { name: 'Forgotten cron job', kind: 'env-file' }] },
    ]);
    const state = stateAt('update');
    const { current } = state.rotation;
    if (current === null) throw new Error('There is none.');
    const place = { id: 'p7', name: 'Forgotten cron job', kind: 'env-file', where: '', note: '' } as const;
    const changed = { ...current, places: [...current.places, { place, tickedAt: null }] };
    become({ ...state, rotation: { ...state.rotation, places: [...places, place], current: changed } });
    expect(screen.getByRole('checkbox', { name: 'Forgotten cron job' })).toBeTruthy();
  });

  test('has the list open where no place was listed', async () => {
    await show('update-no-places');
    expect(screen.getByRole('button', { name: placesTexts.add })).toBeTruthy();
  });

  test('continues with places open', async () => {
    const { bridge } = await showWizard(stateAt('update'));
    await press(updateTexts.nextOpen);
    expect(bridge.inputsOf('rotation.next')).toHaveLength(1);
  });
});

describe('the receipt', () => {
  test('has times, account, fingerprints, outage, proofs and places', async () => {
    await showWizard(stateAt('receipt'));
    const main = within(screen.getByRole('main'));
    for (const text of ['lena.okafor', '7c1e-44a0', 'd93b-08f2', '47 s', 'Once', /Refused \(4 of 4 checks\)/]) {
      expect(main.getByText(text)).toBeTruthy();
    }
    expect(main.getAllByText(/^Updated /)).toHaveLength(6);
  });

  test('lists what is open first, and reminds of the file', async () => {
    await show('receipt-open');
    expect(screen.getAllByText(/^Not updated yet/)).toHaveLength(5);
    expect(screen.getByText(receiptTexts.fileTitle)).toBeTruthy();
    expect(screen.getByText('nordwind (before: lena.okafor)')).toBeTruthy();
  });

  test('has the copies of the old key that a search found, folded', async () => {
    const state = stateAt('receipt');
    await showWizard({ ...state, places: { ...state.places, scan: scanWithCopies } });
    const title = screen.getByText(placeStateTexts.copies({ count: 3 }));
    expect(title.closest('details')?.open).toBe(false);
    expect(screen.getByText(labelled(findPlacesTexts.class.history, '2'))).toBeTruthy();
    expect(screen.queryByText(new RegExp(findPlacesTexts.class.config))).toBeNull();
  });

  test('the receipt is saved, and reported as saved only then', async () => {
    const { bridge } = await showWizard(stateAt('receipt'));
    bridge.answers['receipt.export'] = () => ({ ok: true, value: { saved: false } });
    await press(receiptTexts.export);
    expect(screen.queryByText(receiptTexts.exported)).toBeNull();
    bridge.answers['receipt.export'] = () => ({ ok: true, value: { saved: true } });
    await press(receiptTexts.export);
    expect(screen.getByText(receiptTexts.exported)).toBeTruthy();
    expect(bridge.inputsOf('receipt.export')).toEqual([{ id: 'r1' }, { id: 'r1' }]);
  });

  test('ends the rotation', async () => {
    const { bridge } = await showWizard(stateAt('receipt'));
    await press(receiptTexts.done);
    expect(bridge.inputsOf('rotation.finish')).toHaveLength(1);
  });
});
