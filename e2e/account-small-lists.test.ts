// Sub-users, the whitelist and connections in the account window: each read, added to, changed, switched, deleted; a
// bad entry reported beside its field, a refusal of the vendor shown where it belongs. The vendor's own lists say what
// is true.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionTexts } from '../app/texts/account/actions';
import { errorText, formTexts } from '../app/texts/account/forms';
import { waitFor } from '../build/desktop/wait-for.mjs';
import {
  type AccountStage,
  chooseInRow,
  field,
  fill,
  goTo,
  grid,
  labelOf,
  openAccount,
  press,
  pressControl,
  rowWith,
  vendorRows,
} from './harness/account';
import { openTestEnvironment } from './harness/test-environment';

const stage = openTestEnvironment();
let on: AccountStage;

beforeAll(async () => {
  on = await openAccount(stage);
});

afterAll(async () => {
  await on.app.quit();
});

/** The vendor's row that has `value` in `name`. */
async function vendorRow(path: string, name: string, value: unknown) {
  return (await vendorRows(on.demo, path)).find((row) => row[name] === value);
}

describe('sub-users', () => {
  const path = 'user-passes/get-list';

  it('are added after an invalid entry and a refusal were reported beside their fields', async () => {
    const { page } = on;
    await goTo(page, 'subUsers');
    const [known] = await vendorRows(on.demo, path);
    await page.getByRole('button', { name: labelOf('createSubUser') }).click();
    await fill(page, 'createSubUser', { username: 'ab', password: 'secret-77' });
    await press(page, 'Create');
    const short = errorText({ field: 'username', why: 'too-short', limit: 3 }, 'text', 'en-US');
    await page.getByRole('dialog').getByText(short).waitFor();
    await fill(page, 'createSubUser', { username: String(known?.['user_name']) });
    await press(page, 'Create');
    await waitFor('the refusal', () =>
      page
        .getByRole('dialog')
        .getByText(/9Proxy refuses this/)
        .first()
        .isVisible(),
    );
    expect(await field(page, 'createSubUser', 'password').inputValue()).toBe('secret-77');
    await fill(page, 'createSubUser', { username: 'e2e-user', trafficCap: '1.5', note: 'From a test' });
    await press(page, 'Create');
    await rowWith(page, 'subUsers', 'e2e-user');
    expect(await vendorRow(path, 'user_name', 'e2e-user')).toMatchObject({
      use_key: 'secret-77',
      usage_cap: 1_500_000_000,
      note: 'From a test',
    });
  });

  it('are changed, disabled and enabled', async () => {
    const { page } = on;
    await chooseInRow(page, await rowWith(page, 'subUsers', 'e2e-user'), labelOf('editSubUser'));
    expect(await field(page, 'editSubUser', 'trafficCap').inputValue()).toBe('1.5');
    await fill(page, 'editSubUser', { trafficCap: '2.5' });
    await press(page, 'Save');
    await waitFor('the cap', async () => (await vendorRow(path, 'user_name', 'e2e-user'))?.['usage_cap'] === 2.5e9);
    await (await rowWith(page, 'subUsers', 'e2e-user')).getByText('2.5 GB').waitFor();
    await chooseInRow(page, await rowWith(page, 'subUsers', 'e2e-user'), labelOf('disableSubUser'));
    await waitFor('it to be off', async () => (await vendorRow(path, 'user_name', 'e2e-user'))?.['status'] === 2);
    await (await rowWith(page, 'subUsers', 'e2e-user')).getByText('Off').waitFor();
    await chooseInRow(page, await rowWith(page, 'subUsers', 'e2e-user'), labelOf('enableSubUser'));
    await waitFor('it to be on', async () => (await vendorRow(path, 'user_name', 'e2e-user'))?.['status'] === 1);
  });

  it('are deleted only after a second step', async () => {
    const { page } = on;
    await chooseInRow(page, await rowWith(page, 'subUsers', 'e2e-user'), labelOf('deleteSubUser'));
    await press(page, actionTexts.cancel);
    expect(await vendorRow(path, 'user_name', 'e2e-user')).toBeDefined();
    await chooseInRow(page, await rowWith(page, 'subUsers', 'e2e-user'), labelOf('deleteSubUser'));
    await press(page, /^Delete/);
    await waitFor('it to be gone', async () => (await vendorRow(path, 'user_name', 'e2e-user')) === undefined);
  });
});

