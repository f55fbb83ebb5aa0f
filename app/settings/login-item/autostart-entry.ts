// The autostart entry that Linux desktops read (freedesktop.org Desktop Entry and Autostart specifications). Pure;
// autostart-file.ts writes it.
import { applicationId } from '../../model/application-id';

/** The entry's name. As the menu entry's: desktops take the name for the id of what it starts. */
export const autostartName = `${applicationId}.desktop`;

export interface AutostartEntry {
  /** The absolute path of the program. */
  program: string;
  args: readonly string[];
  /** What the desktop shows below the name. */
  comment: string;
}

/** The text of the entry. Desktops ignore it silently once the program is gone (`TryExec`). */
export function autostartEntry({ program, args, comment }: AutostartEntry): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=NineTray',
    `Comment=${escaped(comment)}`,
    `Exec=${[program, ...args].map(quote).join(' ')}`,
    `TryExec=${escaped(program)}`,
    'Icon=ninetray',
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** Whether the user turned the entry off in the desktop's own settings, which keep it and mark it. */
export function isTurnedOff(entry: string): boolean {
  const [, group = ''] = /^\[Desktop Entry\]$([^]*?)(?=^\[|$(?![^]))/m.exec(entry) ?? [];
  return /^Hidden *= *true *$/m.test(group) || /^X-GNOME-Autostart-enabled *= *false *$/m.test(group);
}

/** How a string of an entry writes what would end its line or its key. */
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A folder may have a line break in its name, which would begin a line of its own: another Exec, for example. */
function escaped(text: string): string {
  return text.replace(/[\\\n\r\t]/g, (char) => ESCAPES[char] ?? char);
}

/** Quoted as the specification asks: first for the argument, then for the string that holds it; % is a field code. */
function quote(argument: string): string {
  return `"${escaped(argument.replaceAll('%', '%%').replace(/["`$\\]/g, '\\$&'))}"`;
}
