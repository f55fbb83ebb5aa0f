// Every action's course: its form, its review, that it is sent once, and what each outcome looks like.
/** @module-tag sweep */
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CallOutput } from '../../../app/bridge/contract';
import type { Result } from '../../../app/model/problem';
import { actionTexts } from '../../../app/texts/account/actions';
import { fieldText } from '../../../app/texts/account/forms';
import { type FakeBridge, installFakeBridge } from '../../ui/fake-bridge.fixture';
import { Privacy } from '../../ui/privacy';
import { ActionDialog, type ActionDone } from './ActionDialog';
import {
  type ActionExample,
  actionExamples,
  done,
  picturedAt,
  prepared,
  refusal,
  subAccountRow,
  subUserRow,
  doneCreating,
} from './action-states.fixture';
import { useAction } from './use-action';

let bridge: FakeBridge;
const person = userEvent.setup({ delay: null });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: picturedAt });
  bridge = installFakeBridge();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

interface Shown {
  closed: () => number;
  outcomes: ActionDone[];
}

function show(example: ActionExample, hidesAmounts = false): Shown {
  bridge.answers['actions.prepare'] = () => example.prepare;
  bridge.answers['actions.run'] = () => example.run;
  let closed = 0;
  const outcomes: ActionDone[] = [];
  render(
    <Privacy hide={hidesAmounts}>
      <ActionDialog
        {...example}
        onClose={() => {
          closed += 1;
        }}
        onDone={(one) => outcomes.push(one)}
      />
    </Privacy>,
  );
  return { closed: () => closed, outcomes };
}

const awkwardSubAccount = (note: string) => ({
  ...subAccountRow,
  cells: { ...subAccountRow.cells, note: 'as it is shown' },
  exact: { note },
});

/** The inputs of `actions.prepare`, without what the form held at first. */
const preparedInputs = () =>
  bridge.inputsOf('actions.prepare').map((asked): unknown => Reflect.get(Object(asked), 'input'));

const press = (name: string | RegExp) => person.click(screen.getByRole('button', { name }));
const field = (name: string | RegExp) => screen.getByRole('textbox', { name });

async function fillCodes(ips = '100', codes = '20') {
  await person.type(field('IPs in each code'), ips);
  await person.clear(field('How many codes'));
  await person.type(field('How many codes'), codes);
  await press('Review');
  await waitFor(() => expect(bridge.inputsOf('actions.prepare').length).toBeGreaterThan(0));
}

/** An answer that the test gives when it wants to. */
function held<T>() {
  let give: (answer: Result<T>) => void = () => undefined;
  const answer = new Promise<Result<T>>((resolve) => {
    give = resolve;
  });
  return { answer, give: (value: Result<T>) => act(async () => give(value)) };
}

test('making codes: what exactly happens, the balance before and after, then a button that names the action', async () => {
  const { outcomes } = show(actionExamples['make-codes']);
  await fillCodes();
  expect(bridge.inputsOf('actions.prepare')).toEqual([
    { action: 'makeIpCodes', rows: [], input: { ips: 100, codes: 20 } },
  ]);
  expect(screen.getByText(/This creates 20 codes of 100 IPs each\. 2,000 IPs leave your balance now/)).toBeTruthy();
  const row = within(screen.getByRole('row', { name: /IPs/ }));
  expect(row.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['2,600', '600']);
  expect(bridge.inputsOf('actions.run')).toEqual([]);

  await press('Create 20 codes for 2,000 IPs');
  expect(bridge.inputsOf('actions.run')).toEqual([{ ticket: 'ticket-1' }]);
  expect(await screen.findByRole('heading', { name: '20 codes created' })).toBeTruthy();
  expect(outcomes).toEqual([{ action: 'makeIpCodes', outcome: 'done', changes: ['codesMade'], text: null }]);
});

test('an Enter that opened the form and is still held down submits nothing', () => {
  show(actionExamples['make-codes']);
  const first = field('IPs in each code');
  expect(fireEvent.keyDown(first, { key: 'Enter', repeat: true })).toBe(false);
  expect(fireEvent.keyDown(first, { key: 'Enter', repeat: false })).toBe(true);
});

