// The licences in the running application: read from the files that are shipped with it.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { licenseTexts as texts } from '../app/texts/account/licenses';
import { goTo, openAccount } from './harness/account';
import { openTestEnvironment } from './harness/test-environment';

const stage = openTestEnvironment();

it('the account window shows the license of NineTray, a library, Electron and a part of Chromium, by keyboard', async () => {
  const { page } = await openAccount(stage, ['--still', '--size', '3']);
  await goTo(page, 'settings');
  await page.getByRole('button', { name: texts.open }).press('Enter');
  const dialog = page.getByRole('dialog', { name: texts.title });
  const search = dialog.getByRole('searchbox', { name: texts.search });
  await search.waitFor();
  const electron = readFileSync(join(dirname(inject('electron').path), 'LICENSE'), 'utf8');
  const wanted = [
    ['NineTray', 'ninetray', 'The NineTray founders'],
    ['react-dom', 'react-dom', 'Meta Platforms'],
    ['Electron', 'electron', electron.trim()],
    ['BoringSSL', 'boringssl', 'OpenSSL'],
  ] as const;
  for (const [name, typed, words] of wanted) {
    await search.fill(typed);
    const row = dialog
      .getByRole('listitem')
      .filter({ has: page.getByText(name, { exact: true }) })
      .first();
    await row.locator('summary').press('Enter');
    const text = row.getByRole('region', { name: texts.textOf({ name }), exact: true });
    await text.waitFor();
    expect(await text.innerText()).toContain(words);
    await row.locator('summary').press('Enter');
    await text.waitFor({ state: 'detached' });
  }
});
