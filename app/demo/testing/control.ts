// The control interface for tests, under /_demo/ on the same server. The key is only in the answer to a request that
// created it.
import { z } from 'zod';
import { type Account, codeStatus } from '../data/account';
import { mainIps, mainTraffic, topUp } from '../data/allocations';
import type { Json } from '../protocol/answer';
import type { KeyIssuer } from '../dashboard/key-issuer';
import type { DashboardRecord } from './dashboard-record';
import { jsonReply, pageReply, type Reply } from '../protocol/reply';
import type { RequestLog } from './request-log';
import { faultSchema, type Faults } from './faults';

export type Control = (method: string, url: URL, body: string | null) => Reply;

export interface ControlParts {
  account: Account;
  issuer: KeyIssuer;
  faults: Faults;
  log: RequestLog;
  record: DashboardRecord;
  regenerateKey(): string;
  advance(seconds: number): void;
}

const count = z.number().int().nonnegative();

/** Sub-accounts shown by /_demo/state when none are asked for by id. */
const shownSubAccounts = 300;

/** The control interface over these parts; an address or a body that it does not know is refused. */
export function createControl(parts: ControlParts): Control {
  const { account, issuer, faults, log, record } = parts;
  const routes: Record<string, (url: URL, body: string | null) => Reply> = {
    'GET /_demo/state': (url) => jsonReply(200, state(parts, url)),
    'GET /_demo/trouble': () => jsonReply(200, { troubles: plain(faults.list) }),
    'POST /_demo/trouble': taking(z.strictObject({ troubles: z.array(faultSchema) }), (input) => {
      faults.set(input.troubles);
      return { troubles: plain(faults.list) };
    }),
    'GET /_demo/redeemable': () =>
      jsonReply(200, {
        codes: account.foreignCodes
          .filter(
            ({ usedAt, forwardTo }) => usedAt === null && (forwardTo === null || forwardTo === account.owner.email),
          )
          .filter(({ expiresAt }) => expiresAt === null || expiresAt > account.now)
          .map(({ code, ips, bytes }) => ({ code, ips, bytes })),
      }),
    'POST /_demo/regenerate': () => jsonReply(200, { key: parts.regenerateKey() }),
    'GET /_demo/dashboard': () => jsonReply(200, record.summary(issuer)),
    'POST /_demo/dashboard': taking(
      z.strictObject({ wrongKey: z.boolean().optional(), hasKey: z.literal(false).optional() }),
      (input) => {
        if (input.wrongKey !== undefined) record.wrongKey = input.wrongKey;
        // As if none had ever been generated.
        if (input.hasKey === false) account.keys.forget();
        return record.summary(issuer);
      },
    ),
    'POST /_demo/advance': taking(z.strictObject({ seconds: count.max(31 * 86_400) }), ({ seconds }) => {
      parts.advance(seconds);
      return { now: account.now };
    }),
    'POST /_demo/balances': taking(
      z.strictObject({ ips: count.optional(), traffic: count.optional(), wallet: z.number().nonnegative().optional() }),
      (input) => {
        setBalances(account, input);
        return balances(account);
      },
    ),
    'POST /_demo/sub-account': taking(
      z.strictObject({ id: z.number().int(), enabled: z.boolean().optional(), ips: count.optional() }),
      (input) => {
        const sub = account.subs.find(input.id);
        if (!sub) return { error: 'No such sub-account' };
        if (input.enabled !== undefined) sub.enabled = input.enabled;
        if (input.ips !== undefined) {
          account.ipLedger.granted += input.ips - sub.ips;
          sub.ips = input.ips;
          topUp(account, sub);
        }
        return subAccount(sub);
      },
    ),
    'POST /_demo/auto-renew': taking(
      z.strictObject({
        on: z.boolean().optional(),
        lastStatus: z.literal([1, -1]).nullable().optional(),
        lastMessage: z.string().nullable().optional(),
      }),
      (input) => {
        assignDefined(account.autoRenew, input);
        return plain(account.autoRenew);
      },
    ),
    'POST /_demo/owner': taking(
      z.strictObject({
        id: z.number().int().optional(),
        username: z.string().optional(),
        email: z.string().optional(),
        emailVerified: z.boolean().optional(),
        twoFactor: z.boolean().optional(),
      }),
      (input) => {
        assignDefined(account.owner, input);
        return plain(account.owner);
      },
    ),
    'POST /_demo/requests/clear': () => {
      log.clear();
      return jsonReply(200, plain(log.summary()));
    },
  };
  return (method, url, body) =>
    routes[`${method} ${url.pathname}`]?.(url, body) ?? pageReply(404, 'Not Found', 'No such control.');
}