test('Enter that is kept pressed does not reach the action, and two presses do it once', async () => {
  show(actionExamples['make-codes']);
  await person.type(field('IPs in each code'), '100');
  await person.click(field('How many codes'));
  await person.keyboard('{Enter}{Enter}{Enter}');
  await screen.findByRole('button', { name: 'Create 1 code for 100 IPs' });
  await person.keyboard('{Enter}{Enter} ');
  expect(bridge.inputsOf('actions.prepare')).toHaveLength(1);
  expect(bridge.inputsOf('actions.run')).toHaveLength(0);

  const { answer, give } = held<CallOutput<'actions.run'>>();
  bridge.answers['actions.run'] = () => answer;
  await person.dblClick(screen.getByRole('button', { name: 'Create 1 code for 100 IPs' }));
  expect(bridge.inputsOf('actions.run')).toHaveLength(1);
  await give(done(['made-0'], 1));
  expect(bridge.inputsOf('actions.run')).toHaveLength(1);
});

test('Escape does not close a dialog whose action is running, and the dialog explains why', async () => {
  const { closed } = show(actionExamples['make-codes']);
  const { answer, give } = held<CallOutput<'actions.run'>>();
  await fillCodes();
  bridge.answers['actions.run'] = () => answer;
  await press(/^Create 20 codes/);
  expect(screen.getByText('Creating the codes…')).toBeTruthy();
  expect(screen.getByText('This stays open until 9Proxy answers.')).toBeTruthy();
  await person.keyboard('{Escape}');
  expect(closed()).toBe(0);
  await give(done(['made-0']));
  expect(screen.queryByText('Creating the codes…')).toBeNull();
});

async function createOne(ips = '100') {
  await person.click(screen.getByLabelText('Password'));
  await person.paste('harbour-lights-41');
  await person.type(field(/^IPs to transfer/), ips);
  await press('Review');
}

test('a form says how much there is to give, and marks what is more', async () => {
  show(actionExamples['create-sub-account']);
  const ips = field(/^IPs to transfer/);
  expect(screen.getByText('1,284 available. Taken from your balance.')).toBeTruthy();
  await person.type(ips, '1285');
  expect(ips.getAttribute('aria-invalid')).toBeNull();
  await person.tab();
  expect(ips.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText('At most 1,284.')).toBeTruthy();
  await person.clear(ips);
  await createOne('1284');
  expect(bridge.inputsOf('actions.prepare')).toHaveLength(1);
});

test('a new sub-account’s name and password are copied together, and only a button closes them', async () => {
  const { closed, outcomes } = show(actionExamples['create-sub-account']);
  bridge.answers['secret.reveal'] = () => ({ ok: true, value: { text: 'harbour-lights-41' } });
  await createOne();
  await press(/^Create it with/);
  expect(await screen.findByRole('dialog', { name: 'Sub-account created' })).toBeTruthy();
  expect(screen.getByText('berlin-901')).toBeTruthy();
  expect(document.body.textContent).not.toContain('harbour-lights-41');
  expect(document.querySelector('input')).toBeNull();
  expect(outcomes).toEqual([
    { action: 'createSubAccount', outcome: 'done', changes: ['subAccounts'], text: null, newKey: '901' },
  ]);
  await press('Copy both');
  expect(bridge.inputsOf('secret.copy')).toEqual([{ refs: ['ref-username', 'ref-password'] }]);
  expect(await screen.findByText(/^Copied\. NineTray clears/)).toBeTruthy();
  await press('Copy Username');
  expect(bridge.inputsOf('text.copy')).toEqual([{ text: 'berlin-901' }]);
  await press('Show Password');
  expect(await screen.findByText('harbour-lights-41')).toBeTruthy();
  await person.keyboard('{Escape}');
  expect(closed()).toBe(0);
  await press('Done');
  expect(closed()).toBe(1);
});

test('a new sub-account whose name is not known yet still has its password to copy, and what 9Proxy did not take', async () => {
  show({ ...actionExamples['create-sub-account'], run: doneCreating(null, ['note']) });
  await createOne();
  await press(/^Create it with/);
  expect(await screen.findByText(/The username is in the list/)).toBeTruthy();
  expect((await screen.findByRole('alert')).textContent).toContain('Note');
  await press('Copy password');
  expect(bridge.inputsOf('secret.copy')).toEqual([{ refs: ['ref-password'] }]);
});

