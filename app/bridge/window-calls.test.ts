// Whether each window may make the calls that its screens make: the contract refuses all others.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CallName, contract } from './contract';
import type { WindowName } from '../model/window-name';

const renderer = join(import.meta.dirname, '../../renderer');

/** The window (or windows) that a folder of the renderer is drawn in. */
const drawnIn: Readonly<Record<string, readonly WindowName[]>> = {
  account: ['account'],
  onboarding: ['popover'],
  places: ['account', 'wizard'],
  popover: ['popover'],
  settings: ['popover', 'account'],
  wizard: ['wizard'],
};

function isCall(name: string): name is CallName {
  return Object.hasOwn(contract.calls, name);
}

function callsIn(folder: string): CallName[] {
  const files = readdirSync(join(renderer, folder), { recursive: true, encoding: 'utf8' });
  const texts = files
    .filter(
      (file) => /\.tsx?$/.test(file) && !/\.test\.|(?:^|\/)(?:states|examples|fake-bridge|render-\w+)\./.test(file),
    )
    .map((file) => readFileSync(join(renderer, folder, file), 'utf8'));
  const names = texts.flatMap((text) =>
    [...text.matchAll(/\b(?:ask|call)\(\s*'([\w.]+)'/g)].map(([, name]) => name ?? ''),
  );
  return [...new Set(names)].filter(isCall);
}

describe.each(Object.entries(drawnIn))('the screens in renderer/%s', (folder, windows) => {
  it('make only calls that their window may make', () => {
    const calls = callsIn(folder);
    expect(calls.length).toBeGreaterThan(0);
    const refused = calls.filter((name) => {
      const allowed: readonly WindowName[] = contract.calls[name].windows;
      return !windows.every((window) => allowed.includes(window));
    });
    expect(refused).toEqual([]);
  });
});
