// The key is regenerated elsewhere: polling stops except for one try an hour, popover and tray say so, and the figures
// continue with the new key.
import { expect, it } from 'vitest';
import { z } from 'zod';
import { onboardingTexts } from '../app/texts/onboarding';
import { problemText } from '../app/texts/problems/problems';
import { waitFor } from '../build/desktop/wait-for.mjs';
import { enterKey, figure, popoverOf } from './harness/popover';
import { openTestEnvironment } from './harness/test-environment';
import { stateOf, stateWhere } from './harness/state';

const stage = openTestEnvironment();

it('a rejected key stops requests, keeps the figures, and reading continues with a new key', async () => {
  const demo = await stage.demoServer();
  const app = await stage.launch({ env: { NINETRAY_API_URL: demo.origin } });
  const page = await popoverOf(app);
  await enterKey(page, demo.key);
  const before = await stateWhere(page, 'the figures', ({ ips }) => ips.status === 'fresh');

  const key = await demo.regenerate();
  await page.getByRole('button', { name: 'Refresh' }).click();
  const refused = await stateWhere(page, 'the refusal', (state) => state.key.status === 'refused');
  expect(refused.ips).toMatchObject({ value: before.ips.value, status: 'stale' });
  expect(refused.refresh).toMatchObject({ running: false, reason: 'key-dead' });
  const total = async () => z.object({ total: z.number() }).parse((await demo.state()).requests).total;
  const asked = await total();
  const { title } = problemText({ kind: 'key-refused' }, 'en', 0);
  await waitFor('the status line', async () => (await page.getByRole('status').first().textContent())?.includes(title));
  await figure(page, 'IP balance').waitFor();
  expect(await total()).toBe(asked);

  await page
    .getByRole('button', { name: /new key/i })
    .first()
    .click();
  await page.getByLabel(onboardingTexts.fieldLabel).fill(key);
  await page.getByRole('button', { name: onboardingTexts.check }).click();
  await page.getByRole('button', { name: onboardingTexts.keep }).click();
  await stateWhere(
    page,
    'the new key to work',
    (state) => state.key.status === 'present' && state.ips.status === 'fresh',
  );
  expect((await stateOf(page)).generation).toBeGreaterThan(refused.generation);
  await app.quit();
});
