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
    line: 'IPs and traffic you bought.',
    one: 'purchase',
    many: 'purchases',
    columns: { ...payments, ips: 'IPs', traffic: 'Traffic' },
    states: { status: payment },
    filters: between,
    choices: paymentChoice,
    empty: { title: 'No purchases yet', line: 'IPs and traffic you buy at 9Proxy appear here.' },
  },
  deposits: {
    title: 'Deposits',
    line: 'Money added to the wallet.',
    one: 'deposit',
    many: 'deposits',
    columns: payments,
    states: { status: payment },
    filters: between,
    choices: paymentChoice,
    empty: { title: 'No deposits yet', line: 'Top-ups of the wallet in the 9Proxy dashboard appear here.' },
  },
  accountUsage: {
    title: 'Account usage',
    line: 'Addresses the account itself used, with their traffic.',
    one: 'entry',
    many: 'entries',
    columns: usage,
    states: {},
    filters: {},
    choices: {},
    empty: { title: 'No usage yet', line: 'Each address the account uses appears here.' },
  },
  subAccountUsage: {
    title: 'Sub-account usage',
    line: 'Addresses the sub-accounts used, with their traffic.',
    one: 'entry',
    many: 'entries',
    columns: usage,
    states: {},
    filters: { username: 'Sub-account' },
    choices: {},
    empty: { title: 'No usage yet', line: 'Each address a sub-account uses appears here.' },
  },
  today: {
    title: 'Used today',
    line: 'Addresses from the last 24 hours. Using them again is free.',
    ...addressCount,
    columns: addresses,
    states: addressStates,
    filters: {},
    choices: {},
    empty: { title: 'None used today', line: 'Addresses stay in this list for 24 hours after their first use.' },
  },
  favourites: {
    title: 'Favourites',
    line: 'Addresses you marked as favourites.',
    ...addressCount,
    columns: addresses,
    states: addressStates,
    filters: {},
    choices: {},
    empty: { title: 'No favourites yet', line: 'Addresses you mark in the 9Proxy application appear here.' },
  },
  localToday: {
    title: 'Used today, from this computer',
    line: 'Today’s addresses, from the 9Proxy application on this computer.',
    ...addressCount,
    columns: addresses,
    states: addressStates,
    filters: {},
    choices: {},
    empty: { title: 'None used today', line: 'The 9Proxy application on this computer has not used an address today.' },
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
    line: 'Usernames and passwords for the traffic gateway, each with its own limits.',
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
    empty: { title: 'No sub-users yet', line: 'Create one to use the gateway with a username and password.' },
  },
  whitelist: {
    title: 'Whitelist',
    line: 'Addresses that may use your proxies without a password.',
    ...addressCount,
    columns: { ip: 'Address', description: 'Description', at: 'Added', changedAt: 'Changed', status: 'Status' },
    states: { status: onOff },
    filters: {},
    choices: {},
    empty: { title: 'No addresses yet', line: 'Add the address of a computer that should not need a password.' },
  },
  connections: {
    title: 'Connections',
    line: 'Port ranges by location and session type.',
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
    title: 'Created codes',
    line: 'Codes you created to give away IPs or traffic.',
    one: 'code',
    many: 'codes',
    columns: {
      code: 'Code',
      gives: 'Gives',
      ips: 'IPs',
      traffic: 'Traffic',
      forwardedTo: 'Sent to',
      usedBy: 'Used by',
      at: 'Created',
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
        unknown: quiet('Unknown'),
      },
    },
    filters: { email: 'Sent to' },
    choices: codeChoices,
    empty: { title: 'No codes yet', line: 'Create one to give IPs or traffic to someone else.' },
  },
  codesRedeemed: {
    title: 'Redeemed codes',
    line: 'Codes you redeemed, and what they held.',
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
    empty: { title: 'No redeemed codes yet', line: 'Codes you redeem appear here.' },
  },
  transactions: {
    title: 'Transactions',
    line: 'Money converted to IPs or transferred to someone else.',
    one: 'transaction',
    many: 'transactions',
    columns: {
      at: 'When',
      does: 'Type',
      amount: 'Amount',
      ips: 'IPs',
      counterparty: 'With',
      status: 'Status',
    },
    states: { does: { convert: quiet('To IPs'), transfer: quiet('Transferred') }, status: outcome },
    filters: {},
    choices: {},
    empty: { title: 'No transactions yet', line: 'Conversions and transfers from the wallet appear here.' },
  },
  levels: {
    title: 'Levels',
    line: 'Affiliate levels, with the commission each earns.',
    one: 'level',
    many: 'levels',
    columns: { number: 'Level', title: 'Name', rate: 'Commission' },
    states: {},
    filters: {},
    choices: {},
    empty: { title: 'No levels', line: '9Proxy lists no affiliate levels.' },
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
      title: 'No referred users yet',
      line: 'People who sign up with your invite links appear here.',
    },
  },
  commissions: {
    title: 'Commissions',
    line: 'What you earned from purchases of referred users.',
    one: 'commission',
    many: 'commissions',
    columns: { at: 'When', amount: 'Amount', rate: 'Rate', status: 'Status' },
    states: { status: { valid: good('Valid'), pending: warning('Pending'), invalid: bad('Invalid') } },
    filters: {},
    choices: {},
    empty: { title: 'No commissions yet', line: 'You earn one with each purchase of a referred user.' },
  },
  payouts: {
    title: 'Payouts',
    line: 'Commission withdrawn, converted to IPs or moved to the wallet.',
    one: 'payout',
    many: 'payouts',
    columns: { at: 'When', does: 'Type', amount: 'Amount', status: 'Status' },
    states: {
      does: { withdraw: quiet('Withdrawn'), convert: quiet('To IPs'), wallet: quiet('To the wallet') },
      status: outcome,
    },
    filters: {},
    choices: {},
    empty: { title: 'No payouts yet', line: 'Commission you withdraw or convert appears here.' },
  },
  inviteLinks: {
    title: 'Invite links',
    line: 'Links that earn you commission when someone signs up with them.',
    one: 'link',
    many: 'links',
    columns: { code: 'Code', link: 'Link', users: 'Signed up', at: 'Created' },
    states: {},
    filters: {},
    choices: {},
    empty: { title: 'No invite links yet', line: 'Links you create in the 9Proxy dashboard appear here.' },
  },
};

/** A list's words. */
export function listWords(id: ListId): ListWords {
  return words[id];
}
