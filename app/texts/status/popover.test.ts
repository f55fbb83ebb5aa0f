import { describe, expect, it } from 'vitest';
import { popoverTexts, refreshButton } from './popover';

const now = new Date(2026, 10, 22, 12).getTime();
const refresh = { running: false, lastAt: null, nextAt: now + 120_000, reason: 'rate-limited' } as const;

describe('the refresh button', () => {
  it('says until when 9Proxy asked for a pause, and waits until then', () => {
    expect(refreshButton(refresh, now, 'en')).toEqual({
      label: expect.stringMatching(/^9Proxy asked for a pause until 12:02/),
      isDisabled: true,
    });
  });

  it('works otherwise', () => {
    const works = { label: popoverTexts.refresh, isDisabled: false };
    expect(refreshButton(refresh, now + 120_000, 'en')).toEqual(works);
    expect(refreshButton({ ...refresh, nextAt: null }, now, 'en')).toEqual(works);
    expect(refreshButton({ ...refresh, reason: 'idle' }, now, 'en')).toEqual(works);
  });
});
