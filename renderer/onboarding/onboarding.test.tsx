// First run and the later times a key is entered, as the user goes through them.
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Problem, Result } from '../../app/model/problem';
import type { AppState } from '../../app/model/state/app-state';
import type { KeyCandidate } from '../../app/model/state/key-candidate';
import { onboardingTexts, situationTexts } from '../../app/texts/onboarding';
import { refusalText } from '../../app/texts/problems/refusals';
import { sentences } from '../../app/texts/sentence';
import { type FakeBridge, installFakeBridge } from '../ui/fake-bridge.fixture';
import { locale } from '../ui/locale';
import { Onboarding } from './onboarding';
import { bareCandidate, candidate, firstRun, onboardingStates, withKey } from './onboarding-states.fixture';

const KEY = 'k3yTextThatMustNotStay0123456789';
let bridge: FakeBridge;
const user = userEvent.setup({ delay: null });

beforeEach(() => {
  bridge = installFakeBridge();
});
afterEach(cleanup);

const fine = <T,>(value: T) => ({ ok: true, value }) as const;
const wrong = (problem: Problem) => ({ ok: false, problem }) as const;
const press = (name: string | RegExp) => user.click(screen.getByRole('button', { name }));
const field = () => screen.getByLabelText<HTMLInputElement>(onboardingTexts.fieldLabel);
const heading = () => screen.getByRole('heading', { level: 1 });

function show(state: AppState, ways: { onClose?: () => void; onSettings?: () => void } = {}) {
  return render(<Onboarding state={state} {...ways} />);
}

async function toCandidate(found: KeyCandidate) {
  bridge.answers['key.checkClipboard'] = () => fine(found);
  show(firstRun);
  await press(new RegExp(onboardingTexts.haveKey));
  await press(onboardingTexts.pasteFromClipboard);
  await screen.findByText(onboardingTexts.candidateTitle);
}

