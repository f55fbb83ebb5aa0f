import { describe, expect, it } from 'vitest';
import { onlyReads, readOperations } from '../../nineproxy/read-probes';
import { applyEndpoints } from '../../nineproxy/operations/endpoints';
import { operationIds } from '../../model/api/operation-id';
import { failed, ok } from '../../model/problem';
import { createApiCheck } from './api-check';
import type { ApiCheck } from '../../model/api-check';

function begun(check: Parameters<typeof createApiCheck>[0]['check'], overrides = {}) {
  const seen: ApiCheck[] = [];
  let clock = 1000;
  const runner = createApiCheck({
    check,
    endpoints: () => applyEndpoints(overrides),
    now: () => (clock += 5),
    publish: (next) => seen.push(next),
  });
  return { runner, seen, last: () => seen.at(-1) };
}

describe('the API check', () => {
  it('tries each read once, one at a time, and no write', async () => {
    const asked: string[] = [];
    let atOnce = 0;
    const { runner, last } = begun(() => async (operation) => {
      asked.push(operation);
      atOnce += 1;
      expect(atOnce).toBe(1);
      await Promise.resolve();
      atOnce -= 1;
      return operation === 'getAutoRenew' ? failed({ kind: 'not-offered' }) : ok({ items: 3 });
    });
    await runner.run();
    expect(asked.toSorted()).toEqual([...readOperations].toSorted());
    expect(last()?.phase).toBe('done');
    expect(last()?.rows.map(({ operation }) => operation)).toEqual(operationIds);
    const row = (name: string) => last()?.rows.find(({ operation }) => operation === name);
    expect(row('getAutoRenew')).toMatchObject({ outcome: 'fails', problem: { kind: 'not-offered' }, ms: 5 });
    expect(row('listBillings')).toMatchObject({ outcome: 'answers', items: 3, ms: 5, certainty: 'documented' });
    expect(row('deleteSubAccount')).toMatchObject({ outcome: 'writes', ms: null });
  });

  it('stops when it is cancelled, and keeps what it found', async () => {
    const { runner, last } = begun(() => async (operation) => {
      if (operation === 'getAffiliateStats') runner.cancel();
      return ok({ items: null });
    });
    await runner.run();
    expect(last()?.phase).toBe('cancelled');
    const outcomes = (last()?.rows ?? []).map(({ outcome }) => outcome);
    const tried = operationIds.filter(onlyReads).indexOf('getAffiliateStats');
    expect(outcomes.filter((outcome) => outcome === 'answers')).toHaveLength(tried);
    expect(outcomes).not.toContain('trying');
  });

  it('a second run starts over: the first run adds nothing', async () => {
    const waiting: (() => void)[] = [];
    const { runner, last } = begun(
      () => () =>
        new Promise((resolve) => {
          waiting.push(() => resolve(ok({ items: 1 })));
        }),
    );
    const first = runner.run();
    const second = runner.run();
    waiting[0]?.();
    await first;
    expect(last()?.rows.filter(({ outcome }) => outcome === 'answers')).toEqual([]);
    for (let at = 1; at <= readOperations.length; at += 1) {
      waiting[at]?.();
      await Promise.resolve();
      await Promise.resolve();
    }
    await second;
    expect(last()?.phase).toBe('done');
  });

  it('says which path is a correction, and tries nothing without a key', async () => {
    const { runner, seen, last } = begun(() => null, { getAutoRenew: { path: '/client/v1/other' } });
    await runner.run();
    expect(seen).toEqual([]);
    runner.reset();
    expect(last()?.rows.find(({ operation }) => operation === 'getAutoRenew')).toMatchObject({
      path: '/client/v1/other',
      corrected: true,
      outcome: 'not-tried',
    });
    expect(last()?.rows.filter(({ corrected }) => corrected)).toHaveLength(1);
  });
});

it('keeps what it found where a correction changed nothing, and forgets it where one did', async () => {
  const overrides: Record<string, { path: string }> = {};
  const { runner, last } = begun(() => async () => ok({ items: 1 }), overrides);
  await runner.run();
  overrides['getAutoRenew'] = { path: '/client/v1/other' };
  runner.corrected();
  const row = (name: string) => last()?.rows.find(({ operation }) => operation === name);
  expect(row('getAutoRenew')).toMatchObject({ outcome: 'not-tried', path: '/client/v1/other', corrected: true });
  expect(row('listBillings')).toMatchObject({ outcome: 'answers' });
});

it('does not take the answer of an old path for one of the path that it was corrected to meanwhile', async () => {
  const overrides: Record<string, { path: string }> = {};
  const { runner, last } = begun(
    () => async (operation) => {
      if (operation === 'getAutoRenew') {
        overrides['getAutoRenew'] = { path: '/client/v1/other' };
        runner.corrected();
      }
      return ok({ items: 1 });
    },
    overrides,
  );
  await runner.run();
  const row = last()?.rows.find(({ operation }) => operation === 'getAutoRenew');
  expect(row).toMatchObject({ path: '/client/v1/other', outcome: 'not-tried' });
});
