// The state as a window receives it over the bridge. Tests check it beside what the user sees, not instead.
import type { Page } from 'playwright-core';
import type { Api, CallOutput } from '../../app/bridge/contract';
import type { Result } from '../../app/model/problem';
import type { AppState } from '../../app/model/state/app-state';
import { waitFor } from '../../build/desktop/wait-for.mjs';

/**
 * The present state, asked for over the bridge by the page itself. As one text: for an object, Playwright's protocol has a
 * node for each value, which costs five times the processor time, and tests ask thousands of times.
 */
export async function stateOf(page: Page): Promise<AppState> {
  const text = await page.evaluate(async () =>
    JSON.stringify(await (globalThis as unknown as { ninetray: Api }).ninetray.call('state.read', undefined)),
  );
  const answer: Result<CallOutput<'state.read'>> = JSON.parse(text);
  if (!answer.ok) throw new Error(`state.read: ${answer.problem.kind}`);
  return answer.value.state;
}

/** Waits for a state that `fits`, for `limit` milliseconds where not as long as usual, and answers it. */
export async function stateWhere(
  page: Page,
  what: string,
  fits: (state: AppState) => boolean,
  limit?: number,
): Promise<AppState> {
  return await waitFor(
    what,
    async () => {
      const state = await stateOf(page);
      return fits(state) ? state : null;
    },
    limit,
  );
}
