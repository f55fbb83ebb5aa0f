// Settings as the user changes them: each control sends its own small patch, and says why when it is refused.
import { beginTexts, receiptTexts } from '../../../app/texts/wizard/wizard-after';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { completeLanguages, unreviewedLanguages } from '../../../app/model/language';
import type { Problem } from '../../../app/model/problem';
import type { AppState } from '../../../app/model/state/app-state';
import { problemText } from '../../../app/texts/problems/problems';
import { type FakeBridge, installFakeBridge } from '../../ui/fake-bridge.fixture';
import { locale } from '../../ui/locale';
import { keepingTitle } from '../../../app/texts/key-storage';
import { areaNames } from '../../../app/texts/account/areas';
import { keyPlacesTexts } from '../../../app/texts/account/places';
import { alertTexts } from '../../../app/texts/account/alerts';
import { settingsTexts as texts } from '../../../app/texts/settings';
import { Watched } from '../alerts/Watched';
import { AddressSection, ProxySection } from './Connection';
import { KeySection } from './Key';
import { LanguageRow } from './LanguageRow';
import { SettingsArea } from './SettingsArea';
import { settingsStates } from '../../settings/settings-states.fixture';

let bridge: FakeBridge;
const user = userEvent.setup({ delay: null });

beforeEach(() => {
  bridge = installFakeBridge();
});
afterEach(cleanup);

const wrong = (problem: Problem) => ({ ok: false, problem }) as const;
const press = (name: string | RegExp) => user.click(screen.getByRole('button', { name }));
const patches = () => bridge.inputsOf('settings.change');
const section = (name: string) => within(screen.getByRole('region', { name }));
const show = (state: AppState) => render(<SettingsArea state={state} section={null} />);
// One section of the area, which takes a tenth of the time.
const showKey = (state: AppState) => render(<KeySection state={state} />);
const showLanguage = ({ settings }: AppState) => render(<LanguageRow settings={settings} />);
const showAddress = (state: AppState) => render(<AddressSection state={state} />);
const showProxy = (state: AppState) => render(<ProxySection state={state} />);
const showWatched = ({ settings }: AppState) => render(<Watched settings={settings} />);
const refuse = (problem: Problem) => {
  bridge.answers['settings.change'] = () => wrong(problem);
};
const cause = (problem: Problem) => problemText(problem, locale(), Date.now()).cause;

/** Puts a text into a field in place of what it has, as pasted; the keyboard stays in it. */
async function fill(label: string, text: string) {
  const field = screen.getByLabelText<HTMLInputElement>(label);
  await user.clear(field);
  await user.paste(text);
  return field;
}

async function submit(label: string, text: string) {
  const field = await fill(label, text);
  await user.keyboard('{Enter}');
  return field;
}

describe('the view', () => {
  it('shows each problem of the profile folder until it is dismissed', async () => {
    show(settingsStates.troubled);
    const problems = section(texts.storage.title);
    expect(problems.getByText('The disk is full')).toBeTruthy();
    await user.click(problems.getByRole('button', { name: 'Dismiss: A damaged file was repaired' }));
    expect(bridge.inputsOf('problem.dismiss')).toEqual([{ kind: 'store-recovered' }]);
  });

  it('says what it is, what it promises, and opens its pages', async () => {
    show(settingsStates.normal);
    const about = section(texts.about.title);
    for (const text of ['0.1.0', '45.4.1', texts.about.unofficial]) {
      expect(about.getByText(text)).toBeTruthy();
    }
    for (const line of [texts.promises.key, texts.promises.telemetry])
      expect(section(texts.promises.title).getByText(line)).toBeTruthy();
    await press(texts.about.project);
    await press(texts.about.apiDocs);
    expect(bridge.inputsOf('external.open')).toEqual([{ page: 'project' }, { page: 'apiDocs' }]);
  });
});

