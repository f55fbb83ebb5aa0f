/** @module-tag sweep */
import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { exampleConsumer } from '../../../app/model/access/access.fixture';
import type { GatewayTest } from '../../../app/model/access/gateway-test';
import type { AppState } from '../../../app/model/state/app-state';
import { accessTexts as texts } from '../../../app/texts/account/access';
import { enumerated, sentences } from '../../../app/texts/sentence';
import { type FakeBridge, installFakeBridge } from '../../ui/fake-bridge.fixture';
import { accessStates, examplesOfActivity, picturedAt } from './access-states.fixture';
import { Access } from './Access';

const token = `ntk${'A'.repeat(40)}`;
const yes = () => ({ ok: true, value: undefined }) as const;
let bridge: FakeBridge;
const user = userEvent.setup({ delay: null });
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: picturedAt });
  bridge = installFakeBridge();
  bridge.answers['access.readActivity'] = () => ({ ok: true, value: { lines: examplesOfActivity } });
  for (const name of [
    'access.setOn',
    'access.setPaused',
    'access.choosePort',
    'access.tryAgain',
    'access.copyAddress',
    'access.copyNoProxy',
    'access.changeConsumer',
    'access.copyToken',
    'access.revoke',
    'access.revokeAll',
    'access.dismissSightings',
  ] as const)
    bridge.answers[name] = yes;
  bridge.answers['access.addConsumer'] = () => ({ ok: true, value: { id: 'c9', token } });
  bridge.answers['access.renewToken'] = ({ id }) => ({ ok: true, value: { id, token } });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

async function show(state: AppState) {
  const { rerender } = render(<Access state={state} />);
  await act(() => Promise.resolve());
  return async (next: AppState) => {
    rerender(<Access state={next} />);
    await act(() => Promise.resolve());
  };
}
const press = (name: string) => user.click(screen.getByRole('button', { name }));
const field = (name: string) => screen.getByRole('textbox', { name });
const pick = (label: string) => user.click(screen.getByRole('radio', { name: new RegExp(`^${label} `) }));

