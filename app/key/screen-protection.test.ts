import { expect, it } from 'vitest';
import { stepSchema } from '../model/rotation/rotation';
import { protectsScreen } from './screen-protection';

it('protects the window during the copy step, before anything is revealed', () => {
  const on = stepSchema.options.filter((step) => protectsScreen({ step }, false));
  expect(on).toEqual(['copy']);
  expect(protectsScreen(null, false)).toBe(false);
});

it('protects it while the key is revealed, whatever the step', () => {
  expect(protectsScreen(null, true)).toBe(true);
  for (const step of stepSchema.options) expect(protectsScreen({ step }, true)).toBe(true);
});
