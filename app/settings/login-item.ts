// Starting with the session on Linux: the autostart entry that desktops read. Pure; login-item.electron.ts writes it.
import { applicationId } from '../model/application-id';

/** The entry's name. As the menu entry's: desktops take the name for the id of what it starts. */
export const autostartName = `${applicationId}.desktop`;

/** The text of an autostart entry (freedesktop.org Desktop Entry 1.5). `command`: program and arguments, unquoted. */
export function autostartEntry(command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=NineTray',
    'Comment=9Proxy balances in the tray',
    `Exec=${command.map(quote).join(' ')}`,
    // Where the program is gone (removed, or an AppImage that was deleted), desktops pass over the entry silently.
    `TryExec=${escapeString(command[0] ?? '')}`,
    'Icon=ninetray',
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** How a string of an entry writes what would end its line or its key. */
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Quoted as the specification asks: first for the argument, then for the string that holds it; % is a field code. */
function quote(argument: string): string {
  const escaped = argument.replaceAll('%', '%%').replace(/["`$\\]/g, '\\$&');
  return `"${escapeString(escaped)}"`;
}

/** A folder may have a line break in its name, which would begin a line of its own: another Exec, for example. */
function escapeString(text: string): string {
  return text.replace(/[\\\n\r\t]/g, (char) => ESCAPES[char] ?? char);
}
