// The user's actions in the account window, by accessible names, and the vendor's data afterwards. Classes and test ids
// must not be used: users and screen readers don't see them.
import type { Locator, Page } from 'playwright-core';
import { z } from 'zod';
import type { ActionId } from '../../app/model/actions/actions';
import type { AreaId } from '../../app/model/lists/areas';
import type { ListId } from '../../app/model/lists/lists';
import { actionText } from '../../app/texts/account/actions';
import { areaNames, areaTexts } from '../../app/texts/account/areas';
import { type FieldName, fieldText } from '../../app/texts/account/forms';
import { listTexts } from '../../app/texts/account/list-frame';
import { listWords } from '../../app/texts/account/lists';
import { settingsTexts } from '../../app/texts/settings';
import { popoverTexts } from '../../app/texts/status/popover';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import type { DemoServer } from './demo-server';
import { enterKey, popoverOf } from './popover';
import type { RunningApp } from './running-app';
import type { TestEnvironment } from './test-environment';
import { stateWhere } from './state';

export interface AccountStage {
  app: RunningApp;
  demo: DemoServer;
  popover: Page;
  page: Page;
}

/**
 * A new profile with a key of a new demo server (`args`: app/demo/testing/options.ts), and the account window.
 * `through`: the address by which the application reaches that server, when it is another one.
 */
export async function openAccount(
  stage: TestEnvironment,
  args: readonly string[] = ['--still', '--size', '12'],
  through: (origin: string) => Promise<string> = (origin) => Promise.resolve(origin),
): Promise<AccountStage> {
  const demo = await stage.demoServer(args);
  const env = { NINETRAY_API_URL: await through(demo.origin) };
  const app = await stage.launch({ profile: stage.folder('profile'), env });
  const popover = await popoverOf(app);
  await enterKey(popover, demo.key);
  await stateWhere(popover, 'the figures', ({ ips }) => ips.status === 'fresh');
  return { app, demo, popover, page: await openAccountWindow(app, popover) };
}

/** The account window, as the popover's button opens it. */
export async function openAccountWindow(app: RunningApp, popover: Page): Promise<Page> {
  await popover.getByRole('button', { name: popoverTexts.openAccount }).click();
  const page = await app.page('account');
  page.setDefaultTimeout(10_000);
  await page.getByRole('navigation', { name: areaTexts.areas }).waitFor();
  return page;
}

/** Chooses a list of the area: by its tab, or in the field that takes the place of tabs where they have no room. */
export async function chooseList(page: Page, list: ListId): Promise<void> {
  const { title } = listWords(list);
  const tab = page.getByRole('tab', { name: title, exact: true });
  const choice = page.getByRole('combobox', { name: areaTexts.lists, exact: true });
  await tab.or(choice).first().waitFor();
  if (await choice.isVisible()) await choice.selectOption({ label: title });
  else await tab.click();
}

/** Goes to an area, and to one of its lists. */
export async function goTo(page: Page, area: AreaId, list?: ListId): Promise<void> {
  const inSidebar = area === 'apiCheck' ? 'settings' : area;
  await page.getByRole('navigation').getByRole('button', { name: areaNames[inSidebar] }).first().click();
  if (area === 'apiCheck') await page.getByRole('button', { name: settingsTexts.api.open }).click();
  await page.getByRole('heading', { name: areaNames[area], level: 1 }).waitFor();
  if (list !== undefined) await chooseList(page, list);
}

/** The grid of the list that is shown. */
export function grid(page: Page, list: ListId): Locator {
  return page.getByRole('region', { name: listWords(list).title, exact: true }).getByRole('grid');
}

/** The row with this text, waited for. */
export async function rowWith(page: Page, list: ListId, text: string): Promise<Locator> {
  const row = grid(page, list).getByRole('row').filter({ hasText: text }).first();
  await row.waitFor();
  return row;
}

/** Chooses an entry of a row's menu. */
export async function chooseInRow(page: Page, row: Locator, label: string): Promise<void> {
  await row.getByRole('button', { name: new RegExp(`^${listTexts.actionsOf({ name: '' })}`) }).click();
  await page.getByRole('menuitem', { name: label, exact: true }).click();
}

/** Presses a switch, a checkbox or a radio button as the user does: on its words. Waits until the dialog around it is drawn. */
export async function pressControl(control: Locator): Promise<void> {
  await control.locator('xpath=ancestor::label').click();
}

/** A field of an action's form, by its label. */
export function field(page: Page, action: ActionId, name: string): Locator {
  const { label, optional } = fieldText(action, name);
  const either = [label, optional].map((one) => one.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return page.getByRole('dialog').getByLabel(new RegExp(`^(${either.join('|')})$`));
}

/** Types into fields of an action's form. */
export async function fill(
  page: Page,
  action: ActionId,
  values: { readonly [F in FieldName]?: string },
): Promise<void> {
  for (const [name, value] of Object.entries<string | undefined>(values)) {
    await field(page, action, name).fill(value ?? '');
  }
}

/** Presses a button of the dialog. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
  await dialog.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).click();
}

/** Waits for the sentence that an action is done, or for any other polite announcement. */
export async function said(page: Page, text: string | RegExp): Promise<void> {
  await waitFor(`"${text}"`, () => page.getByRole('status').getByText(text).first().isVisible());
}

/** The label of an action in a toolbar or a menu. */
export const labelOf = (action: ActionId) => actionText(action).label;

const page = z.object({ result: z.object({ items: z.array(z.record(z.string(), z.unknown())) }) });

/** The rows that the vendor has, asked for as any client would; `path` below /client/v1/, perhaps with a query. */
export async function vendorRows(demo: DemoServer, path: string): Promise<Record<string, unknown>[]> {
  const mark = path.includes('?') ? '&' : '?';
  const response = await fetch(`${demo.origin}/client/v1/${path}${mark}limit=100&api-key=${demo.key}`);
  return page.parse(await response.json()).result.items;
}

/** All sub-accounts that the vendor has, by id. */
export async function allSubAccounts(demo: DemoServer): Promise<Record<string, unknown>[]> {
  const { total } = (await demo.state()).subAccounts;
  const rows: Record<string, unknown>[] = [];
  for (let at = 1; at <= Math.ceil(total / 100); at += 1)
    rows.push(...(await vendorRows(demo, `subs/get-list?page=${at}`)));
  return rows.sort((a, b) => Number(a['id']) - Number(b['id']));
}
