// The user's own browser: a second Electron that shows web pages and knows nothing of NineTray. It shares no profile
// and no process with the application under test.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { dashboardTexts } from '../../app/texts/demo-dashboard';
import type { RunningApp } from './running-app';
import type { TestEnvironment } from './test-environment';

const main = `
const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const win = new BrowserWindow({ width: 900, height: 700, webPreferences: { sandbox: true } });
  win.loadURL('about:blank');
});
`;

export interface UserBrowser {
  page: Page;
  app: RunningApp;
}

/** Opens the browser on a page. */
export async function openBrowser(stage: TestEnvironment, url: string): Promise<UserBrowser> {
  const folder = stage.folder('browser');
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'browser', version: '1.0.0', main: 'main.cjs' }));
  writeFileSync(join(folder, 'main.cjs'), main);
  const app = await stage.launch({ folder, profile: stage.folder('browser-profile') });
  const page = await app.page('about:blank');
  await page.goto(url);
  return { page, app };
}

/** Regenerates the key in the dashboard as a user does, 2FA included, and returns the key that the page shows once. */
export async function regenerateInDashboard(page: Page, dashboard: string): Promise<string> {
  const { signIn, apiKey, newKey, code: codeTexts } = dashboardTexts;
  await page.goto(`${dashboard}account/api-key`);
  const button = page.getByRole('button', { name: signIn.submit });
  if (await button.isVisible()) await button.click();
  await page.getByRole('link', { name: apiKey.regenerate }).click();
  // The authenticator is another device: its code is read there, and typed here.
  const authenticator = await (await fetch(`${dashboard}authenticator`)).text();
  const code = /<output[^>]*>(\d{6})/.exec(authenticator)?.[1];
  if (code === undefined) throw new Error('The authenticator shows no code.');
  await page.getByLabel(codeTexts.label).fill(code);
  await page.getByRole('button', { name: apiKey.regenerate }).click();
  const shown = page.getByLabel(newKey.label);
  await shown.waitFor();
  return (await shown.inputValue().catch(() => shown.textContent())) ?? '';
}
