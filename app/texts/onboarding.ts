// What first run says, and what entering a key says at any later time.
// Words only: which of them is shown is decided in renderer/onboarding.

/** Why a person is on this screen, in a title and one or two sentences. */
export const situationTexts = {
  'first-run': {
    title: 'Welcome to NineTray',
    lead: 'Your 9Proxy IPs, traffic and wallet at a glance, beside the clock.',
  },
  'from-demo': {
    title: 'Use your own account',
    lead: 'The demo goes on until a key of yours was checked and kept.',
  },
  replace: {
    title: 'Replace the key',
    lead: 'The key NineTray has stays in use until the new one was checked and you kept it.',
  },
  refused: {
    title: 'Your key was refused',
    lead: 'Somebody may have regenerated it, and then the old one died at once. Your last figures are kept. Enter the new key to go on.',
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
    lead: 'Your key was stored with another keyring, and nothing was deleted. Bring that one back and try again, or enter the key anew.',
  },
  unreadable: {
    title: 'The stored key cannot be read',
    lead: 'It is still on disk and nothing was deleted. Try again, or enter the key anew.',
  },
} as const;

export const onboardingTexts = {
  unofficial: 'Unofficial: not made, checked or endorsed by 9Proxy.',
  waysIn: 'Ways in',
  haveKey: 'I have a key',
  haveKeyLine: 'Paste it. You see whose account it is before anything is kept.',
  needKey: 'I need a key',
  needKeyLine: 'Where to make one in the 9Proxy dashboard, in six steps.',
  showMe: 'Show me',
  showMeLine: 'Look around with a made-up account. No key, no connection.',
  enterAgain: 'Enter the key again',
  enterAgainLine: 'Paste it. What is stored stays until the new one is kept.',
  startingDemo: 'Starting the demo account. This takes a moment…',
  tryAgain: 'Try again',
  tryAgainLine: 'Ask the keyring once more.',
  confirmAddress: 'Use the stored key',
  confirmAddressLine: 'NineTray sends it to this address from now on.',
  checkAddress: 'Check the address',
  checkAddressLine: 'Open the settings. The stored key stays as it is.',
  pasteAgain: 'Paste the key again',
  tryingAgain: 'Asking the keyring…',
  stillNot: 'The keyring was asked again and still does not hand out the key.',
  back: 'Back',
  addressAndProxy: 'Address and proxy…',

  enterTitle: 'Enter your key',
  enterLead: 'Your Public API key, as the 9Proxy dashboard showed it.',
  pasteFromClipboard: 'Paste from clipboard',
  orByHand: 'or paste or type it here',
  fieldLabel: 'Public API key',
  check: 'Check key',
  checking: 'Checking the key…',
  fieldHint: 'The text leaves this window as soon as it is checked, and is never shown again.',
  goesTo: (address: string) => `The key will be sent to ${address}, the address in your settings.`,
  sandbox: '9Proxy’s sandbox',
  howToGetOne: 'How to get a key',

  candidateTitle: 'Is this your account?',
  candidateLead: 'The key answers. Nothing is kept yet.',
  account: 'Account',
  nameUnknown: 'No username given',
  emailUnknown: 'No e-mail given',
  emailVerified: 'E-mail verified',
  emailNotVerified: 'E-mail not verified',
  emailVerifiedUnknown: 'E-mail verification not known',
  twoFactorOn: '2FA on',
  twoFactorOff: '2FA off',
  twoFactorUnknown: '2FA not known',
  fingerprint: 'Key fingerprint',
  fingerprintLine: 'A short mark to recognise this key by. It holds no part of the key.',
  otherAccount: (was: string) => `This is another account. So far NineTray showed ${was}.`,
  sameKey: 'This is the same key that NineTray already has.',
  howToKeep: 'How should the key be kept?',
  suggested: 'suggested',
  noKeyring: 'This computer offers no keyring that could protect the key.',
  consentTitle: 'What unprotected means',
  consentMeaning:
    'Any program you run, and anyone who gets at your files or a backup of them, can read this key and spend the account’s whole balance. There is no way to limit what a key may do.',
  consent: 'I understand, keep it unprotected',
  keep: 'Keep this key',
  keeping: 'Keeping the key…',
  notMine: 'Not my account',
  kept: 'The key is kept.',

  guideTitle: 'Get a key',
  guideLead: 'A key is made in the 9Proxy dashboard, in your own browser.',
  /** `opens`: the page that a step can open, if any. `warns`: the step where care is needed. */
  guideSteps: [
    { title: 'Sign in', line: 'To the account you want to see here.', opens: null, warns: false },
    { title: 'Verify your e-mail', line: 'Without it the dashboard gives no key.', opens: null, warns: false },
    { title: 'Turn on 2FA', line: 'The API Key page guides you through it.', opens: null, warns: false },
    {
      title: 'Open Account Settings, then API Key',
      line: 'An account has one key at a time.',
      opens: 'apiKey',
      warns: false,
    },
    { title: 'Press Generate Key', line: 'Only if there is no key yet.', opens: null, warns: true },
    {
      title: 'Copy it and come back',
      line: 'It is shown once: copy it before you close the page.',
      opens: null,
      warns: false,
    },
  ],
  opens: { apiKey: 'Open the API Key page' },
  regenerateTitle: 'Is there a key already?',
  regenerateWarning:
    '“Revoke & Regenerate” kills the old key at once, and every script that uses it stops. If you still have the old key somewhere, use that one.',
  opened: 'Opened in your browser.',
  haveItNow: 'I have it now',
  spendsTitle: 'Treat it like money',
  spends:
    'A key can spend the whole account and cannot be limited. NineTray encrypts it with the system’s keyring where there is one, sends it only to the API address in your settings, and never shows it again.',
} as const;