describe('the gateway', () => {
  test('explains itself where it was never used, and is turned on there', async () => {
    await show(accessStates.never);
    expect(screen.queryByRole('switch')).toBeNull();
    await press(texts.turnOn);
    expect(bridge.inputsOf('access.setOn')).toEqual([{ on: true }]);
  });

  test('is switched off, paused and resumed', async () => {
    const become = await show(accessStates.on);
    await user.click(screen.getByRole('switch', { name: texts.on }));
    expect(bridge.inputsOf('access.setOn')).toEqual([{ on: false }]);
    await press(texts.pause);
    await become(accessStates.paused);
    await press(texts.resume);
    expect(bridge.inputsOf('access.setPaused')).toEqual([{ paused: true }, { paused: false }]);
  });

  test('shows its address and copies it', async () => {
    await show(accessStates.on);
    expect(screen.getByText('http://127.0.0.1:19090')).toBeTruthy();
    await press(texts.copyAddress);
    expect(bridge.inputsOf('access.copyAddress')).toHaveLength(1);
    expect(screen.getByRole('button', { name: texts.copied })).toBeTruthy();
  });

  test('says why it cannot listen, and takes another port or tries again', async () => {
    await show(accessStates.failed);
    await press(texts.tryAgain);
    expect(bridge.inputsOf('access.tryAgain')).toHaveLength(1);
    await user.click(screen.getAllByRole('button', { name: texts.choosePort })[0] as HTMLElement);
    await user.clear(field(texts.port));
    await user.type(field(texts.port), '80');
    await press(texts.portUse);
    expect(bridge.inputsOf('access.choosePort')).toEqual([]);
    await user.clear(field(texts.port));
    await user.type(field(texts.port), '18080');
    await press(texts.portUse);
    expect(bridge.inputsOf('access.choosePort')).toEqual([{ port: 18_080 }]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('says what listens at its port, and which places have to be changed with it', async () => {
    await show(accessStates.failed);
    expect(screen.getByText(/nginx listens there\./)).toBeTruthy();
    const places = texts.mustChange({ count: 2, names: enumerated(['Report', 'Price scraper on the second server']) });
    expect(screen.getByText(new RegExp(places))).toBeTruthy();
    await user.click(screen.getAllByRole('button', { name: texts.choosePort })[0] as HTMLElement);
    expect(within(screen.getByRole('dialog')).getByText(places)).toBeTruthy();
  });

  test('is tested as a program would, and says what answered', async () => {
    const reached = [
      { at: 'http://127.0.0.1:19090', answered: true },
      { at: 'http://[::1]:19090', answered: true },
    ];
    let result: GatewayTest = { reached, milliseconds: 212 };
    bridge.answers['access.test'] = () => ({ ok: true, value: result });
    await show(accessStates.on);
    expect(screen.getByText(texts.testLine)).toBeTruthy();
    await press(texts.test);
    expect(screen.getByText(texts.testWorks({ took: '212 ms' })).closest('[data-tone]')).toMatchObject({
      dataset: { tone: 'good' },
    });
    result = { reached, milliseconds: null, problem: { kind: 'server-trouble', status: 502 } };
    await press(texts.test);
    expect(screen.getByText(new RegExp(texts.testNoAnswer)).closest('[data-tone]')).toMatchObject({
      dataset: { tone: 'bad' },
    });
    result = { reached: reached.map((one, at) => ({ ...one, answered: at === 0 })), milliseconds: 1500 };
    await press(texts.test);
    const gone = texts.testNotReached({ at: 'http://[::1]:19090' });
    expect(screen.getByText(sentences(gone, texts.testWorks({ took: '1.5 sec' })))).toBeTruthy();
    bridge.answers['access.test'] = () => ({ ok: false, problem: { kind: 'not-now' } });
    await press(texts.test);
    expect(screen.queryByText(new RegExp(gone.slice(0, 20)))).toBeNull();
  });

  test('is not tested while it does not listen', async () => {
    await show(accessStates.failed);
    expect(screen.queryByRole('button', { name: texts.test })).toBeNull();
  });

  test('names programs that send a key, a proxy in the way, and reads that wait', async () => {
    await show(accessStates.warnings);
    expect(screen.getByText(texts.holding({ count: 6, oldest: '9 s' }))).toBeTruthy();
    expect(screen.getByText(texts.refused({ count: 32 }))).toBeTruthy();
    expect(screen.getByText(texts.proxy.title({ variable: 'HTTP_PROXY' }))).toBeTruthy();
    expect(screen.getByText(new RegExp(`python3.*${texts.sightings.old}`))).toBeTruthy();
    await press(texts.proxy.copy);
    expect(bridge.inputsOf('access.copyNoProxy')).toHaveLength(1);
    await press(texts.sightings.dismiss);
    expect(bridge.inputsOf('access.dismissSightings')).toHaveLength(1);
  });
});

describe('who has access', () => {
  test('is a table with role, last use, requests of today and expiry', async () => {
    await show(accessStates.on);
    const table = within(screen.getAllByRole('table')[0] as HTMLElement);
    const row = within(table.getAllByRole('row')[1] as HTMLElement);
    expect(row.getByRole('rowheader').textContent).toBe('Scraper');
    expect(row.getByText(texts.roles.read)).toBeTruthy();
    expect(row.getByText(texts.refusedToday({ count: 2 }))).toBeTruthy();
    expect(table.getAllByText(texts.never).length).toBeGreaterThan(1);
  });

  test('loses it only after a question', async () => {
    await show(accessStates.on);
    await press(texts.revokeOf({ name: 'Scraper' }));
    expect(bridge.inputsOf('access.revoke')).toEqual([]);
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: texts.revoke }));
    expect(bridge.inputsOf('access.revoke')).toEqual([{ id: 'c1' }]);
    await press(texts.revokeAll);
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: texts.revoke }));
    expect(bridge.inputsOf('access.revokeAll')).toHaveLength(1);
  });

  test('gets a new token, which is shown once', async () => {
    await show(accessStates.on);
    await press(texts.renewOf({ name: 'Scraper' }));
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: texts.renew }));
    expect(screen.getByText(token)).toBeTruthy();
    await press(texts.done);
    expect(document.body.textContent).not.toContain(token);
  });
});