test('codes that were made are hidden, shown one at a time, and copied as secrets', async () => {
  const { closed } = show(actionExamples['make-codes']);
  bridge.answers['secret.reveal'] = (input) => ({ ok: true, value: { text: `TEXT-OF-${input.ref}` } });
  await fillCodes();
  await press(/^Create 20 codes/);
  await screen.findByRole('button', { name: 'Show Code 1' });
  expect(document.body.textContent).not.toContain('TEXT-OF');
  await press('Show Code 1');
  expect(await screen.findByText('TEXT-OF-made-0')).toBeTruthy();
  await press('Show Code 2');
  expect(await screen.findByText('TEXT-OF-made-1')).toBeTruthy();
  expect(screen.queryByText('TEXT-OF-made-0')).toBeNull();
  act(() => {
    window.dispatchEvent(new Event('blur'));
  });
  expect(document.body.textContent).not.toContain('TEXT-OF');

  await press('Copy Code 3');
  expect(bridge.inputsOf('secret.copy')).toEqual([{ refs: ['made-2'] }]);
  await press('Copy all 20 codes');
  expect(bridge.inputsOf('secret.copy')[1]).toEqual({
    refs: Array.from({ length: 20 }, (_, index) => `made-${index}`),
  });
  expect(await screen.findByText(/^Copied\. NineTray clears/)).toBeTruthy();
  expect(closed()).toBe(0);
  await press('Close');
  expect(closed()).toBe(1);
});

test('old figures and too few of them are shown before the action; a refusal comes back to the field, with everything kept', async () => {
  show(actionExamples['make-codes-old-figures']);
  await fillCodes();
  expect(screen.getByText('These figures were updated 47 min ago.')).toBeTruthy();
  expect(screen.getByText(/more than your balance/)).toBeTruthy();
  await press(/^Create 20 codes/);
  const wrong = await screen.findByText('9Proxy refuses this: “Insufficient IP balance”');
  expect(wrong.closest('[data-field]')?.getAttribute('data-field')).toBe('ips');
  expect(document.activeElement).toBe(field('IPs in each code'));
  expect(field('IPs in each code')).toHaveProperty('value', '100');
  expect(field('How many codes')).toHaveProperty('value', '20');
  await person.type(field('IPs in each code'), '0');
  expect(screen.queryByText(/9Proxy refuses this/)).toBeNull();
});

test('main says before anything is sent that there is not so much', async () => {
  show({ ...actionExamples['make-codes'], prepare: refusal({ kind: 'bad-input', field: 'ips' }) });
  await fillCodes();
  expect(await screen.findByText('This is more than what is available.')).toBeTruthy();
  expect(bridge.inputsOf('actions.run')).toHaveLength(0);
});

test('an answer that never came: look before trying again, never a plain retry', async () => {
  const { closed, outcomes } = show(actionExamples['make-traffic-codes']);
  await person.selectOptions(screen.getByRole('combobox', { name: 'Take the traffic from' }), '1');
  await person.type(field('Traffic in each code (GB)'), '2,5');
  await person.clear(field('How many codes'));
  await person.type(field('How many codes'), '4');
  await press('Review');
  expect(bridge.inputsOf('actions.prepare')).toEqual([
    { action: 'makeTrafficCodes', rows: [], input: { packageId: 1, traffic: 2_500_000_000, codes: 4 } },
  ]);
  expect(screen.getByText(/10 GB leave Residential 50 GB now/)).toBeTruthy();
  await press('Create 4 codes for 10 GB');
  expect(await screen.findByRole('heading', { name: 'We couldn’t confirm this' })).toBeTruthy();
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Close and refresh']);
  expect(outcomes).toEqual([]);
  await press('Close and refresh');
  expect(closed()).toBe(1);
  expect(outcomes).toEqual([{ action: 'makeTrafficCodes', outcome: 'unknown', changes: ['codesMade'], text: null }]);
});

