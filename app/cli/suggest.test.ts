import { expect, it } from 'vitest';
import { closestSwitch } from './suggest';

const known = ['--status', '--json', '--set-key', '--help', '--demo'];

it('finds a switch with a letter missing, too many, wrong or swapped', () => {
  const found = ['--jsn', '--jsonn', '--statu', '--stauts', '--setkey', '--set_key=x', 'status', '--hlep'];
  expect(found.map((one) => closestSwitch(one, known))).toEqual([
    '--json',
    '--json',
    '--status',
    '--status',
    '--set-key',
    '--set-key',
    '--status',
    '--help',
  ]);
});

it('finds none for a word of another kind, such as a key or a switch of Chromium', () => {
  const others = ['A'.repeat(60), '--lang', '--type', '--v', '', '--inspect=0', '--no-sandbox', '--js-flags'];
  expect(others.map((one) => closestSwitch(one, known))).toEqual(others.map(() => null));
});
