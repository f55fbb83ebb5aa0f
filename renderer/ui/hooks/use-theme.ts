// Puts the chosen theme on the page, where tokens.css looks for it.
import { useLayoutEffect } from 'react';
import type { Settings } from '../../../app/model/settings';

/** Light or dark as the settings say; `system`, or no settings yet, leaves it to the system. */
export function useTheme(theme: Settings['theme'] | undefined): void {
  useLayoutEffect(() => {
    if (theme === undefined || theme === 'system') {
      delete document.documentElement.dataset.theme;
    } else {
      document.documentElement.dataset.theme = theme;
    }
  }, [theme]);
}
