// What settings say: names, one-line explanations, validation, promises.
// Words only: what a change does is decided in main.

export const settingsTexts = {
  title: 'Settings',
  back: 'Back',
  stillInUse: (value: string) => `Still in use: ${value}`,

  key: {
    title: 'Key',
    status: 'Status',
    statusLine: {
      asking: 'Waiting for the keyring',
      absent: 'No key is kept',
      present: 'In use',
      refused: 'Refused by 9Proxy',
      locked: 'The keyring is locked',
      changed: 'Stored with another keyring',
      unreadable: 'Stored, but cannot be read',
    },
    fingerprint: 'Fingerprint',
    kept: 'How it is kept',
    savedAt: (moment: string) => `Saved ${moment}.`,
    enteredAt: (moment: string) => `Entered ${moment}.`,
    enter: 'Enter a key…',
    replace: 'Replace key…',
    retry: 'Try again',
    forget: 'Forget the key…',
    forgetTitle: 'Forget the key on this computer?',
    forgetMeaning:
      'NineTray deletes its own copy. The key stays valid at 9Proxy, and everything else that uses it goes on working. To make it useless, revoke it in the dashboard.',
    forgetAgain: 'The dashboard will not show it a second time. If you have no other copy, you will need a new key.',
    forgetConfirm: 'Forget the key',
    forgetCancel: 'Keep it',
    demo: 'This is the demo account. Nothing here is real, and nothing is sent anywhere.',
    ownKey: 'Use my own key…',
    leaveDemo: 'Leave the demo',
  },

  address: {
    title: 'API address',
    production: '9Proxy',
    productionLine: 'The real account.',
    sandbox: 'Sandbox',
    sandboxLine: '9Proxy’s test system, with keys of its own.',
    custom: 'Another address',
    customLine: 'For a gateway or a test server. Your key is sent there with every call.',
    field: 'Address',
    hint: 'https:// and a host name. http:// only on this computer.',
    missing: 'Enter an address, or choose another option above. Until then NineTray sends nothing.',
    afterDemo: 'This applies once you leave the demo.',
  },

  proxy: {
    title: 'Connection',
    system: 'As the system does',
    systemLine: 'Uses the proxy of this computer, if it has one.',
    direct: 'Direct',
    directLine: 'Past any proxy.',
    given: 'Through a proxy',
    givenLine: 'For NineTray alone.',
    field: 'Proxy',
    hint: 'Scheme, host and port: http://127.0.0.1:8080 or socks5://127.0.0.1:1080.',
    missing: 'Enter a proxy, or choose another option above. Until then NineTray sends nothing.',
    shape: 'Write it as scheme, host and port, such as socks5://127.0.0.1:1080.',
  },

  refresh: {
    title: 'Refresh',
    label: 'While nobody looks, read the figures every',
    gentle: '30 min',
    normal: '10 min',
    quick: '3 min',
    line: 'Less often on battery. When you open the window they are read at once.',
  },

  lows: {
    title: 'Low marks',
    line: 'Below these, a figure counts as low and the icon says so. 0 turns a mark off.',
    ips: 'IPs',
    traffic: 'Traffic, in GB',
    wallet: 'Wallet, in $',
    wholeNumber: 'Not a whole number.',
    amount: 'Not an amount.',
  },

  looks: {
    title: 'Appearance',
    theme: 'Theme',
    system: 'System',
    light: 'Light',
    dark: 'Dark',
    trayTitle: 'Figure in the menu bar',
    none: 'None',
    ips: 'IPs',
    traffic: 'Traffic',
    wallet: 'Wallet',
  },

  privacy: {
    title: 'Privacy',
    hideAmounts: 'Hide amounts',
    hideAmountsLine:
      'In the tray, its menu, notifications and the windows. In a window they show while you point at them.',
  },

  start: {
    title: 'Start',
    atLogin: 'Start at login',
    atLoginLine: 'NineTray waits beside the clock, without a window.',
    noTray: 'No tray was found on this desktop, so NineTray opens as a window.',
  },

  storage: {
    title: 'Needs your attention',
    dismiss: 'Dismiss',
  },

  about: {
    title: 'About',
    version: 'NineTray',
    electron: 'Electron',
    unofficial: 'Unofficial: not made, checked or endorsed by 9Proxy.',
    promises: [
      'Your key stays on this computer and goes only to the API address above.',
      'No telemetry: nothing about you or your use is sent to anybody.',
    ],
    project: 'Project and documents',
    apiDocs: '9Proxy’s API documents',
    quit: 'Quit NineTray',
  },
} as const;
