import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { concernOf } from '../../../../app/model/places/gateway-concern';
import type { AppState } from '../../../../app/model/state/app-state';
import { accessTexts } from '../../../../app/texts/account/access';
import { placeGatewayTexts as texts } from '../../../../app/texts/account/places';
import { placeStateTexts } from '../../../../app/texts/wizard/place-states';
import { type FakeBridge, installFakeBridge } from '../../../ui/fake-bridge.fixture';
import { Access } from '../../access/Access';
import { examplePreview, picturedAt, placeStates } from '../place-states.fixture';
import { Places } from '../Places';
import { freeConsumers } from './gateway-facts';

let bridge: FakeBridge;
const user = userEvent.setup({ delay: null });
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: picturedAt });
  bridge = installFakeBridge();
  bridge.answers['places.previewGateway'] = () => ({ ok: true, value: examplePreview });
  bridge.answers['places.useGateway'] = () => ({ ok: true, value: { problem: null } });
  bridge.answers['places.leaveGateway'] = () => ({ ok: true, value: { problem: null } });
  bridge.answers['access.readActivity'] = () => ({ ok: true, value: { lines: [] } });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const press = (name: string) => user.click(screen.getByRole('button', { name }));
async function show(state: AppState, place: string) {
  const { rerender } = render(<Places state={state} />);
  await press(place);
  return (next: AppState) => rerender(<Places state={next} />);
}
const dialog = () => within(screen.getByRole('dialog'));

