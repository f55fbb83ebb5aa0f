import { expect, it } from 'vitest';
import type { Alert } from '../model/alert';
import { exampleNow } from '../model/state/app-state.fixture';
import type { Told } from '../windows/notifications/notifier';
import { alertNotifications } from './alert-notifications';

const walletLow: Alert = {
  id: 'wallet-low',
  since: exampleNow,
  about: { kind: 'wallet-low', left: 3.25, threshold: 10 },
};
const keyRefused: Alert = { id: 'key-refused', since: exampleNow, about: { kind: 'key-refused' } };

function notified(alerts: readonly Alert[], { hideAmounts = false, isDemo = false } = {}) {
  const shown: (Told & { click: () => void })[] = [];
  const opened: string[] = [];
  alertNotifications({
    notifier: {
      show: (text, click) => {
        shown.push({ ...text, click });
        return Promise.resolve(true);
      },
    },
    now: () => exampleNow,
    locale: () => 'en-US',
    hideAmounts: () => hideAmounts,
    isDemo: () => isDemo,
    open: (place) => opened.push(place),
    mute: () => opened.push('muted'),
  })(alerts);
  return { shown, opened };
}

it('shows a notification for each new alert, and a click opens its place', () => {
  const { shown, opened } = notified([walletLow, keyRefused]);
  for (const { click } of shown) click();
  expect(opened).toEqual(['wallet', 'wizard']);
});

it('shows no amount where amounts are hidden', () => {
  const text = ({ shown }: ReturnType<typeof notified>) => shown.map(({ title, body }) => `${title} ${body}`).join();
  expect(text(notified([walletLow]))).toContain('3.25');
  expect(text(notified([walletLow], { hideAmounts: true }))).not.toContain('3.25');
});

it("marks a notification about the demo's account", () => {
  const titles = (isDemo: boolean) => notified([walletLow], { isDemo }).shown.map(({ title }) => title);
  expect(titles(true)).toEqual([expect.stringMatching(/^Demo: /)]);
  expect(titles(false)).toEqual([expect.not.stringMatching(/Demo/)]);
});

it('has a button that mutes them', () => {
  const { shown, opened } = notified([walletLow]);
  for (const action of shown[0]?.actions ?? []) action.run();
  expect(opened).toEqual(['muted']);
});
