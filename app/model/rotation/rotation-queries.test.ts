import { expect, it } from 'vitest';
import { wouldLoseKey } from './rotation-queries';
import { restarted, toCopy, openTestBed } from '../../key/rotation/rotation.fixture';

it('warns exactly while a restart would lose the new key', async () => {
  for (const storage of ['session', 'protected', 'unprotected'] as const) {
    const pc = await openTestBed('oldkey-0123456789abcdef', storage);
    expect(wouldLoseKey(pc.now.view().current)).toBe(false);
    await pc.now.service.begin('on-purpose');
    expect(wouldLoseKey(pc.now.view().current)).toBe(false);
    await toCopy(pc);
    expect(wouldLoseKey(pc.now.view().current)).toBe(storage === 'session');
    await pc.now.service.copy();
    expect(wouldLoseKey(pc.now.view().current)).toBe(false);
  }
});

it('is right: that key is gone after a restart', async () => {
  const pc = await openTestBed('oldkey-0123456789abcdef', 'session');
  await toCopy(pc);
  const { view } = await restarted(pc);
  expect(view().current?.newFingerprint).toBeNull();
});
