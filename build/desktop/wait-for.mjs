// Waits for a condition by checking it again and again, instead of sleeping, and says why it gave up.
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Calls it until the result is neither null, undefined nor false. An error of the last try is named when time is up.
 * @template T
 * @param {string} what what is waited for, to be named when it does not come
 * @param {() => T | Promise<T>} ask
 * @param {number} [limit] milliseconds
 * @returns {Promise<NonNullable<Exclude<T, false>>>}
 */
export async function waitFor(what, ask, limit = 15_000) {
  const end = Date.now() + limit;
  let reason = '';
  for (let pause = 10; ; pause = Math.min(pause * 1.5, 200)) {
    try {
      const value = await ask();
      if (value !== null && value !== undefined && value !== false) return value;
      reason = '';
    } catch (error) {
      reason = ` The last try said: ${error.message}`;
    }
    if (Date.now() > end) throw new Error(`Waited ${limit / 1000} s for ${what}.${reason}`);
    await wait(pause);
  }
}
