// Starting with the session on Linux: the autostart entry that desktops read. Pure; login-item.electron.ts writes it.

/** The text of an autostart entry (freedesktop.org Desktop Entry 1.5). `command`: program and arguments, unquoted. */
export function autostartEntry(command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=NineTray',
    'Comment=9Proxy balances in the tray',
    `Exec=${command.map(quote).join(' ')}`,
    'Icon=ninetray',
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** Quoted as the specification asks: first for the argument, then for the string that holds it; % is a field code. */
function quote(argument: string): string {
  const escaped = argument.replaceAll('%', '%%').replace(/["`$\\]/g, '\\$&');
  return `"${escaped.replaceAll('\\', '\\\\')}"`;
}
