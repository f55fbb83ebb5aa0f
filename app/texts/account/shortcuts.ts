// What the dialog of keyboard shortcuts says. Which keys do what is decided in renderer/account/keyboard.
import english from '../en/shortcuts.json';
import { texts } from '../texts';

export const shortcutTexts = texts('shortcuts', english);

/** The lines of the dialog. `command`: the key that is held, "Ctrl" or "Cmd". */
export function shortcutLines(command: string): readonly { keys: string; does: string }[] {
  return [
    { keys: shortcutTexts.searchKeys({ command }), does: shortcutTexts.search },
    { keys: `${command}+R`, does: shortcutTexts.refresh },
    { keys: `${command}+1 … 9`, does: shortcutTexts.openArea },
    { keys: `${command}+,`, does: shortcutTexts.settings },
    { keys: `${command}+W`, does: shortcutTexts.closeWindow },
    { keys: '?', does: shortcutTexts.help },
  ];
}
