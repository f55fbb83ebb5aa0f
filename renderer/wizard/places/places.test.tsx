// The places in the wizard: whether each is ready, how far its update is, and what the user decides where it failed.
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AppState } from '../../../app/model/state/app-state';
import { placeStateTexts as states, wizardPlacesTexts as texts } from '../../../app/texts/wizard/place-states';
import { placesTexts } from '../../../app/texts/wizard/places';
import { copyTexts, receiptTexts, updateTexts } from '../../../app/texts/wizard/wizard-after';
import { named } from '../../ui/example-state.fixture';
import { showWizard } from '../render-wizard.fixture';
import { picturedAt, wizardStates } from '../wizard-states.fixture';

const user = userEvent.setup({ delay: null });
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: picturedAt });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const show = (name: string) => showWizard(named(wizardStates, name));
const press = (name: string) => user.click(screen.getByRole('button', { name }));
const region = (name: string) => within(screen.getByRole('region', { name }));
const namesIn = (name: string) =>
  region(name)
    .getAllByRole('listitem')
    .map((item) => item.querySelector('p')?.textContent);

describe('before the key is regenerated', () => {
  test('the board says which places are ready, why one is not, and how long it will take', async () => {
    const { bridge } = await show('prepare-board');
    expect(screen.getByText(texts.ready({ count: 6, ready: '3', all: '6' }))).toBeTruthy();
    expect(screen.getByText(texts.outage({ duration: '1 min 2 s' }), { exact: false })).toBeTruthy();
    expect(namesIn(texts.groups.own)).toEqual(['Nightly scraper', 'price-watch', 'nordwind/shop', 'My laptop']);
    expect(region(texts.groups.own).getByText(states.reason.unconfirmed)).toBeTruthy();
    expect(region(texts.groups.own).getByText(states.readiness.blocked)).toBeTruthy();
    expect(namesIn(texts.groups.gateway)).toEqual(['Monthly report']);
    expect(screen.getByText(texts.willBeByHand({ count: 3 }))).toBeTruthy();
    await press(texts.rehearseAll);
    await press(texts.manage);
    expect(bridge.inputsOf('places.rehearse')).toEqual([{ placeIds: null }]);
    expect(bridge.inputsOf('account.open')).toEqual([{ area: 'places' }]);
  });

  test('the board names a place that cannot ask the gateway apart from those with nothing to do, and why', async () => {
    await show('prepare-board-gateway-off');
    expect(screen.getByText(texts.ready({ count: 6, ready: '2', all: '6' }))).toBeTruthy();
    expect(namesIn(texts.groups.behind)).toEqual(['Monthly report']);
    expect(region(texts.groups.behind).getByText(states.reason['gateway-off'])).toBeTruthy();
    expect(screen.queryByRole('region', { name: texts.groups.gateway })).toBeNull();
  });

  test('a list without anything that NineTray updates stays what the user edits', async () => {
    await show('prepare');
    expect(screen.queryByRole('button', { name: texts.rehearseAll })).toBeNull();
    expect(screen.getByRole('button', { name: placesTexts.add })).toBeTruthy();
  });
});

describe('the copy of the new key', () => {
  test('is not needed where all places have it: one press, and no question', async () => {
    const { bridge } = await show('copy-not-needed');
    expect(screen.getByText(texts.has({ count: 5, has: '5', all: '5' }))).toBeTruthy();
    await press(texts.noCopyNeeded);
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(bridge.asked.map(({ name }) => name)).toEqual(['rotation.noCopyNeeded', 'rotation.next']);
  });

  test('is for those that the user updates', async () => {
    await show('copy-updating');
    expect(screen.getByText(texts.has({ count: 6, has: '3', all: '6' }))).toBeTruthy();
    expect(screen.queryByRole('button', { name: texts.noCopyNeeded })).toBeNull();
    const needed = within(screen.getByRole('region', { name: copyTexts.forPlaces }));
    expect(needed.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Ada’s spreadsheet']);
  });
});

describe('while the places are updated', () => {
  test('each shows how far it is, how it was proved and how long it had no key', async () => {
    await show('update-live');
    const own = region(texts.ownGroup);
    for (const state of ['done', 'restarting', 'begun', 'waiting'] as const)
      expect(own.getAllByText(states.run[state]).length).toBeGreaterThan(0);
    expect(own.getAllByText(`${states.proof.parsed} · ${states.withoutKey({ duration: '18 s' })}`)).toHaveLength(2);
    expect(screen.getAllByText(updateTexts.progress({ done: '2', all: '6' }))).toHaveLength(2);
    expect(screen.getByRole('checkbox', { name: 'Ada’s spreadsheet' })).toBeTruthy();
  });

  test('those that failed come first, with the reason, what was printed, and each way out', async () => {
    const { bridge } = await show('update-failing');
    expect(namesIn(texts.failedGroup)).toEqual(['price-watch', 'My laptop']);
    const failed = region(texts.failedGroup);
    expect(failed.getByText(states.runLine.unsure)).toBeTruthy();
    expect(failed.getByText(/no such service/)).toBeTruthy();
    const ways = within(failed.getByRole('group', { name: texts.actionsOf({ name: 'price-watch' }) }));
    for (const way of [texts.retry, texts.openFolder, texts.byHand])
      await user.click(ways.getByRole('button', { name: way }));
    for (const call of ['places.retry', 'places.openFolder', 'places.byHand'] as const)
      expect(bridge.inputsOf(call)).toEqual([{ placeId: 'p2' }]);
  });

  test('one is skipped with a reason only', async () => {
    const { bridge } = await show('update-failing');
    const ways = within(screen.getByRole('group', { name: texts.actionsOf({ name: 'My laptop' }) }));
    await user.click(ways.getByRole('button', { name: texts.skip }));
    await press(texts.skipConfirm);
    expect(screen.getByText(texts.skipReasonMissing)).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: texts.skipReason }), 'It is sold');
    await press(texts.skipConfirm);
    expect(bridge.inputsOf('places.skip')).toEqual([{ placeId: 'p4', reason: 'It is sold' }]);
  });

  test('programs that still have the old key are named, and searched for again', async () => {
    const { bridge } = await show('update-failing');
    expect(screen.getByText(states.stillRunning({ count: 2 }))).toBeTruthy();
    expect(screen.getByText('python3')).toBeTruthy();
    await press(states.lookAgain);
    expect(bridge.inputsOf('places.findRunning')).toHaveLength(1);
  });

  test('one that the user ticked needs no attention any more', async () => {
    const before = named(wizardStates, 'update-failing');
    const { current } = before.rotation;
    if (current === null) throw new Error('There is no rotation.');
    const places = current.places.map((each) => (each.place.id === 'p2' ? { ...each, tickedAt: picturedAt } : each));
    const after: AppState = { ...before, rotation: { ...before.rotation, current: { ...current, places } } };
    await showWizard(after);
    expect(namesIn(texts.failedGroup)).toEqual(['My laptop']);
    expect(region(texts.ownGroup).getByText(states.proof.hand, { exact: false })).toBeTruthy();
  });
});

test('the receipt says of each place how it was proved, how long it had no key, and why it was skipped', async () => {
  await show('receipt-updated');
  const list = region(receiptTexts.places);
  expect(list.getAllByText(/Read back.* 21 s without the key/)).toHaveLength(2);
  expect(list.getByText(/The shop is closed for good/)).toBeTruthy();
  expect(screen.getByText(states.stillRunning({ count: 2 }))).toBeTruthy();
});
