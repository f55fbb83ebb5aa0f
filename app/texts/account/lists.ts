// What each list is called and what its columns, states and filters say. Words only; a list, a column, a state or a choice that
// app/model/lists/lists.ts has and this has not does not compile. It must not: format a value (app/texts/account/cells.ts).
import type { ListId, lists } from '../../model/lists/lists';

/** How a state looks: for what it means, never for decoration. */
export type StateTone = 'good' | 'warning' | 'bad' | 'quiet';

interface StateWords {
  text: string;
  tone: StateTone;
}

type ColumnOf<L extends ListId> = (typeof lists)[L]['columns'][number];
type StateColumnOf<L extends ListId> = Extract<ColumnOf<L>, { kind: 'state' }>;
type FilterOf<L extends ListId> = (typeof lists)[L]['filters'][number];
type ChoiceFilterOf<L extends ListId> = Extract<FilterOf<L>, { kind: 'choice' }>;

interface WordsOf<L extends ListId> {
  title: string;
  /** One sentence: what the rows are. */
  line: string;
  /** How many there are, in words that fit one and many. */
  one: string;
  many: string;
  columns: Readonly<Record<ColumnOf<L>['id'], string>>;
  states: { readonly [C in StateColumnOf<L> as C['id']]: Readonly<Record<C['states'][number], StateWords>> };
  filters: Readonly<Record<Exclude<FilterOf<L>, { kind: 'choice' }>['id'], string>>;
  /** `all`: the choice that lets everything through. */
  choices: {
    readonly [F in ChoiceFilterOf<L> as F['id']]: { label: string; all: string } & {
      words: Readonly<Record<F['choices'][number], string>>;
    };
  };
  /** What stands there when the account has none, and what would bring one. */
  empty: { title: string; line: string };
}

/** The same in the one type that all lists have. */
export interface ListWords {
  title: string;
  line: string;
  one: string;
  many: string;
  columns: Readonly<Record<string, string>>;
  states: Readonly<Record<string, Readonly<Record<string, StateWords>>>>;
  filters: Readonly<Record<string, string>>;
  choices: Readonly<Record<string, { label: string; all: string; words: Readonly<Record<string, string>> }>>;
  empty: { title: string; line: string };
}

const good = (text: string): StateWords => ({ text, tone: 'good' });
const warning = (text: string): StateWords => ({ text, tone: 'warning' });
const bad = (text: string): StateWords => ({ text, tone: 'bad' });
const quiet = (text: string): StateWords => ({ text, tone: 'quiet' });

const payment = { success: good('Paid'), pending: warning('Pending'), failed: bad('Failed') };
const outcome = { success: good('Done'), pending: warning('Pending'), failed: bad('Failed') };
const onOff = { enabled: good('On'), disabled: quiet('Off') };
const topUp = { ips: good('IPs'), traffic: good('Traffic'), both: good('Both'), off: quiet('Off') };
const gives = { ips: quiet('IPs'), traffic: quiet('Traffic') };

const between = { from: 'From', to: 'To' };
const paymentChoice = {
  status: {
    label: 'Status',
    all: 'Any status',
    words: { success: 'Paid', pending: 'Pending', failed: 'Failed' },
  },
};
const codeChoices = {
  status: {
    label: 'Status (unconfirmed)',
    all: 'Any status',
    words: { unused: 'Unused', used: 'Used', revoked: 'Revoked', expired: 'Expired' },
  },
  gives: { label: 'Gives', all: 'IPs and traffic', words: { ips: 'IPs', traffic: 'Traffic' } },
  enterprise: { label: 'Plan', all: 'Any plan', words: { yes: 'Enterprise', no: 'Basic' } },
};

const usage = {
  at: 'When',
  username: 'Sub-account',
  ip: 'Address',
  country: 'Country',
  port: 'Port',
  ips: 'IPs',
  traffic: 'Traffic',
};
const addresses = {
  ip: 'Address',
  country: 'Country',
  city: 'City',
  state: 'State',
  binding: 'Bound to',
};
const addressStates = { state: { online: good('Online'), offline: quiet('Offline') } };
const addressCount = { one: 'address', many: 'addresses' };
const payments = { number: 'Number', at: 'When', amount: 'Amount', status: 'Status' };

