// What the sheet of keyboard shortcuts says.

export const shortcutTexts = {
  title: 'Keyboard shortcuts',
  close: 'Close',
  control: 'Ctrl',
  command: 'Cmd',
  skip: 'Skip to the content',
  /** `command`: the key that is held. */
  shortcuts: (command: string) => [
    { keys: `/  or  ${command}+F`, does: 'Search the list' },
    { keys: `${command}+R`, does: 'Refresh' },
    { keys: `${command}+1 … 9`, does: 'Open an area' },
    { keys: `${command}+,`, does: 'Settings' },
    { keys: `${command}+W`, does: 'Close this window' },
    { keys: '?', does: 'Show these shortcuts' },
  ],
} as const;