test('an error of the server’s own does not say that nothing was done: the list is read again', async () => {
  const { closed, outcomes } = show(actionExamples['make-codes']);
  await fillCodes();
  bridge.answers['actions.run'] = () => refusal({ kind: 'server-trouble', status: 500 });
  await press(/^Create 20 codes/);
  expect(await screen.findByText(/Check the list before you try again/)).toBeTruthy();
  await press('Cancel');
  expect(closed()).toBe(1);
  expect(outcomes).toEqual([{ action: 'makeIpCodes', outcome: 'unknown', changes: ['codesMade'], text: null }]);
});

test('deleting says what goes back, and begins at the second step', async () => {
  const { closed, outcomes } = show(actionExamples['delete-sub-account']);
  expect(await screen.findByRole('alertdialog', { name: 'Delete berlin-24?' })).toBeTruthy();
  expect(screen.getByText(/It still holds 412 IPs and 4\.2 GB, which go back to your account/)).toBeTruthy();
  expect(bridge.inputsOf('actions.prepare')).toEqual([{ action: 'deleteSubAccount', rows: ['24'], input: {} }]);
  expect(document.activeElement?.tagName).not.toBe('BUTTON');
  await press('Delete berlin-24');
  await waitFor(() => expect(outcomes.map(({ text }) => text)).toEqual(['berlin-24 was deleted.']));
  expect(closed()).toBe(1);
});

test('Escape at the second step sends nothing', async () => {
  const { closed } = show(actionExamples['delete-sub-account']);
  await screen.findByRole('alertdialog');
  await person.keyboard('{Escape}');
  expect(closed()).toBe(1);
  expect(bridge.inputsOf('actions.run')).toEqual([]);
});

test('an unknown balance is shown as unknown', async () => {
  show(actionExamples['redeem-codes']);
  await person.type(field('Codes'), '"AAA-1", BBB-2{Enter}AAA-1');
  expect(screen.getByText('2 codes found')).toBeTruthy();
  await press('Review');
  expect(bridge.inputsOf('actions.prepare')).toEqual([
    { action: 'redeemCodes', rows: [], input: { codes: ['AAA-1', 'BBB-2'] } },
  ]);
  expect(screen.getAllByRole('cell').map((cell) => cell.textContent)).toEqual([
    '1,284',
    actionTexts.notKnown,
    actionTexts.notKnown,
    actionTexts.notKnown,
  ]);
});

test('an edit starts with what the row has, and is done in one step', async () => {
  const { outcomes } = show(actionExamples['edit-sub-account']);
  expect(field('Note (optional)')).toHaveProperty('value', 'Shop monitoring');
  expect(screen.getByRole('switch', { name: 'Top up IPs automatically' })).toHaveProperty('checked', true);
  expect(field('When below (IPs)')).toHaveProperty('value', '50');
  await person.clear(field('Note (optional)'));
  await press('Save');
  expect(bridge.inputsOf('actions.prepare')).toMatchObject([
    { action: 'editSubAccount', rows: ['24'], input: { note: '' }, before: { note: 'Shop monitoring', ips: 412 } },
  ]);
  expect(preparedInputs()).toEqual([{ note: '' }]);
  await waitFor(() => expect(outcomes.map(({ text }) => text)).toEqual(['berlin-24 was changed.']));
});

test.each<[string, ActionExample, string]>([
  [
    'a Persian note',
    { ...actionExamples['edit-sub-account'], rows: [awkwardSubAccount('می\u200cخواهم')] },
    'می\u200cخواهم',
  ],
  [
    'joined emoji',
    { ...actionExamples['edit-sub-account'], rows: [awkwardSubAccount('👩\u200d👩\u200d👧')] },
    '👩\u200d👩\u200d👧',
  ],
  [
    '800 characters',
    { ...actionExamples['edit-sub-account'], rows: [awkwardSubAccount('n'.repeat(800))] },
    'n'.repeat(800),
  ],
])('a form that is saved without a change sends nothing: %s', async (_what, example, note) => {
  const { closed, outcomes } = show(example);
  expect(field('Note (optional)')).toHaveProperty('value', note);
  await press('Save');
  expect(bridge.inputsOf('actions.prepare')).toEqual([]);
  expect(outcomes).toEqual([{ action: 'editSubAccount', outcome: 'done', changes: [], text: 'Nothing was changed.' }]);
  expect(closed()).toBe(1);
});