describe('the key', () => {
  it('shows how it stands and how it is kept', () => {
    showKey(settingsStates.normal);
    const key = section(texts.key.title);
    for (const text of [
      'In use',
      '7f3a-91c2',
      `${texts.key.storage}: ${keepingTitle.protected}`,
      /GNOME Keyring.*Saved/,
    ]) {
      expect(key.getByText(text)).toBeTruthy();
    }
    cleanup();
    showKey(settingsStates.session);
    expect(section(texts.key.title).getByText(/asks for it again.*Entered/)).toBeTruthy();
    cleanup();
    showKey(settingsStates.unprotected);
    expect(section(texts.key.title).getByText(/no real protection/)).toBeTruthy();
  });

  it('is forgotten only in two steps, the first of which says that it stays valid', async () => {
    showKey(settingsStates.normal);
    await press(texts.key.remove);
    const dialog = within(screen.getByRole('alertdialog'));
    expect(dialog.getByText(texts.key.removeMeaning)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('alertdialog'));
    expect(bridge.asked).toEqual([]);
    await user.click(dialog.getByRole('button', { name: texts.key.removeCancel }));
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(bridge.asked).toEqual([]);

    await press(texts.key.remove);
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: texts.key.removeConfirm }));
    expect(bridge.inputsOf('key.forget')).toHaveLength(1);
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('says in the dialog why it could not be forgotten', async () => {
    bridge.answers['key.forget'] = () => wrong({ kind: 'profile-read-only' });
    showKey(settingsStates.normal);
    await press(texts.key.remove);
    await press(texts.key.removeConfirm);
    const alert = await within(screen.getByRole('alertdialog')).findByRole('alert');
    expect(alert.textContent).toContain(cause({ kind: 'profile-read-only' }));
  });

  it('is replaced in the popover, where keys are entered', async () => {
    showKey(settingsStates.normal);
    await press(texts.key.replace);
    expect(bridge.inputsOf('popover.open')).toEqual([{ view: 'key' }]);
  });

  it('cannot be forgotten where there is none, but entered', () => {
    showKey(settingsStates['no-key']);
    expect(screen.queryByRole('button', { name: texts.key.remove })).toBeNull();
    expect(screen.getByRole('button', { name: texts.key.enter })).toBeTruthy();
  });

  it('is none in the demo, which can be left', async () => {
    showKey(settingsStates.demo);
    expect(screen.queryByRole('button', { name: texts.key.remove })).toBeNull();
    await press(texts.key.leaveDemo);
    expect(bridge.inputsOf('demo.stop')).toHaveLength(1);
  });
});

describe('regenerating', () => {
  it.each([
    [
      'normal',
      [
        [beginTexts['on-purpose'], 'on-purpose'],
        [beginTexts.leak, 'leak'],
        [beginTexts.lost, 'lost'],
      ],
    ],
    ['no-key', [[beginTexts.first, 'first']]],
    ['demo', [[beginTexts['on-purpose'], 'on-purpose']]],
    ['under-way', [[beginTexts.resume, 'on-purpose']]],
  ] as const)('begins from %s as each of its buttons says: %j', async (state, buttons) => {
    showKey(settingsStates[state]);
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as the user presses them
    for (const [button] of buttons) await press(button);
    expect(bridge.inputsOf('rotation.begin')).toEqual(buttons.map(([, entry]) => ({ entry })));
  });

  it('offers no second one while one is under way', () => {
    showKey(settingsStates['under-way']);
    expect(screen.queryByRole('button', { name: beginTexts['on-purpose'] })).toBeNull();
  });

  it('says why it could not begin', async () => {
    bridge.answers['rotation.begin'] = () => wrong({ kind: 'disk-full' });
    showKey(settingsStates.normal);
    await press(beginTexts['on-purpose']);
    expect((await screen.findByRole('alert')).textContent).toContain(cause({ kind: 'disk-full' }));
  });

  it('keeps the receipts, each to be read and saved', async () => {
    bridge.answers['receipt.export'] = () => ({ ok: true, value: { saved: true } });
    show(settingsStates.rotated);
    const history = section(receiptTexts.history);
    expect(history.getByText('The key leaked. Outage: 47 s. 5 places not updated.')).toBeTruthy();
    await user.click(history.getAllByRole('button')[0] as HTMLElement);
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText('d93b-08f2')).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: receiptTexts.export }));
    expect(bridge.inputsOf('receipt.export')).toEqual([{ id: 'r1' }]);
    expect(dialog.getByText(receiptTexts.exported)).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: receiptTexts.close }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('counts the places of the key, and leads to them', async () => {
    showKey(settingsStates.rotated);
    const count = settingsStates.rotated.rotation.places.length;
    expect(screen.getByText(keyPlacesTexts.count({ count }))).toBeTruthy();
    await press(areaNames.places);
    expect(bridge.inputsOf('account.open')).toEqual([{ area: 'places' }]);
  });
});

