// What each state of the wizard says, failures by their names. What axe finds in each is looked at in a real browser: e2e/screens-wizard.test.ts.
import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { named } from '../ui/example-state.fixture';
import { showWizard } from './render-wizard.fixture';
import { picturedAt, wizardStates } from './wizard-states.fixture';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: picturedAt });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test.each([
  ['prepare', 'Before the old key stops', /No key is ever kept in this list/],
  ['prepare-not-ready', 'Before the old key stops', /There is no keyring, so the new key is kept in memory only/],
  ['prepare-keyring-locked', 'Before the old key stops', /Unlock it before you begin/],
  ['prepare-unprotected', 'Before the old key stops', /written to disk unprotected/],
  ['prepare-leak', 'First, make the leaked key useless', /Then take it out of where it leaked/],
  ['prepare-refused', 'Somebody has regenerated it, or revoked it', /this kills theirs/],
  ['prepare-lost', 'A lost key cannot be shown again', /When the key was last changed is not known/],
  ['prepare-first', 'Before you make your first key', /It cannot be limited/],
  ['journal-trouble', 'Before the old key stops', /The next step waits/],
  ['regenerate-first', 'Three clicks in the dashboard', /There is no old key to watch/],
  ['regenerate-watching', 'The three clicks that count', /NineTray looks every few seconds/],
  ['regenerate-refused-once', 'The three clicks that count', /^Refused once$/],
  ['regenerate-rested', 'The three clicks that count', /looked often enough/],
  ['receive', 'Paste the new key', /It was first refused at/],
  ['receive-alive', 'Paste the new key', /^Still works$/],
  ['receive-session', 'Paste the new key', /kept in memory/],
  ['prove-offline', 'Does the new key work?', /^You are offline$/],
  ['prove-rate-limited', 'Does the new key work?', /asks us to slow down/],
  ['prove-html', 'Does the new key work?', /A web page came instead of figures/],
  ['prove-refused-once', 'Does the new key work?', /^9Proxy refused this key once/],
  ['prove-refused-once', 'Does the new key work?', /Refused once, at .* NineTray checks it again to be sure/],
  ['prove-refused', 'Does the new key work?', /9Proxy refuses the new key/],
  ['prove-other-account', 'Does the new key work?', /^This key belongs to another account$/],
  ['prove-old-alive', 'Does the new key work?', /The old key was still accepted at/],
  ['prove-old-again', 'Does the new key work?', /then accepted again at/],
  ['copy-old-again', 'Copy the new key now, once', /then accepted again at/],
  ['copy-cleared', 'Copy the new key now, once', /^The clipboard was cleared$/],
  ['copy-left-alone', 'Copy the new key now, once', /left the clipboard as it is/],
  ['copy-failed', 'Copy the new key now, once', /The key may still be on it/],
  ['copy-saved', 'Copy the new key now, once', /Saved to the file you chose/],
  ['copy-session', 'Copy the new key now, once', /do not quit NineTray/],
  ['copy-old-alive', 'Copy the new key now, once', /The old key was still accepted at/],
  ['update-no-places', 'Now tell every place', /No place was listed/],
  ['receipt', 'Done. This is your receipt', /Delete 9Proxy’s e-mail with the key/],
  ['receipt-open', 'Almost done. This is your receipt', /The old key was still accepted$/],
  ['elsewhere', 'This waits for another address', /Set the API address to https:\/\/api\.9proxy\.com in the settings/],
  ['elsewhere-copy', 'This waits for another address', /you have not copied it, and NineTray never shows it again/],
  ['idle', 'Nothing is under way', /To begin, open/],
])('%s says “%s” and %s', async (name, title, words) => {
  await showWizard(named(wizardStates, name));
  expect(screen.getByRole('heading', { level: 1, name: title })).toBe(document.activeElement);
  expect(screen.getAllByText(words)).toHaveLength(1);
});

test('the warnings of the vendor are all there, and those that do not apply are not', async () => {
  await showWizard(named(wizardStates, 'prepare'));
  for (const text of [
    'The old key stops at once',
    'Every place has to be updated',
    'The new key is shown once',
    'A 2FA code is asked for',
  ]) {
    expect(screen.getByText(text)).toBeTruthy();
  }
  cleanup();
  await showWizard(named(wizardStates, 'prepare-first'));
  expect(screen.queryByText('The old key stops at once')).toBeNull();
});
