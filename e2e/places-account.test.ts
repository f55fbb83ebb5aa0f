// The places in the account window, as a user adds and moves them: one from a recipe with a real program, and one in a file that is moved to
// the gateway, survives a change of its port, and comes back to the key.
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { accessTexts } from '../app/texts/account/access';
import { placeRecipeTexts as recipes } from '../app/texts/account/place-recipes';
import { keyPlacesTexts as texts, placeGatewayTexts as gatewayTexts } from '../app/texts/account/places';
import { placesTexts } from '../app/texts/wizard/places';
import { goTo, openAccountWindow } from './harness/account';
import { sightings } from './harness/canary';
import { call, ownPort, switchGatewayOn } from './harness/gateway';
import { enterKey, popoverOf } from './harness/popover';
import { stateWhere } from './harness/state';
import { openTestEnvironment } from './harness/test-environment';

const stage = openTestEnvironment({ keyring: process.platform === 'linux' ? 'unlocked' : 'absent' });

/** The area of the places, in a new profile. `programs`: a folder whose programs are found before others. */
async function openPlaces(programs: string) {
  const demo = await stage.demoServer(['--still', '--size', '3']);
  const profile = stage.folder(`profile-${demo.key.slice(0, 6)}`);
  const PATH = `${programs}${delimiter}${process.env['PATH'] ?? ''}`;
  const app = await stage.launch({ profile, env: { NINETRAY_API_URL: demo.origin, PATH } });
  const popover = await popoverOf(app);
  await enterKey(popover, demo.key);
  await stateWhere(popover, 'the figures', ({ ips }) => ips.status === 'fresh');
  const page = await openAccountWindow(app, popover);
  await goTo(page, 'places');
  return { app, demo, profile, page };
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
const readinessOf = (page: Page, name: string, is: string) =>
  stateWhere(page, `${name} to be ${is}`, ({ places }) =>
    places.rows.some((row) => row.place.name === name && row.readiness === is),
  );

it.skipIf(process.platform === 'win32')(
  'a recipe brings the key to a secret store: shown in full, confirmed, rehearsed, and tried for real',
  async () => {
    const folder = stage.folder('recipe');
    const stored = join(folder, 'stored');
    writeFileSync(stored, 'another');
    const log = join(folder, 'log');
    writeFileSync(
      join(folder, 'pass'),
      `#!/bin/sh\necho "$@" >> '${log}'\ncase "$1" in insert) cat > '${stored}';; show) cat '${stored}';; esac\n`,
    );
    chmodSync(join(folder, 'pass'), 0o755);
    const { app, demo, page } = await openPlaces(folder);
    await page.getByRole('button', { name: new RegExp(`^${texts.begin.recipe.title}`) }).click();
    await page.getByRole('combobox', { name: texts.form.recipeWhich }).selectOption('pass');
    await page.getByRole('textbox', { name: recipes.fields.entry }).fill('--force');
    await press(page, placesTexts.save);
    await page.getByText(texts.form.fieldWrong({ example: 'work/nineproxy' })).waitFor();
    await page.getByRole('textbox', { name: recipes.fields.entry }).fill('work/nineproxy');
    await press(page, placesTexts.save);
    const review = page.getByRole('dialog');
    for (const part of ['insert', '--multiline', 'ls', 'show']) await review.getByText(part, { exact: true }).waitFor();
    expect(readFileSync(stored, 'utf8')).toBe('another');
    await press(page, texts.review.confirm);
    const { name } = recipes.recipes.pass;
    await readinessOf(page, name, 'untried');
    expect(readFileSync(log, 'utf8')).toBe('ls work/nineproxy\n');
    await press(page, name);
    await press(page, texts.tryForReal);
    await press(page, texts.tryConfirm);
    await readinessOf(page, name, 'ready');
    expect(readFileSync(stored, 'utf8')).toBe(demo.key);
    expect(readFileSync(log, 'utf8')).not.toContain(demo.key);
    await app.quit();
  },
);

it('a place in a file is moved to the gateway, follows it to another port, and comes back to the key', async () => {
  const folder = stage.folder('gateway-here');
  const path = join(folder, '.env');
  const text = (secret: string, address: string) => `KEY="${secret}"\nURL=${address}/client/v1 # ours\nOTHER=1\n`;
  const { app, demo, profile, page } = await openPlaces(folder);
  const before = text(demo.key, 'https://api.9proxy.com');
  writeFileSync(path, before);
  const place = { id: 'env', name: 'Shop', kind: 'env-file', where: path, note: '' } as const;
  await call(page, 'places.save', { place: { ...place, update: { by: 'file', path } } });
  const url = await switchGatewayOn(page);
  await press(page, 'Shop');
  await press(page, gatewayTexts.use);
  const dialog = page.getByRole('dialog');
  await dialog.getByText('KEY = •••').waitFor();
  expect(readFileSync(path, 'utf8')).toBe(before);
  await press(page, gatewayTexts.confirm);
  await dialog.getByText(gatewayTexts.restart).waitFor();
  await press(page, accessTexts.done);
  const token = /ntk[A-Za-z0-9]{40}/.exec(readFileSync(path, 'utf8'))?.[0] ?? '';
  expect(readFileSync(path, 'utf8')).toBe(text(token, url));
  const ask = async (address: string) => (await fetch(`${address}/client/v1/account/get-info?api-key=${token}`)).status;
  expect(await ask(url)).toBe(200);
  await readinessOf(page, 'Shop', 'gateway');

  await call(page, 'access.choosePort', { port: ownPort + 1 });
  await page.getByText(gatewayTexts.behind.address({ count: 1 })).waitFor();
  await page.getByRole('button', { name: gatewayTexts.updateAddress }).first().click();
  await page.getByText(gatewayTexts.behind.address({ count: 1 })).waitFor({ state: 'detached' });
  const moved = `http://127.0.0.1:${ownPort + 1}`;
  expect(readFileSync(path, 'utf8')).toBe(text(token, moved));
  expect(await ask(moved)).toBe(200);

  await press(page, gatewayTexts.leave);
  await press(page, gatewayTexts.leaveConfirm);
  await stateWhere(page, 'the token to be gone', ({ access }) => access.consumers.length === 0);
  expect(readFileSync(path, 'utf8')).toBe(before);
  expect(await ask(moved)).toBe(401);
  for (const name of ['places.json', 'access.json']) {
    expect(sightings(name, readFileSync(join(profile, name)), [demo.key, token])).toEqual([]);
  }
  await app.quit();
});
