// What is wrong with a page that does not change: what axe finds, and what the keyboard cannot reach.
import { readFileSync } from 'node:fs';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { focused, markStops } from './in-page.mjs';

const source = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const colours = 'color-contrast';
/** What is checked; colours take most of the time. */
const rulesOf = {
  all: {},
  colours: { runOnly: { type: 'rule', values: [colours] } },
  'all but colours': { rules: { [colours]: { enabled: false } } },
} as const;

/** What axe finds, a line each. */
export async function violations(page: Page, rules: keyof typeof rulesOf = 'all'): Promise<string[]> {
  // The debugger puts it there, so the page's security policy stays as strict as it is. Only where it is missing: it is half a megabyte.
  if (!(await page.evaluate(`'axe' in globalThis`))) await page.evaluate(source);
  const context = JSON.stringify({ exclude: ['[data-live-announcer]'] });
  const options = JSON.stringify({
    resultTypes: ['violations'],
    // The element itself is in what is found.
    selectors: false,
    // Nothing that it would load is asked for by the rules that run.
    preload: false,
    ...rulesOf[rules],
  });
  const found: axe.AxeResults = await page.evaluate(`axe.run(${context}, ${options})`);
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
  );
}

/** Presses Tab until the focus has been everywhere, and answers what went wrong on the way. */
export async function tabThrough(page: Page): Promise<string[]> {
  const wrong: string[] = [];
  const left = new Set(await page.evaluate(markStops));
  // Rows that come into view on the way are stops as well.
  for (let presses = 0; presses < 200 && left.size > 0; presses += 1) {
    await page.keyboard.press('Tab');
    const { mark, isSeen, isInView } = await page.evaluate(focused);
    if (mark === null) continue;
    if (!isSeen) wrong.push(`${mark}: the focus cannot be seen`);
    if (!isInView) wrong.push(`${mark}: out of view`);
    left.delete(mark);
  }
  return [...wrong, ...[...left].map((mark) => `${mark}: never reached`)];
}
