// What the system says of its language, as Electron reads it. The only place that asks.
import { app } from 'electron';
import type { SystemLanguages } from './language';

/** The system's languages and its region. After `ready` only. */
export function readSystemLanguages(): SystemLanguages {
  return { preferred: app.getPreferredSystemLanguages(), locale: app.getSystemLocale() };
}
