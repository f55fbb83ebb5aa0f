// The popover's line while Chromium's sandbox is off.
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startupTexts } from '../../app/texts/startup';
import { named } from '../ui/example-state.fixture';
import { installFakeBridge } from '../ui/fake-bridge.fixture';
import { Notices } from './Notices';
import { picturedAt, popoverStates } from './popover-states.fixture';

beforeEach(() => void installFakeBridge());
afterEach(cleanup);

it.each([
  ['no-sandbox', 1],
  ['normal', 0],
])('the popover in the state "%s" has %i lines about the sandbox', (name, lines) => {
  render(<Notices state={named(popoverStates, name)} now={picturedAt} onKey={() => undefined} />);
  expect(screen.queryAllByText(startupTexts.noSandboxBanner)).toHaveLength(lines);
});