describe('three ways in', () => {
  it('offers exactly three, and the settings, since a proxy may be needed first', async () => {
    const onSettings = vi.fn<() => void>();
    show(firstRun, { onSettings });
    const ways = within(screen.getByRole('list', { name: onboardingTexts.waysIn })).getAllByRole('button');
    expect(ways.map((way) => way.textContent)).toEqual([
      expect.stringContaining(onboardingTexts.haveKey),
      expect.stringContaining(onboardingTexts.needKey),
      expect.stringContaining(onboardingTexts.showMe),
    ]);
    await press(onboardingTexts.addressAndProxy);
    expect(onSettings).toHaveBeenCalledOnce();
  });

  it('starts the demo, shows that it is on its way, and says why it did not start', async () => {
    let answer = (_result: Result<undefined>) => {};
    bridge.answers['demo.start'] = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    show(firstRun);
    await press(new RegExp(onboardingTexts.showMe));
    expect(screen.getByRole('status').textContent).toBe(onboardingTexts.startingDemo);
    await press(new RegExp(onboardingTexts.showMe));
    expect(bridge.inputsOf('demo.start')).toHaveLength(1);
    answer(wrong({ kind: 'demo-failed' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The demo did not start');
  });

  it('guides to a key, opens the dashboard page, warns of regenerating, and leads on to the field', async () => {
    show(firstRun);
    await press(new RegExp(onboardingTexts.needKey));
    expect(heading().textContent).toBe(onboardingTexts.guideTitle);
    expect(screen.getAllByRole('listitem')).toHaveLength(6);
    expect(screen.getByText(onboardingTexts.regenerateWarning)).toBeTruthy();
    await press(onboardingTexts.opens.apiKey);
    expect(bridge.inputsOf('external.open')).toEqual([{ page: 'apiKey' }]);
    expect(screen.queryByRole('button', { name: /2FA/ })).toBeNull();
    bridge.answers['external.open'] = () => wrong({ kind: 'internal' });
    await press(onboardingTexts.opens.apiKey);
    expect(await screen.findByRole('alert')).toBeTruthy();
    await press(onboardingTexts.haveItNow);
    expect(field()).toBeTruthy();
  });

  it('moves the focus to the heading of each step, or to the field to type in, and goes back the way it came', async () => {
    show(firstRun);
    expect(document.activeElement).toBe(heading());
    await press(new RegExp(onboardingTexts.needKey));
    expect(document.activeElement).toBe(heading());
    await press(onboardingTexts.haveItNow);
    expect(document.activeElement).toBe(field());
    await press(onboardingTexts.back);
    expect(heading().textContent).toBe(onboardingTexts.guideTitle);
    await press(onboardingTexts.back);
    expect(heading().textContent).toBe(situationTexts['first-run'].title);
    expect(document.activeElement).toBe(heading());
  });
});

describe('the field for the key', () => {
  it('takes the focus without scrolling the title, the lead and the paste button out of view', async () => {
    const focused = vi.spyOn(HTMLInputElement.prototype, 'focus');
    show(firstRun);
    await press(new RegExp(onboardingTexts.haveKey));
    expect(document.activeElement).toBe(field());
    expect(focused.mock.calls).toEqual([[{ preventScroll: true }]]);
    focused.mockRestore();
  });
});

describe('the key text', () => {
  const gone = () => {
    expect(field().value).toBe('');
    expect(document.documentElement.outerHTML).not.toContain(KEY);
  };

  it('is sent once and wiped at once when typed', async () => {
    bridge.answers['key.check'] = () => new Promise(() => {});
    show(firstRun);
    await press(new RegExp(onboardingTexts.haveKey));
    expect(field().type).toBe('password');
    await user.type(field(), `${KEY}{Enter}`);
    expect(bridge.inputsOf('key.check')).toEqual([{ text: KEY }]);
    gone();
    expect(screen.getByRole('status').textContent).toBe(onboardingTexts.checking);
  });

  it('never enters the page when pasted, and a paste is enough', async () => {
    bridge.answers['key.check'] = () => wrong({ kind: 'key-refused' });
    show(firstRun);
    await press(new RegExp(onboardingTexts.haveKey));
    await user.click(field());
    await user.paste(KEY);
    expect(bridge.inputsOf('key.check')).toEqual([{ text: KEY }]);
    gone();
    await screen.findByRole('alert');
    gone();
  });

  it('is not taken twice while the first one is looked at', async () => {
    bridge.answers['key.check'] = () => new Promise(() => {});
    show(firstRun);
    await press(new RegExp(onboardingTexts.haveKey));
    await user.click(field());
    await user.paste(KEY);
    await user.paste(KEY);
    await user.keyboard('{Enter}');
    await press(onboardingTexts.checking);
    expect(bridge.asked).toHaveLength(1);
  });

  it('stays out of the window when main reads the clipboard', async () => {
    await toCandidate(candidate);
    expect(bridge.asked).toEqual([{ name: 'key.checkClipboard', input: undefined }]);
  });

  it('says where it will go when that is not production', async () => {
    const address = { kind: 'custom', url: 'https://gateway.example' } as const;
    show({ ...firstRun, settings: { ...firstRun.settings, address } });
    await press(new RegExp(onboardingTexts.haveKey));
    expect(screen.getByText(/will be sent to https:\/\/gateway\.example/)).toBeTruthy();
  });
});

describe('a refusal', () => {
  const families: { problem: Problem; leadsToSettings: boolean }[] = [
    ...(['empty', 'spaces', 'address', 'too-long'] as const).map((why) => ({
      problem: { kind: 'key-shape', why } as const,
      leadsToSettings: false,
    })),
    { problem: { kind: 'key-refused' }, leadsToSettings: false },
    { problem: { kind: 'rejected', message: 'Account suspended' }, leadsToSettings: false },
    { problem: { kind: 'rate-limited', until: null }, leadsToSettings: false },
    { problem: { kind: 'server-trouble', status: 502 }, leadsToSettings: false },
    { problem: { kind: 'unreachable', why: 'proxy' }, leadsToSettings: true },
    { problem: { kind: 'timed-out' }, leadsToSettings: true },
    { problem: { kind: 'redirect-loop' }, leadsToSettings: true },
    { problem: { kind: 'insecure-address' }, leadsToSettings: true },
    { problem: { kind: 'unreadable-answer', why: 'html' }, leadsToSettings: true },
  ];

  it.each(families)('the problem is shown beside the field: $problem', async ({ problem, leadsToSettings }) => {
    bridge.answers['key.check'] = () => wrong(problem);
    show(firstRun, { onSettings: vi.fn<() => void>() });
    await press(new RegExp(onboardingTexts.haveKey));
    await user.type(field(), 'x{Enter}');
    const alert = await screen.findByRole('alert');
    const text = refusalText(problem, locale(), Date.now());
    expect(alert.textContent).toBe(`${text.title}${sentences(text.cause, text.next)}`);
    expect(field().getAttribute('aria-invalid')).toBe('true');
    const described = (field().getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id));
    expect(described.every((element) => element !== null)).toBe(true);
    expect(described.some((element) => element?.contains(alert))).toBe(true);
    expect(document.activeElement).toBe(field());
    const settings = screen.getByRole('button', { name: onboardingTexts.addressAndProxy });
    expect(described.some((element) => element?.contains(settings))).toBe(leadsToSettings);
  });

  it('goes when the next check begins', async () => {
    bridge.answers['key.check'] = () => wrong({ kind: 'key-refused' });
    show(firstRun);
    await press(new RegExp(onboardingTexts.haveKey));
    await user.type(field(), 'x{Enter}');
    await screen.findByRole('alert');
    bridge.answers['key.check'] = () => new Promise(() => {});
    await user.type(field(), 'y{Enter}');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(field().getAttribute('aria-invalid')).toBe('false');
  });
});

describe('a key that answered', () => {
  it('shows whose account it is', async () => {
    await toCandidate(candidate);
    const card = within(screen.getByRole('region', { name: onboardingTexts.account }));
    for (const text of [
      'mara',
      'mara@example.org',
      onboardingTexts.emailVerified,
      onboardingTexts.twoFactorOn,
      'c04e-5b18',
    ]) {
      expect(card.getByText(text)).toBeTruthy();
    }
    expect(document.activeElement).toBe(heading());
  });

  it('says what the vendor did not say, and what is off', async () => {
    await toCandidate(bareCandidate);
    for (const text of [
      onboardingTexts.nameUnknown,
      onboardingTexts.emailVerifiedUnknown,
      onboardingTexts.twoFactorOff,
    ]) {
      expect(screen.getByText(text)).toBeTruthy();
    }
  });

  it('is kept as suggested, and only then', async () => {
    const onClose = vi.fn<() => void>();
    bridge.answers['key.checkClipboard'] = () => fine(candidate);
    show(withKey, { onClose });
    await press(onboardingTexts.pasteFromClipboard);
    expect(bridge.inputsOf('key.keep')).toEqual([]);
    await press(onboardingTexts.keep);
    expect(bridge.inputsOf('key.keep')).toEqual([{ ticket: 'ticket-1', storage: 'protected', consent: false }]);
    expect(onClose).toHaveBeenCalledOnce();
    cleanup();
    expect(bridge.inputsOf('key.discard')).toEqual([]);
  });

  it('is kept for the session when that is chosen', async () => {
    await toCandidate(candidate);
    await user.click(screen.getByRole('radio', { name: /This session only/ }));
    await press(onboardingTexts.keep);
    expect(bridge.inputsOf('key.keep')).toEqual([{ ticket: 'ticket-1', storage: 'session', consent: false }]);
  });

  it('is kept unprotected only after a consent that says what it means', async () => {
    await toCandidate(bareCandidate);
    expect(screen.queryByRole('checkbox')).toBeNull();
    await user.click(screen.getByRole('radio', { name: /Unprotected/ }));
    const keep = screen.getByRole<HTMLButtonElement>('button', { name: onboardingTexts.keep });
    expect(keep.disabled).toBe(true);
    await user.click(keep);
    expect(bridge.inputsOf('key.keep')).toEqual([]);
    const consent = screen.getByRole('checkbox', { name: /I understand/ });
    const meaning = document.getElementById(consent.getAttribute('aria-describedby') ?? '');
    expect(meaning?.textContent).toMatch(/spend the account’s whole balance/);
    await user.click(consent);
    await user.click(keep);
    expect(bridge.inputsOf('key.keep')).toEqual([{ ticket: 'ticket-1', storage: 'unprotected', consent: true }]);
  });

  it('does not carry a consent over to a safer way', async () => {
    await toCandidate(bareCandidate);
    await user.click(screen.getByRole('radio', { name: /Unprotected/ }));
    await user.click(screen.getByRole('checkbox'));
    await user.click(screen.getByRole('radio', { name: /This session only/ }));
    await press(onboardingTexts.keep);
    expect(bridge.inputsOf('key.keep')).toEqual([{ ticket: 'ticket-1', storage: 'session', consent: false }]);
  });

  it('is given back when it is not mine, when I go back, and when the screen goes', async () => {
    for (const leave of [
      () => press(onboardingTexts.notMine),
      () => press(onboardingTexts.back),
      async () => cleanup(),
    ]) {
      bridge = installFakeBridge();
      await toCandidate(candidate);
      await leave();
      expect(bridge.inputsOf('key.discard')).toEqual([{ ticket: 'ticket-1' }]);
      cleanup();
      expect(bridge.inputsOf('key.discard')).toHaveLength(1);
    }
  });

  it('a candidate is discarded when its answer comes after the user left', async () => {
    let answer = (_result: Result<KeyCandidate>) => {};
    bridge.answers['key.checkClipboard'] = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    show(firstRun);
    await press(new RegExp(onboardingTexts.haveKey));
    await press(onboardingTexts.pasteFromClipboard);
    await press(onboardingTexts.back);
    answer(fine(candidate));
    await waitFor(() => expect(bridge.inputsOf('key.discard')).toEqual([{ ticket: 'ticket-1' }]));
    expect(heading().textContent).toBe(situationTexts['first-run'].title);
  });

  it('stays on screen with the reason when it could not be kept', async () => {
    bridge.answers['key.keep'] = () => wrong({ kind: 'keyring-locked' });
    await toCandidate(candidate);
    await press(onboardingTexts.keep);
    expect((await screen.findByRole('alert')).textContent).toContain(situationTexts.locked.title);
    bridge.answers['key.keep'] = () => fine(undefined);
    await press(onboardingTexts.keep);
    expect(bridge.inputsOf('key.keep')).toHaveLength(2);
  });

  it('offers to paste it again, and nothing else, once NineTray no longer has it', async () => {
    bridge.answers['key.keep'] = () => wrong({ kind: 'key-check-expired' });
    await toCandidate(candidate);
    await press(onboardingTexts.keep);
    await press(onboardingTexts.pasteAgain);
    expect(heading().textContent).toBe(onboardingTexts.enterTitle);
  });

  it('a pasted key of another account, or the key in use, is marked as such', async () => {
    bridge.answers['key.checkClipboard'] = () => fine(bareCandidate);
    show(withKey);
    await press(onboardingTexts.pasteFromClipboard);
    expect(screen.getByText(/another account.*mara/)).toBeTruthy();
    cleanup();
    bridge.answers['key.checkClipboard'] = () => fine({ ...candidate, fingerprint: withKey.key.fingerprint ?? '' });
    show(withKey);
    await press(onboardingTexts.pasteFromClipboard);
    expect(screen.getByText(/same key that NineTray already has/)).toBeTruthy();
  });
});

describe('later on', () => {
  it('has words for each state of the key, and a way back to the figures', async () => {
    for (const name of ['replace', 'refused', 'from-demo', 'asking', 'locked', 'changed', 'unreadable'] as const) {
      const onClose = vi.fn<() => void>();
      show(onboardingStates[name], { onClose });
      expect(heading().textContent).toBe(situationTexts[name].title);
      expect(screen.getByText(situationTexts[name].lead)).toBeTruthy();
      await press(onboardingTexts.back);
      expect(onClose).toHaveBeenCalledOnce();
      cleanup();
    }
  });

  it('asks the keyring again, and says when that did not help', async () => {
    show(onboardingStates.locked);
    await press(new RegExp(onboardingTexts.tryAgain));
    expect(bridge.inputsOf('key.retry')).toHaveLength(1);
    expect((await screen.findByRole('alert')).textContent).toContain(onboardingTexts.stillNot);
    bridge.answers['key.retry'] = () => wrong({ kind: 'keyring-locked' });
    await press(new RegExp(onboardingTexts.tryAgain));
    expect((await screen.findByRole('alert')).textContent).toContain(situationTexts.locked.title);
  });

  it('asks whether a key that says of no address is for this one, and sends the answer', async () => {
    show(onboardingStates['unconfirmed-address']);
    expect(screen.getByText(/in the settings is gateway\.department\.subsidiary\.example\.co\.uk/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: new RegExp(onboardingTexts.tryAgain) })).toBeNull();
    await press(new RegExp(onboardingTexts.confirmAddress));
    expect(bridge.inputsOf('key.useHere')).toHaveLength(1);
    expect(bridge.inputsOf('key.retry')).toHaveLength(0);
  });

  it('offers no way to send a key that was stored for another address here, but the way to the settings', async () => {
    const onSettings = vi.fn<() => void>();
    show(onboardingStates['other-address'], { onSettings });
    expect(screen.getByText(/stored for gateway\.example/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Use the stored key|Try again/ })).toBeNull();
    expect(screen.getByRole('button', { name: new RegExp(onboardingTexts.enterAgain) })).toBeTruthy();
    await press(new RegExp(onboardingTexts.checkAddress));
    expect(onSettings).toHaveBeenCalledOnce();
  });

  it('lets the key be entered again and deletes nothing', async () => {
    show(onboardingStates.unreadable);
    await press(new RegExp(onboardingTexts.enterAgain));
    expect(field()).toBeTruthy();
    expect(bridge.asked).toEqual([]);
  });

  it('the question closes automatically when the keyring returns the key after all', () => {
    const onClose = vi.fn<() => void>();
    const shown = show(onboardingStates.locked, { onClose });
    shown.rerender(<Onboarding state={withKey} onClose={onClose} />);
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('goes from start to end by keyboard alone', async () => {
    bridge.answers['key.check'] = () => fine(candidate);
    show(firstRun);
    await user.tab();
    await user.keyboard('{Enter}');
    expect(heading().textContent).toBe(onboardingTexts.enterTitle);
    while (document.activeElement !== field()) await user.tab();
    await user.keyboard('abc{Enter}');
    await screen.findByText(onboardingTexts.candidateTitle);
    while (document.activeElement?.textContent !== onboardingTexts.keep) await user.tab();
    await user.keyboard('{Enter}');
    expect(bridge.inputsOf('key.keep')).toHaveLength(1);
  });
});
