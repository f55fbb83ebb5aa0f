// The alerts on the overview: a line each, the most severe first, and what folds.
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { alertText, alertTexts as texts, placeOfAlert } from '../../../app/texts/account/alerts';
import { areaNames, areaTexts } from '../../../app/texts/account/areas';
import { type FakeBridge, installFakeBridge } from '../../ui/fake-bridge.fixture';
import { AlertStrip } from './AlertStrip';
import { alertStates, picturedAt } from './alert-states.fixture';

let bridge: FakeBridge;
const user = userEvent.setup({ delay: null });
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: picturedAt });
  bridge = installFakeBridge();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const { alerts } = alertStates.open;
const lines = () => within(screen.getByRole('region', { name: areaNames.alerts })).getAllByRole('listitem');
const titleOf = (alert: (typeof alerts)[number]) => alertText(alert.about, picturedAt, 'en-US').title;

test('three alerts are shown, the newest of the same severity first, and the others unfold', async () => {
  render(<AlertStrip alerts={alerts} />);
  const newest = alerts.toReversed();
  expect(lines().map((line) => line.querySelector('p')?.textContent)).toEqual(
    newest.slice(0, 3).map((alert) => expect.stringContaining(titleOf(alert))),
  );
  const more = screen.getByRole('button', { name: texts.more({ count: alerts.length - 3 }) });
  expect(more.getAttribute('aria-expanded')).toBe('false');
  await user.click(more);
  expect(lines()).toHaveLength(alerts.length);
  await user.click(screen.getByRole('button', { name: texts.fewer }));
  expect(lines()).toHaveLength(3);
});

test('what needs the user comes before what can wait, and has its colour', () => {
  render(<AlertStrip alerts={alertStates.bad.alerts} />);
  expect(lines().map(({ dataset }) => dataset['tone'])).toEqual(['bad', 'warning']);
  expect(screen.queryByRole('button', { expanded: false })).toBeNull();
});

test('each leads to its area; two-factor sign-in, which the overview is about, leads to the page of the dashboard', async () => {
  render(<AlertStrip alerts={alerts} />);
  await user.click(screen.getByRole('button', { name: texts.more({ count: alerts.length - 3 }) }));
  const low = alerts.find(({ about }) => about.kind === 'wallet-low');
  if (low === undefined) throw new Error('the example has no such alert');
  const place = placeOfAlert(low.about);
  await user.click(screen.getByRole('button', { name: texts.places[place] }));
  expect(bridge.inputsOf('account.open')).toEqual([{ area: place }]);
  await user.click(screen.getByRole('button', { name: areaTexts.openKeyPage }));
  expect(bridge.inputsOf('external.open')).toEqual([{ page: 'apiKey' }]);
});

test('nothing is shown while there are none', () => {
  const { container } = render(<AlertStrip alerts={[]} />);
  expect(container.textContent).toBe('');
});
