import { expect, it } from 'vitest';
import { actionIndex } from './notification-action';

it('a notification’s button is known from either Electron', () => {
  expect(actionIndex({}, 1)).toBe(1);
  expect(actionIndex({ actionIndex: 0 }, 1)).toBe(0);
});
