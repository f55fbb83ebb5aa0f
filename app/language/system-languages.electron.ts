// The system's languages, as Electron reads them. The only place that asks.
import { app } from 'electron';
import { formatsLocale, type SystemLanguages } from './language';

/** The system's languages and its region. After `ready` only. */
export function readSystemLanguages(): SystemLanguages {
  // Chromium knows nothing of LC_NUMERIC and LC_TIME (seen on 33).
  const locale = formatsLocale(process.platform, process.env) ?? app.getSystemLocale();
  return { preferred: app.getPreferredSystemLanguages(), locale };
}
