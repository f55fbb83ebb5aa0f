import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startProblem } from './start-problem';

it('names the folder that cannot be written to, and the file that is no lock', () => {
  const profile = fs.mkdtempSync(join(tmpdir(), 'ninetray-'));
  onTestFinished(() => fs.rmSync(profile, { recursive: true }));
  expect(startProblem(profile)).toEqual({ kind: 'locked' });
  expect(startProblem(join(profile, 'not', 'yet'))).toEqual({ kind: 'locked' });
  const file = join(profile, 'SingletonLock');
  fs.writeFileSync(file, '');
  expect(startProblem(profile)).toEqual({ kind: 'lock-in-the-way', file });
  // A file in place of the folder cannot be written to by any user.
  expect(startProblem(join(file, 'profile'))).toEqual({ kind: 'profile-read-only', folder: file });
});