describe('the whitelist', () => {
  const path = 'whitelists/get-list';

  it('accepts an address after an invalid one and a duplicate were refused', async () => {
    const { page } = on;
    await goTo(page, 'whitelist');
    const [known] = await vendorRows(on.demo, path);
    await page.getByRole('button', { name: labelOf('createWhitelistEntry') }).click();
    await fill(page, 'createWhitelistEntry', { ip: '203.0.113.999' });
    await press(page, 'Add');
    await waitFor(
      'what is wrong',
      async () => (await field(page, 'createWhitelistEntry', 'ip').getAttribute('aria-invalid')) === 'true',
    );
    await fill(page, 'createWhitelistEntry', { ip: String(known?.['ip']) });
    await press(page, 'Add');
    await waitFor('the refusal', () =>
      page
        .getByRole('dialog')
        .getByText(/9Proxy refuses this/)
        .first()
        .isVisible(),
    );
    await fill(page, 'createWhitelistEntry', { ip: '203.0.113.77', description: 'Test rack' });
    await press(page, 'Add');
    await rowWith(page, 'whitelist', '203.0.113.77');
    expect(await vendorRow(path, 'ip', '203.0.113.77')).toMatchObject({ description: 'Test rack', status: 1 });
  });

  it('is changed, switched off and on, and removed', async () => {
    const { page } = on;
    const row = () => rowWith(page, 'whitelist', '203.0.113.77');
    const at = () => vendorRow(path, 'ip', '203.0.113.77');
    await chooseInRow(page, await row(), labelOf('editWhitelistEntry'));
    await fill(page, 'editWhitelistEntry', { description: 'Rack 2' });
    await press(page, 'Save');
    await waitFor('the description', async () => (await at())?.['description'] === 'Rack 2');
    await chooseInRow(page, await row(), labelOf('disableWhitelistEntry'));
    await waitFor('it to be off', async () => (await at())?.['status'] === 2);
    await (await row()).getByText('Off').waitFor();
    await chooseInRow(page, await row(), labelOf('enableWhitelistEntry'));
    await waitFor('it to be on', async () => (await at())?.['status'] === 1);
    await (await row()).getByText('On').waitFor();
    await chooseInRow(page, await row(), labelOf('deleteWhitelistEntry'));
    await press(page, /^Delete/);
    await waitFor('it to be gone', async () => (await at()) === undefined);
    await waitFor('its row to go', async () => (await grid(page, 'whitelist').getByText('203.0.113.77').count()) === 0);
    expect(await vendorRows(on.demo, path)).not.toEqual([]);
  });
});

describe('connections', () => {
  const path = 'proxy-connection/get-list';
  const ranges = async () => (await vendorRows(on.demo, path)).map((row) => Number(row['start_port']));

  it('are opened, changed and closed, several at once', async () => {
    const { page } = on;
    await goTo(page, 'connections');
    const before = await ranges();
    await rowWith(page, 'connections', String(before[0]));
    await page.getByRole('button', { name: labelOf('createConnection') }).click();
    await fill(page, 'createConnection', { quantity: '0' });
    await press(page, 'Create');
    const small = errorText({ field: 'quantity', why: 'too-small', limit: 1 }, 'count', 'en-US');
    await page.getByRole('dialog').getByText(small).waitFor();
    await fill(page, 'createConnection', { quantity: '5' });
    await pressControl(page.getByRole('dialog').getByRole('radio', { name: /Sticky/ }));
    await fill(page, 'createConnection', { sessionMinutes: '30', city: 'Lyon' });
    await press(page, 'Create');
    const made = await waitFor('the range', async () => (await ranges()).find((port) => !before.includes(port)));
    const row = await rowWith(page, 'connections', String(made));
    await row.getByText('Sticky').waitFor();
    await chooseInRow(page, row, labelOf('editConnection'));
    expect(await field(page, 'editConnection', 'sessionMinutes').inputValue()).toBe('30');
    await fill(page, 'editConnection', { sessionMinutes: '45' });
    await press(page, 'Save');
    await waitFor('the time', async () => Number((await vendorRow(path, 'start_port', made))?.['session_time']) === 45);
    const [other] = before;
    for (const port of [made, other]) {
      await (await rowWith(page, 'connections', String(port))).getByRole('checkbox').click();
    }
    await page
      .getByRole('button', { name: labelOf('deleteConnections') })
      .last()
      .click();
    await press(page, /^(Delete|Close)/);
    await waitFor('both to be gone', async () => (await ranges()).every((port) => port !== made && port !== other));
    expect(await ranges()).toHaveLength(before.length - 1);
  });

  it('show a refusal of the vendor and keep everything that was typed', async () => {
    const { page, demo } = on;
    await demo.troubles({ kind: 'successFalse', message: 'No port is free', operations: ['createProxyConnection'] });
    await page.getByRole('button', { name: labelOf('createConnection') }).click();
    await fill(page, 'createConnection', { quantity: '7' });
    await press(page, 'Create');
    await waitFor('the refusal', () => page.getByRole('dialog').getByText('No port is free').first().isVisible());
    expect(await field(page, 'createConnection', 'quantity').inputValue()).toBe('7');
    await demo.troubles();
    await press(page, actionTexts.cancel);
    expect(formTexts.refusedHere({ message: 'x' })).toContain('9Proxy refuses');
  });
});
