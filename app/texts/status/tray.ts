// The words of the tray: its tooltip and its menu. What is shown when is decided in app/tray.
import english from '../en/tray.json';
import { texts } from '../texts';

export const trayTexts = texts('tray', english);

/** In place of a number that 9Proxy does not report. */
export const missingNumber = '–';

/** A pinned sub-account: "eu-west-01 · 10 IPs · 1 GB". */
export function subAccountLine(username: string, parts: readonly string[]): string {
  return [username, ...parts].join(' · ');
}