/** A route that reads its JSON body by a schema; 400 with what is wrong. */
function taking<S extends z.ZodType>(schema: S, run: (input: z.output<S>) => Json) {
  return (_url: URL, body: string | null): Reply => {
    const read = z.string().transform(asJson).pipe(schema).safeParse(body);
    return read.success ? jsonReply(200, run(read.data)) : jsonReply(400, { error: z.prettifyError(read.error) });
  };
}

function asJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('The body must be JSON');
    return z.NEVER;
  }
}

function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value));
}

function assignDefined<T extends object>(target: T, changes: { [K in keyof T]?: T[K] | undefined }): void {
  for (const [name, value] of Object.entries(changes)) {
    if (value !== undefined) Object.assign(target, { [name]: value });
  }
}

function setBalances(
  account: Account,
  wanted: { ips?: number | undefined; traffic?: number | undefined; wallet?: number | undefined },
): void {
  if (wanted.ips !== undefined) {
    account.ipLedger.granted += wanted.ips - mainIps(account);
    for (const [index, plan] of account.ipPlans.entries()) plan.left = index === 0 ? wanted.ips : 0;
  }
  if (wanted.traffic !== undefined) {
    const active = account.trafficPackages.filter((one) => one.expiresAt > account.now);
    for (const [index, one] of active.entries()) one.left = index === 0 ? wanted.traffic : 0;
  }
  if (wanted.wallet !== undefined) account.wallet = Math.round(wanted.wallet * 100);
}

function balances(account: Account): { [name: string]: Json } {
  return { ips: mainIps(account), traffic: mainTraffic(account), wallet: account.wallet / 100 };
}

function state({ account, faults, log }: ControlParts, url: URL): Json {
  const asked = url.searchParams.get('ids')?.split(',').map(Number);
  const subs = account.subs.list;
  const shown = asked ? subs.filter((sub) => asked.includes(sub.id)) : subs.slice(0, shownSubAccounts);
  return {
    startedAt: account.startedAt,
    now: account.now,
    balances: balances(account),
    ipPlans: plain(account.ipPlans),
    ipLedger: {
      ...account.ipLedger,
      main: mainIps(account),
      subAccounts: subs.reduce((sum, sub) => sum + sub.ips, 0),
      unusedCodes: account.shareCodes.reduce(
        (sum, code) => sum + (code.status === codeStatus.unused ? code.ips : 0),
        0,
      ),
    },
    autoRenew: plain(account.autoRenew),
    owner: plain(account.owner),
    subAccounts: {
      total: subs.length,
      enabled: subs.reduce((sum, sub) => sum + (sub.enabled ? 1 : 0), 0),
      byId: Object.fromEntries(shown.map((sub) => [String(sub.id), subAccount(sub)])),
    },
    troubles: plain(faults.list),
    requests: plain(log.summary()),
  };
}

function subAccount(sub: {
  id: number;
  username: string;
  enabled: boolean;
  ips: number;
  traffic: number;
  note: string | null;
}): Json {
  const { id, username, enabled, ips, traffic, note } = sub;
  return { id, username, enabled, ips, traffic, note };
}