describe('the language', () => {
  it('is the system’s or one of those that are complete, each in its own words', async () => {
    showLanguage(settingsStates.normal);
    const list = screen.getByRole<HTMLSelectElement>('combobox', { name: texts.language.label });
    expect(list.value).toBe('system');
    expect(within(list).getAllByRole('option')).toHaveLength(1 + completeLanguages.length);
    await user.selectOptions(list, 'English');
    expect(patches()).toEqual([{ language: 'en' }]);
  });

  it('asks for reviews of a translation that no native speaker has approved, in the list and where it is in use', () => {
    const [unreviewed = ''] = unreviewedLanguages;
    const name = new Intl.DisplayNames(unreviewed, { type: 'language' }).of(unreviewed) ?? '';
    document.documentElement.lang = unreviewed;
    showLanguage(settingsStates.normal);
    const list = screen.getByRole<HTMLSelectElement>('combobox', { name: texts.language.label });
    expect(within(list).getByRole('option', { name: texts.language.unreviewed({ language: name }) })).toBeTruthy();
    expect(screen.getByText(texts.language.review, { exact: false })).toBeTruthy();
    cleanup();
    document.documentElement.lang = 'en';
    showLanguage(settingsStates.normal);
    expect(screen.queryByText(texts.language.review, { exact: false })).toBeNull();
  });

  it('says why it could not be changed', async () => {
    refuse({ kind: 'disk-full' });
    showLanguage(settingsStates.normal);
    await user.selectOptions(screen.getByRole('combobox', { name: texts.language.label }), 'en');
    expect(screen.getByRole('alert').textContent).toContain(cause({ kind: 'disk-full' }));
  });
});