test.each(['fa-IR', 'bn-BD', 'mr-IN', 'en-DE-u-nu-latn', 'en-VN-u-nu-latn', 'en-IR-u-nu-latn'])(
  '2.5 GB in %s is shown as it writes that, and is no change when saved',
  async (language) => {
    document.documentElement.dataset['locale'] = language;
    const rows = [{ ...subUserRow, cells: { ...subUserRow.cells, trafficCap: 2_500_000_000 } }];
    const { outcomes } = show({ ...actionExamples['edit-sub-user'], rows });
    expect(field(/Traffic limit/)).toHaveProperty('value', new Intl.NumberFormat(language).format(2.5));
    await press('Save');
    expect(bridge.inputsOf('actions.prepare')).toEqual([]);
    expect(outcomes).toHaveLength(1);
    delete document.documentElement.dataset['locale'];
  },
);

test('what was taken away is null, and what was not touched is not sent', async () => {
  const rows = [{ ...subUserRow, cells: { ...subUserRow.cells, username: 'ab' } }];
  show({ ...actionExamples['edit-sub-user'], rows });
  await person.clear(field(/Traffic limit/));
  await press('Save');
  expect(preparedInputs()).toEqual([{ trafficCap: null }]);
});

test('more IPs for a sub-account want a second step, with the balance before and after', async () => {
  show({
    ...actionExamples['edit-sub-account'],
    prepare: prepared({ what: 'ips', before: 1_284, after: 1_196, asOf: picturedAt }),
  });
  await person.clear(field('IPs'));
  await person.type(field('IPs'), '500');
  await press('Save');
  expect(await screen.findByText('88 IPs move from your balance to berlin-24.')).toBeTruthy();
  expect(screen.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['1,284', '1,196']);
  expect(bridge.inputsOf('actions.run')).toEqual([]);
  await press('Save');
  expect(bridge.inputsOf('actions.run')).toHaveLength(1);
});

test('a field that 9Proxy accepted and did not store is named, with where to correct it', async () => {
  const { closed, outcomes } = show({
    ...actionExamples['edit-sub-account'],
    run: done([], null, ['note', 'topUpTrafficBy'], ['amount_traffic_auto_add']),
  });
  await person.clear(field('Note (optional)'));
  await press('Save');
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('9Proxy didn’t save: Note and Add (GB)');
  expect(alert.textContent).toContain('NineTray sends amount_traffic_auto_add');
  expect(alert.textContent).toContain('settings.json under “fields”');
  await waitFor(() => expect(outcomes).toMatchObject([{ outcome: 'done', text: null }]));
  expect(closed()).toBe(0);
  await press('Close');
  expect(closed()).toBe(1);
});

test.each([
  [
    ['ips'],
    ['number_of_ips'],
    /it has the same value as before\. NineTray sends number_of_ips, a name that.*real name, add it to/,
  ],
  [
    ['ips', 'traffic'],
    ['quota', 'amount_traffic'],
    /they have the same values as before\. NineTray sends quota and amount_traffic, names that.*real names, add them to/,
  ],
])('fields that were not taken, %j, are spoken of in their number', async (fields, sent, sentence) => {
  show({ ...actionExamples['edit-sub-account'], run: done([], null, fields, sent) });
  await person.clear(field('Note (optional)'));
  await press('Save');
  expect((await screen.findByRole('alert')).textContent).toMatch(sentence);
});

