// What NineTray says when it starts in a way that could expose the key.
export const startupTexts = {
  refusedTitle: 'NineTray did not start',
  refused: (switches: readonly string[]) =>
    `NineTray didn't start: it doesn't accept ${switches.join(', ')}, because switches like these can expose your key. Remove ${switches.length === 1 ? 'it' : 'them'} and start NineTray again. See --help.`,
  noSandboxTitle: 'NineTray is running without its sandbox',
  noSandboxMeaning:
    'The sandbox keeps a harmful page away from your key. It is off because NineTray was started with --no-sandbox, or because your system doesn’t allow it to an AppImage. Start NineTray without that switch, or use the deb package.',
  quit: 'Quit',
  continueWithoutSandbox: 'Continue without sandbox',
  noSandboxBanner: 'Running without the sandbox',
  noSandboxDetail: 'You agreed to this. To be asked again, remove runWithoutSandbox from settings.json.',
  noSandboxInTerminal:
    'NineTray is running without its sandbox, so it reads no key. Start it without --no-sandbox, or start the desktop application once and agree to it.',
  noSandboxLine: 'Warning: NineTray is running without its sandbox.',
} as const;