describe('the form of a program', () => {
  test('makes a token that reads and spends nothing, and shows it once with examples without it', async () => {
    await show(accessStates.fresh);
    await press(texts.new);
    await press(texts.create);
    expect(screen.getByText(texts.nameMissing)).toBeTruthy();
    await user.type(field(texts.name), 'bot');
    await press(texts.create);
    expect(bridge.inputsOf('access.addConsumer')).toMatchObject([
      { name: 'bot', role: 'read', secrets: false, expiresAt: null, limits: { ipsPerDay: null } },
    ]);
    expect(screen.getByText(token)).toBeTruthy();
    for (const name of ['curl', 'Python', 'Node', texts.snippetEnv]) {
      await user.click(screen.getByRole('radio', { name }));
      const example = screen.getByRole('region', { name }).textContent ?? '';
      expect(example).toContain('http://127.0.0.1:19090');
      expect(example).not.toContain(token);
    }
    await press(texts.copyToken);
    expect(bridge.inputsOf('access.copyToken')).toEqual([{ token }]);
    await press(texts.done);
    expect(document.body.textContent).not.toContain(token);
  });

  test('lets nothing spend without limits and the user’s agreement', async () => {
    await show(accessStates.fresh);
    await press(texts.new);
    await user.type(field(texts.name), 'bot');
    await pick(texts.roles.spend);
    await press(texts.create);
    expect(screen.getAllByText(texts.limitMissing)).toHaveLength(2);
    expect(screen.getByText(texts.spendingMissing)).toBeTruthy();
    await user.type(field(texts.ipsPerRequest), '50');
    await user.type(field(texts.ipsPerDay), '500');
    await press(texts.create);
    expect(bridge.inputsOf('access.addConsumer')).toEqual([]);
    await user.click(screen.getByRole('checkbox', { name: texts.spending }));
    await press(texts.create);
    expect(bridge.inputsOf('access.addConsumer')).toMatchObject([
      { role: 'spend', limits: { ipsPerRequest: 50, ipsPerDay: 500 } },
    ]);
  });

  test('changes a program as it is, and keeps its expiry', async () => {
    const expiresAt = picturedAt + 86_400_000;
    const consumer = exampleConsumer({ expiresAt });
    await show({ ...accessStates.on, access: { ...accessStates.on.access, consumers: [consumer] } });
    await press(texts.edit({ name: 'Scraper' }));
    await pick(texts.roles.figures);
    await press(texts.more);
    await user.clear(field(texts.holdSeconds));
    await user.type(field(texts.holdSeconds), '5');
    await press(texts.save);
    expect(bridge.inputsOf('access.changeConsumer')).toMatchObject([
      { id: 'c1', choices: { name: 'Scraper', role: 'figures', expiresAt, holdSeconds: 5 } },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('stays open where the name is taken', async () => {
    bridge.answers['access.addConsumer'] = () => ({ ok: false, problem: { kind: 'bad-input', field: 'name' } });
    await show(accessStates.on);
    await press(texts.new);
    await user.type(field(texts.name), 'Scraper');
    await press(texts.create);
    expect(screen.getByText(texts.nameTaken)).toBeTruthy();
  });
});

describe('activity', () => {
  test('has a line for each request, with why it was refused, and is read again when there is more', async () => {
    const become = await show(accessStates.on);
    const rows = within(screen.getByRole('region', { name: texts.activity })).getAllByRole('row');
    expect(rows).toHaveLength(examplesOfActivity.length + 1);
    expect(screen.getByText(texts.codes['not-in-role'])).toBeTruthy();
    expect(screen.getAllByText(texts.nobody).length).toBeGreaterThan(0);
    await become({ ...accessStates.on, access: { ...accessStates.on.access, activityRevision: 2 } });
    expect(bridge.inputsOf('access.readActivity')).toHaveLength(2);
  });

  test('says so where there was none', async () => {
    bridge.answers['access.readActivity'] = () => ({ ok: true, value: { lines: [] } });
    await show(accessStates.fresh);
    expect(screen.getByText(texts.activityNone)).toBeTruthy();
    expect(screen.getByText(texts.noConsumers)).toBeTruthy();
  });
});

describe('a program', () => {
  test('whose token is made is shown the proxy that its requests would go to', async () => {
    const { access } = accessStates.on;
    await show({ ...accessStates.on, access: { ...access, proxyVariable: 'HTTP_PROXY' } });
    await press(texts.new);
    await user.type(field(texts.name), 'Scraper 2');
    await press(texts.create);
    const made = within(screen.getByRole('dialog', { name: texts.madeTitle({ name: 'Scraper 2' }) }));
    expect(made.getByText(texts.proxy.title({ variable: 'HTTP_PROXY' }))).toBeTruthy();
    expect(made.getByRole('button', { name: texts.proxy.copy })).toBeTruthy();
  });

  test('that reached its limit of the day says so, and the places with its token are named', async () => {
    await show(accessStates.capped);
    const [, bot, other] = within(screen.getByRole('region', { name: texts.consumers })).getAllByRole('row');
    if (bot === undefined || other === undefined) throw new Error('The example has two.');
    expect(within(bot).getByText(texts.limitReached)).toBeTruthy();
    expect(within(bot).getByText(texts.placesOf({ count: 1, names: 'Report' }))).toBeTruthy();
    expect(within(other).queryByText(texts.limitReached)).toBeNull();
  });

  test('that may change things has limits of the day, and its changes may wait for a new key', async () => {
    await show(accessStates.on);
    await press(texts.new);
    await user.type(field(texts.name), 'Switcher');
    await press(texts.more);
    expect(screen.queryByRole('checkbox', { name: texts.holdWrites })).toBeNull();
    await pick(texts.roles.switch);
    expect(screen.queryByRole('textbox', { name: texts.ipsPerDay })).toBeNull();
    await user.type(field(texts.writesPerDay), '20');
    await user.click(screen.getByRole('checkbox', { name: texts.holdWrites }));
    await press(texts.create);
    expect(bridge.inputsOf('access.addConsumer')).toMatchObject([
      { name: 'Switcher', role: 'switch', holdWrites: true, limits: { writesPerDay: 20, ipsPerDay: null } },
    ]);
  });

  test('that manages sub-accounts has limits on the IPs that it gives them', async () => {
    await show(accessStates.on);
    await press(texts.new);
    await user.type(field(texts.name), 'Manager');
    await pick(texts.roles['sub-accounts']);
    await user.type(field(texts.ipsPerDay), '100');
    await press(texts.create);
    expect(bridge.inputsOf('access.addConsumer')).toMatchObject([{ limits: { ipsPerDay: 100, ipsPerRequest: null } }]);
  });
});
