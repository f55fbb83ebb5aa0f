// What each state of the wizard says, failures by their names. What axe finds in each is checked in a real browser:
// e2e/screens-wizard.test.ts.
import { copyTexts, receiptTexts, updateTexts } from '../../app/texts/wizard/wizard-after';
import { startupTexts } from '../../app/texts/startup';
import { sentences } from '../../app/texts/sentence';
import { placesTexts } from '../../app/texts/wizard/places';
import { elsewhereTexts } from '../../app/texts/wizard/wizard-elsewhere';
import { frameTexts, prepareTexts, proveTexts, receiveTexts, regenerateTexts } from '../../app/texts/wizard/wizard';
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
  ['prepare', prepareTexts.title['on-purpose'], placesTexts.line],
  ['prepare-not-ready', prepareTexts.title['on-purpose'], prepareTexts.keyringNone],
  ['prepare-keyring-locked', prepareTexts.title['on-purpose'], prepareTexts.keyringTroubleLine],
  ['prepare-unprotected', prepareTexts.title['on-purpose'], /written to disk unprotected/],
  ['prepare-leak', prepareTexts.title.leak, prepareTexts.leakSteps.remove.title],
  ['prepare-refused', prepareTexts.title.refused, prepareTexts.makeNewLine],
  ['prepare-lost', prepareTexts.title.lost, prepareTexts.changedUnknown],
  ['prepare-first', prepareTexts.title.first, prepareTexts.warnings.spends.line],
  ['journal-trouble', prepareTexts.title['on-purpose'], frameTexts.journalTitle],
  ['no-sandbox', receiveTexts.title, startupTexts.noSandboxBanner],
  ['regenerate-first', regenerateTexts.titleFirst, regenerateTexts.nothingWatched],
  ['regenerate-watching', regenerateTexts.title, /Checking every few seconds/],
  ['regenerate-refused-once', regenerateTexts.title, /^Refused once$/],
  ['regenerate-rested', regenerateTexts.title, /Paused until you paste/],
  ['receive', receiveTexts.title, /^First refused at/],
  ['receive-alive', receiveTexts.title, /^Still works$/],
  ['receive-holding', receiveTexts.title, frameTexts.holding({ count: 6, oldest: '9 s' })],
  ['receive-session', receiveTexts.title, /kept in memory/],
  ['prove-offline', proveTexts.title, /^You are offline$/],
  ['prove-rate-limited', proveTexts.title, /^Too many requests$/],
  ['prove-html', proveTexts.title, /a web page instead of data/],
  ['prove-refused-once', proveTexts.title, /^9Proxy refused this key once/],
  ['prove-refused-once', proveTexts.title, /Refused once, at .* NineTray checks it again to be sure/],
  ['prove-refused', proveTexts.title, /9Proxy refuses the new key/],
  ['prove-other-account', proveTexts.title, /^This key belongs to another account$/],
  ['prove-old-alive', proveTexts.title, /The old key was still accepted at/],
  ['prove-old-again', proveTexts.title, /then accepted again at/],
  ['copy-old-again', copyTexts.title, /then accepted again at/],
  ['copy-cleared', copyTexts.title, /^The clipboard was cleared$/],
  ['copy-left-alone', copyTexts.title, /left the clipboard as it is/],
  ['copy-failed', copyTexts.title, /The key may still be on it/],
  ['copy-saved', copyTexts.title, /Saved to the file you chose/],
  ['copy-session', copyTexts.title, /do not quit NineTray/],
  ['copy-old-alive', copyTexts.title, /The old key was still accepted at/],
  ['update-no-places', updateTexts.title, sentences(updateTexts.empty, updateTexts.emptyLine)],
  ['receipt', receiptTexts.title, receiptTexts.mailTitle],
  ['receipt-held', receiptTexts.title, '128 reads waited, longest 19 s, 2 given up, 3 changes refused'],
  ['receipt-open', receiptTexts.titleOpen, /The old key was still accepted$/],
  ['elsewhere', elsewhereTexts.title, /Set the API address to https:\/\/api\.9proxy\.com in the settings/],
  ['elsewhere-copy', elsewhereTexts.title, /you have not copied it, and NineTray won’t show it again/],
  ['idle', frameTexts.idleTitle, frameTexts.idleLine],
])('%s says “%s” and %s', async (name, title, words) => {
  await showWizard(named(wizardStates, name));
  expect(screen.getByRole('heading', { level: 1, name: title })).toBe(document.activeElement);
  expect(screen.getAllByText(words)).toHaveLength(1);
});

test('the warnings of the vendor are all there, and those that do not apply are not', async () => {
  await showWizard(named(wizardStates, 'prepare'));
  for (const text of [
    prepareTexts.warnings.stops.title,
    prepareTexts.warnings.everywhere.title,
    prepareTexts.warnings.once.title,
    prepareTexts.warnings.twoFactor.title,
  ]) {
    expect(screen.getByText(text)).toBeTruthy();
  }
  cleanup();
  await showWizard(named(wizardStates, 'prepare-first'));
  expect(screen.queryByText(prepareTexts.warnings.stops.title)).toBeNull();
});
