import { expect, it } from 'vitest';
import type { UpdateChecks } from '../updates/update-checks';
import { LateUpdates } from './late-updates';

it('loads the checks when they are first needed, and once', async () => {
  const did: string[] = [];
  const checks = { tick: async () => did.push('tick'), stateChanged: () => did.push('changed') };
  const updates = new LateUpdates(async () => {
    did.push('load');
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- these two methods are called
    return checks as unknown as UpdateChecks;
  });
  updates.stateChanged();
  expect(did).toEqual([]);
  await Promise.all([updates.tick(), updates.opened()]);
  updates.stateChanged();
  expect(did).toEqual(['load', 'tick', 'changed']);
});
