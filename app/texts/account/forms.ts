// What the fields of the account's forms are called, how they are explained, and what is wrong with what was typed. Words and Intl
// only: which fields there are is in app/model/actions/actions.ts.
import type { ActionId, ActionInput } from '../../model/actions/actions';
import type { FieldError } from '../../model/actions/form-validation';
import type { FieldLook } from '../../model/actions/form-fields';
import { formatBytes, formatCount } from '../format';
import { renewUnconfirmed } from '../renewal';

/** The fields of all forms. */
export type FieldName = { [A in ActionId]: keyof ActionInput<A> & string }[ActionId];

export interface FieldText {
  label: string;
  hint?: string;
  /** What a choice's values are called, with a line for each. */
  choices?: Readonly<Record<string, { label: string; hint?: string }>>;
}

const fields: Readonly<Record<FieldName, FieldText>> = {
  username: { label: 'Username', hint: '3 to 64 characters.' },
  password: { label: 'Password' },
  note: { label: 'Note', hint: 'For yourself. 9Proxy keeps it with the account.' },
  ips: { label: 'IPs' },
  traffic: { label: 'Traffic (GB)' },
  packageId: { label: 'Traffic package' },
  disableAt: { label: 'Disable after', hint: 'It is disabled at the end of this day. Leave empty for never.' },
  topUpIps: { label: 'Top up IPs automatically', hint: 'When it runs low, IPs move over from your balance.' },
  topUpIpsBelow: { label: 'When below (IPs)' },
  topUpIpsBy: { label: 'Add (IPs)' },
  topUpTraffic: { label: 'Top up traffic automatically', hint: 'When it runs low, traffic moves over from yours.' },
  topUpTrafficBelow: { label: 'When below (GB)' },
  topUpTrafficBy: { label: 'Add (GB)' },
  trafficCap: { label: 'Traffic limit (GB)', hint: 'Leave empty for 9Proxy’s default.' },
  ipCap: { label: 'IP limit', hint: '−1 removes the limit. Leave empty for 9Proxy’s default.' },
  enabled: { label: 'Enabled', hint: 'Off: it stays in the list but doesn’t work until you enable it.' },
  ip: { label: 'IP address', hint: 'The public address you connect from, such as 203.0.113.7.' },
  description: { label: 'Description', hint: 'For yourself: which office, which server.' },
  quantity: { label: 'How many ports' },
  country: { label: 'Country', hint: 'Leave empty for any.' },
  region: { label: 'Region', hint: 'Leave empty for any.' },
  city: { label: 'City', hint: 'Leave empty for any.' },
  isp: { label: 'Provider', hint: 'Leave empty for any.' },
  session: {
    label: 'Session',
    choices: {
      rotating: { label: 'Rotating', hint: 'Another address with each request.' },
      sticky: { label: 'Sticky', hint: 'The same address for a while.' },
    },
  },
  sessionMinutes: { label: 'Keep it for (minutes)', hint: '1 to 1,440 (one day).' },
  codes: { label: 'Codes' },
  forwardTo: {
    label: 'For the account of',
    hint: 'An e-mail address: only that account can redeem them. Leave empty for anyone.',
  },
  on: { label: 'Auto renew', hint: renewUnconfirmed },
};

/** What is said otherwise in one form. */
const inForm: { readonly [A in ActionId]?: { readonly [F in keyof ActionInput<A>]?: Partial<FieldText> } } = {
  createSubAccount: {
    password: { hint: 'You can copy it once the sub-account is created. 9Proxy won’t show it again.' },
    ips: { label: 'IPs to transfer', hint: 'Taken from your balance.' },
    traffic: { label: 'Traffic to transfer (GB)', hint: 'Taken from your packages.' },
    packageId: { label: 'Take the traffic from' },
  },
  editSubAccount: {
    password: { label: 'New password', hint: 'Leave empty to keep the current one.' },
    ips: { hint: 'Unconfirmed. More is taken from your balance, less goes back to it.' },
    traffic: { hint: 'Unconfirmed. More is taken from your packages, less goes back.' },
    packageId: { label: 'Take more traffic from', hint: 'Unconfirmed.' },
    disableAt: { hint: 'Unconfirmed. It is disabled at the end of this day. Leave empty for never.' },
  },
  editSubUser: {
    password: { label: 'New password', hint: 'Leave empty to keep the current one.' },
    trafficCap: { hint: 'Leave empty for no limit.' },
    ipCap: { hint: 'Leave empty for no limit.' },
  },
  createSubUser: { password: { hint: 'At least 4 characters. The list of sub-users can show it again.' } },
  createConnection: { quantity: { hint: 'Each port is a separate connection.' } },
  makeIpCodes: {
    ips: { label: 'IPs in each code', hint: 'At least 5.' },
    codes: { label: 'How many codes', hint: 'At most 500 at once.' },
  },
  makeTrafficCodes: {
    packageId: { label: 'Take the traffic from' },
    traffic: { label: 'Traffic in each code (GB)', hint: 'At least 1 GB.' },
    codes: { label: 'How many codes', hint: 'At most 500 at once.' },
  },
  redeemCodes: {
    codes: { hint: 'One or more, separated by spaces, commas or lines. A code can be redeemed once.' },
  },
};

