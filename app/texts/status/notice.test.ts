import { describe, expect, it } from 'vitest';
import type { Notice } from '../../model/state/app-state';
import type { EmergencyStop } from '../../model/bulk/emergency-stop';
import { noticeText } from './notice';

const now = Date.UTC(2026, 10, 22, 12);
const words = (says: Notice['says'], action: Notice['action'] = 'none', hidden = false) =>
  noticeText({ severity: 'fine', tone: 'info', says, action }, now, 'en-GB', hidden);

function emergencyStop(phase: EmergencyStop['phase'], isPartial = false): Notice['says'] {
  return { id: 'emergency-stop', stop: { phase, count: 211, isPartial } };
}

describe('noticeText', () => {
  it.each<[Notice['says'], RegExp, RegExp | null]>([
    [{ id: 'all-well' }, /^All good$/, null],
    [emergencyStop('stopping'), /^Stopping all sub-accounts…$/, null],
    [emergencyStop('stopped'), /^211 sub-accounts are stopped$/, /until you restore them/],
    [emergencyStop('stopped', true), /^211 sub-accounts are stopped$/, /may still be on/],
    [emergencyStop('restoring'), /^Restoring sub-accounts…$/, null],
    [emergencyStop('incomplete', true), /incomplete/, /may still be on/],
    [{ id: 'nothing-read' }, /^Could not read any figures$/, /Try again later/],
    [{ id: 'storage', problem: { kind: 'disk-full' } }, /disk is full/, /./],
    [{ id: 'first-read' }, /^Reading your figures/, null],
    [{ id: 'waiting-for-keyring' }, /keyring/, /password/],
    [{ id: 'no-key' }, /^No key yet$/, /demo/],
    [{ id: 'stale', asOf: now - 3 * 3_600_000 }, /3 h ago/, /changed/],
    [{ id: 'partly', problem: { kind: 'timed-out' }, figures: ['wallet'] }, /^Could not read: Wallet$/, /in time/],
    [
      { id: 'partly', problem: { kind: 'not-offered' }, figures: ['wallet', 'autoRenew', 'subAccounts'] },
      /^Not offered for this account: Wallet, Auto renew and Sub-accounts$/,
      /keeps working/,
    ],
    [{ id: 'low', what: 'ips', figures: ['ips'] }, /^IP balance is running low$/, null],
    [{ id: 'low', what: 'ips', figures: ['ips', 'wallet'] }, /^IP balance/, /^Wallet is low too$/],
    [{ id: 'renew-failed', message: null }, /^9Proxy reports that auto renew failed$/, /dashboard/],
    [{ id: 'renew-failed', message: 'Card declined' }, /^9Proxy reports/, /Card declined/],
    [{ id: 'package-expires', name: '50 GB', at: now + 2 * 3_600_000 }, /“50 GB” expires in 2 h/, /Nov 2026/],
    [{ id: 'two-factor-off' }, /Two-factor/, /new key/],
    [
      { id: 'alert', about: { kind: 'wallet-low', left: 3, threshold: 5 }, more: 2 },
      /^The wallet is running low$/,
      /There are 2 more alerts/,
    ],
    [{ id: 'problem', problem: { kind: 'key-refused' } }, /rejected the key/, /Enter the new key/],
  ])('%j', (says, text, detail) => {
    const said = words(says);
    expect(said.text).toMatch(text);
    expect(said.detail ?? '').toMatch(detail ?? /^$/);
  });

  it.each<Notice['says']>([
    { id: 'renew-failed', message: 'Card declined: $24.00 due' },
    { id: 'problem', problem: { kind: 'rejected', message: 'Only $24.00 left' } },
    { id: 'partly', problem: { kind: 'rejected', message: 'Only $24.00 left' }, figures: ['wallet'] },
    { id: 'alert', about: { kind: 'renew-failed', message: 'Card declined: $24.00 due' }, more: 0 },
    { id: 'emergency-stop', stop: { phase: 'stopped', count: 24, isPartial: false } },
  ])('leaves out the words of 9Proxy, and a number, where amounts are hidden: %j', (says) => {
    const { text, detail } = words(says, 'none', true);
    expect(`${text} ${detail}`).not.toContain('24');
  });

  it('labels every action, and none when there is nothing to do', () => {
    expect(words({ id: 'all-well' }, 'none').actionLabel).toBeNull();
    const labels = (
      [
        'retry',
        'enter-key',
        'replace-key',
        'unlock-keyring',
        'open-dashboard',
        'open-settings',
        'open-alerts',
        'open-emergency-stop',
      ] as const
    ).map((action) => words({ id: 'all-well' }, action).actionLabel);
    expect(labels.every((label) => label !== null && label.length > 3)).toBe(true);
    expect(new Set(labels).size).toBe(labels.length);
    expect(words(emergencyStop('stopped'), 'open-emergency-stop').actionLabel).toBe('Restore…');
    // No page for 2FA is known: the key page leads through it.
    expect(words({ id: 'two-factor-off' }, 'open-dashboard').actionLabel).toBe('Open the API Key page');
    const unconfirmed = { kind: 'key-address-unconfirmed', address: 'https://gateway.example' } as const;
    expect(words({ id: 'problem', problem: unconfirmed }, 'enter-key').actionLabel).toBe('Confirm the address…');
  });
});
