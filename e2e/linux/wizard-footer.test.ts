// The wizard's buttons stay on one line in every language, in the window's usual and its smallest size.
import { expect, it } from 'vitest';
import { openTestEnvironment } from '../harness/test-environment';
import { linesOfButtons } from '../screens/in-page.mjs';
import { screenNamed } from '../screens/list';
import { openScreenDriver } from '../screens/screen-driver';

const testEnvironment = openTestEnvironment({ tray: 'none' });

/** Those with the most and the longest buttons. */
const names = [
  'wizard-regenerate',
  'wizard-regenerate-watching',
  'wizard-receive',
  'wizard-prove-other-account',
  'wizard-copy',
  'wizard-update',
  'wizard-receipt',
];

it.each(['en_US', 'vi_VN', 'zh_CN', 'ru_RU'])('keeps the buttons of a step on one line with LANG=%s', async (LANG) => {
  const wizard = await openScreenDriver(testEnvironment, 'wizard', { env: { LANG: `${LANG}.UTF-8` } });
  const lines: Record<string, number> = {};
  for (const name of names) {
    await wizard.show(screenNamed(name));
    lines[name] = await wizard.page.evaluate(linesOfButtons);
    await wizard.look({ size: { width: 560, height: 480 } });
    lines[`${name}, smallest`] = await wizard.page.evaluate(linesOfButtons);
  }
  expect(Object.entries(lines).filter(([, count]) => count !== 1)).toEqual([]);
  await wizard.app.quit();
});
