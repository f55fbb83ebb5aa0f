// The user's actions in the account window that lead to a screen.
import type { Page } from 'playwright-core';
import type { ActionId } from '../../app/model/actions/actions';
import type { ListId } from '../../app/model/lists/lists';
import { actionText, actionTexts } from '../../app/texts/account/actions';
import { chooseList } from '../harness/account';
import { listTexts } from '../../app/texts/account/list-frame';

export type Walk = (page: Page) => Promise<void>;

/** One after the other. */
export function walks(...steps: readonly Walk[]): Walk {
  return async (page) => {
    for (const step of steps) await step(page);
  };
}

/** The button of this very name, in the dialog where one is open. */
export const press =
  (name: string | RegExp): Walk =>
  async (page) => {
    const front = page.getByRole('dialog').or(page.getByRole('alertdialog'));
    const place = (await front.count()) > 0 ? front : page;
    await place.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) }).click();
  };

/** One of an area's lists. */
export const listOf =
  (list: ListId): Walk =>
  (page) =>
    chooseList(page, list);

/** The row's own menu; 0 is the first. */
export const rowMenu =
  (row = 0): Walk =>
  async (page) => {
    const begin = listTexts.actionsOf({ name: '' });
    await page
      .locator(`[data-row="${row}"]`)
      .getByRole('button', { name: new RegExp(`^${begin}`) })
      .click();
    await page.getByRole('menu').waitFor();
  };

/** An entry of a row's menu. */
export const choose = (label: string, row = 0): Walk =>
  walks(rowMenu(row), (page) => page.getByRole('menuitem', { name: label, exact: true }).click());

/** An action of a row, up to its dialog. */
export const rowAction = (action: ActionId, row = 0): Walk => walks(choose(actionText(action).label, row), dialog);

/** An action of the whole list, up to its dialog. */
export const listAction = (action: ActionId): Walk => walks(press(actionText(action).label), dialog);

const dialog: Walk = (page) => page.getByRole('dialog').or(page.getByRole('alertdialog')).waitFor();

/** Writes into fields of a form, by their names. */
export const fill =
  (values: Readonly<Record<string, string>>): Walk =>
  async (page) => {
    for (const [name, value] of Object.entries(values)) {
      const field = page.locator(`[data-field="${name}"]`).locator('input, textarea, select').first();
      if ((await field.evaluate((element) => element.localName)) === 'select') await field.selectOption(value);
      else await field.fill(value);
    }
  };

/** Turns a switch of a form on. */
export const turnOn =
  (name: string): Walk =>
  (page) =>
    page.locator(`[data-field="${name}"]`).locator('label').click();

/** Selects one of a few choices, by its words. */
export const pick =
  (label: string): Walk =>
  async (page) => {
    await page
      .locator('label')
      .filter({ has: page.getByRole('radio', { name: label }) })
      .click();
  };

/** From the form to its review step, or to its result. */
export const send: Walk = (page) => page.locator('[role="dialog"] [type="submit"]').click();

/** The second step, and its action. */
export const review: Walk = walks(send, (page) => page.getByRole('button', { name: actionTexts.back }).waitFor());

/** The last button of a dialog. */
export const confirm: Walk = (page) =>
  page.getByRole('dialog').or(page.getByRole('alertdialog')).getByRole('button').last().click();

/** Ticks the first rows. */
export const tick =
  (rows: number): Walk =>
  async (page) => {
    for (let row = 0; row < rows; row += 1)
      await page.locator(`[data-row="${row}"]`).getByRole('checkbox').click({ force: true });
  };