describe('a choice', () => {
  const choices: { press: [role: 'radio' | 'switch', name: string | RegExp]; patch: object }[] = [
    { press: ['radio', new RegExp(`^${texts.address.sandbox}`)], patch: { address: { kind: 'sandbox' } } },
    { press: ['radio', new RegExp(`^${texts.proxy.direct}`)], patch: { proxy: { mode: 'direct' } } },
    { press: ['radio', '3 min'], patch: { pace: 'quick' } },
    { press: ['radio', 'Dark'], patch: { theme: 'dark' } },
    { press: ['radio', 'Wallet'], patch: { trayTitle: 'wallet' } },
    { press: ['switch', 'Hide amounts'], patch: { hideAmounts: true } },
    { press: ['switch', 'Start at login'], patch: { startAtLogin: true } },
  ];

  it('sends its own patch and nothing else', async () => {
    show(settingsStates.mac);
    for (const {
      press: [role, name],
      patch,
    } of choices) {
      const before = patches().length;
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as the user presses them
      await user.click(screen.getByRole(role, { name }));
      expect(patches().slice(before)).toEqual([patch]);
    }
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('that is refused shows the state’s value again, and why, in its section', async () => {
    refuse({ kind: 'disk-full' });
    const why = cause({ kind: 'disk-full' });
    show(settingsStates.mac);
    for (const {
      press: [role, name],
    } of choices) {
      const control = screen.getByRole<HTMLInputElement>(role, { name });
      const its = within(control.closest('section') as HTMLElement);
      const before = its.queryAllByRole('alert');
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as the user presses them
      await user.click(control);
      const added = () => its.queryAllByRole('alert').filter((one) => !before.includes(one));
      // oxlint-disable-next-line no-await-in-loop -- as above
      await waitFor(() =>
        expect(added().map(({ textContent }) => textContent)).toEqual([expect.stringContaining(why)]),
      );
      expect(control.checked).toBe(false);
    }
  });

  it('of the menu bar’s figure is offered on macOS alone', () => {
    show(settingsStates.normal);
    expect(screen.queryByText('Figure in the menu bar')).toBeNull();
  });
});

describe('a text', () => {
  it('for an address is sent with Enter, and nothing before', async () => {
    showAddress(settingsStates.normal);
    await user.click(screen.getByRole('radio', { name: new RegExp(`^${texts.address.custom}`) }));
    expect(patches()).toEqual([]);
    await submit(texts.address.field, ' https://gateway.example ');
    expect(patches()).toEqual([{ address: { kind: 'custom', url: 'https://gateway.example' } }]);
  });

  it('for an address is refused beside the field when insecure or no address, and stays to be mended', async () => {
    showAddress(settingsStates.custom);
    const field = await submit(texts.address.field, 'http://gateway.example');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('alert').textContent).toContain(cause({ kind: 'insecure-address' }));
    expect(screen.getByRole('alert').textContent).toContain('Still in use: https://gateway.department');
    expect(field.value).toBe('http://gateway.example');
    await submit(texts.address.field, 'gateway');
    expect(screen.getByRole('alert').textContent).toContain(cause({ kind: 'bad-input', field: 'address' }));
    expect(patches()).toEqual([]);
  });

  it('that is stored and cannot be used is marked from the start, until another one is typed', async () => {
    showAddress(settingsStates['unusable-address']);
    const address = screen.getByLabelText<HTMLInputElement>(texts.address.field);
    expect(address.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('alert').textContent).toContain('Until then NineTray sends nothing.');
    await user.type(address, 'h');
    expect(screen.queryByRole('alert')).toBeNull();
    cleanup();
    showProxy(settingsStates['unusable-proxy']);
    expect(screen.getByLabelText(texts.proxy.field).getAttribute('aria-invalid')).toBe('true');
    cleanup();
    showAddress(settingsStates.custom);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('shows main’s refusal beside the field', async () => {
    refuse({ kind: 'insecure-address' });
    showAddress(settingsStates.custom);
    await submit(texts.address.field, 'https://gateway.example');
    expect((await screen.findByRole('alert')).textContent).toContain(cause({ kind: 'insecure-address' }));
  });

  it('for a proxy is checked and sent', async () => {
    showProxy(settingsStates.normal);
    await user.click(screen.getByRole('radio', { name: new RegExp(`^${texts.proxy.given}`) }));
    await submit(texts.proxy.field, '127.0.0.1:1080');
    expect(screen.getByRole('alert').textContent).toMatch(/scheme, host and port/);
    await submit(texts.proxy.field, 'socks5://127.0.0.1:1080');
    expect(patches()).toEqual([{ proxy: { mode: 'given', url: 'socks5://127.0.0.1:1080' } }]);
  });

  it('for a low mark is sent on leaving the field, in the units of the settings', async () => {
    showWatched(settingsStates.custom);
    expect(screen.getByLabelText<HTMLInputElement>(alertTexts.trafficMark).value).toBe('2.5');
    await user.clear(screen.getByLabelText(alertTexts.ipsMark));
    await user.type(screen.getByLabelText(alertTexts.ipsMark), '20');
    await user.tab();
    await submit(alertTexts.trafficMark, '0,5');
    await submit(alertTexts.walletMark, '4.99');
    expect(patches()).toEqual([
      { lowAt: { ips: 20, traffic: 2_500_000_000, wallet: 7.5 } },
      { lowAt: { ips: 12_500, traffic: 500_000_000, wallet: 7.5 } },
      { lowAt: { ips: 12_500, traffic: 2_500_000_000, wallet: 4.99 } },
    ]);
  });

  it('that is no amount is named beside the field and not sent', async () => {
    showWatched(settingsStates.normal);
    await submit(alertTexts.ipsMark, 'many');
    expect(screen.getByRole('alert').textContent).toBe(
      `${texts.thresholds.wholeNumber} ${texts.stillInUse({ value: '50' })}`,
    );
    expect(patches()).toEqual([]);
  });

  it('is taken back by Esc, which then goes no further; a second Esc does', async () => {
    const onKey = vi.fn<() => void>();
    window.addEventListener('keydown', onKey);
    showWatched(settingsStates.normal);
    const field = await fill(alertTexts.ipsMark, '7');
    onKey.mockClear();
    await user.keyboard('{Escape}');
    expect(field.value).toBe('50');
    expect(onKey).not.toHaveBeenCalled();
    await user.keyboard('{Escape}');
    expect(onKey).toHaveBeenCalledOnce();
    await user.tab();
    expect(patches()).toEqual([]);
    window.removeEventListener('keydown', onKey);
  });

  it('that did not change is not sent', () => {
    showWatched(settingsStates.normal);
    const field = screen.getByLabelText(alertTexts.ipsMark);
    fireEvent.focus(field);
    fireEvent.blur(field);
    expect(patches()).toEqual([]);
  });
});