const words: { readonly [L in ListId]: WordsOf<L> } = {
  purchases: {
    title: 'Purchases',
    line: 'What was bought, when, and for how much.',
    one: 'purchase',
    many: 'purchases',
    columns: { ...payments, ips: 'IPs', traffic: 'Traffic' },
    states: { status: payment },
    filters: between,
    choices: paymentChoice,
    empty: { title: 'Nothing bought yet', line: 'IPs and traffic that you buy at 9Proxy show up here.' },
  },
  deposits: {
    title: 'Deposits',
    line: 'Money that went into the wallet.',
    one: 'deposit',
    many: 'deposits',
    columns: payments,
    states: { status: payment },
    filters: between,
    choices: paymentChoice,
    empty: { title: 'No deposits yet', line: 'Top up the wallet in the 9Proxy dashboard, and it shows up here.' },
  },
  accountUsage: {
    title: 'Account usage',
    line: 'Which addresses the account itself used, and how much went through them.',
    one: 'entry',
    many: 'entries',
    columns: usage,
    states: {},
    filters: {},
    choices: {},
    empty: { title: 'Not used yet', line: 'Each address that the account uses leaves a line here.' },
  },
  subAccountUsage: {
    title: 'Sub-account usage',
    line: 'Which addresses the sub-accounts used, and how much went through them.',
    one: 'entry',
    many: 'entries',
    columns: usage,
    states: {},
    filters: { username: 'Sub-account' },
    choices: {},
    empty: { title: 'Not used yet', line: 'Each address that a sub-account uses leaves a line here.' },
  },
  today: {
    title: 'Used today',
    line: 'Addresses of the last 24 hours, which can be used again at no cost.',
    ...addressCount,
    columns: addresses,
    states: addressStates,
    filters: {},
    choices: {},
    empty: { title: 'None used today', line: 'Addresses stay in this list for 24 hours after their first use.' },
  },
  favourites: {
    title: 'Favourites',
    line: 'Addresses that you marked to find them again.',
    ...addressCount,
    columns: addresses,
    states: addressStates,
    filters: {},
    choices: {},
    empty: { title: 'No favourites yet', line: 'Mark an address in the 9Proxy application, and it shows up here.' },
  },
  localToday: {
    title: 'Used today, from this computer',
    line: 'Today’s addresses, as the 9Proxy application on this computer knows them.',
    ...addressCount,
    columns: addresses,
    states: addressStates,
    filters: {},
    choices: {},
    empty: { title: 'None used today', line: 'The 9Proxy application on this computer has used no address yet today.' },
  },
  subAccounts: {
    title: 'Sub-accounts',
    line: 'Accounts you manage, each with its own IPs and traffic.',
    one: 'sub-account',
    many: 'sub-accounts',
    columns: {
      username: 'Username',
      note: 'Note',
      ips: 'IPs',
      traffic: 'Traffic',
      topUp: 'Top-up',
      at: 'Created',
      status: 'Status',
    },
    states: { status: onOff, topUp },
    filters: {},
    choices: { status: { label: 'Status', all: 'On and off', words: { enabled: 'On', disabled: 'Off' } } },
    empty: { title: 'No sub-accounts yet', line: 'Create one to give someone their own IPs or traffic.' },
  },
  subUsers: {
    title: 'Sub-users',
    line: 'User names and passwords for the traffic gateway, each with its own limits.',
    one: 'sub-user',
    many: 'sub-users',
    columns: {
      username: 'Username',
      password: 'Password',
      traffic: 'Traffic used',
      trafficCap: 'Traffic limit',
      ips: 'IPs used',
      ipCap: 'IP limit',
      note: 'Note',
      at: 'Created',
      status: 'Status',
    },
    states: { status: { ...onOff, blocked: bad('Blocked') } },
    filters: {},
    choices: {},
    empty: { title: 'No sub-users yet', line: 'Create one to use the gateway with a user name and a password.' },
  },
  whitelist: {
    title: 'Whitelist',
    line: 'Addresses that may use your proxies without a password.',
    ...addressCount,
    columns: { ip: 'Address', description: 'Description', at: 'Added', changedAt: 'Changed', status: 'Status' },
    states: { status: onOff },
    filters: {},
    choices: {},
    empty: { title: 'The whitelist is empty', line: 'Add the address of a computer that needs no password.' },
  },
  connections: {
    title: 'Connections',
    line: 'Ranges of ports, each with its place in the world and its kind of session.',
    one: 'range',
    many: 'ranges',
    columns: {
      ports: 'Ports',
      country: 'Country',
      region: 'Region',
      city: 'City',
      isp: 'Provider',
      session: 'Session',
      sessionTime: 'Kept for',
      at: 'Created',
    },
    states: { session: { rotating: quiet('Rotating'), sticky: quiet('Sticky') } },
    filters: {},
    choices: {},
    empty: { title: 'No connections yet', line: 'Create a range of ports to connect through.' },
  },
  codesMade: {
    title: 'Codes made',
    line: 'Codes that give IPs or traffic away, and what became of them.',
    one: 'code',
    many: 'codes',
    columns: {
      code: 'Code',
      gives: 'Gives',
      ips: 'IPs',
      traffic: 'Traffic',
      forwardedTo: 'Sent to',
      usedBy: 'Used by',
      at: 'Made',
      expiresAt: 'Expires',
      usedAt: 'Used',
      status: 'Status',
    },
    states: {
      gives,
      status: {
        unused: good('Unused'),
        used: quiet('Used'),
        revoked: quiet('Revoked'),
        expired: warning('Expired'),
        unknown: quiet('Not known'),
      },
    },
    filters: { email: 'Sent to' },
    choices: codeChoices,
    empty: { title: 'No codes made yet', line: 'Create one to give IPs or traffic to someone else.' },
  },
  codesRedeemed: {
    title: 'Codes redeemed',
    line: 'Codes that you were given, and what they brought.',
    one: 'code',
    many: 'codes',
    columns: {
      code: 'Code',
      gives: 'Gave',
      ips: 'IPs',
      traffic: 'Traffic',
      receivedFrom: 'Received from',
      usedAt: 'Redeemed',
    },
    states: { gives },
    filters: { email: 'Received from' },
    choices: codeChoices,
    empty: { title: 'No codes redeemed yet', line: 'Codes that you redeem appear here.' },
  },
  transactions: {
    title: 'Transactions',
    line: 'Money that left the wallet: converted into IPs, or transferred to someone else.',
    one: 'transaction',
    many: 'transactions',
    columns: {
      at: 'When',
      does: 'What',
      amount: 'Amount',
      ips: 'IPs',
      counterparty: 'With',
      status: 'Status',
    },
    states: { does: { convert: quiet('To IPs'), transfer: quiet('Transferred') }, status: outcome },
    filters: {},
    choices: {},
    empty: { title: 'No transactions yet', line: 'Conversions and transfers from the wallet show up here.' },
  },
  levels: {
    title: 'Levels',
    line: 'The affiliate levels, and what share of a purchase each earns.',
    one: 'level',
    many: 'levels',
    columns: { number: 'Level', title: 'Name', rate: 'Commission' },
    states: {},
    filters: {},
    choices: {},
    empty: { title: 'No levels', line: '9Proxy named no affiliate levels.' },
  },
  referredUsers: {
    title: 'Referred users',
    line: 'People who signed up with one of your links.',
    one: 'user',
    many: 'users',
    columns: { username: 'Username', code: 'Invite code', at: 'Signed up' },
    states: {},
    filters: {},
    choices: {},
    empty: {
      title: 'Nobody referred yet',
      line: 'Share one of your invite links; who signs up with it shows up here.',
    },
  },
  commissions: {
    title: 'Commissions',
    line: 'What purchases of referred users earned.',
    one: 'commission',
    many: 'commissions',
    columns: { at: 'When', amount: 'Amount', rate: 'Rate', status: 'Status' },
    states: { status: { valid: good('Valid'), pending: warning('Pending'), invalid: bad('Not valid') } },
    filters: {},
    choices: {},
    empty: { title: 'No commissions yet', line: 'Each purchase of a referred user brings one.' },
  },
  payouts: {
    title: 'Payouts',
    line: 'Commission that was withdrawn, turned into IPs, or moved to the wallet.',
    one: 'payout',
    many: 'payouts',
    columns: { at: 'When', does: 'What', amount: 'Amount', status: 'Status' },
    states: {
      does: { withdraw: quiet('Withdrawn'), convert: quiet('To IPs'), wallet: quiet('To the wallet') },
      status: outcome,
    },
    filters: {},
    choices: {},
    empty: { title: 'No payouts yet', line: 'What you take out of your commission shows up here.' },
  },
  inviteLinks: {
    title: 'Invite links',
    line: 'Links that earn you a commission when someone signs up with them.',
    one: 'link',
    many: 'links',
    columns: { code: 'Code', link: 'Link', users: 'Signed up', at: 'Created' },
    states: {},
    filters: {},
    choices: {},
    empty: { title: 'No invite links yet', line: 'Links that you make in the 9Proxy dashboard show up here.' },
  },
};

/** A list's words. */
export function listWords(id: ListId): ListWords {
  return words[id];
}
