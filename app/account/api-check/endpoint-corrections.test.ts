import { describe, expect, it } from 'vitest';
import { failed, ok } from '../../model/problem';
import { defaultSettings } from '../../model/settings';
import { createEndpointCorrections } from './endpoint-corrections';

const path = '/client/v1/billings/auto-renew';

function setUp(saved = ok(defaultSettings)) {
  const done: string[] = [];
  const changes: unknown[] = [];
  const settings = {
    read: () => defaultSettings,
    change(change: unknown) {
      changes.push(change);
      return saved;
    },
  };
  const apiCheck = { corrected: () => void done.push('corrected') };
  return { corrections: createEndpointCorrections(settings, apiCheck, () => done.push('read again')), changes, done };
}

describe('createEndpointCorrections', () => {
  it('saves a correction, drops the check of the path before, and reads again', () => {
    const { corrections, changes, done } = setUp();
    expect(corrections.correctEndpoint('getAutoRenew', { method: null, path })).toEqual(ok(undefined));
    expect(changes).toEqual([{ endpoints: { getAutoRenew: { path } } }]);
    expect(done).toEqual(['corrected', 'read again']);
  });

  it('changes nothing for a path that is wrong', () => {
    const { corrections, changes, done } = setUp();
    expect(corrections.correctEndpoint('getAutoRenew', { method: null, path: 'no path' }).ok).toBe(false);
    expect([changes, done]).toEqual([[], []]);
  });

  it('reads nothing again where the correction could not be saved', () => {
    const { corrections, done } = setUp(failed({ kind: 'timed-out' }));
    expect(corrections.correctEndpoint('getAutoRenew', { method: null, path })).toEqual(failed({ kind: 'timed-out' }));
    expect(done).toEqual([]);
  });
});
