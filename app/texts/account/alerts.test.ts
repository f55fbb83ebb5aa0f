import { describe, expect, it } from 'vitest';
import type { Alert, AlertSubject } from '../../model/alert';
import { alertText, notificationsOf } from './alerts';

const now = Date.UTC(2026, 10, 22, 12);
const DAY = 86_400_000;

const subjects: [AlertSubject, string, string][] = [
  [{ kind: 'ips-low', left: 1, threshold: 50 }, 'IPs are running low', '1 IP left, below your threshold of 50.'],
  [
    { kind: 'traffic-low', left: 4e8, threshold: 1e9 },
    'Traffic is running low',
    '400 MB left, below your threshold of 1 GB.',
  ],
  [
    { kind: 'wallet-low', left: 3.5, threshold: 5 },
    'The wallet is running low',
    '$3.50 left, below your threshold of $5.00.',
  ],
  [
    { kind: 'sub-account-low', id: 1, username: 'berlin', what: 'ips', left: 4, threshold: 10 },
    'berlin is low on IPs',
    '4 IPs left, below your threshold of 10.',
  ],
  [
    { kind: 'package-expires', id: 1, name: '50 GB', at: now + 2.5 * DAY, days: 3 },
    '“50 GB” expires in 3 days',
    expect.stringMatching(/\S/),
  ],
  [
    { kind: 'unusual-use', what: 'traffic', perDay: 9e9, usual: 1e9 },
    'Unusually high traffic',
    '9 GB in the last day, 1 GB on a usual day. Check who used it.',
  ],
  [{ kind: 'renew-failed', message: 'No\n money' }, '9Proxy reports that auto renew failed', '9Proxy says: “No money”'],
  [
    { kind: 'renew-failed', message: null },
    '9Proxy reports that auto renew failed',
    'Check auto renew in the 9Proxy dashboard.',
  ],
  [
    { kind: 'gateway-down', port: 19_090, why: 'taken', program: 'nginx' },
    'The gateway’s port 19090 is taken',
    expect.stringContaining('nginx listens there.'),
  ],
  [
    { kind: 'gateway-down', port: 19_090, why: 'reserved', program: null },
    'The gateway’s port 19090 is taken',
    expect.stringContaining('Windows keeps it for itself.'),
  ],
  [
    { kind: 'gateway-cap', id: 'c1', name: 'Bot', what: 'ips', used: 1480, limit: 1500 },
    'Bot reached its limit for today',
    expect.stringContaining('1,480 of 1,500 IPs used.'),
  ],
  [
    { kind: 'gateway-cap', id: 'c1', name: 'Bot', what: 'writes', used: 20, limit: 20 },
    'Bot reached its limit for today',
    expect.stringContaining('20 of 20 changes used.'),
  ],
  [
    { kind: 'gateway-key-seen', key: 'old', program: 'python' },
    'python sends an old key instead of a token',
    expect.stringMatching(/\S/),
  ],
  [
    { kind: 'gateway-key-seen', key: 'real', program: null },
    'A program sends your key instead of a token',
    expect.stringMatching(/\S/),
  ],
  [{ kind: 'gateway-refused' }, 'Many requests with an unknown token', expect.stringMatching(/\S/)],
];

describe('an alert in words', () => {
  it.each(subjects)('%o', (about, title, detail) => {
    const text = alertText(about, now, 'en-US');
    expect(text.title).toBe(title);
    expect(text.detail).toEqual(detail);
  });

  it('names no amount where amounts are hidden', () => {
    for (const [about] of subjects) {
      // A port, and how many are many, are no amounts of the account.
      if (['package-expires', 'gateway-down', 'gateway-refused'].includes(about.kind)) continue;
      const { title, detail } = alertText(about, now, 'en-US', true);
      expect((title + detail).replaceAll(/9Proxy|in 5 days/g, '')).not.toMatch(/[\d$]/);
    }
  });

  it('has the vendor’s words cut to what fits', () => {
    const { detail } = alertText({ kind: 'renew-failed', message: 'x'.repeat(500) }, now, 'en-US');
    expect(detail.length).toBeLessThan(150);
  });
});

describe('notifications', () => {
  const alertsOf = (count: number): Alert[] =>
    subjects.slice(0, count).map(([about], i) => ({ id: `alert-${i}`, since: now, about }));

  it('are one each up to two, each leading to its place', () => {
    expect(notificationsOf(alertsOf(2), now, 'en-US', false)).toMatchObject([
      { title: 'IPs are running low', ids: ['alert-0'], place: 'proxy' },
      { title: 'Traffic is running low', ids: ['alert-1'], place: 'proxy' },
    ]);
  });

  it('are one for all where there are more, leading to the alerts', () => {
    const [digest, ...others] = notificationsOf(alertsOf(4), now, 'en-US', false);
    expect(others).toEqual([]);
    expect(digest).toMatchObject({ title: '4 alerts', place: 'alerts' });
    expect(digest?.ids).toHaveLength(4);
    expect(digest?.body).toContain('• berlin is low on IPs');
  });
});
