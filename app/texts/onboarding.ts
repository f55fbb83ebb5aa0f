// What first run says, and what entering a key says at any later time.
// Words only: which of them is shown is decided in renderer/onboarding.

/** Why a person is on this screen, in a title and one or two sentences. */
export const situationTexts = {
  'first-run': {
    title: 'Welcome to NineTray',
    lead: 'Your 9Proxy balances at a glance, and your sub-accounts one click away.',
  },
  'from-demo': {
    title: 'Use your own account',
    lead: 'The demo keeps running until your key is checked and saved.',
  },
  replace: {
    title: 'Replace the key',
    lead: 'The current key stays in use until the new one is checked and saved.',
  },
  refused: {
    title: 'Your key was refused',
    lead: 'Someone may have regenerated it, which stops the old key at once. Your last figures are kept. Enter the new key to continue.',
  },
  asking: {
    title: 'Waiting for the keyring',
    lead: 'Your key is stored safely. The system may be asking you to unlock the keyring, perhaps behind another window.',
  },
  locked: {
    title: 'The keyring is locked',
    lead: 'Your key is stored safely and nothing was deleted. Unlock the keyring, then try again.',
  },
  changed: {
    title: 'The keyring has changed',
    lead: 'Your key was stored with another keyring, and nothing was deleted. Restore that keyring and try again, or enter the key again.',
  },
  unreadable: {
    title: 'The stored key cannot be read',
    lead: 'It is still on disk and nothing was deleted. Try again, or enter the key again.',
  },
} as const;

export const onboardingTexts = {
  unofficial: 'Unofficial: not made, checked or endorsed by 9Proxy.',
  waysIn: 'How would you like to start?',
  haveKey: 'Enter my API key',
  haveKeyLine: 'Paste it, and check whose account it is before it is saved.',
  needKey: 'Get an API key',
  needKeyLine: 'Create one in the 9Proxy dashboard, in six steps.',
  showMe: 'Try the demo',
  showMeLine: 'Look around with a made-up account. No key, no connection.',
  enterAgain: 'Enter the key again',
  enterAgainLine: 'Paste it. The stored key stays until the new one is saved.',
  startingDemo: 'Starting the demo account. This takes a moment…',
  tryAgain: 'Try again',
  tryAgainLine: 'Ask the keyring again.',
  confirmAddress: 'Use the stored key',
  confirmAddressLine: 'From now on NineTray sends it to this address.',
  checkAddress: 'Check the address',
  checkAddressLine: 'Open the settings. The stored key stays as it is.',
  pasteAgain: 'Paste the key again',
  tryingAgain: 'Asking the keyring…',
  stillNot: 'The keyring still does not hand out the key.',
  back: 'Back',
  addressAndProxy: 'Address and proxy…',

  enterTitle: 'Enter your API key',
  enterLead: 'The Public API key that the 9Proxy dashboard showed you.',
  pasteFromClipboard: 'Paste from clipboard',
  orByHand: 'or type it here',
  fieldLabel: 'Public API key',
  check: 'Check key',
  checking: 'Checking the key…',
  fieldHint: 'NineTray won’t show the key again.',
  goesTo: (address: string) => `The key will be sent to ${address}, the address in your settings.`,
  sandbox: '9Proxy’s sandbox',
  howToGetOne: 'How to get a key',

  candidateTitle: 'Is this your account?',
  candidateLead: 'The key works. Nothing is saved yet.',
  account: 'Account',
  nameUnknown: 'No username',
  emailUnknown: 'No email address',
  emailVerified: 'Email verified',
  emailNotVerified: 'Email not verified',
  emailVerifiedUnknown: 'Email verification unknown',
  twoFactorOn: '2FA on',
  twoFactorOff: '2FA off',
  twoFactorUnknown: '2FA unknown',
  fingerprint: 'Key fingerprint',
  fingerprintLine: 'Identifies this key, and contains no part of it.',
  otherAccount: (was: string) => `This is another account. NineTray has shown ${was} so far.`,
  sameKey: 'This is the same key that NineTray already has.',
  howToKeep: 'Where should NineTray store the key?',
  suggested: 'recommended',
  noKeyring: 'This computer has no keyring to protect the key.',
  consentTitle: 'What unprotected means',
  consentMeaning:
    'Any program you run, and anyone who gets at your files or a backup of them, can read this key and spend the account’s whole balance. There is no way to limit what a key may do.',
  consent: 'I understand, store it unprotected',
  keep: 'Save this key',
  keeping: 'Saving the key…',
  notMine: 'Not my account',
  kept: 'The key is saved.',

  guideTitle: 'Get an API key',
  guideLead: 'You create it in the 9Proxy dashboard, in your own browser.',
  /** `opens`: the page that a step can open, if any. `warns`: the step where care is needed. */
  guideSteps: [
    { title: 'Sign in', line: 'To the account you want to see here.', opens: null, warns: false },
    { title: 'Verify your email address', line: 'The dashboard creates no key without it.', opens: null, warns: false },
    { title: 'Turn on 2FA', line: 'The API Key page helps you do it.', opens: null, warns: false },
    {
      title: 'Open Account Settings, then API Key',
      line: 'An account has one key at a time.',
      opens: 'apiKey',
      warns: false,
    },
    { title: 'Press Generate Key', line: 'Only if you have no key yet.', opens: null, warns: true },
    {
      title: 'Copy it and come back',
      line: 'It is shown only once: copy it before you close the page.',
      opens: null,
      warns: false,
    },
  ],
  opens: { apiKey: 'Open the API Key page' },
  regenerateTitle: 'Do you already have a key?',
  regenerateWarning:
    '“Revoke & Regenerate” stops the old key at once, and every script that uses it. If you still have the old key, use that one.',
  opened: 'Opened in your browser.',
  haveItNow: 'I have my key',
  spendsTitle: 'Treat it like cash',
  spends:
    'A key can spend the whole account balance, and its rights cannot be limited. NineTray encrypts it with the system’s keyring where there is one, sends it only to the API address in your settings, and never shows it again.',
} as const;

/** The end of the first run: where NineTray is from now on, and what may be done next. */
export const readyTexts = {
  title: 'You’re all set',
  lives: {
    linux: 'NineTray lives here, in the panel. Click its icon to see your balances.',
    darwin: 'NineTray lives here, in the menu bar. Click its icon to see your balances.',
    win32:
      'NineTray lives here, beside the clock. Click its icon to see your balances. If you don’t see it, open the arrow first.',
  },
  noTray: 'This desktop shows no tray icons. Open NineTray from your applications menu instead.',
  next: 'What next?',
  pin: 'Pin sub-accounts',
  pinLine: 'Pinned ones stay on top, and in the icon’s menu.',
  alerts: 'Set low-balance warnings',
  alertsLine: 'Choose when NineTray should warn you.',
  atLogin: 'Start at login',
  done: 'Show my balances',
} as const;
