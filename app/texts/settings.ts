// The words of the settings: the area of the account window, and the popover's short sheet. Words only: what a change does is decided in
// main.
import type { SettingsSection } from '../model/lists/areas';

/** The headings of the area, in the words of its links too. */
export const settingsSectionNames: Readonly<Record<SettingsSection, string>> = {
  account: 'Account and key',
  alerts: 'Alerts and thresholds',
  appearance: 'Appearance and language',
  connection: 'Connection',
  privacy: 'Privacy',
  advanced: 'Advanced',
};

export const settingsTexts = {
  title: 'Settings',
  back: 'Back',
  sections: 'Sections',
  daily: 'Everyday settings',
  all: 'All settings…',
  quit: 'Quit NineTray',
  stillInUse: (value: string) => `Still in use: ${value}`,

  key: {
    title: 'Key',
    status: 'Status',
    statusLine: {
      asking: 'Waiting for the keyring',
      absent: 'No key stored',
      present: 'In use',
      refused: 'Rejected by 9Proxy',
      locked: 'The keyring is locked',
      changed: 'Stored with another keyring',
      unreadable: 'Stored, but unreadable',
    },
    fingerprint: 'Fingerprint',
    storage: 'Storage',
    savedAt: (moment: string) => `Saved ${moment}.`,
    enteredAt: (moment: string) => `Entered ${moment}.`,
    enter: 'Enter a key…',
    replace: 'Replace key…',
    remove: 'Remove the key…',
    removeTitle: 'Remove the key from this computer?',
    removeMeaning:
      'NineTray deletes its own copy. The key stays valid at 9Proxy, and everything else that uses it keeps working. To make it useless, revoke it in the dashboard.',
    removeAgain: 'The dashboard won’t show it again. If you have no other copy, you will need a new key.',
    removeConfirm: 'Remove the key',
    removeCancel: 'Cancel',
    demo: 'This is the demo account. Nothing here is real, and nothing is sent anywhere.',
    ownKey: 'Use my own key…',
    leaveDemo: 'Leave the demo',
  },

  address: {
    title: 'API address',
    production: '9Proxy',
    productionLine: 'Your real account.',
    sandbox: 'Sandbox',
    sandboxLine: '9Proxy’s test system. It has its own keys.',
    custom: 'Custom address',
    customLine: 'A gateway or a test server. Your key is sent there with every request.',
    field: 'Address',
    hint: 'https:// and a host name. http:// only on this computer.',
    missing: 'Enter an address, or choose another option above. Until then NineTray sends nothing.',
    afterDemo: 'Applies once you leave the demo.',
  },

  proxy: {
    title: 'Proxy',
    system: 'System proxy',
    systemLine: 'The proxy set on this computer, if there is one.',
    direct: 'No proxy',
    directLine: 'Connect directly.',
    given: 'Custom proxy for NineTray',
    givenLine: 'Used by NineTray only.',
    field: 'Proxy address',
    hint: 'Scheme, host and port: http://127.0.0.1:8080 or socks5://127.0.0.1:1080.',
    missing: 'Enter a proxy, or choose another option above. Until then NineTray sends nothing.',
    shape: 'Write it as scheme, host and port, such as socks5://127.0.0.1:1080.',
  },

  refresh: {
    title: 'Refresh',
    label: 'Refresh in the background every',
    gentle: '30 min',
    normal: '10 min',
    quick: '3 min',
    line: 'Less often on battery. Opening NineTray always refreshes.',
  },

  thresholds: {
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

  language: {
    title: 'Language',
    label: 'Language',
    line: 'Dates and numbers follow your system’s region.',
  },

  privacy: {
    title: 'On screen',
    hideAmounts: 'Hide amounts',
    hideAmountsLine: 'In the tray, its menu, notifications and windows. In a window, hover to reveal.',
  },

  promises: {
    title: 'Your data',
    lines: [
      'Your key stays on this computer and goes only to the API address in your settings.',
      'No telemetry: nothing about you or how you use NineTray is sent to anyone.',
    ],
  },

  start: {
    title: 'Start',
    atLogin: 'Start at login',
    atLoginLine: 'NineTray starts in the tray, without a window.',
    noTray: 'This desktop has no tray, so NineTray opens as a window.',
  },

  api: {
    title: '9Proxy API',
    check: 'API check',
    open: 'Open API check',
    endpoints: 'Corrected endpoints',
    none: 'None. The API check leads to the correction.',
    localApp: '9Proxy application on this computer',
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
    project: 'Website and documentation',
    apiDocs: '9Proxy API documentation',
  },
} as const;
