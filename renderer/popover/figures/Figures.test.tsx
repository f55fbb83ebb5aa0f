import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { figureIds } from '../../../app/model/figures/figures';
import type { AppState } from '../../../app/model/state/app-state';
import { figureNames } from '../../../app/texts/figures';
import { aside } from '../../../app/texts/sentence';
import { popoverTexts } from '../../../app/texts/status/popover';
import { named } from '../../ui/example-state.fixture';
import { showPopover } from '../render-popover.fixture';
import { picturedAt, popoverStates } from '../popover-states.fixture';

const normal = named(popoverStates, 'normal');
const group = (name: string) => screen.getByRole('group', { name });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: picturedAt });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const balancesAndRenewal = ['IP balance', 'Traffic', 'Wallet', 'Auto renew'];

describe('the figures', () => {
  test('are groups, each with its value, and one age for all', async () => {
    await showPopover(normal);
    const labels = screen.getAllByRole('group').map((each) => each.getAttribute('aria-label'));
    const names = figureIds.map((id) => figureNames[id]);
    expect(new Set(labels)).toEqual(new Set(names));
    expect(labels.filter((label) => label !== null && balancesAndRenewal.includes(label))).toEqual(balancesAndRenewal);
    expect(group('IP balance').textContent).toContain('1,284IPs');
    expect(group('Traffic').textContent).toContain('42.7GB');
    expect(group('Wallet').textContent).toContain('$86.40');
    expect(group('Auto renew').textContent).toContain('On');
    expect(group('IP balance').textContent).toContain('lasts until about Dec 22');
    expect(screen.getByText('updated just now')).toBeTruthy();
    expect(screen.queryByText('just now')).toBeNull();
  });

  test('say in words that they are out of date', async () => {
    await showPopover(named(popoverStates, 'stale'));
    expect(group('Wallet').textContent).toContain(`5 h ago${aside(popoverTexts.stale)}`);
    expect(group('Wallet').textContent).toContain('$86.40');
  });

  test('have a trend line with a text, and none without points', async () => {
    const { become } = await showPopover(normal);
    expect(within(group('Wallet')).getByRole('img').getAttribute('aria-label')).toMatch(/^Trend: from \$/);
    become({ ...normal, trends: { ...normal.trends, wallet: [[picturedAt, 3]] } });
    expect(within(group('Wallet')).queryByRole('img')).toBeNull();
  });

  test('open their details in place, one at a time', async () => {
    const { user } = await showPopover(normal);
    const traffic = screen.getByRole('button', { name: 'Traffic: details' });
    expect(traffic.getAttribute('aria-expanded')).toBe('false');
    await user.click(traffic);
    expect(traffic.getAttribute('aria-expanded')).toBe('true');
    const details = screen.getByRole('region', { name: 'Traffic: details' });
    expect(details.textContent).toContain('Residential 50 GB');
    expect(details.textContent).toContain('31.2 GB of 50 GB left');
    expect(details.textContent).toContain('expires in 12 days');

    await user.click(screen.getByRole('button', { name: 'IP balance: details' }));
    expect(screen.queryByRole('region', { name: 'Traffic: details' })).toBeNull();
    expect(screen.getByRole('region', { name: 'IP balance: details' }).textContent).toContain('Plan 3900 IPs');
    await user.click(screen.getByRole('button', { name: 'IP balance: details' }));
    expect(screen.queryByRole('region', { name: 'IP balance: details' })).toBeNull();
  });

  test('tell how long it lasts as a sentence', async () => {
    const { user } = await showPopover(named(popoverStates, 'forecast'));
    await user.click(screen.getByRole('button', { name: 'IP balance: details' }));
    const text = screen.getByRole('region', { name: 'IP balance: details' }).textContent?.replaceAll(/\s/g, ' ');
    expect(text).toContain('IPs likely last until Tue, Dec 1 (Nov 28 – Dec 4).');
    expect(text).not.toMatch(/auto renew/i);
  });

  test('tell what 9Proxy reports about auto renew, as unconfirmed, and why the last one failed', async () => {
    const { user } = await showPopover(named(popoverStates, 'renew-failed'));
    await user.click(screen.getByRole('button', { name: 'Auto renew: details' }));
    const details = screen.getByRole('region', { name: 'Auto renew: details' });
    expect(details.textContent).toContain('failed');
    expect(details.textContent).toContain('Insufficient balance');
    expect(details.textContent).toContain('As 9Proxy reports it. 9Proxy doesn’t say what auto renew does:');
  });

  test('give the reason and the next step of a failed read', async () => {
    const { user } = await showPopover(named(popoverStates, 'partly-failed'));
    await user.click(screen.getByRole('button', { name: 'Traffic: details' }));
    expect(screen.getByRole('region', { name: 'Traffic: details' }).textContent).toContain('9Proxy is having problems');
  });

  test('show traffic that never expires apart from traffic that expires', async () => {
    const { user } = await showPopover(named(popoverStates, 'much-data'));
    await user.click(screen.getByRole('button', { name: 'Traffic: details' }));
    const details = screen.getByRole('region', { name: 'Traffic: details' });
    await user.click(within(details).getByRole('button', { name: 'Show all 31' }));
    const lasting = within(details).getByRole('region', { name: 'Traffic that never expires' });
    const expiring = within(details).getByRole('region', { name: 'Traffic that expires' });
    expect(within(lasting).getAllByRole('listitem')).toHaveLength(7);
    expect(within(expiring).getAllByRole('listitem')).toHaveLength(24);
    expect(expiring.textContent).not.toContain('does not expire');
  });

  test('show the first of many packages, and all on demand', async () => {
    const { user } = await showPopover(named(popoverStates, 'much-data'));
    await user.click(screen.getByRole('button', { name: 'Traffic: details' }));
    const details = screen.getByRole('region', { name: 'Traffic: details' });
    expect(within(details).getAllByRole('listitem')).toHaveLength(8);
    await user.click(within(details).getByRole('button', { name: 'Show all 31' }));
    expect(within(details).getAllByRole('listitem')).toHaveLength(31);
  });
});

