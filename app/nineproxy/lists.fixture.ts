// For tests: one full example of each list of the account window, as the vendor answers it and as we read it.
import type { Cell } from '../model/lists/list-description';
import type { VendorListId } from './lists';

/** When the examples were made, in seconds and in milliseconds; and some later now. */
export const at = 1_750_000_000;
export const now = 1_760_000_000_000;
const moment = at * 1000;

/** One full item as the vendor gives it, and the row that it is. */
export const examples: Record<
  VendorListId,
  { item: Record<string, unknown>; key: string; cells: Record<string, Cell> }
> = {
  purchases: {
    item: {
      id: '71',
      billing_number: 'PO-71',
      type: 1,
      amount: '24.50',
      number_of_ips: '1000',
      amount_traffic: 1e9,
      payment_method: 3,
      status: 1,
      created_at: at,
    },
    key: '71',
    cells: { number: 'PO-71', at: moment, ips: 1000, traffic: 1e9, amount: 24.5, status: 'success' },
  },
  deposits: {
    item: {
      id: 72,
      billing_number: 'DP-72',
      amount: 300,
      number_of_ips: 5,
      payment_method: 'card',
      status: '-1',
      created_at: String(at),
    },
    key: '72',
    cells: { number: 'DP-72', at: moment, amount: 300, status: 'failed' },
  },
  accountUsage: {
    item: { id: 'u1', username: null, ip: '198.18.0.1', country_code: 'de', port: 20001, ...used() },
    key: 'u1',
    cells: { at: moment, ip: '198.18.0.1', country: 'DE', port: '20001', ips: 1, traffic: 5000 },
  },
  subAccountUsage: {
    item: { id: 'u2', username: 'atlas', ip: '198.18.0.2', country_code: 'VN', port: '20002', ...used() },
    key: 'u2',
    cells: { at: moment, username: 'atlas', ip: '198.18.0.2', country: 'VN', port: '20002', ips: 1, traffic: 5000 },
  },
  today: {
    item: { id: 'p1', ip: '198.18.0.3', country_code: 'US', city: 'Boston', is_online: 1, binding: '127.0.0.1:60000' },
    key: 'p1',
    cells: { ip: '198.18.0.3', country: 'US', city: 'Boston', state: 'online', binding: '127.0.0.1:60000' },
  },
  favourites: {
    item: { id: 9, ip: '198.18.0.4', country_code: 'us', city: 'Salem', is_online: 'false', binding: '127.0.0.1:1' },
    key: '9',
    cells: { ip: '198.18.0.4', country: 'US', city: 'Salem', state: 'offline', binding: '127.0.0.1:1' },
  },
  subAccounts: {
    item: {
      id: '20001',
      username: 'atlas-042',
      note: 'EU',
      number_of_ips: 320,
      traffic_data: '12500000000',
      status: 2,
      created_at: at,
      auto_disable_at: at,
      setting: {
        auto_add_ips: 1,
        auto_add_when_number_ips: 300,
        number_ips_auto_add: '100',
        auto_add_traffic: '0',
        auto_add_when_traffic_bellow: 2e9,
        amount_traffic_auto_add: 3e9,
      },
    },
    key: '20001',
    cells: {
      username: 'atlas-042',
      note: 'EU',
      ips: 320,
      traffic: 12.5e9,
      topUp: 'ips',
      topUpIps: 'on',
      topUpTraffic: 'off',
      at: moment,
      status: 'disabled',
      topUpIpsBelow: 300,
      topUpIpsBy: 100,
      topUpTrafficBelow: 2e9,
      topUpTrafficBy: 3e9,
      disableAt: moment,
    },
  },
  subUsers: {
    item: {
      id: 3100,
      user_name: 'scraper',
      use_key: ' a\u200bb ',
      usage_cap: -1,
      ip_usage_cap: '500',
      data_used: 7e9,
      ip_used: 12,
      status: 3,
      note: 'spring',
      created_at: moment,
      updated_at: at,
    },
    key: '3100',
    cells: {
      username: 'scraper',
      password: ' a\u200bb ',
      traffic: 7e9,
      trafficCap: -1,
      ips: 12,
      ipCap: 500,
      note: 'spring',
      at: moment,
      status: 'blocked',
      enabled: false,
    },
  },
  whitelist: {
    item: { id: 410, ip: '2001:db8::7', status: 1, description: 'Office', created_at: at, updated_at: at + 60 },
    key: '410',
    cells: {
      ip: '2001:db8::7',
      description: 'Office',
      at: moment,
      changedAt: moment + 60_000,
      status: 'enabled',
      enabled: true,
    },
  },
  connections: {
    item: {
      id: 880,
      country_code: 'de',
      state_code: 'berlin',
      city_code: 'mitte',
      isp_code: 'telekom',
      start_port: 20000,
      end_port: '20049',
      is_keep: 1,
      is_random_ip: 0,
      session_time: '30',
      created_at: at,
    },
    key: '20000',
    cells: {
      ports: '20000-20049',
      country: 'DE',
      region: 'berlin',
      city: 'mitte',
      isp: 'telekom',
      session: 'sticky',
      sessionTime: 30,
      at: moment,
      startPort: 20000,
      sessionMinutes: 30,
    },
  },
  codesMade: {
    item: {
      code: '9P-AAAA-BBBB',
      data_type: 1,
      number_of_ips: 25,
      amount_traffic: 1,
      forward_to: 'a@b.example',
      used_by: 'c@d.example',
      used_at: at,
      expired_at: at + 10,
      created_at: at - 10,
      status: 1,
    },
    key: '9P-AAAA-BBBB',
    cells: {
      code: '9P-AAAA-BBBB',
      gives: 'ips',
      ips: 25,
      traffic: 1,
      forwardedTo: 'a@b.example',
      usedBy: 'c@d.example',
      at: moment - 10_000,
      expiresAt: moment + 10_000,
      usedAt: moment,
      status: 'used',
    },
  },
  codesRedeemed: {
    item: {
      code: '9P-CCCC',
      data_type: '2',
      number_of_ips: 3,
      amount_traffic: 2e9,
      received_from: 'e@f.example',
      used_at: at,
    },
    key: '9P-CCCC',
    cells: { code: '9P-CCCC', gives: 'traffic', ips: 3, traffic: 2e9, receivedFrom: 'e@f.example', usedAt: moment },
  },
  transactions: {
    item: {
      id: 't1',
      type: 2,
      amount: 12.5,
      number_of_ips: 9,
      counterparty: 'g@h.example',
      status: 0,
      created_at: at,
    },
    key: 't1',
    cells: { at: moment, does: 'transfer', amount: 12.5, ips: 9, counterparty: 'g@h.example', status: 'pending' },
  },
  levels: {
    item: { number: 2, title: 'Silver', rate: 0.07 },
    key: '2',
    cells: { number: 2, title: 'Silver', rate: 7 },
  },
  referredUsers: {
    item: { id: 520, username: 'bluefinch', code: 'NWLABS', created_at: at },
    key: '520',
    cells: { username: 'bluefinch', code: 'NWLABS', at: moment },
  },
  commissions: {
    item: { id: 'c1', amount: '3.2', rate: 7, payment_method: 2, status: -1, created_at: at },
    key: 'c1',
    cells: { at: moment, amount: 3.2, rate: 7, status: 'invalid' },
  },
  payouts: {
    item: { id: 'w1', type: 3, amount: 50, status: 1, created_at: at },
    key: 'w1',
    cells: { at: moment, does: 'wallet', amount: 50, status: 'success' },
  },
  inviteLinks: {
    item: { code: 'NWLABS', link: 'https://9proxy.example/?ref=NWLABS', registered_users: '37', created_at: at },
    key: 'NWLABS',
    cells: { code: 'NWLABS', link: 'https://9proxy.example/?ref=NWLABS', users: 37, at: moment },
  },
};

function used() {
  return { number_of_ips: 1, amount_traffic: 5000, created_at: at };
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of an object literal are exactly its type's
export const vendorListIds = Object.keys(examples) as VendorListId[];