/** A field's words in the form of an action. */
export function fieldText(action: ActionId, name: string): FieldText {
  const common: Partial<Record<string, FieldText>> = fields;
  const special: Partial<Record<string, Partial<FieldText>>> | undefined = inForm[action];
  return { label: name, ...common[name], ...special?.[name] };
}

export const formTexts = {
  /** "Note (optional)", "Traffic (GB, optional)". */
  optional: (label: string) => (label.endsWith(')') ? `${label.slice(0, -1)}, optional)` : `${label} (optional)`),
  show: 'Show the password',
  hide: 'Hide the password',
  makePassword: 'Generate',
  madePassword: 'Generated a password of 20 characters. It is shown.',
  none: 'None',
  choose: 'Choose…',
  noPackages: 'This account has no known traffic package.',
  package: (name: string, left: number, until: string | null, locale: string) =>
    `${name}: ${formatBytes(left, locale)} left${until === null ? '' : `, until ${until}`}`,
  codesFound: (count: number, locale: string) =>
    count === 1 ? '1 code found' : `${formatCount(count, locale)} codes found`,
  countries: 'Countries',
  /** How much there is to give. */
  available: (amount: string) => `${amount} available.`,
  /** What a check against the figures found: the form alone could not know. */
  notThere: {
    amount: 'This is more than what is available.',
    package: 'This package doesn’t have that much, or no longer exists.',
  },
  refusedHere: (message: string) => `9Proxy refuses this: “${message}”`,
  wrong: (count: number, locale: string) =>
    count === 1 ? 'One entry needs a correction.' : `${formatCount(count, locale)} entries need a correction.`,
};

type Kind = FieldLook['kind'];

const notThis: Readonly<Record<Kind, string>> = {
  text: 'This isn’t accepted here.',
  password: 'This isn’t accepted here.',
  email: 'Enter an e-mail address.',
  count: 'Enter a whole number, such as 2000.',
  bytes: 'Enter an amount in GB without thousands separators, such as 1000 or 1.5.',
  moment: 'Choose a day.',
  switch: 'Choose on or off.',
  choice: 'Choose one of these.',
  country: 'Choose a country, or enter its two-letter code.',
  codes: 'Enter valid codes.',
  package: 'Choose a traffic package.',
};

/** The sentence for one error. An address that does not fit has a sentence of its own. */
export function errorText({ field, why, limit = 0 }: FieldError, kind: Kind, locale: string): string {
  const amount = kind === 'bytes' ? formatBytes(limit, locale) : formatCount(limit, locale);
  switch (why) {
    case 'missing':
      return kind === 'codes' ? 'Enter at least one code.' : kind === 'package' ? notThis.package : 'Required.';
    case 'too-short':
      return `At least ${amount} characters.`;
    case 'too-long':
      return kind === 'codes'
        ? 'At most 500 codes at once, each of at most 200 characters.'
        : `At most ${amount} characters.`;
    case 'too-small':
      if (kind === 'moment') return 'Choose today or a later day.';
      return kind === 'bytes' && limit <= 1 ? 'Enter more than 0.' : `At least ${amount}.`;
    case 'too-big':
      return `At most ${amount}.`;
    case 'not-whole':
      return kind === 'bytes' ? notThis.bytes : 'Enter a whole number, without decimals.';
    case 'not-this':
      return field === 'ip' ? 'Enter an IPv4 or IPv6 address, such as 203.0.113.7.' : notThis[kind];
    default:
      return why satisfies never;
  }
}