test('a refusal that uses a field name that the user corrected is shown at that field', async () => {
  const { state, ...example } = actionExamples['edit-sub-account'];
  const corrected = { ...state, settings: { ...state.settings, fields: { number_of_ips: 'ip_quota' } } };
  const prepare = refusal({ kind: 'rejected', message: 'ip_quota must not be less than 0' });
  show({ ...example, state: corrected, prepare });
  await person.clear(field('Note (optional)'));
  await press('Save');
  await screen.findByText(/ip_quota must not be less than 0/);
  expect(document.activeElement).toBe(field('IPs'));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('what 9Proxy answers to an action is shown in its dialog also where amounts are hidden', async () => {
  const example = actionExamples['edit-sub-account'];
  show({ ...example, prepare: refusal({ kind: 'rejected', message: 'Only $24.00 left' }) }, true);
  await person.clear(field('Note (optional)'));
  await press('Save');
  expect((await screen.findByRole('alert')).textContent).toContain('Only $24.00 left');
});

test('a change that someone else made meanwhile is shown, and what was typed stays', async () => {
  show({ ...actionExamples['edit-sub-account'], run: refusal({ kind: 'left-alone', why: 'changed-since' }) });
  await person.type(field('Note (optional)'), '!');
  await press('Save');
  expect(await screen.findByText('Changed at 9Proxy meanwhile')).toBeTruthy();
  expect(field('Note (optional)')).toHaveProperty('value', 'Shop monitoring!');
});

test('a connection is edited with its session and country', async () => {
  show(actionExamples['edit-connection']);
  expect(screen.getByRole('combobox', { name: /Country/ })).toHaveProperty('value', 'Germany (DE)');
  expect(field(fieldText('editConnection', 'sessionMinutes').label)).toHaveProperty('value', '30');
  await person.clear(field(fieldText('editConnection', 'sessionMinutes').label));
  await person.type(field(fieldText('editConnection', 'sessionMinutes').label), '40');
  await press('Save');
  expect(bridge.inputsOf('actions.prepare')).toMatchObject([
    { action: 'editConnection', rows: ['10001'], input: { sessionMinutes: 40 } },
  ]);
});

test('the vendor’s refusal of an address stands at the address', async () => {
  show(actionExamples['create-whitelist-entry']);
  await person.type(field('IP address'), '203.0.113.7');
  await press('Add');
  const wrong = await screen.findByText(/ip is already in the whitelist/);
  expect(wrong.closest('[data-field]')?.getAttribute('data-field')).toBe('ip');
});

test('a refusal of something without a form keeps the dialog, and says that nothing was changed', async () => {
  const { closed, outcomes } = show(actionExamples['revoke-codes']);
  await screen.findByRole('button', { name: 'Revoke 2 codes' });
  await press('Revoke 2 codes');
  expect(await screen.findByText(/Only unused codes can be revoked.*Nothing was changed/)).toBeTruthy();
  expect(outcomes).toEqual([]);
  await press('Close');
  expect(closed()).toBe(1);
});

test('auto renew that is turned on elsewhere asks nothing, and says that what it takes is unconfirmed', async () => {
  show(actionExamples['auto-renew-on']);
  expect(
    await screen.findByText(
      /9Proxy doesn’t say what auto renew does: it may buy a package from your wallet, or replace dead ports/,
    ),
  ).toBeTruthy();
  await press('Turn auto renew on');
  expect(bridge.inputsOf('actions.prepare')).toEqual([{ action: 'setAutoRenew', rows: [], input: { on: true } }]);
});

function Place({ example, onDone }: { example: ActionExample; onDone: (done: ActionDone) => void }) {
  const { begin, dialog, said } = useAction(example.state, onDone);
  return (
    <>
      <button type="button" onClick={() => begin(example.action, example.rows)}>
        begin
      </button>
      {dialog}
      {said}
    </>
  );
}

test('what asks and spends nothing is done at once, and said politely', async () => {
  const example = actionExamples['enable-whitelist-entry'];
  const { answer, give } = held<CallOutput<'actions.run'>>();
  bridge.answers['actions.prepare'] = () => example.prepare;
  bridge.answers['actions.run'] = () => answer;
  const outcomes: ActionDone[] = [];
  render(<Place example={example} onDone={(one) => outcomes.push(one)} />);
  await person.dblClick(screen.getByText('begin'));
  await waitFor(() => expect(bridge.inputsOf('actions.run')).toHaveLength(1));
  await give(done([], 1));
  await waitFor(() => expect(screen.getByText('203.0.113.7 is enabled.').closest('[role="status"]')).toBeTruthy());
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(bridge.inputsOf('actions.run')).toHaveLength(1);
  expect(outcomes).toHaveLength(1);
});

test('its refusal is a dialog', async () => {
  const example = actionExamples['enable-whitelist-entry'];
  bridge.answers['actions.prepare'] = () => example.prepare;
  bridge.answers['actions.run'] = () => refusal({ kind: 'not-offered' });
  render(<Place example={example} onDone={() => undefined} />);
  await press('begin');
  expect(await screen.findByText('Not offered for this account')).toBeTruthy();
  await press('Close');
  expect(screen.queryByRole('dialog')).toBeNull();
});
