import fs from 'node:fs';
import { expect, it } from 'vitest';
import { manualClock } from '../../model/clock.fixture';
import { createFilePort } from './file-port';
import { fileTestbed, newKey, oldKey } from './file-update.fixture';

it('the places rehearse, write, prove and mend a file through one port', async () => {
  const bed = fileTestbed();
  const { salt, copies } = bed.options;
  const files = createFilePort({ clock: manualClock(0), copies });
  const way = { by: 'file', path: bed.write('.env', `K=${oldKey}\n`) } as const;
  const keys = { old: oldKey, next: newKey };
  expect(await files.plan(way, { old: oldKey, next: null }, salt)).toMatchObject({ value: { strategy: 'patch' } });
  const plan = await files.plan(way, keys, salt);
  if (!plan.ok) throw new Error(plan.problem.kind);
  expect(await files.mend(way, plan.value, keys, salt)).toEqual({ ok: true, value: 'old' });
  expect(await files.write(way, plan.value, keys, salt)).toEqual({ ok: true, value: undefined });
  expect(await files.prove(way, plan.value, keys, salt)).toEqual({ ok: true, value: undefined });
  expect(await files.mend(way, plan.value, keys, salt)).toEqual({ ok: true, value: 'new' });
  expect(fs.readFileSync(way.path, 'utf8')).toBe(`K=${newKey}\n`);
  fs.rmSync(bed.folder, { recursive: true, force: true });
});