describe('a place that is to use the gateway', () => {
  test('shows the changed lines without values, and gets a token of its own', async () => {
    const become = await show(placeStates['on-gateway'], 'My laptop');
    await press(texts.use);
    expect(bridge.inputsOf('places.previewGateway')).toEqual([{ placeId: 'p4' }]);
    expect(dialog().getByText('NINEPROXY_API_KEY = •••')).toBeTruthy();
    expect(dialog().getByText(/127\.0\.0\.1:19090/).textContent).toContain('https://api.9proxy.com');
    await user.click(dialog().getByRole('radio', { name: new RegExp(`^${accessTexts.roles.figures}`) }));
    await press(texts.confirm);
    expect(bridge.inputsOf('places.useGateway')).toMatchObject([
      { placeId: 'p4', user: { name: 'My laptop', role: 'figures', secrets: false } },
    ]);
    const { rotation } = placeStates['on-gateway'];
    const update = { by: 'gateway' as const, path: '/home/lena/.zshrc', consumerId: 'c9' };
    const places = rotation.places.map((place) => (place.id === 'p4' ? { ...place, update } : place));
    become({ ...placeStates['on-gateway'], rotation: { ...rotation, places } });
    expect(dialog().getByText(texts.restart)).toBeTruthy();
    await press(accessTexts.done);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('may take the token of a program that no other place has, after the user has read what that means', async () => {
    await show(placeStates['on-gateway'], 'My laptop');
    await press(texts.use);
    const list = dialog().getByRole('combobox', { name: texts.who });
    expect(within(list).queryByRole('option', { name: 'Scraper' })).toBeNull();
    await user.selectOptions(list, 'Dashboard');
    expect(dialog().getByText(accessTexts.renewAsk({ name: 'Dashboard' }))).toBeTruthy();
    await press(texts.confirm);
    expect(bridge.inputsOf('places.useGateway')).toEqual([{ placeId: 'p4', user: { id: 'c3' } }]);
  });

  test('waits for the gateway to be turned on', async () => {
    const become = await show(placeStates['gateway-off'], 'My laptop');
    await press(texts.use);
    expect(bridge.inputsOf('places.previewGateway')).toEqual([]);
    await press(texts.confirm);
    expect(bridge.inputsOf('places.useGateway')).toEqual([]);
    await user.click(dialog().getByRole('button', { name: texts.turnOn }));
    expect(bridge.inputsOf('access.setOn')).toEqual([{ on: true }]);
    become(placeStates['on-gateway']);
    await act(() => Promise.resolve());
    expect(dialog().getByText('NINEPROXY_API_KEY = •••')).toBeTruthy();
  });

  test('says why its file cannot be changed, and that it has no address of 9Proxy', async () => {
    bridge.answers['places.previewGateway'] = () => ({
      ok: false,
      problem: { kind: 'file-blocked', why: 'read-only' },
    });
    await show(placeStates['on-gateway'], 'My laptop');
    await press(texts.use);
    expect(dialog().getByRole('alert')).toBeTruthy();
    expect(dialog().getByRole('button', { name: texts.confirm }).getAttribute('data-disabled')).toBe('true');
    cleanup();
    bridge.answers['places.previewGateway'] = () => ({
      ok: true,
      value: { ...examplePreview, addresses: 0, readers: [], openInEditor: true },
    });
    await show(placeStates['on-gateway'], 'My laptop');
    await press(texts.use);
    expect(dialog().getByText(texts.addressMissing)).toBeTruthy();
    expect(dialog().getByText(texts.key({ count: 1 }))).toBeTruthy();
    expect(dialog().getByText(texts.editorOpen)).toBeTruthy();
  });

  test('keeps the form open where its name is taken, and says what failed after the file was changed', async () => {
    bridge.answers['places.useGateway'] = () => ({ ok: false, problem: { kind: 'bad-input', field: 'name' } });
    await show(placeStates['on-gateway'], 'My laptop');
    await press(texts.use);
    await press(texts.confirm);
    expect(dialog().getByText(accessTexts.nameTaken)).toBeTruthy();
    bridge.answers['places.useGateway'] = () => ({ ok: true, value: { problem: { kind: 'internal' } } });
    await press(texts.confirm);
    expect(dialog().getByText(texts.afterwards)).toBeTruthy();
  });
});

describe('a place that uses the gateway', () => {
  test('shows who asks from there, and takes the key again only after a question', async () => {
    await show(placeStates['on-gateway'], 'Monthly report');
    const by = within(screen.getByRole('region', { name: texts.usedBy }));
    expect(by.getByText(/Scraper/)).toBeTruthy();
    expect(by.getByText(texts.lastUse({ age: 'just now' }))).toBeTruthy();
    await press(texts.leave);
    expect(bridge.inputsOf('places.leaveGateway')).toEqual([]);
    expect(dialog().getByText(texts.leaveLine({ path: '/home/lena/report/.env' }))).toBeTruthy();
    await user.click(dialog().getByRole('checkbox', { name: texts.revokes }));
    await press(texts.leaveConfirm);
    expect(bridge.inputsOf('places.leaveGateway')).toEqual([{ placeId: 'p5', revokes: false }]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('must change when the gateway has another address: the list says so, and Access, and each can update it', async () => {
    bridge.answers['places.updateAddress'] = () => ({ ok: true, value: { problem: null } });
    render(<Places state={placeStates['gateway-moved']} />);
    expect(screen.getByText(texts.behind.address({ count: 1 }))).toBeTruthy();
    await press(texts.updateAddress);
    expect(bridge.inputsOf('places.updateAddress')).toEqual([{ placeId: 'p5' }]);
    cleanup();
    render(<Access state={placeStates['gateway-moved']} />);
    await act(() => Promise.resolve());
    expect(screen.getByText(texts.behind.address({ count: 1 }))).toBeTruthy();
    expect(screen.getByText('Monthly report')).toBeTruthy();
  });

  test.each(['address', 'off', 'token'] as const)('has its state in the table where it cannot ask: %s', (concern) => {
    const names = { address: 'gateway-moved', off: 'gateway-off', token: 'gateway-revoked' } as const;
    render(<Places state={placeStates[names[concern]]} />);
    const row = within(screen.getByRole('row', { name: /Monthly report/ }));
    expect(row.getByText(placeStateTexts.readiness[`gateway-${concern}`])).toBeTruthy();
    expect(row.queryByText(placeStateTexts.readiness.gateway)).toBeNull();
  });

  test('cannot reach 9Proxy while the gateway is off, or without a token', () => {
    const { access, rotation } = placeStates['on-gateway'];
    const place = rotation.places.find(({ id }) => id === 'p5');
    if (place === undefined) throw new Error('There is no such example.');
    expect(concernOf(place, access, picturedAt)).toBeNull();
    expect(concernOf(place, placeStates['gateway-off'].access, picturedAt)).toBe('off');
    expect(concernOf(place, { ...access, consumers: [] }, picturedAt)).toBe('token');
    const expired = access.consumers.map((each) => ({ ...each, expiresAt: picturedAt }));
    expect(concernOf(place, { ...access, consumers: expired }, picturedAt)).toBe('token');
    expect(freeConsumers(rotation.places, { ...access, consumers: expired }, picturedAt)).toEqual([]);
    expect(freeConsumers(rotation.places, access, picturedAt).map(({ name }) => name)).not.toContain('Scraper');
  });
});
