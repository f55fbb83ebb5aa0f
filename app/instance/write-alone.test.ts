import { expect, it } from 'vitest';
import type { ProfileFiles } from '../settings/files/profile-files';
import { writeAlone } from './write-alone';

it('writes nothing once another process uses the folder, and still reads', () => {
  const written: string[] = [];
  const files: ProfileFiles = {
    canWrite: () => true,
    read: () => 'text',
    write: (file) => written.push(file),
    copy: (_from, to) => written.push(to),
    list: () => [],
    stamp: () => null,
    remove: (file) => written.push(file),
  };
  let alone = true;
  const guarded = writeAlone(files, () => alone);
  expect(guarded.canWrite()).toBe(true);
  guarded.write('a', {});
  alone = false;
  expect(() => guarded.write('b', {})).toThrow('started meanwhile');
  expect(() => guarded.copy('a', 'c')).toThrow('started meanwhile');
  expect(() => guarded.remove('a')).toThrow('started meanwhile');
  expect(guarded.canWrite()).toBe(false);
  expect(written).toEqual(['a']);
  expect(guarded.read('a')).toBe('text');
});
