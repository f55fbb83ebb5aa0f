import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { missedProfile } from './missed-profile';

it('recognises another folder than the one that was asked for, by whatever path', () => {
  const folder = fs.mkdtempSync(join(tmpdir(), 'ninetray-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true }));
  const asked = join(folder, 'asked');
  const usual = join(folder, 'usual');
  const problem = { kind: 'profile-not-used', folder: asked };
  expect(missedProfile({ asked, usual, used: usual })).toEqual(problem);
  expect(missedProfile({ asked: relative('.', asked), usual, used: usual })).toEqual(problem);
  expect(missedProfile({ asked, usual, used: asked })).toBeNull();
  expect(missedProfile({ asked: '', usual, used: usual })).toBeNull();

  fs.mkdirSync(usual);
  fs.symlinkSync(usual, asked, 'junction');
  for (const path of [asked, `${asked}/`, relative('.', asked)])
    expect(missedProfile({ asked: path, usual, used: usual })).toBeNull();
  expect(missedProfile({ asked: folder, usual, used: usual })).toEqual({ ...problem, folder });
});

it('names the folder that could not be made where Electron has none', () => {
  const usual = join(tmpdir(), 'usual');
  expect(missedProfile({ asked: '', usual, used: null })).toEqual({ kind: 'profile-not-used', folder: usual });
  const asked = join(tmpdir(), 'asked');
  expect(missedProfile({ asked, usual, used: null })).toEqual({ kind: 'profile-not-used', folder: asked });
});
