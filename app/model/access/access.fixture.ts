// Examples of the gateway for tests and pictures: on, with consumers and what they did.
import { exampleNow } from '../state/app-state.fixture';
import { type AccessView, noAccess } from './access-view';
import type { ActivityLine } from './activity';
import { type Consumer, usualConsumerChoices } from './consumer';

/** A consumer that reads, and did so just now. */
export function exampleConsumer(overrides: Partial<Consumer> = {}): Consumer {
  return {
    ...usualConsumerChoices,
    id: 'c1',
    name: 'Scraper',
    role: 'read',
    createdAt: exampleNow - 30 * 86_400_000,
    lastUse: { at: exampleNow - 12_000, operation: 'listSubAccounts', status: 200 },
    today: { reads: 1284, writes: 0, ips: 0, refused: 2 },
    ...overrides,
  };
}

/** The gateway on, with three consumers. */
export function exampleAccess(overrides: Partial<AccessView> = {}): AccessView {
  return {
    ...noAccess,
    on: true,
    status: 'listening',
    addresses: ['http://127.0.0.1:19090', 'http://[::1]:19090'],
    socket: '/home/anna/.config/ninetray/gateway/gateway.sock',
    consumers: [
      exampleConsumer(),
      exampleConsumer({
        id: 'c2',
        name: 'Rotation bot',
        role: 'spend',
        limits: { ...usualConsumerChoices.limits, writesPerDay: 200, ipsPerRequest: 50, ipsPerDay: 500 },
        lastUse: { at: exampleNow - 3_600_000, operation: 'createProxyConnection', status: 201 },
        today: { reads: 40, writes: 11, ips: 110, refused: 0 },
      }),
      exampleConsumer({
        id: 'c3',
        name: 'Dashboard',
        role: 'figures',
        expiresAt: exampleNow + 6 * 86_400_000,
        lastUse: null,
        today: { reads: 0, writes: 0, ips: 0, refused: 0 },
      }),
    ],
    activityRevision: 1,
    ...overrides,
  };
}

/** Lines of activity, the newest first: answered, refused and held ones. */
export const exampleActivity: readonly ActivityLine[] = [
  {
    at: exampleNow - 12_000,
    consumer: 'Scraper',
    operation: 'listSubAccounts',
    status: 200,
    milliseconds: 212,
    held: 0,
  },
  {
    at: exampleNow - 40_000,
    consumer: 'Scraper',
    operation: 'createSubAccount',
    status: 403,
    code: 'not-in-role',
    milliseconds: 1,
    held: 0,
  },
  {
    at: exampleNow - 61_000,
    consumer: 'Scraper',
    operation: 'getBalanceData',
    status: 200,
    milliseconds: 9480,
    held: 9240,
  },
  {
    at: exampleNow - 90_000,
    consumer: null,
    operation: 'getAccountInfo',
    status: 401,
    code: 'token-unknown',
    milliseconds: 0,
    held: 0,
  },
];