describe('amounts that hide', () => {
  const amounts = ['1,284', '42.7', '86.40', '$24', '122', '5.8 GB'];
  // Without the ids that React numbers: one of them could contain an amount.
  const page = () => document.body.innerHTML.replaceAll(/_r_\w+_/g, '');

  test('are nowhere in the page, not even for screen readers', async () => {
    const { user } = await showPopover(named(popoverStates, 'private'));
    for (const amount of amounts) {
      expect(page()).not.toContain(amount);
    }
    expect(page()).not.toContain('Trend');
    await user.click(screen.getByRole('button', { name: 'Traffic: details' }));
    await user.hover(screen.getByRole('heading', { level: 1 }));
    await user.click(screen.getByRole('heading', { level: 1 }));
    expect(screen.getByRole('region', { name: 'Traffic: details' }).textContent).not.toContain('31.2');
  });

  test('are not shown by what 9Proxy says of auto renew either, until one points at it', async () => {
    const { user } = await showPopover(named(popoverStates, 'private-renew-failed'));
    screen.getByRole('button', { name: 'Auto renew: details' }).click();
    const details = await screen.findByRole('region', { name: 'Auto renew: details' });
    expect(page()).toContain('9Proxy reports that auto renew failed');
    expect(page()).not.toContain('Insufficient balance');
    await user.hover(details);
    expect(details.textContent).toContain('Insufficient balance');
  });

  test('are not shown by what 9Proxy says of a read or a switch either', async () => {
    const hidden = named(popoverStates, 'private');
    const problem = { kind: 'rejected', message: 'Only $24.00 left' } as const;
    const state: AppState = {
      ...hidden,
      wallet: { value: null, asOf: null, status: 'absent', problem },
      notice: {
        severity: 'attention',
        tone: 'warning',
        says: { id: 'partly', problem, figures: ['wallet'] },
        action: 'retry',
      },
      subAccounts: {
        ...hidden.subAccounts,
        switches: [{ id: 22, username: 'shop', wanted: false, phase: 'rolled-back', at: picturedAt, problem }],
      },
    };
    const { become } = await showPopover(state);
    screen.getByRole('button', { name: 'Wallet: details' }).click();
    await screen.findByRole('region', { name: 'Wallet: details' });
    expect(page()).toContain('shop could not be switched off');
    expect(page()).not.toContain('24.00');
    become({ ...state, settings: { ...state.settings, hideAmounts: false } });
    expect(page().match(/24\.00/g)?.length).toBeGreaterThanOrEqual(3);
  });

  test('show while one points at their figure, and nowhere else', async () => {
    const { user } = await showPopover(named(popoverStates, 'private'));
    await user.hover(group('Wallet'));
    expect(group('Wallet').textContent).toContain('$86.40');
    expect(group('IP balance').textContent).not.toContain('1,284');
    await user.unhover(group('Wallet'));
    expect(group('Wallet').textContent).not.toContain('$86.40');
  });

  test('show while the focus is on their figure', async () => {
    const { user } = await showPopover(named(popoverStates, 'private'));
    screen.getByRole('button', { name: 'Settings' }).focus();
    await user.tab();
    expect(group('IP balance').textContent).toContain('1,284');
    await user.tab();
    expect(group('IP balance').textContent).not.toContain('1,284');
  });

  test('show all together while a button is held', async () => {
    const { user } = await showPopover(named(popoverStates, 'private'));
    const button = screen.getByRole('button', { name: 'Hold to show amounts' });
    await user.pointer({ keys: '[MouseLeft>]', target: button });
    for (const amount of amounts) {
      expect(page()).toContain(amount);
    }
    await user.pointer({ keys: '[/MouseLeft]', target: button });
    expect(page()).not.toContain('1,284');
  });
});
