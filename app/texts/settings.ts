// The words of the settings: the area of the account window, and the popover's short sheet. Words only: what a change does is decided in
// main.
import type { SettingsSection } from '../model/lists/areas';
import english from './en/settings.json';
import { texts } from './texts';

export const settingsTexts = texts('settings', english);

/** The headings of the area, in the words of its links too. */
export const settingsSectionNames: Readonly<Record<SettingsSection, string>> = settingsTexts.sectionNames;
